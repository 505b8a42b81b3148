"""Spans -> their tokens and trimmed ends; contents on both sides -> which is meant for which."""

from __future__ import annotations

import pytest

from standpoint.evaluation.matching import (
    cover_tokens,
    cut_tokens,
    is_same_source,
    match_contents,
    tokenize,
    trim_span,
)
from standpoint.model import Span

TEXT = "Ann's boat, (she said) sank."


@pytest.mark.parametrize(
    ("span", "covered", "cut"),
    [
        (Span(0, 5), {0, 3, 4}, {0, 3, 4}),
        (Span(1, 10), {3, 4, 6}, {1, 3, 4, 6}),
        (Span(6, 8), {6}, {6}),
        (Span(5, 6), set(), set()),
        (Span(-9, 2), {0}, {0}),
        (Span(-9, -2), set(), set()),
        (Span(23, 99), {23, 27}, {23, 27}),
    ],
)
def test_tokens_of_spans(span: Span, covered: set[int], cut: set[int]) -> None:
    assert cover_tokens(tokenize(TEXT), [span]) == covered
    assert cut_tokens(TEXT, [span]) == cut


@pytest.mark.parametrize(
    ("words", "trimmed"),
    [("Ann's boat,", "Ann's boat"), (" (she said) ", "she said"), (", (", None), ("sank.", "sank")],
)
def test_trimmed_ends(words: str, trimmed: str | None) -> None:
    start = TEXT.index(words)
    found = trim_span(TEXT, Span(start, start + len(words)))
    assert (found.of(TEXT) if found else None) == trimmed


@pytest.mark.parametrize(
    ("gold", "predicted", "matched"),
    [
        ([{1, 2, 3, 4}], [{1, 2}], {0: 0}),
        ([{1, 2, 3, 4, 5}], [{1, 2}], {}),
        ([{1, 2, 3}], [{1, 2}, {1, 2, 3}], {0: 1}),
        ([{1, 2}, {1, 2}], [{1, 2}], {0: 0}),
        ([{1, 2}], [{1, 2}, {1, 2}], {0: 0}),
        ([{1, 2}, {2, 3}], [{2, 3}, {1, 2}], {0: 1, 1: 0}),
        ([set()], [set()], {}),
    ],
)
def test_contents_that_are_meant_for_each_other(
    gold: list[set[int]], predicted: list[set[int]], matched: dict[int, int]
) -> None:
    assert match_contents([frozenset(g) for g in gold], [frozenset(p) for p in predicted]) == matched


def test_among_equals_the_preferred_pair_goes_first() -> None:
    same = [frozenset({1, 2})] * 2
    assert match_contents(same, same, is_preferred=lambda i, j: i != j) == {0: 1, 1: 0}


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [(set(), set(), True), ({1}, set(), False), (set(), {1}, False), ({1, 2}, {1}, True), ({1, 2, 3}, {1}, False)],
)
def test_sources(gold: set[int], predicted: set[int], right: bool) -> None:
    assert is_same_source(frozenset(gold), frozenset(predicted)) is right
