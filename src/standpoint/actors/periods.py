"""Days known only in part: text such as 1991-08 comes in, the first and last day that it may mean go out.

A fact table writes YYYY, YYYY-MM or YYYY-MM-DD, and nothing for an open end.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def first_day(text: str | None) -> date:
    """The earliest day that `text` may mean; the beginning of time for none."""
    if not text:
        return date.min
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


def last_day(text: str | None) -> date:
    """The latest day that `text` may mean, inclusive; the end of time for none."""
    if not text:
        return date.max
    year, month, day = _parts(text)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def _parts(text: str) -> tuple[int, int | None, int | None]:
    match = _PARTIAL.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no day, month or year; write YYYY-MM-DD, YYYY-MM or YYYY")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    return year, month, day
