"""Texts and spans come in; their word tokens, and which predicted spans are meant for which gold ones, go out.

A token is a run of letters and digits, or one other visible character.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from standpoint.model import Span

Tokens = frozenset[int]
"""Tokens by the offset of their first character."""

LEAST_OVERLAP = 0.5
_TOKEN = re.compile(r"\w+|[^\w\s]")
_EDGE = frozenset(" \t\r\n.,;:!?-–—…'\"“”„«»‘’()[]")


def tokenize(text: str) -> tuple[int, ...]:
    """Where each token of a text starts, in order."""
    return tuple(m.start() for m in _TOKEN.finditer(text))


def cover_tokens(starts: Sequence[int], spans: Iterable[Span]) -> Tokens:
    """The tokens of a text that start within one of the spans; `starts` is what `tokenize` gave."""
    return frozenset(t for s in spans for t in starts[bisect_left(starts, s.start) : bisect_left(starts, s.end)])


def cut_tokens(text: str, spans: Iterable[Span]) -> Tokens:
    """The tokens of the spans' own words: a span that begins inside a word has the rest of that word as a token."""
    return frozenset(m.start() for s in spans for m in _TOKEN.finditer(text, max(s.start, 0), max(s.end, 0)))


def trim_span(text: str, span: Span) -> Span | None:
    """The span without blanks, quotation marks and punctuation at its ends; None where nothing else is in it."""
    start, end = max(span.start, 0), min(span.end, len(text))
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end) if start < end else None


def measure_overlap(one: Tokens, other: Tokens) -> float:
    """Jaccard overlap: tokens in both over tokens in either, 0 where there are none."""
    either = len(one | other)
    return len(one & other) / either if either else 0.0


def is_same_source(gold: Tokens, predicted: Tokens) -> bool:
    """Whether a source is right: none where there is none, else overlapping by half."""
    return (not gold and not predicted) or measure_overlap(gold, predicted) >= LEAST_OVERLAP


def match_contents(
    gold: Sequence[Tokens], predicted: Sequence[Tokens], *, is_preferred: Callable[[int, int], bool] | None = None
) -> dict[int, int]:
    """Which predicted content (by index) is meant for which gold one, one to one.

    The pairs of highest overlap go first, and none below a half counts. Among pairs of the same overlap go those
    that `is_preferred` (gold index, predicted index) first, then those that stand first.
    """
    pairs = sorted(
        (-overlap, is_preferred is not None and not is_preferred(i, j), i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if (overlap := measure_overlap(g, p)) >= LEAST_OVERLAP
    )
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in pairs:
        if i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return matched
