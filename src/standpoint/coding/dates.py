"""Finds time expressions in a text and resolves them against the day of publication: text in, date mentions out.

Own patterns and calendar logic only: a bare weekday is looked up by the tense of its clause, which general date
parsers do not read, and a number is a year only where the words around it say so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from standpoint.coding import days
from standpoint.coding.days import Tense
from standpoint.coding.tense import read_tense
from standpoint.coding.timewords import MONTHS, NUMBERS, TRIGGER, WEEKDAYS, match_shapes
from standpoint.model import DateMention, Span

_YEAR_LEFT = re.compile(
    r"(?:\b(?:in|since|by|until|till|before|after|during|from|to|between|and|or|of|the|early|late|mid|year|back|through|"
    r"summer|spring|autumn|fall|winter|for|its|his|her|our|an?|around|circa|september|election|war|['’]s)\s+|[(–—/-]|mid-)$",
    re.IGNORECASE,
)
_YEAR_SURE = re.compile(r"\b(?:in|since|during|until|back in|early|late|mid|summer of|spring of)\s+$", re.IGNORECASE)
_NUMBER_LEFT = re.compile(
    r"\b(?:resolutions?|res\.?|no\.?|number|article|paragraph|about|some|over|than|nearly|least|order|law)\s+$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s*(?:%|-(?:strong|km|mile|page)|\s(?:[a-z-]+\s+)?(?:people|troops|men|km|[a-z]{3,}s)\b)|[,.]\d"
)
_MAY_LEFT = re.compile(
    r"\b(?:in|since|until|till|by|from|of|last|next|this|early|late|mid|before|after|during|and|between)[\s-]+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an expression stands and what it is resolved against."""

    left: str
    right: str
    tense: Tense
    base: date | None
    anchor: date | None


_Value = tuple[str | None, date | None]
_NOTHING: _Value = (None, None)


@dataclass(frozen=True, slots=True)
class DateFinder:
    """Finds and resolves time expressions; it holds no state, and a trained finder can take its place."""

    def find(self, text: str, published: date | None, sentences: Sequence[Span]) -> tuple[DateMention, ...]:
        """Every time expression inside `sentences`, in text order; weeks and vague stretches have the value None.

        Without a `published` date only expressions that name their own year are resolved. Precision is that of the
        words: YYYY-MM-DD, YYYY-MM or YYYY (ISO 8601).
        """
        found: list[DateMention] = []
        anchor = published
        for sentence in sentences:
            if TRIGGER.search(text, sentence.start, sentence.end) is None:
                continue
            for name, match in match_shapes(text, sentence):
                span = Span(*match.span())
                tense = read_tense(text, span, sentence)
                left = text[max(sentence.start, span.start - 24) : span.start]
                place = _Place(left, text[span.end : min(sentence.end, span.end + 24)], tense, published, anchor)
                if name in _CHECKS and not _CHECKS[name](match, place):
                    continue
                value, day = _READERS[name](match, place)
                found.append(DateMention(span, value))
                anchor = day or anchor
        return tuple(found)


def _day(value: date | None) -> _Value:
    return (None, None) if value is None else (value.isoformat(), value)


def _month(year: int, month: int) -> _Value:
    return f"{year:04d}-{month:02d}", None


def _number(word: str) -> int:
    word = word.lower()
    return NUMBERS[word] if word in NUMBERS else int(re.sub(r"\D", "", word))


def _month_number(word: str) -> int:
    return MONTHS.index(word[:3].lower()) + 1


def _weekday_number(word: str) -> int:
    return WEEKDAYS.index(word.lower())


def _steps(word: str | None) -> int:
    word = (word or "").lower().removeprefix("the ")
    return {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(word, 0)


def _read_iso(m: re.Match[str], place: _Place) -> _Value:
    return _day(days.day_of(int(m["y"]), int(m["m"]), int(m["d"])))


def _read_numeric(m: re.Match[str], place: _Place) -> _Value:
    a, b, year = int(m["a"]), int(m["b"]), int(m["y"])
    if m["sep"] == "." or a > 12 or a == b:
        return _day(days.day_of(year, b, a))
    return _day(days.day_of(year, a, b)) if b > 12 else _NOTHING


def _read_month_day(m: re.Match[str], place: _Place) -> _Value:
    month, day = _month_number(m["m"]), _number(m["d"])
    if m["y"]:
        return _day(days.day_of(int(m["y"]), month, day))
    if place.base is None:
        return _NOTHING
    if m["it"]:
        return _day(days.day_of(place.base.year + _steps(m["it"]), month, day))
    return _day(days.year_for_day(place.base, month, day, place.tense))


def _read_month_year(m: re.Match[str], place: _Place) -> _Value:
    return _month(int(m["y"]), _month_number(m["m"]))


def _read_month_of(m: re.Match[str], place: _Place) -> _Value:
    return _month(place.base.year + _steps(m["it"]), _month_number(m["m"])) if place.base else _NOTHING


def _read_which_month(m: re.Match[str], place: _Place) -> _Value:
    if place.base is None:
        return _NOTHING
    month, step, year = _month_number(m["m"]), _steps(m["it"]), place.base.year
    if step < 0 and month >= place.base.month:
        year -= 1
    if step > 0 and month <= place.base.month:
        year += 1
    return _month(year, month)


def _read_month(m: re.Match[str], place: _Place) -> _Value:
    if place.base is None:
        return _NOTHING
    month = _month_number(m["m"])
    return _month(days.year_for_month(place.base, month, place.tense), month)


def _read_weekday_of(m: re.Match[str], place: _Place) -> _Value:
    if place.base is None:
        return _NOTHING
    return _day(days.weekday_of_week(place.base, _weekday_number(m["wd"]), _steps(m["it"])))


def _read_week_from(m: re.Match[str], place: _Place) -> _Value:
    if place.base is None:
        return _NOTHING
    return _day(days.weekday_near(place.base, _weekday_number(m["wd"]), Tense.FUTURE, weeks=1))


def _read_weekday(m: re.Match[str], place: _Place) -> _Value:
    if place.base is None:
        return _NOTHING
    weekday, step = _weekday_number(m["wd"]), _steps(m["it"])
    base = place.base
    if step < 0:
        return _day(days.weekday_near(base - timedelta(days=1), weekday, Tense.PAST))
    if step > 0:
        return _day(days.weekday_near(base + timedelta(days=1), weekday, Tense.FUTURE))
    if m["it"]:
        return _day(days.weekday_of_week(base, weekday, 0))
    return _day(days.weekday_near(base, weekday, place.tense))


def _read_named(m: re.Match[str], place: _Place) -> _Value:
    word = re.sub(r"\s+", " ", m["w"].lower()).removeprefix("the ")
    offsets = {"yesterday": -1, "last night": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}
    return _day(place.base + timedelta(days=offsets.get(word, 0))) if place.base else _NOTHING


def _read_offset(m: re.Match[str], place: _Place) -> _Value:
    n, unit, direction = _number(m["n"]) if m["u"] != "hour" else 0, m["u"].lower(), m["dir"].lower()
    if unit == "hour":
        n, unit = 2 if m["n"].lower() in ("48", "forty-eight") else 1, "day"
    back = direction in ("ago", "earlier", "before", "previously")
    base = place.base if direction == "ago" or direction.startswith(("from", "hence")) else place.anchor
    if base is None:
        return _NOTHING
    step = -n if back else n
    if unit == "day":
        return _day(base + timedelta(days=step)) if n <= 400 else _NOTHING
    if unit == "month":
        return _month(*days.shift_month(base.year, base.month, step))
    if unit == "year" and 0 < base.year + step < 9999:
        return f"{base.year + step:04d}", None
    return _NOTHING


def _read_next_to(m: re.Match[str], place: _Place) -> _Value:
    if place.anchor is None:
        return _NOTHING
    steps = {"previous": -1, "before": -1, "following": 1, "next": 1, "after": 1}
    return _day(place.anchor + timedelta(days=steps.get(m["w"].lower(), 0)))


def _read_unit(m: re.Match[str], place: _Place) -> _Value:
    unit, step = m["u"].lower(), _steps(m["it"])
    if place.base is None or unit not in ("month", "year") or m["it"].lower().startswith("the "):
        return _NOTHING if place.base is None or m["it"].lower() != "the" else _read_whole(unit, 0, place.base)
    return _read_whole(unit, step, place.base)


def _read_whole(unit: str, step: int, base: date) -> _Value:
    if unit == "month":
        return _month(*days.shift_month(base.year, base.month, step))
    return (f"{base.year + step:04d}", None) if unit == "year" else _NOTHING


def _read_nth(m: re.Match[str], place: _Place) -> _Value:
    return _day(days.day_of_month_near(place.base, int(m["d"]), place.tense)) if place.base else _NOTHING


def _read_year(m: re.Match[str], place: _Place) -> _Value:
    return m["y"], None


def _read_nothing(m: re.Match[str], place: _Place) -> _Value:
    return _NOTHING


def _is_month(m: re.Match[str], place: _Place) -> bool:
    """ "May" and "March" are words of their own; the others are months wherever they stand capitalised."""
    word = m["m"]
    if word in ("Mar", "Jun", "Jul", "Dec", "Jan", "Sep", "Sept", "Oct", "Nov", "Feb", "Apr", "Aug"):
        return bool(_MAY_LEFT.search(place.left))
    if word not in ("May", "March", "April", "June", "August"):
        return True
    if word in ("April", "June", "August"):
        return not re.match(r"\s+[A-Z][a-z]+\s+(?:said|told)", place.right)
    return bool(_MAY_LEFT.search(place.left)) or m.group() != word


def _is_year(m: re.Match[str], place: _Place) -> bool:
    if _NUMBER_LEFT.search(place.left):
        return False
    if _COUNTED.match(place.right) and not _YEAR_SURE.search(place.left):
        return place.left.rstrip().lower().endswith((" the", "the")) and place.right.lstrip()[:1].isalpha()
    return bool(_YEAR_LEFT.search(place.left)) or place.left == ""


def _is_offset(m: re.Match[str], place: _Place) -> bool:
    return not (m["dir"].lower() == "after" and not re.match(r"\s*(?:[,.;)]|$)", place.right))


_READERS: Mapping[str, Callable[[re.Match[str], _Place], _Value]] = {
    "iso": _read_iso,
    "numeric": _read_numeric,
    "day-month": _read_month_day,
    "month-day": _read_month_day,
    "month-year": _read_month_year,
    "month-of": _read_month_of,
    "which-month": _read_which_month,
    "weekday-of": _read_weekday_of,
    "week-from": _read_week_from,
    "weekday": _read_weekday,
    "named": _read_named,
    "offset": _read_offset,
    "next-to": _read_next_to,
    "end-of": _read_unit,
    "unit": _read_unit,
    "vague": _read_nothing,
    "nth": _read_nth,
    "decade": _read_nothing,
    "month": _read_month,
    "year": _read_year,
}
_CHECKS: Mapping[str, Callable[[re.Match[str], _Place], bool]] = {
    "month": _is_month,
    "year": _is_year,
    "offset": _is_offset,
}
