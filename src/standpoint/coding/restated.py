"""Finds clauses that restate a provision: a document view and the agreements it names come in, spans with clauses
go out."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from standpoint.coding.lexicon import load_phrases
from standpoint.coding.view import DocumentView
from standpoint.coding.words import WordReader
from standpoint.model import Span

if TYPE_CHECKING:
    from standpoint.codebooks import Agreement

_BREAK = re.compile(r"[;:“”\"]|,\s+(?:and|but|while|which|who|as)\s|\s(?:while|but|although|because)\s|\s[–—-]\s")
_INSTRUMENT = re.compile(
    r"\s*(?:the|this|that)\s+(?:\w+\s+){0,3}(?:agreement|accord|deal|statement|treaty|plan|text|document)\b", re.I
)
_MEASURE = re.compile(r"([0-9]+)([a-z]+)")
_LEAST_SCORE, _LEAST_NAMED = 0.5, 0.3
_LEAST_WORDS = 3


class RestatementFinder:
    """Compares clauses with summaries by the weight of the words they share (inverse document frequency over
    summaries)."""

    def __init__(self, agreements: Sequence[Agreement], reader: WordReader) -> None:
        function = frozenset(w for words in load_phrases("function.toml").values() for w in words)
        self._provisions: list[tuple[str, str, frozenset[str]]] = []
        for agreement in agreements:
            for provision in agreement.provisions:
                self._provisions.append(
                    (agreement.id, provision.number, _content_roots(reader, provision.summary, function))
                )
        counts = Counter(root for _, _, roots in self._provisions for root in roots)
        total = max(1, len(self._provisions))
        self._weight = {root: math.log(1 + total / n) for root, n in counts.items()}

    def find(self, view: DocumentView, agreements: Iterable[str]) -> list[tuple[Span, str, str]]:
        """Clauses that share most of the weight of one provision of the named agreements."""
        wanted = frozenset(agreements)
        rows = [p for p in self._provisions if p[0] in wanted]
        found: list[tuple[Span, str, str]] = []
        if not rows:
            return found
        for clause in _clauses(view):
            first, stop = view.words.within(clause)
            here = frozenset(r for root in view.words.roots[first:stop] for r in _parted(root) if r in self._weight)
            if len(here) < _LEAST_WORDS:
                continue
            scored = []
            for agreement, number, roots in rows:
                shared = here & roots
                if len(shared) >= _LEAST_WORDS:
                    whole = sum(self._weight[r] for r in roots)
                    scored.append((sum(self._weight[r] for r in shared) / whole, agreement, number))
            if scored:
                score, agreement, number = max(scored)
                named = _INSTRUMENT.match(clause.of(view.text)) is not None
                if score >= (_LEAST_NAMED if named else _LEAST_SCORE):
                    found.append((_trimmed(view.text, clause), agreement, number))
        return found


def _content_roots(reader: WordReader, text: str, function: frozenset[str]) -> frozenset[str]:
    words = reader.read(text)
    return frozenset(
        root
        for root, lower in zip(words.roots, words.lowers, strict=True)
        if lower not in function and len(lower) > 1 and lower[0].isalnum()
    )


def _parted(root: str) -> tuple[str, ...]:
    """A number and its unit apart, as "20km" is "20 km"."""
    m = _MEASURE.fullmatch(root)
    return m.groups() if m else (root,)


def _clauses(view: DocumentView) -> Iterable[Span]:
    for sentence in view.sentences:
        start = sentence.start
        for m in _BREAK.finditer(view.text, sentence.start, sentence.end):
            if m.start() > start:
                yield Span(start, m.start())
            start = m.end()
        if start < sentence.end:
            yield Span(start, sentence.end)


def _trimmed(text: str, span: Span) -> Span:
    """The clause without white space and stops at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in '.,;:”"'):
        end -= 1
    return Span(start, end)
