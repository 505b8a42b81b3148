"""One document as the coders see it: its text, attributions and actors come in, and words, sentences and look-ups
go out.

It is built once per document and shared, so that no coder splits or stems the text again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from standpoint.coding.words import WordReader, Words
from standpoint.language.sentences import split_paragraphs, split_sentences
from standpoint.model import ActorMention, Attribution, Document, ResolvedActors, Span, Spans


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document with its words and bounds. Sentences and paragraphs are in text order and do not overlap."""

    document: Document
    words: Words
    sentences: Spans
    paragraphs: Spans
    attributions: tuple[Attribution, ...]
    actors: ResolvedActors
    starts: tuple[int, ...]
    """Where the sentences begin."""
    named: tuple[int, ...]
    """Where the mentions of actors begin."""
    inner: Mapping[int, tuple[int, ...]]
    """The statements that each statement holds; those that hold none are left out."""

    @property
    def text(self) -> str:
        return self.document.text

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds a character, or the last one that begins before it."""
        return self.sentences[self.sentence_index(offset)] if self.sentences else Span(0, 0)

    def sentence_index(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, offset) - 1)

    def paragraph_at(self, offset: int) -> Span:
        return _at(self.paragraphs, offset)

    def mentions_in(self, span: Span) -> tuple[ActorMention, ...]:
        """Actor mentions inside a span, in text order."""
        first = bisect_left(self.named, span.start)
        stop = bisect_left(self.named, span.end, lo=first)
        if first == stop:
            return ()
        return tuple(m for m in self.actors.mentions[first:stop] if m.span.end <= span.end)

    def speaker_codes(self, index: int) -> tuple[str, ...]:
        """Codes that the speakers of an attribution speak for."""
        return tuple(s.actor for s in self.actors.resolutions[index].speakers if s.actor)

    def innermost(self, span: Span) -> int | None:
        """The attribution with the shortest content that covers a span, or None in the outlet's own words."""
        best: tuple[int, int] | None = None
        for index, attribution in enumerate(self.attributions):
            if any(c.covers(span) for c in attribution.content):
                length = sum(c.end - c.start for c in attribution.content)
                best = min(best, (length, -index)) if best else (length, -index)
        return -best[1] if best else None


def build_view(
    document: Document, attributions: Sequence[Attribution], actors: ResolvedActors, reader: WordReader
) -> DocumentView:
    """The view of one document; furniture is left out of sentences and paragraphs."""
    cut = tuple(f.span for f in document.furniture)

    def kept(spans: Sequence[Span]) -> Spans:
        return tuple(s for s in spans if not any(c.covers(s) for c in cut))

    sentences = kept(split_sentences(document.text))
    inner: dict[int, tuple[int, ...]] = {}
    for index, attribution in enumerate(attributions):
        if attribution.nested_in is not None:
            inner[attribution.nested_in] = (*inner.get(attribution.nested_in, ()), index)
    return DocumentView(
        document,
        reader.read(document.text),
        sentences,
        kept(split_paragraphs(document.text)),
        tuple(attributions),
        actors,
        tuple(s.start for s in sentences),
        tuple(m.span.start for m in actors.mentions),
        inner,
    )


def bounds(spans: Spans) -> Span:
    """The stretch from the first to the last of some spans."""
    return Span(spans[0].start, spans[-1].end)


def _at(spans: Spans, offset: int) -> Span:
    index = bisect_right(spans, offset, key=lambda s: s.start) - 1
    return spans[max(0, index)] if spans else Span(0, 0)
