"""The page on positions names every function that there is and states the figures that the code has."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from standpoint import positions
from standpoint.model import Grade
from standpoint.positions.tellings import _ENOUGH_WORDS, SIMILAR

PAGE = (Path(__file__).parents[2] / "docs" / "positions.md").read_text(encoding="utf-8")
SMALL = {"measure_similarity", "trace_stance"}


@pytest.mark.parametrize("name", [n for n in positions.__all__ if inspect.isfunction(getattr(positions, n))])
def test_every_function_is_named(name: str) -> None:
    assert f"`{name}`" in PAGE or name in SMALL


def test_grades_and_figures_are_those_of_the_code() -> None:
    assert all(f"| `{grade}` |" in PAGE for grade in Grade)
    assert f"at least {SIMILAR:.0f} of 100" in PAGE
    assert _ENOUGH_WORDS == 4
    assert "four or more" in PAGE
