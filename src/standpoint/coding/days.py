"""Calendar arithmetic for the words of the press: a published date and what the words name come in, ISO 8601 goes
out.

Every function is pure; `Tense` says whether the clause looks back or ahead, which decides between two weekdays.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum


class Tense(StrEnum):
    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


def weekday_near(base: date, weekday: int, tense: Tense, *, weeks: int = 0) -> date:
    """The weekday (Monday is 0) that a bare weekday means: the last one up to `base`, or the next from it when
    ahead."""
    back = (base.weekday() - weekday) % 7
    day = base + timedelta(days=(7 - back) % 7) if tense is Tense.FUTURE else base - timedelta(days=back)
    return day + timedelta(weeks=weeks)


def weekday_of_week(base: date, weekday: int, weeks: int) -> date:
    """The weekday of the calendar week (Monday first) that lies `weeks` away from that of `base`."""
    return base - timedelta(days=base.weekday()) + timedelta(weeks=weeks, days=weekday)


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def year_for_day(base: date, month: int, day: int, tense: Tense) -> date | None:
    """A day and month without a year: the nearest to `base`, on the side that a clear tense names."""
    days = [d for y in (base.year - 1, base.year, base.year + 1) if (d := day_of(y, month, day)) is not None]
    return _nearest(base, days, tense)


def year_for_month(base: date, month: int, tense: Tense) -> int:
    """The year meant by a bare month: the nearest one; a month of the same year wins a near tie."""
    months = [(base.year + k, (base.year + k) * 12 + month) for k in (-1, 0, 1)]
    here = base.year * 12 + base.month
    if tense is Tense.PAST:
        months = [m for m in months if m[1] <= here]
    elif tense is Tense.FUTURE:
        months = [m for m in months if m[1] >= here]
    return min(months, key=lambda m: (abs(m[1] - here), m[1] > here))[0]


def day_of_month_near(base: date, day: int, tense: Tense) -> date | None:
    """ "on the 10th": the nearest month in which such a day lies on the side that the tense names."""
    days = []
    for k in (-2, -1, 0, 1, 2):
        year, month = shift_month(base.year, base.month, k)
        found = day_of(year, month, day)
        if found is not None:
            days.append(found)
    return _nearest(base, days, Tense.PAST if tense is Tense.OPEN else tense)


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Year and month `by` months away."""
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def last_day(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def _nearest(base: date, days: list[date], tense: Tense) -> date | None:
    if tense is Tense.PAST:
        days = [d for d in days if d <= base] or days
    elif tense is Tense.FUTURE:
        days = [d for d in days if d >= base] or days
    return min(days, key=lambda d: (abs((d - base).days), d > base)) if days else None
