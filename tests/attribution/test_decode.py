"""Scores -> cues and runs of words, on small hand-made arrays; no model is needed."""

from __future__ import annotations

import numpy as np
import pytest

from standpoint.attribution.calibration import Calibration
from standpoint.attribution.decode import Cutoffs, Link, find_cues, read_links, runs_above


def tags(cue: str) -> np.ndarray:
    """Logits for a string of O, B and I."""
    rows = np.zeros((len(cue), 9))
    for i, mark in enumerate(cue):
        rows[i, 3 + "OBI".index(mark)] = 8
    return rows


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("OOOO", []),
        ("OBOO", [(1, 2)]),
        ("OBIO", [(1, 3)]),
        ("OBBO", [(1, 2), (2, 3)]),
        ("OOBI", [(2, 4)]),
        ("OIOO", []),
    ],
)
def test_cues_are_runs_that_begin(cue: str, expected: list[tuple[int, int]]) -> None:
    assert find_cues(tags(cue), 0.35) == expected


@pytest.mark.parametrize(
    ("scores", "bridge", "expected"),
    [
        ([-1, 3, 3, -1], 4, ((1, 3),)),
        ([3, 3, -1, 3, 3], 4, ((0, 5),)),
        ([3, 3, -5, 3, 3], 4, ((0, 2), (3, 5))),
        ([9, 9, -5, 1, -5], 4, ((0, 2),)),
        ([-1, -1], 4, ()),
        ([1], 4, ((0, 1),)),
    ],
)
def test_runs_over_a_cut_off(scores: list[float], bridge: float, expected: tuple[tuple[int, int], ...]) -> None:
    assert runs_above(np.array(scores, float), 0.0, bridge) == expected


def test_a_cue_that_the_linker_refuses_is_dropped() -> None:
    links = np.full((2, 4, 2), 5.0)
    found = read_links([(0, 1), (2, 3)], tags("BOBO"), links, np.array([5.0, -5.0]), Cutoffs())
    assert [link.cue for link in found] == [(0, 1)]


def test_a_cue_without_content_is_dropped() -> None:
    links = np.full((1, 4, 2), -5.0)
    assert read_links([(0, 1)], tags("BOOO"), links, np.array([5.0]), Cutoffs()) == []


def test_confidence_grows_with_the_models_own() -> None:
    calibration = Calibration(-1.0, (0.5, 0.5, 0.5))
    sure, unsure = (Link((0, 1), ((1, 2),), ((2, 3),), c, m) for c, m in ((0.95, 5.0), (0.5, 1.0)))
    assert 0 < calibration.apply(unsure) < calibration.apply(sure) < 1
