"""Runs what the docs show: the README's picture and the tutorial's outputs come out as the program gives them.

python tools/refresh_docs.py [ARTICLE]

Without the tutorial's article only docs/images/demo.svg is drawn. A console block of docs/tutorial.md begins with a
line "$ command"; what follows is replaced by the command's output, of which "lines=N" in the block's head keeps the
first N. "id=ISSUE:ACTOR" puts the id of that actor's first statement on that issue behind "show".
"""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text

DOCS = Path(__file__).resolve().parents[1] / "docs"
PICTURE = DOCS / "images" / "demo.svg"
WIDTH, HEIGHT = 100, 58
PROGRAM = [sys.executable, "-c", "from standpoint.cli.app import main; main()"]
BLOCK = re.compile(r"```console(?P<head>[^\n]*)\n\$ (?P<command>[^\n]*)\n(?:(?!```)[^\n]*\n)*```")


def main() -> None:
    draw_demo()
    if len(sys.argv) > 1:
        refresh_tutorial(Path(sys.argv[1]).resolve())


def draw_demo() -> None:
    """The first lines of what `standpoint demo` prints, as a picture."""
    output = run(["demo", "--quiet"], Path.cwd(), colours=True)
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    for line in output.splitlines()[:HEIGHT]:
        console.print(Text.from_ansi(line), soft_wrap=True)
    PICTURE.parent.mkdir(exist_ok=True)
    svg = console.export_svg(title="standpoint demo", theme=DIMMED_MONOKAI, unique_id="demo")
    PICTURE.write_text("\n".join(line.rstrip() for line in svg.splitlines()) + "\n", encoding="utf-8")


def refresh_tutorial(article: Path) -> None:
    page = DOCS / "tutorial.md"
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        (where / "article.txt").write_bytes(article.read_bytes())

        def answer(block: re.Match[str]) -> str:
            command = block["command"]
            if wanted := re.search(r"id=([a-z-]+):(\w+)", block["head"]):
                command = re.sub(r"show \S+", f"show {statement_id(where, wanted[1], wanted[2])}", command)
            lines = run(shlex.split(command)[1:], where).rstrip("\n").splitlines()
            kept = re.search(r"lines=(\d+)", block["head"])
            if kept and len(lines) > int(kept[1]):
                lines = [*lines[: int(kept[1])], "[...]"]
            return "\n".join([f"```console{block['head']}", f"$ {command}", *lines, "```"])

        page.write_text(BLOCK.sub(answer, page.read_text("utf-8")), encoding="utf-8")


def statement_id(where: Path, issue: str, actor: str) -> str:
    asked = ["statements", "--record", "talks.db", "--issue", issue, "--actor", actor, "--format", "json"]
    rows = json.loads(run(asked, where))
    best = next((r for r in rows if r["grade"] != "ascribed"), rows[0])
    document, _, number = best["id"].rpartition("-")
    return f"{document[:4]}-{number}"


def run(words: list[str], where: Path, *, colours: bool = False) -> str:
    """What a command prints on both streams, at a width of 100 columns."""
    environment = {**os.environ, "COLUMNS": str(WIDTH), **({"FORCE_COLOR": "1"} if colours else {})}
    result = subprocess.run(
        [*PROGRAM, *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=where, env=environment, check=True
    )
    return result.stdout.decode()


if __name__ == "__main__":
    main()
