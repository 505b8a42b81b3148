"""Files of coded documents come in, documents with what is marked in them go out.

Read are a folder of JSON files, one JSON file, and JSON Lines, gzipped or not; each document in the interchange
format, or as a text with `relations` (source, cue, content), the shape in which attribution corpora come.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from standpoint.errors import DocumentError
from standpoint.interchange import coded_from_json, document_from_json
from standpoint.model import CodedDocument, Document, Span, Spans

_GZIP = b"\x1f\x8b"
_RELATIONS = "relations"
_ROLES = ("source", "cue", "content")
_FACTS = ("id", "text", "publisher", "published", "title", "url", "language")


@dataclass(frozen=True, slots=True)
class Relation:
    """A source, a cue and a content, as somebody marked them; `confidence` is in 0..1."""

    source: Spans
    cue: Spans
    content: Spans
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Marked:
    """A document with what is marked in it, and the place it was read from.

    `coded` has everything, or is None where only who said what is marked.
    """

    where: str
    document: Document
    relations: tuple[Relation, ...]
    coded: CodedDocument | None = None

    @classmethod
    def of(cls, coded: CodedDocument, where: str) -> Marked:
        """A coded document, its statements being the relations."""
        relations = tuple(Relation(s.source, s.cue, s.content, s.confidence) for s in coded.statements)
        return cls(where, coded.document, relations, coded)

    def keep_sure(self, threshold: float) -> Marked:
        """Without statements of a lower confidence than `threshold`."""
        relations = tuple(r for r in self.relations if r.confidence >= threshold)
        if self.coded is None:
            return replace(self, relations=relations)
        statements = tuple(s for s in self.coded.statements if s.confidence >= threshold)
        return replace(self, relations=relations, coded=replace(self.coded, statements=statements))


def read_marked(path: Path) -> tuple[Marked, ...]:
    """Every document of a folder or a file, in the order of names and lines.

    Raises DocumentError that names file, line and field where something is wrong.
    """
    found = tuple(_read_folder(path) if path.is_dir() else _read_file(path))
    if not found:
        what = "has no *.json file" if path.is_dir() else "is empty"
        raise DocumentError(f"{path} {what}. Give a folder of coded documents, or JSON Lines, one document a line.")
    return found


def _read_folder(path: Path) -> Iterator[Marked]:
    for file in sorted(path.glob("*.json")):
        yield from _read_file(file)


def _read_file(path: Path) -> Iterator[Marked]:
    text = _decode(path)
    whole = _parse_whole(text, path)
    if whole is not None:
        yield _read_row(whole, str(path), path.stem)
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            where = f"{path}, line {number}"
            yield _read_row(_parse(line, where), where, f"{path.stem}-{number}")


def _decode(path: Path) -> str:
    try:
        data = path.read_bytes()
        return (gzip.decompress(data) if data.startswith(_GZIP) else data).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentError(f"{path} is no UTF-8 at byte {error.start}. Save it as UTF-8.") from error
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise DocumentError(f"{path} cannot be unpacked: {error}. Pack it again, or give it unpacked.") from error
    except OSError as error:
        raise DocumentError(
            f"{path} cannot be read: {error.strerror}. Give a folder or a file of coded documents."
        ) from error


def _parse_whole(text: str, path: Path) -> object | None:
    """The one object of a .json file; None for JSON Lines, whatever the file is called."""
    if path.suffix != ".json":
        return None
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        if _is_object(text.partition("\n")[0]):
            return None
        raise DocumentError(
            f"{path}, line {error.lineno}: no JSON ({error.msg} at column {error.colno}). Correct the line."
        ) from error
    return value


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False


def _parse(line: str, where: str) -> object:
    try:
        value: object = json.loads(line)
    except ValueError as error:
        raise DocumentError(f"{where}: no JSON ({error}). Write one object a line.") from error
    return value


def _read_row(row: object, where: str, name: str) -> Marked:
    """One document; `name` stands in where it has no id."""
    if not isinstance(row, Mapping):
        raise DocumentError(f"{where}: the whole should be a JSON object. Write one coded document as one object.")
    named = _name(row, name)
    if _RELATIONS not in named:
        if "statements" not in named:
            raise DocumentError(
                f"{where}: neither statements (the interchange format) nor relations (source, cue, content)."
                " Give an empty list where nothing is said."
            )
        return Marked.of(coded_from_json(named, where=where), where)
    return _read_relations(named, where)


def _name(row: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    document = row.get("document")
    if isinstance(document, Mapping):
        return row if document.get("id") is not None else {**row, "document": {**document, "id": name}}
    return row if row.get("id") is not None else {**row, "id": name}


def _read_relations(row: Mapping[str, Any], where: str) -> Marked:
    """A text with relations; those without content say nothing and are left out."""
    held = row.get("document", row)
    if not isinstance(held, Mapping):
        raise _wrong(where, "document", "should be a JSON object")
    document = document_from_json({k: held.get(k) for k in _FACTS}, where=where)
    rows = row[_RELATIONS]
    if not isinstance(rows, list):
        raise _wrong(where, _RELATIONS, "should be a list of objects")
    size = len(document.text)
    relations = (_read_relation(r, where, f"{_RELATIONS}[{i}]", size) for i, r in enumerate(rows))
    return Marked(where, document, tuple(r for r in relations if r.content))


def _read_relation(row: object, where: str, at: str, size: int) -> Relation:
    if not isinstance(row, Mapping):
        raise _wrong(where, at, "should be a JSON object")
    source, cue, content = (_read_spans(row.get(role), where, f"{at}.{role}", size) for role in _ROLES)
    return Relation(source, cue, content)


def _read_spans(value: object, where: str, at: str, size: int) -> Spans:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise _wrong(where, at, "should be a list of [start, end]")
    pairs = [value] if value and isinstance(value[0], int) else value
    return tuple(_read_span(v, where, at, size) for v in pairs)


def _read_span(value: object, where: str, at: str, size: int) -> Span:
    numbers = value if isinstance(value, list) else []
    if len(numbers) != 2 or not all(isinstance(n, int) and not isinstance(n, bool) for n in numbers):
        raise _wrong(where, at, "should be [start, end], two whole numbers")
    start, end = numbers
    if not 0 <= start < end <= size:
        raise _wrong(where, at, f"[{start}, {end}] is no stretch of a text of {size} characters")
    return Span(start, end)


def _wrong(where: str, at: str, problem: str) -> DocumentError:
    return DocumentError(f"{where}: {at} {problem}. See docs/evaluation.md for the shape.")
