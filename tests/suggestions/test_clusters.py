"""Vectors -> groups of those that lie close together; the same groups as joining the closest pair again and again."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standpoint.language.embedding import Vectors
from standpoint.suggestions import clusters
from standpoint.suggestions.clusters import group_alike, measure_least


def directions(*degrees: float) -> Vectors:
    angles = np.radians(np.array(degrees, dtype=np.float64))
    return np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)


GROUPS: list[tuple[list[float], float, list[tuple[int, ...]]]] = [
    ([], 0.9, []),
    ([0], 0.9, [(0,)]),
    ([0, 1, 90], 0.9, [(0, 1), (2,)]),
    ([0, 90, 1, 91, 2], 0.9, [(0, 2, 4), (1, 3)]),
    ([0, 40, 80], 0.7, [(0, 1), (2,)]),
    ([0, 90, 180], 0.5, [(0,), (1,), (2,)]),
    ([10, 10, 10], 0.99, [(0, 1, 2)]),
]


@pytest.mark.parametrize(("degrees", "least", "groups"), GROUPS)
def test_what_lies_close_is_grouped(degrees: list[float], least: float, groups: list[tuple[int, ...]]) -> None:
    vectors = directions(*degrees) if degrees else np.zeros((0, 2), np.float32)
    assert list(group_alike(vectors, least)) == groups


def join_closest(vectors: Vectors, least: float) -> set[tuple[int, ...]]:
    """Average linkage as the books tell it."""
    groups = [[i] for i in range(len(vectors))]
    alike = vectors.astype(np.float64) @ vectors.T.astype(np.float64)
    while len(groups) > 1:
        pairs = [
            (np.mean([alike[i, j] for i in a for j in b]), x, y)
            for x, a in enumerate(groups)
            for y, b in enumerate(groups)
            if x < y
        ]
        best, x, y = max(pairs)
        if best < least:
            break
        groups[x] += groups.pop(y)
    return {tuple(sorted(g)) for g in groups}


@given(st.integers(2, 14), st.integers(0, 10_000), st.floats(0.1, 0.8))
@settings(max_examples=40, deadline=None)
def test_chains_of_neighbours_find_what_joining_the_closest_pair_finds(count: int, seed: int, least: float) -> None:
    vectors = np.random.default_rng(seed).normal(size=(count, 5)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    assert set(group_alike(vectors, least)) == join_closest(vectors, least)


def test_rows_beyond_the_largest_matrix_join_the_nearest_group(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "LARGEST", 6)
    vectors = directions(*[n % 2 * 90 + n / 10 for n in range(40)])
    groups = group_alike(vectors, 0.9)
    assert [len(g) for g in groups] == [20, 20]
    assert {n % 2 for n in groups[0]} in ({0}, {1})


def test_the_bound_lies_above_what_is_unlike() -> None:
    unlike = np.full((50, 50), 0.2, np.float32)
    assert measure_least(unlike) == pytest.approx(0.2)
    assert measure_least(np.eye(1, dtype=np.float32)) == pytest.approx(0.15)
    assert measure_least(np.ones((9, 9), np.float32)) == pytest.approx(0.6)


def test_two_thousand_rows_are_grouped_in_seconds() -> None:
    vectors = np.random.default_rng(1).normal(size=(2000, 64)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    begin = time.perf_counter()
    assert sum(map(len, group_alike(vectors, 0.2))) == 2000
    assert time.perf_counter() - begin < 10
