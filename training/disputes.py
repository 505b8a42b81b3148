"""Disputes with all that is said in them: the files of `training/stance/scenarios` come in, statements with the
positions they take go out.

A file opens with `# title` and lines `issue ID | proposal[ | alias; alias]`; below a line `----` each line is
`[the sentence before >> ]statement | issue:stance, ...`, with nothing behind the bar where no position is taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "stance" / "scenarios"
STANCES = ("supports", "opposes", "conditional", "unclear")
_ISSUE = re.compile(r"issue ([\w-]+) \| ([^|]+?)(?: \| (.+))?")


@dataclass(frozen=True)
class Told:
    """A statement, the sentence that stood before it, if any, and issue to stance."""

    words: str
    context: str
    positions: Mapping[str, str]


@dataclass(frozen=True)
class Dispute:
    """The proposals of one dispute, id to description, their aliases, and what is said in it."""

    name: str
    title: str
    issues: Mapping[str, str]
    aliases: Mapping[str, tuple[str, ...]]
    told: tuple[Told, ...]


def read_disputes(folder: Path = FOLDER) -> list[Dispute]:
    """Every dispute, sorted by name. Raises ValueError, with file and line, for an unknown issue or stance."""
    return [_read(file) for file in sorted(folder.glob("*.txt"))]


def _read(file: Path) -> Dispute:
    head, _, body = file.read_text(encoding="utf-8").partition("\n----\n")
    rows = [m.groups() for m in map(_ISSUE.fullmatch, head.splitlines()) if m]
    issues = {id: text for id, text, _ in rows}
    aliases = {id: tuple(a.strip() for a in (listed or "").split(";") if a.strip()) for id, _, listed in rows}
    told = []
    for line in filter(str.strip, body.splitlines()):
        left, _, codes = line.rpartition(" |")
        context, _, words = left.rpartition(" >> ")
        positions = dict(code.strip().rsplit(":", 1) for code in codes.split(",") if code.strip())
        if not words.strip() or not positions.keys() <= issues.keys() or not set(positions.values()) <= set(STANCES):
            raise ValueError(f"{file.name}: no statement, or an unknown issue or stance: {line!r}")
        told.append(Told(words.strip(), context.strip(), positions))
    return Dispute(file.stem, head.splitlines()[0].lstrip("# "), issues, aliases, tuple(told))
