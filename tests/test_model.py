"""The nouns hold their own invariants and nothing else."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import Said, coded
from standpoint import model
from standpoint.model import Attribution, Coding, Kind, Resolution, Span

PLACES = st.tuples(st.integers(0, 9), st.integers(1, 5)).map(lambda p: Span(p[0], p[0] + p[1]))


@pytest.mark.parametrize(
    ("one", "other", "overlap", "cover"),
    [
        ((0, 5), (5, 9), False, False),
        ((0, 5), (4, 9), True, False),
        ((0, 9), (2, 5), True, True),
        ((2, 5), (0, 9), True, False),
        ((2, 5), (2, 5), True, True),
    ],
)
def test_spans_are_half_open(one: tuple[int, int], other: tuple[int, int], overlap: bool, cover: bool) -> None:
    assert (Span(*one).overlaps(Span(*other)), Span(*one).covers(Span(*other))) == (overlap, cover)


@given(PLACES, PLACES)
def test_spans_overlap_where_they_share_a_character(one: Span, other: Span) -> None:
    shared = set(range(*one)) & set(range(*other))
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)
    assert one.covers(other) == (shared == set(range(*other)))


def test_a_span_gives_the_words_at_its_place() -> None:
    assert Span(3, 7).of("an île 🏝") == "île "


def test_an_attribution_needs_content() -> None:
    with pytest.raises(ValueError, match="needs content"):
        Attribution((), (), (), Kind.DIRECT, 1.0)


def test_an_unresolved_source_needs_a_reason() -> None:
    with pytest.raises(ValueError, match="needs a reason"):
        Resolution(())
    assert Resolution((), "nobody is named").speakers == ()


@pytest.mark.parametrize(
    ("kind", "grade"),
    [("direct", "own words"), ("mixed", "own words"), ("indirect", "reported"), ("ascribed", "ascribed")],
)
def test_a_kind_has_a_grade(kind: str, grade: str) -> None:
    assert coded(Said("Zenda", "yes", kind=Kind(kind))).statements[0].grade == grade


def test_grades_stand_best_first() -> None:
    assert list(model.Grade) == ["own words", "reported", "ascribed"]


NOUNS = [c for c in vars(model).values() if dataclasses.is_dataclass(c)]


@pytest.mark.parametrize("noun", NOUNS, ids=lambda c: c.__name__)
def test_every_noun_is_frozen(noun: type) -> None:
    assert noun.__dataclass_params__.frozen  # type: ignore[attr-defined]


def test_a_coding_says_nothing_by_itself() -> None:
    assert dataclasses.astuple(Coding()) == (None, None, "STATE", None, ())
