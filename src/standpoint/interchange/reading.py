"""Reads the interchange format: JSON objects and lines of JSON Lines come in, coded documents go out.

Every field is checked; an error names the place, the field and what it should be.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from standpoint.errors import DocumentError
from standpoint.model import (
    Act,
    AgreementMention,
    AgreementUse,
    CodedDocument,
    Coder,
    DateMention,
    Document,
    Event,
    Furniture,
    Kind,
    Span,
    Spans,
    Speaker,
    Stance,
    StatedPosition,
    Statement,
)

JsonObject = dict[str, Any]
_Code = TypeVar("_Code", bound=StrEnum)


def document_from_json(row: Mapping[str, Any], *, where: str = "the JSON object") -> Document:
    """A document from its JSON object; raises DocumentError naming `where` and the field."""
    return _Reader(where).document(row)


def coded_from_json(row: Mapping[str, Any], *, where: str = "the JSON object") -> CodedDocument:
    """A coded document from its JSON object.

    Reads hand-coded documents too: `text`, `id` and so on may stand at the top level, a list of spans may be a
    single span or null, statements may lack ids (then they are numbered) and `nested_in` may be an index; what such
    a document leaves out is filled in as coded by hand: speaker id as its name, `how` and coder "hand", confidence 1.
    Raises DocumentError naming `where` and the field.
    """
    return _Reader(where).coded(row)


def coded_from_lines(lines: Iterable[str], *, where: str) -> Iterator[CodedDocument]:
    """Coded documents from lines of JSON Lines; blank lines are passed over. Errors name `where` and the line."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        place = f"{where}, line {number}"
        try:
            row = json.loads(line)
        except ValueError as error:
            raise DocumentError(f"{place} is no JSON object: {error}. Write one object a line.") from error
        yield coded_from_json(row, where=place)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads fields of JSON objects and says where one is wrong."""

    where: str

    def coded(self, row: Mapping[str, Any]) -> CodedDocument:
        self._check_object(row, "")
        document = self.document(row.get("document", row))
        rows = self._rows(row, "statements")
        ids = [self._text(r, "id", f"statements[{i}]") or f"{document.id}-{i + 1:03d}" for i, r in enumerate(rows)]
        statements = tuple(self._statement(r, i, ids, len(document.text)) for i, r in enumerate(rows))
        size = len(document.text)
        return CodedDocument(
            document=document,
            statements=statements,
            agreements=tuple(self._agreement(r, i, ids, size) for i, r in enumerate(self._rows(row, "agreements"))),
            dates=tuple(
                DateMention(self._span(r, "span", f"dates[{i}]", size), self._text(r, "value", f"dates[{i}]"))
                for i, r in enumerate(self._rows(row, "dates"))
            ),
            events=tuple(self._event(r, f"events[{i}]", size) for i, r in enumerate(self._rows(row, "events"))),
            coder=self._coder(row.get("coder") or {"name": "hand", "version": "1"}),
        )

    def document(self, row: Mapping[str, Any]) -> Document:
        at = "document"
        self._check_object(row, at)
        text = self._needed(row, "text", at)
        return Document(
            id=self._needed(row, "id", at),
            text=text,
            publisher=self._text(row, "publisher", at),
            published=self._day(row, "published", at),
            title=self._text(row, "title", at),
            url=self._text(row, "url", at),
            language=self._text(row, "language", at),
            furniture=tuple(
                Furniture(
                    self._span(f, "span", f"{at}.furniture[{i}]", len(text)),
                    self._needed(f, "reason", f"{at}.furniture[{i}]"),
                )
                for i, f in enumerate(self._rows(row, "furniture"))
            ),
        )

    def _statement(self, row: Mapping[str, Any], index: int, ids: Sequence[str], size: int) -> Statement:
        at = f"statements[{index}]"
        speaker = row.get("speaker")
        nested = row.get("nested_in")
        if isinstance(nested, int) and 0 <= nested < len(ids):
            nested = ids[nested]
        if nested is not None and nested not in ids:
            self._fail(f"{at}.nested_in", f"{nested!r} is the id of no statement of this document")
        content = self._spans(row, "content", at, size)
        if not content:
            self._fail(f"{at}.content", "a statement needs content")
        return Statement(
            id=ids[index],
            source=self._spans(row, "source", at, size),
            cue=self._spans(row, "cue", at, size),
            content=content,
            kind=self._code(row, "kind", at, Kind),
            speaker=None if speaker is None else self._speaker(speaker, f"{at}.speaker"),
            unresolved=self._text(row, "unresolved", at),
            said=self._day(row, "said", at),
            setting=self._text(row, "setting", at),
            nested_in=nested,
            act=self._code(row, "act", at, Act, Act.STATE),
            target=self._text(row, "target", at),
            positions=tuple(
                StatedPosition(
                    self._needed(p, "issue", f"{at}.positions[{i}]"),
                    self._code(p, "stance", f"{at}.positions[{i}]", Stance),
                    self._share(p, f"{at}.positions[{i}]"),
                )
                for i, p in enumerate(self._rows(row, "positions", at))
            ),
            confidence=self._share(row, at),
        )

    def _speaker(self, row: Mapping[str, Any], at: str) -> Speaker:
        self._check_object(row, at)
        name = self._needed(row, "name", at)
        id, how = self._text(row, "id", at), self._text(row, "how", at)
        return Speaker(
            id=name if id is None else id,
            name=name,
            actor=self._text(row, "actor", at),
            sector=self._text(row, "sector", at),
            role=self._text(row, "role", at),
            how="hand" if how is None else how,
            confidence=self._share(row, at),
        )

    def _agreement(self, row: Mapping[str, Any], index: int, ids: Sequence[str], size: int) -> AgreementMention:
        at = f"agreements[{index}]"
        statement = self._text(row, "statement", at)
        if statement is not None and statement not in ids:
            self._fail(f"{at}.statement", f"{statement!r} is the id of no statement of this document")
        return AgreementMention(
            span=self._span(row, "span", at, size),
            agreement=self._needed(row, "agreement", at),
            provision=self._text(row, "provision", at),
            use=None if row.get("use") is None else self._code(row, "use", at, AgreementUse),
            attribution=None if statement is None else ids.index(statement),
        )

    def _event(self, row: Mapping[str, Any], at: str, size: int) -> Event:
        return Event(
            span=self._span(row, "span", at, size),
            actor=self._needed(row, "actor", at),
            act=self._code(row, "act", at, Act),
            target=self._text(row, "target", at),
            date=self._text(row, "date", at),
            confidence=self._share(row, at),
        )

    def _coder(self, row: Mapping[str, Any]) -> Coder:
        self._check_object(row, "coder")
        models = row.get("models") or {}
        self._check_object(models, "coder.models")
        return Coder(
            self._needed(row, "name", "coder"),
            self._needed(row, "version", "coder"),
            {k: self._needed(models, k, "coder.models") for k in sorted(models)},
        )

    def _rows(self, row: Mapping[str, Any], key: str, at: str = "") -> list[Mapping[str, Any]]:
        rows = row.get(key)
        if rows is None:
            return []
        place = f"{at}.{key}" if at else key
        if not isinstance(rows, list):
            self._fail(place, "should be a list of objects")
        for i, r in enumerate(rows):
            self._check_object(r, f"{place}[{i}]")
        return rows

    def _spans(self, row: Mapping[str, Any], key: str, at: str, size: int) -> Spans:
        value = row.get(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            self._fail(f"{at}.{key}", "should be a list of [start, end]")
        if value and isinstance(value[0], int):
            value = [value]
        return tuple(self._as_span(v, f"{at}.{key}", size) for v in value)

    def _span(self, row: Mapping[str, Any], key: str, at: str, size: int) -> Span:
        return self._as_span(row.get(key), f"{at}.{key}", size)

    def _as_span(self, value: object, at: str, size: int) -> Span:
        numbers = value if isinstance(value, list) else []
        if len(numbers) != 2 or not all(isinstance(v, int) and not isinstance(v, bool) for v in numbers):
            self._fail(at, "should be [start, end], two whole numbers")
        start, end = numbers
        if not 0 <= start < end <= size:
            self._fail(at, f"[{start}, {end}] is no stretch of a text of {size} characters")
        return Span(start, end)

    def _text(self, row: Mapping[str, Any], key: str, at: str) -> str | None:
        value = row.get(key)
        if value is not None and not isinstance(value, str):
            self._fail(f"{at}.{key}", "should be text or null")
        return value

    def _needed(self, row: Mapping[str, Any], key: str, at: str) -> str:
        value = self._text(row, key, at)
        if value is None:
            self._fail(f"{at}.{key}", "is missing")
        return value

    def _day(self, row: Mapping[str, Any], key: str, at: str) -> date | None:
        value = self._text(row, key, at)
        if value is None:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            self._fail(f"{at}.{key}", f"{value!r} is no day written YYYY-MM-DD")

    def _code(
        self, row: Mapping[str, Any], key: str, at: str, codes: type[_Code], default: _Code | None = None
    ) -> _Code:
        value = row.get(key)
        if value is None and default is not None:
            return default
        try:
            return codes(str(value))
        except ValueError:
            self._fail(f"{at}.{key}", f"{value!r} is none of {', '.join(codes)}")

    def _share(self, row: Mapping[str, Any], at: str) -> float:
        value = row.get("confidence")
        if value is None:
            return 1.0
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            self._fail(f"{at}.confidence", "should be a number from 0 to 1")
        return float(value)

    def _check_object(self, row: object, at: str) -> None:
        if not isinstance(row, Mapping):
            self._fail(at or "the whole", "should be a JSON object")

    def _fail(self, at: str, problem: str) -> NoReturn:
        raise DocumentError(f"{self.where}: {at} {problem}. See the interchange format in docs/.")
