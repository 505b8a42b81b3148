"""Statements, as outlets tell them -> which are the same one told twice."""

from __future__ import annotations

import time
from datetime import date

import pytest

from builders import evidence
from standpoint.positions import group_tellings, measure_similarity
from standpoint.positions.tellings import SIMILAR

DAY = date(2001, 3, 1)

PAIRS: list[tuple[str, str, bool]] = [
    ("The treaty will be signed in spring", "the treaty will be signed in spring.", True),
    ("The treaty will be signed in spring", "In spring the treaty will be signed, he added", True),
    ("we will never give up the northern shore", "Ruritania would never give up the northern shore", True),
    (
        "the dam stays shut until the last soldier has left the island and the prisoners are home",
        "the dam stays shut until the last soldier has left",
        True,
    ),
    ("l'île n'est pas à vendre", "“L'île n'est pas à vendre”, dit-il", True),
    ("The treaty will be signed in spring", "Prisoners must come home at once", False),
    ("we want peace", "we want the harbour opened, patrols halted, prisoners freed and the dam shut", False),
    ("yes", "no", False),
    ("is it so", "it is", False),
    ("", "anything", False),
]


@pytest.mark.parametrize(("one", "other", "same"), PAIRS)
def test_wordings_are_alike_or_not(one: str, other: str, same: bool) -> None:
    assert (measure_similarity(one, other) >= SIMILAR) is same
    assert measure_similarity(one, other) == measure_similarity(other, one)


GROUPS: list[tuple[str, list[dict[str, object]], list[list[int]]]] = [
    ("two outlets", [{"document": "a"}, {"document": "b"}], [[0, 1]]),
    ("one outlet twice", [{"document": "a"}, {"document": "a", "words": "The dam was opened, he said"}], [[0], [1]]),
    ("the very same words of one document, jointly", [{"document": "a"}, {"document": "a"}], [[0, 1]]),
    ("another day", [{"document": "a"}, {"document": "b", "day": date(2001, 3, 2)}], [[0], [1]]),
    ("another speaker", [{"document": "a"}, {"document": "b", "by": "Rassendyll"}], [[0], [1]]),
    ("no day", [{"document": "a", "day": None}, {"document": "b", "day": None}], [[0], [1]]),
    ("the day of publication", [{"document": "a"}, {"document": "b", "day": None, "published": DAY}], [[0, 1]]),
    ("unlike in between", [{"document": "a"}, {"document": "b", "words": "x y z"}, {"document": "c"}], [[0, 2], [1]]),
    ("nothing", [], []),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "groups"), [g[1:] for g in GROUPS], ids=[g[0] for g in GROUPS])
def test_tellings_are_grouped(rows: list[dict[str, object]], groups: list[list[int]]) -> None:
    usual = {"day": DAY, "words": "The dam will be opened before winter"}
    items = [evidence("supports", **(usual | row)) for row in rows]  # type: ignore[arg-type]
    assert [[items.index(e) for e in group] for group in group_tellings(items)] == groups


def test_many_statements_of_many_days_are_grouped_in_no_time() -> None:
    items = [evidence("supports", date.fromordinal(730_000 + n // 2)) for n in range(2_000)]
    begin = time.perf_counter()
    assert len(group_tellings(items)) == 2_000
    assert time.perf_counter() - begin < 2
