"""Holds the invariant of evidence: a coded document comes in, every stretch that a record will store is checked.

What is stored as a quotation equals the document's characters at its offsets; a coding that points elsewhere is
refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from standpoint.errors import EvidenceError
from standpoint.model import CodedDocument, Document, Span, Statement

_Id = TypeVar("_Id", str, int)
PARTS = ("source", "cue", "content")


class Stretch(NamedTuple):
    """A span that is to be stored, and what it is for people to read."""

    what: str
    span: Span


def parts_of(statement: Statement) -> Iterator[tuple[str, int, Span]]:
    """Part, number and span of every quotation of a statement, in the order of PARTS."""
    for part, spans in zip(PARTS, (statement.source, statement.cue, statement.content), strict=True):
        for number, span in enumerate(spans):
            yield part, number, span


def check_evidence(coded: CodedDocument) -> None:
    """Raises EvidenceError at the first stretch that is none of the document's, or reference that leads nowhere."""
    document, size = coded.document, len(coded.document.text)
    for what, span in _stretches(coded):
        if not 0 <= span.start < span.end <= size:
            raise EvidenceError(
                f"Document {document.id}: {what} points at characters {span.start} to {span.end}, and the document "
                f"has {size}. Nothing of it was stored; code the document again."
            )
    ids = {s.id for s in coded.statements}
    if len(ids) < len(coded.statements):
        raise EvidenceError(f"Document {document.id}: two statements have the same id. Code the document again.")
    for statement in coded.statements:
        if statement.nested_in is not None and (
            statement.nested_in not in ids or statement.nested_in == statement.id
        ):
            raise EvidenceError(
                f"Document {document.id}: statement {statement.id} is nested in {statement.nested_in}, which is no "
                "other statement of the document. Code the document again."
            )
    circle = find_circle({s.id: s.nested_in for s in coded.statements})
    if circle is not None:
        raise EvidenceError(
            f"Document {document.id}: statement {circle} is nested in itself by way of others. Code the document "
            "again."
        )
    for mention in coded.agreements:
        if mention.attribution is not None and not 0 <= mention.attribution < len(coded.statements):
            raise EvidenceError(
                f"Document {document.id}: a mention of {mention.agreement} is in statement number "
                f"{mention.attribution}, and there are {len(coded.statements)}. Code the document again."
            )


def check_same_text(document: Document, stored: str) -> None:
    """Raises EvidenceError where the record has another text under the same id."""
    if document.text != stored:
        raise EvidenceError(
            f"Document {document.id}: the record has another text under this id. Its quotations would not hold; "
            "give the changed text an id of its own."
        )


def place_contents(statements: Sequence[Statement]) -> tuple[str, ...]:
    """The anchor of every statement: where its content stands, and which one it is of several that share it."""
    seen: dict[str, int] = {}
    anchors = []
    for statement in statements:
        place = ",".join(f"{s.start}-{s.end}" for s in statement.content)
        seen[place] = seen.get(place, 0) + 1
        anchors.append(place if seen[place] == 1 else f"{place}/{seen[place]}")
    return tuple(anchors)


def find_circle(nested_in: Mapping[_Id, _Id | None]) -> _Id | None:
    """A statement that is nested in itself by way of any number of others, or None."""
    for start in nested_in:
        at, steps = nested_in[start], 0
        while at is not None and steps < len(nested_in):
            at, steps = nested_in.get(at), steps + 1
        if at is not None:
            return start
    return None


def _stretches(coded: CodedDocument) -> Iterator[Stretch]:
    for statement in coded.statements:
        for part, _, span in parts_of(statement):
            yield Stretch(f"the {part} of statement {statement.id}", span)
    for mention in coded.agreements:
        yield Stretch(f"a mention of the agreement {mention.agreement}", mention.span)
    for day in coded.dates:
        yield Stretch(f"the date {day.value}", day.span)
    for event in coded.events:
        yield Stretch(f"an event of {event.actor}", event.span)
    for furniture in coded.document.furniture:
        yield Stretch(f"the furniture ({furniture.reason})", furniture.span)
