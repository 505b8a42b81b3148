"""Gold and predicted documents come in; pairs of the same text go out, with the predicted offsets against gold's.

Where a predicted text holds gold's with something around it, such as a title, its offsets are moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from standpoint.evaluation.gold import Marked, Relation
from standpoint.model import CodedDocument, Span, Spans


@dataclass(frozen=True, slots=True)
class Pair:
    """One gold document and what was predicted for it, with offsets into gold's text.

    `problem` says why `predicted` is None, or why it is of no use.
    """

    gold: Marked
    predicted: Marked | None
    problem: str | None = None


def pair_documents(gold: Sequence[Marked], predicted: Sequence[Marked]) -> Iterator[Pair]:
    """A pair for each gold document, in order: by the text, else by a text that holds it, else by the id."""
    by_text = {p.document.text.strip(): p for p in predicted}
    by_id = {p.document.id: p for p in predicted}
    for g in gold:
        text = g.document.text.strip()
        found = by_text.get(text) or next((p for p in predicted if text in p.document.text), None)
        found = found or by_id.get(g.document.id)
        if found is None:
            yield Pair(g, None, "nothing was predicted for it")
            continue
        begins = found.document.text.find(text)
        if begins < 0:
            yield Pair(g, found, f"the text in {found.where} is another, so offsets cannot be compared")
            continue
        yield Pair(g, _move_all(found, g.document.text.index(text) - begins))


def _move_all(marked: Marked, by: int) -> Marked:
    """What is marked, so many characters further on."""
    if not by:
        return marked
    coded = None if marked.coded is None else _move_coded(marked.coded, by)
    return replace(marked, relations=tuple(_move_relation(r, by) for r in marked.relations), coded=coded)


def _move_coded(coded: CodedDocument, by: int) -> CodedDocument:
    return replace(
        coded,
        statements=tuple(
            replace(s, source=_move(s.source, by), cue=_move(s.cue, by), content=_move(s.content, by))
            for s in coded.statements
        ),
        agreements=tuple(replace(a, span=_move_span(a.span, by)) for a in coded.agreements),
        dates=tuple(replace(d, span=_move_span(d.span, by)) for d in coded.dates),
    )


def _move_relation(r: Relation, by: int) -> Relation:
    return replace(r, source=_move(r.source, by), cue=_move(r.cue, by), content=_move(r.content, by))


def _move(spans: Spans, by: int) -> Spans:
    return tuple(_move_span(s, by) for s in spans)


def _move_span(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
