"""Days known in part: text -> first and last day, and what holds for every role of the registry."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standpoint.actors import Registry
from standpoint.actors.entities import make_role
from standpoint.actors.periods import first_day, last_day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2003", date(2003, 1, 1), date(2003, 12, 31)),
        ("2004-02", date(2004, 2, 1), date(2004, 2, 29)),
        ("2003-10-31", date(2003, 10, 31), date(2003, 10, 31)),
        (None, date.min, date.max),
        ("", date.min, date.max),
    ],
)
def test_bounds(text: str | None, first: date, last: date) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize("text", ["soon", "2003-13", "03-10-31", "2003-02-30"])
def test_no_day(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        first_day(text)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]))
def test_a_day_lies_in_what_is_known_of_it(day: date, precision: str) -> None:
    text = day.strftime(precision)
    assert first_day(text) <= day <= last_day(text)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 9000), st.integers(-9500, 9500))
def test_a_role_covers_its_days_and_no_others(start: date, length: int, offset: int) -> None:
    end = start + timedelta(days=length)
    role = make_role("Head", "leader", "AAA", "GOV", start.isoformat(), end.isoformat(), "test")
    assert role.covers(start + timedelta(days=offset)) is (0 <= offset <= length)


def test_every_role_begins_before_it_ends(registry: Registry) -> None:
    wrong = [(e.name, r.title) for e in registry.entities for r in e.roles if r.start > r.end]
    assert not wrong


@given(st.dates(date(1990, 1, 1), date(2025, 12, 1)), st.data())
def test_holders_hold_on_the_day(registry: Registry, day: date, data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(["USA", "RUS", "AZE", "ARM", "SYR", "COL", "ETH", "GEO", "FRA"]))
    holders = registry.holders(code, day)
    assert all(h.role.covers(day) and h.role.actor == code for h in holders)
