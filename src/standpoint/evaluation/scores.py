"""Counts of what was right come in, figures go out: precision and recall, shares, and how far to trust confidence.

Scores of several documents are added up by their counts (micro-averages), so a long document weighs more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Item = TypeVar("_Item")
_Scores = TypeVar("_Scores", bound="DataclassInstance")
_BINS = 10


@dataclass(frozen=True, slots=True)
class PRFScore:
    """Things found among things marked by hand. Each figure is in 0..1, or None where there is nothing to measure."""

    matched: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: PRFScore) -> PRFScore:
        return add_fields(self, other)

    @property
    def precision(self) -> float | None:
        """The share of what was found that is in gold."""
        return self.matched / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """The share of gold that was found."""
        return self.matched / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two."""
        total = self.predicted + self.gold
        return 2 * self.matched / total if total else None

    @property
    def missed(self) -> int:
        return self.gold - self.matched

    @property
    def invented(self) -> int:
        return self.predicted - self.matched


@dataclass(frozen=True, slots=True)
class ShareScore:
    """How many of `total` are right."""

    right: int = 0
    total: int = 0

    def __add__(self, other: ShareScore) -> ShareScore:
        return add_fields(self, other)

    @property
    def share(self) -> float | None:
        """In 0..1, or None where there is nothing to measure."""
        return self.right / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class Judged:
    """One statement that was found: the confidence it was given, in 0..1, and whether it is right."""

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class CalibrationScore:
    """The expected calibration error (0 is best, at most 1) over `total` statements; None where there are none."""

    error: float | None = None
    total: int = 0


NO_PRF, NO_SHARE = PRFScore(), ShareScore()
"""Where counting begins."""


def compare_sets(gold: set[_Item] | frozenset[_Item], predicted: set[_Item] | frozenset[_Item]) -> PRFScore:
    """The score of a set of things that are right only where they are the same."""
    return PRFScore(len(gold & predicted), len(predicted), len(gold))


def count_right(answers: Iterable[bool]) -> ShareScore:
    """The share of answers that are right."""
    given = list(answers)
    return ShareScore(sum(given), len(given))


def measure_calibration(judged: Sequence[Judged]) -> CalibrationScore:
    """How far confidence and being right lie apart, on average over ten bins of equal width (Naeini et al. 2015)."""
    if not judged:
        return CalibrationScore()
    bins: list[list[Judged]] = [[] for _ in range(_BINS)]
    for j in judged:
        bins[min(int(j.confidence * _BINS), _BINS - 1)].append(j)
    gaps = (abs(sum(j.confidence for j in held) - sum(j.right for j in held)) for held in bins)
    return CalibrationScore(sum(gaps) / len(judged), len(judged))


def add_fields(one: _Scores, other: _Scores) -> _Scores:
    """Two records of the same scores, added field by field."""
    return type(one)(*(getattr(one, f.name) + getattr(other, f.name) for f in fields(one)))
