"""Counts -> precision, recall, F1, shares and calibration error; nothing to measure -> None."""

from __future__ import annotations

import pytest

from standpoint.evaluation import CalibrationScore, Judged, PRFScore, ShareScore
from standpoint.evaluation.scores import compare_sets, count_right, measure_calibration


@pytest.mark.parametrize(
    ("score", "precision", "recall", "f1"),
    [
        (PRFScore(0, 0, 0), None, None, None),
        (PRFScore(0, 0, 4), None, 0, 0),
        (PRFScore(0, 2, 0), 0, None, 0),
        (PRFScore(1, 2, 4), 1 / 2, 1 / 4, 1 / 3),
        (PRFScore(4, 4, 4), 1, 1, 1),
    ],
)
def test_precision_and_recall(score: PRFScore, precision: float | None, recall: float | None, f1: float) -> None:
    assert (score.precision, score.recall, score.f1) == (precision, recall, f1)


def test_counts_are_added_up_not_figures() -> None:
    assert PRFScore(1, 1, 1) + PRFScore(0, 3, 1) == PRFScore(1, 4, 2)
    assert (ShareScore(1, 1) + ShareScore(0, 3)).share == 1 / 4
    assert ShareScore().share is None


def test_sets_and_answers() -> None:
    assert compare_sets({1, 2, 3}, {2, 3, 4, 5}) == PRFScore(2, 4, 3)
    assert count_right(x > 1 for x in (1, 2, 3)) == ShareScore(2, 3)


@pytest.mark.parametrize(
    ("judged", "error"),
    [
        ([(1.0, True)] * 3, 0),
        ([(1.0, False)], 1),
        ([(0.5, True), (0.5, False)], 0),
        ([(0.85, True), (0.85, True), (0.15, False), (0.15, False)], 0.15),
        ([(0.05, True), (0.15, False)], (0.95 + 0.15) / 2),
    ],
)
def test_calibration_error(judged: list[tuple[float, bool]], error: float) -> None:
    found = measure_calibration([Judged(c, right) for c, right in judged])
    assert (found.error, found.total) == (pytest.approx(error), len(judged))


def test_without_statements_there_is_no_calibration_error() -> None:
    assert measure_calibration([]) == CalibrationScore(None, 0)
