"""Ids as people read and type them: the long ids of a record come in, the shortest that are clear go out, and back.

A statement's id is its document's and a number; `3f2a-004` is enough where no other document begins with 3f2a.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from standpoint.record import Record

LEAST = 4
_SHORT = re.compile(r"(?P<document>.+)-(?P<number>\d{1,6})")


@dataclass(frozen=True, slots=True)
class ShortIds:
    """The shortest clear beginning of every document id of a record."""

    _of: Mapping[str, str]

    @classmethod
    def of(cls, record: Record) -> ShortIds:
        return cls.among(row.document.id for row in record.documents())

    @classmethod
    def among(cls, ids: Iterable[str]) -> ShortIds:
        whole = sorted(set(ids))
        short = {}
        for place, id in enumerate(whole):
            shared = max((_common(id, whole[i]) for i in (place - 1, place + 1) if 0 <= i < len(whole)), default=0)
            short[id] = id[: max(LEAST, shared + 1)]
        return cls(short)

    def document(self, id: str) -> str:
        return self._of.get(id, id)

    def statement(self, id: str) -> str:
        document, _, number = id.rpartition("-")
        return f"{self.document(document)}-{number}"


def find_statement(record: Record, typed: str) -> str:
    """The whole id of a statement from the id, its beginning, or the beginning of a document's id and a number."""
    match = _SHORT.fullmatch(typed.strip())
    if match is None:
        return typed.strip()
    beginning = match["document"]
    documents = sorted({r.document.id for r in record.documents() if r.document.id.startswith(beginning)})
    if len(documents) != 1:
        return typed.strip()
    return f"{documents[0]}-{int(match['number']):03d}"


def _common(one: str, other: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
