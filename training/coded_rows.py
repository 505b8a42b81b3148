"""Statements coded by hand: rows below an article and the spans of its relations come in, statements go out.

A row is `number | kind | speaker | actor | act | target | said | positions` (`issue:stance, ...`), with nothing where
a cell is null; number is the relation's. A relation of joint speakers has one row a speaker.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

COLUMNS = ("kind", "speaker", "actor", "act", "target", "said", "positions")
KINDS = {"direct", "indirect", "mixed", "ascribed"}
STANCES = {"supports", "opposes", "conditional", "unclear"}
Relations = Mapping[int, Mapping[str, list[list[int]]]]


def split_headers(lines: Iterable[str]) -> tuple[dict[str, str], list[str]]:
    """The fields of lines `# key: value`, and the other lines."""
    fields, rest = {}, []
    for line in lines:
        if line.startswith("# ") and ": " in line:
            key, value = line[2:].split(": ", 1)
            fields[key] = value
        else:
            rest.append(line)
    return fields, rest


def read_coded_rows(rows: Iterable[str], relations: Relations, name: str) -> list[dict[str, Any]]:
    """Statements in the interchange format, in the order of their rows.

    Raises ValueError, with file and row, for what does not fit, and for relations without a row.
    """
    rows = [row for row in rows if row.strip()]
    statements = [_statement(row, relations, name) for row in rows]
    if missing := set(relations) - {int(row.split("|")[0]) for row in rows}:
        raise ValueError(f"{name}: relations without a row: {sorted(missing)}")
    return statements


def _statement(row: str, relations: Relations, name: str) -> dict[str, Any]:
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
        "speaker": {"name": code["speaker"], "actor": code["actor"]} if code["speaker"] else None,
        **{key: code[key] for key in ("kind", "act", "target", "said")},
        "positions": [{"issue": issue.strip(), "stance": stance} for issue, stance in positions],
    }
