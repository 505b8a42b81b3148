"""Texts with inline marks come in, documents in PolNeAR's JSON shape go out: {"id", "text", "relations"}.

A file holds one document, or several with a line `====` between them. `[S1:...]`, `[C1:...]` and `[T1:...]` mark
source, cue and content of relation 1; `[S1,2:...]` belongs to two relations. Marks may nest. A bracket of the text
itself is doubled: `a [[draft]] text`. Every relation has content, and a cue unless a header line `# nocue 3 4` says
that it has none; lines that begin with `# ` before the text are headers, and what no header knows is a note.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_OPEN = re.compile(r"\[([SCT])(\d+(?:,\d+)*):")
_ROLES = {"S": "source", "C": "cue", "T": "content"}
_LITERAL = None


class MarkError(ValueError):
    """A mark is left open, closed twice, or a relation lacks a part; the message names document and place."""


@dataclass
class _Reader:
    """What has been read so far: the bare text, the marks still open, and the spans of each relation."""

    out: list[str] = field(default_factory=list)
    length: int = 0
    open: list[tuple[str, list[int], int] | None] = field(default_factory=list)
    relations: dict[int, dict[str, list[list[int]]]] = field(default_factory=dict)

    def put(self, piece: str) -> None:
        self.out.append(piece)
        self.length += len(piece)

    def close(self) -> None:
        mark = self.open.pop()
        if mark is None:
            return
        role, numbers, start = mark
        for number in numbers:
            spans = self.relations.setdefault(number, {"source": [], "cue": [], "content": []})
            spans[_ROLES[role]].append([start, self.length])


def parse_document(marked: str, name: str) -> dict[str, Any]:
    """One marked document as {"id", "text", "relations"}; spans are in text order. Raises MarkError."""
    text, relations = parse_numbered(marked, name)
    ordered = sorted(relations.values(), key=lambda r: min(s for spans in r.values() for s in spans))
    return {"id": name, "text": text, "relations": ordered}


def parse_numbered(marked: str, name: str) -> tuple[str, dict[int, dict[str, list[list[int]]]]]:
    """The bare text, and the relations by the numbers of their marks. Raises MarkError."""
    no_cue, body = _read_headers(marked)
    reader = _Reader()
    at = 0
    while at < len(body):
        if body.startswith("[[", at):
            reader.open.append(_LITERAL)
            reader.put("[")
            at += 2
        elif body.startswith("]]", at) and reader.open and reader.open[-1] is _LITERAL:
            reader.close()
            reader.put("]")
            at += 2
        elif body[at] == "[":
            mark = _OPEN.match(body, at)
            if mark is None:
                raise MarkError(
                    f"{name}: no mark at {body[at : at + 30]!r}; double a bracket that belongs to the text"
                )
            reader.open.append((mark[1], [int(n) for n in mark[2].split(",")], reader.length))
            at = mark.end()
        elif body[at] == "]":
            if not reader.open or reader.open[-1] is _LITERAL:
                raise MarkError(f"{name}: nothing to close at {body[max(0, at - 30) : at + 1]!r}")
            reader.close()
            at += 1
        else:
            reader.put(body[at])
            at += 1
    if reader.open:
        raise MarkError(f"{name}: a mark is left open: {reader.open[-1]}")
    return "".join(reader.out), _relations(reader, no_cue, name)


def read_marked_file(path: Path) -> list[dict[str, Any]]:
    """Every document of a marked file, in order; a document's id is the file's name and its place."""
    blocks = re.split(r"^====[ \t]*$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    texts = [b for b in blocks if b.strip()]
    return [parse_document(text, f"{path.stem}-{i:03d}") for i, text in enumerate(texts, start=1)]


def read_marked_folder(path: Path) -> list[dict[str, Any]]:
    """Every document of the `*.txt` files that lie directly in a folder, sorted by name."""
    return [row for file in sorted(path.glob("*.txt")) for row in read_marked_file(file)]


def _read_headers(marked: str) -> tuple[set[int], str]:
    no_cue: set[int] = set()
    lines = marked.strip("\n").split("\n")
    while lines and lines[0].startswith("# "):
        words = lines.pop(0).split()
        if words[1:2] == ["nocue"]:
            no_cue.update(int(n) for n in words[2:])
    return no_cue, "\n".join(lines).strip("\n")


def _relations(reader: _Reader, no_cue: set[int], name: str) -> dict[int, dict[str, list[list[int]]]]:
    for number, spans in reader.relations.items():
        if not spans["content"]:
            raise MarkError(f"{name}: relation {number} has no content")
        if bool(spans["cue"]) == (number in no_cue):
            raise MarkError(f"{name}: relation {number} has no cue and no header `# nocue {number}`, or has both")
        if any(start >= end for role in spans.values() for start, end in role):
            raise MarkError(f"{name}: relation {number} has an empty mark")
    if stray := no_cue - set(reader.relations):
        raise MarkError(f"{name}: `# nocue` names relations that are not in the text: {sorted(stray)}")
    return {n: {role: sorted(found) for role, found in r.items()} for n, r in reader.relations.items()}


def _write(paths: list[str]) -> Iterator[str]:
    for path in paths:
        read = read_marked_folder if Path(path).is_dir() else read_marked_file
        for row in read(Path(path)):
            yield json.dumps(row, ensure_ascii=False)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: marked_text.py FILE-OR-FOLDER...  (prints JSON Lines)")
    for line in _write(sys.argv[1:]):
        print(line)
