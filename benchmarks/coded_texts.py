"""Articles coded by hand in `benchmarks/coded` come in, gold in the interchange format goes out:

    python benchmarks/coded_texts.py FOLDER [NUMBER ...]

A file opens with lines `# key: value` (publisher, published, process), goes on with the text in the mark-up of
`training/marked_text.py`, and ends, below a line `----`, with a row for each statement: number of the relation,
kind, speaker, actor, act, target, said, positions (`issue:stance, ...`), with `|` between the cells and nothing
where a cell is null. A relation of joint speakers has one row a speaker. The articles and all that is said in them
are invented.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))
from marked_text import parse_numbered

HERE = Path(__file__).with_name("coded")
COLUMNS = ("kind", "speaker", "actor", "act", "target", "said", "positions")
KINDS = {"direct", "indirect", "mixed", "ascribed"}
STANCES = {"supports", "opposes", "conditional", "unclear"}


def read_coded(path: Path) -> dict[str, Any]:
    """One file as a gold document. Raises ValueError or MarkError, with file and row, for what does not fit."""
    head, _, rows = path.read_text(encoding="utf-8").partition("\n----\n")
    lines = head.splitlines()
    fields = dict(line[2:].split(": ", 1) for line in lines if line.startswith("# ") and ": " in line)
    body = "\n".join(line for line in lines if not (line.startswith("# ") and ": " in line))
    text, relations = parse_numbered(body, path.name)
    statements = [_statement(row, relations, path.name) for row in rows.splitlines() if row.strip()]
    if missing := set(relations) - {int(row.split("|")[0]) for row in rows.splitlines() if row.strip()}:
        raise ValueError(f"{path.name}: relations without a row: {sorted(missing)}")
    return {"id": path.stem, "text": text, **fields, "statements": statements, "agreements": [], "dates": []}


def _statement(row: str, relations: dict[int, dict[str, list[list[int]]]], name: str) -> dict[str, Any]:
    number, *cells = [cell.strip() or None for cell in row.split("|")]
    if len(cells) != len(COLUMNS) or number is None or int(number) not in relations:
        raise ValueError(f"{name}: a row needs a relation's number and {len(COLUMNS)} cells: {row!r}")
    code = dict(zip(COLUMNS, cells, strict=True))
    positions = [p.strip().rsplit(":", 1) for p in (code["positions"] or "").split(",") if p.strip()]
    if code["said"]:
        date.fromisoformat(code["said"])  # the interchange format has days only
    if code["kind"] not in KINDS or any(len(p) != 2 or p[1] not in STANCES for p in positions):
        raise ValueError(f"{name}: an unknown kind or stance: {row!r}")
    spans = relations[int(number)]
    return {
        "source": spans["source"][0] if spans["source"] else None,
        "cue": spans["cue"][0] if spans["cue"] else None,
        "content": spans["content"],
        "speaker": {"name": code["speaker"], "actor": code["actor"]},
        **{key: code[key] for key in ("kind", "act", "target", "said")},
        "positions": [{"issue": issue.strip(), "stance": stance} for issue, stance in positions],
    }


def main() -> int:
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    to, numbers = Path(sys.argv[1]), sys.argv[2:]
    to.mkdir(parents=True, exist_ok=True)
    for file in sorted(HERE.glob("*.txt")):
        if numbers and file.name[:2] not in numbers:
            continue
        coded = read_coded(file)
        (to / f"{file.stem}.json").write_text(json.dumps(coded, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
