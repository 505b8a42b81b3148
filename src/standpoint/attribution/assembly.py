"""From what the model found to a document's attributions: found spans in, kinds, nesting and whole quotations out.

Only what text does regularly is mended by rule: a quotation that runs over paragraphs is one content, no content
stops after "the" or "would", and none runs over the end of a paragraph unquoted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from standpoint.attribution.kinds import classify_kind
from standpoint.attribution.nesting import find_outer
from standpoint.language.quotes import Quotation
from standpoint.language.sentences import split_paragraphs, trim
from standpoint.model import Attribution, Document, Kind, Span, Spans

_SAME = 0.8
_MOST = 0.5
_UNFINISHED = re.compile(
    r"(?:an?|the|their|our|my|your|its|of|from|into|against|between|among|than|would|will|shall|should|could"
    r"|may|might|must|and|or|but|if|because|while|whether|whose|as|across|towards?)",
    re.IGNORECASE,
)
_PAUSE = re.compile(r"[,;:.!?…—–()“”\"\n]")


@dataclass(frozen=True, slots=True)
class Found:
    """One cue with its source and content in characters, and how sure the model is, in 0..1."""

    source: Spans
    cue: Spans
    content: Spans
    confidence: float


def assemble(document: Document, found: Sequence[Found], quotations: Sequence[Quotation]) -> tuple[Attribution, ...]:
    """Attributions by where their first span begins; each found thing once, and none from site furniture."""
    text = document.text
    usable = [f for f in found if not any(x.span.overlaps(s) for x in document.furniture for s in f.content)]
    starts = (p.start for p in split_paragraphs(text))
    breaks = [at for at in starts if not any(q.span.start < at < q.span.end for q in quotations)]
    finished = [_finish(text, _keep_paragraph(f, breaks, text)) for f in _drop_repeats(usable)]
    joined = _join_running(_complete_quotations(finished, quotations), quotations)
    ordered = sorted(
        (Attribution(f.source, f.cue, f.content, Kind.INDIRECT, round(f.confidence, 4)) for f in joined),
        key=lambda a: (min((*a.source, *a.cue, *a.content)), a.cue, a.content),
    )
    return tuple(
        replace(a, kind=classify_kind(text, a.source, a.cue, a.content, quotations), nested_in=outer)
        for a, outer in zip(ordered, find_outer(ordered), strict=True)
    )


def _drop_repeats(found: Sequence[Found]) -> list[Found]:
    """Without those that tell the content of a surer one again by the same source."""
    kept: list[Found] = []
    for f in sorted(found, key=lambda f: (-f.confidence, f.cue)):
        if not any(_overlap(f.content, k.content) >= _SAME and _alike(f.source, k.source) for k in kept):
            kept.append(f)
    return sorted(kept, key=lambda f: f.cue)


def _keep_paragraph(found: Found, breaks: Sequence[int], text: str) -> Found:
    """Of a content that runs over `breaks` between paragraphs the part that is nearest its cue."""

    def keep(span: Span) -> Span:
        ends = [at for at in breaks if span.start < at < span.end]
        if not ends:
            return span
        parts = [trim(text, Span(a, b)) for a, b in pairwise((span.start, *ends, span.end))]
        return min(parts, key=lambda p: max(p.start - found.cue[0].start, found.cue[0].end - p.end, 0))

    return replace(found, content=tuple(keep(s) for s in found.content))


def _finish(text: str, found: Found) -> Found:
    """A content that stops after a word that stops nothing goes on to the next punctuation, or to its own cue."""
    own = [s.start for s in (*found.source, *found.cue, *found.content)]
    return replace(found, content=tuple(Span(s.start, _end_of(text, s, own)) for s in found.content))


def _end_of(text: str, span: Span, own: Sequence[int]) -> int:
    last = text.rfind(" ", *span) + 1 or span.start
    pause = _PAUSE.search(text, span.end)
    if pause is None or not text[span.end].isspace() or not _UNFINISHED.fullmatch(text, last, span.end):
        return span.end
    end = min([pause.start(), *(at for at in own if at >= span.end)])
    return len(text[:end].rstrip())


def _alike(one: Spans, other: Spans) -> bool:
    return one == other or any(a.overlaps(b) for a in one for b in other)


def _overlap(one: Spans, other: Spans) -> float:
    """Jaccard overlap in characters."""
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    total = sum(s.end - s.start for s in (*one, *other)) - both
    return both / total if total else 0.0


def _complete_quotations(found: Sequence[Found], quotations: Sequence[Quotation]) -> list[Found]:
    """A content that has the greater part of a quotation has all of it, unless another one has the rest."""
    around = [q.span for q in quotations]
    completed = []
    for f in found:
        spans = tuple(_complete(span, f, found, around) for span in f.content)
        whole = tuple(s for s in spans if not any(_is_scrap(s, q) for q in around))
        completed.append(replace(f, content=whole or spans))
    return completed


def _complete(span: Span, owner: Found, found: Sequence[Found], around: Sequence[Span]) -> Span:
    taken = [s for o in found if o is not owner for s in (*o.content, *o.cue, *o.source)]
    for q in around:
        if not span.overlaps(q) or span.covers(q) or _share(span, q) < _MOST:
            continue
        rest = [Span(a, b) for a, b in ((q.start, span.start), (span.end, q.end)) if a < b]
        own = (*owner.source, *owner.cue, *(s for s in owner.content if s != span))
        claimed = (*(s for s in taken if not span.covers(s)), *own)
        if not any(r.overlaps(s) for r in rest for s in claimed):
            span = Span(min(span.start, q.start), max(span.end, q.end))
    return span


def _is_scrap(span: Span, quotation: Span) -> bool:
    """A few words of a quotation that are left over beside the rest of a content."""
    return quotation.covers(span) and span != quotation and _share(span, quotation) < _MOST


def _share(span: Span, quotation: Span) -> float:
    return (min(span.end, quotation.end) - max(span.start, quotation.start)) / (quotation.end - quotation.start)


def _join_running(found: Sequence[Found], quotations: Sequence[Quotation]) -> list[Found]:
    """Each quotation that runs over paragraphs is one content, whole, of whoever says most of it."""
    joined = list(found)
    for chain in _chains(quotations):
        parts = [f for f in joined if any(_fills(s, q) for s in f.content for q in chain)]
        if len(chain) == 1 or not parts:
            continue
        owner = max(parts, key=lambda f: (bool(f.source), f.confidence, f.cue))
        others = tuple(s for s in owner.content if not any(_fills(s, q) for q in chain))
        whole = replace(owner, content=tuple(sorted((*others, *chain))))
        # Parts of the chain that the model gave to nobody, or to the same words, are taken up.
        left = [f for f in joined if f is not owner and not (f in parts and not f.source)]
        joined = [*left, whole]
    return joined


def _chains(quotations: Sequence[Quotation]) -> list[list[Span]]:
    chains: list[list[Span]] = []
    for q in quotations:
        if q.continues and chains:
            chains[-1].append(q.span)
        else:
            chains.append([q.span])
    return chains


def _fills(span: Span, quotation: Span) -> bool:
    """True where the span is most of the quotation and hardly more."""
    both = min(span.end, quotation.end) - max(span.start, quotation.start)
    return both >= 0.6 * (quotation.end - quotation.start) and both >= 0.6 * (span.end - span.start)
