"""What a field or a dateline says of the day of publication in; that day out, or None where it is not plainly said.

No day is guessed: two digits for a year, 02/03/2022 and "yesterday" all give None.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?"
    r"|sep(?:t(?:ember|\.)?|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)


def _day_pattern(tag: str) -> str:
    return (
        rf"(?:(?P<d1{tag}>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<m1{tag}>{_MONTH}),?\s+(?P<y1{tag}>\d{{4}})"
        rf"|(?P<m2{tag}>{_MONTH})\s+(?P<d2{tag}>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2{tag}>\d{{4}})"
        rf"|(?P<y3{tag}>\d{{4}})-(?P<m3{tag}>\d{{2}})-(?P<d3{tag}>\d{{2}})"
        rf"|(?P<d4{tag}>\d{{1,2}})\.(?P<m4{tag}>\d{{1,2}})\.(?P<y4{tag}>\d{{4}}))"
    )


_DAY = _day_pattern("")
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s+)?"
_TIME = r"(?:[\s,|·•T—–-]*(?:at\s+)?\d{1,2}[:.h]\d{2}.{0,24})?"
_PLAIN = re.compile(rf"{_WEEKDAY}{_DAY}{_TIME}", re.IGNORECASE)
_DATE_LINE = re.compile(
    rf"(?:(?:first\s+)?(?:published|posted|date|issued|released)(?:\s+on|\s+at)?\s*:?\s*|[^.!?]{{1,60}}\s[|·•—–-]\s+)?"
    rf"{_WEEKDAY}{_DAY}{_TIME}",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:updated?|modified|edited)\b", re.IGNORECASE)
_DATELINE = re.compile(
    r"(?!(?:On|In|By|Since|Until|After|Before|From|Between|As|At|The|During|For|To)\s)"
    rf"[A-Z][\w .'’/-]{{1,40}}?\s*(?:\([\w ]{{2,20}}\)\s*)?[,/.:—–-]\s*(?i:{_WEEKDAY}{_DAY})"
    r"\s*[,.]?\s*(?:[/:—–(\[-]|\.\s*[/—–(\[-])"
)
_LINES_SEARCHED = 6
_YEARS = range(1800, 2101)


def parse_day(value: str) -> date | None:
    """The day that a metadata field gives: ISO 8601, RFC 2822 (feeds), or a day written out with its year.

    The day is the one in the time zone written, which is the day the readers saw it.
    """
    value = value.strip()
    try:
        return _in_range(datetime.fromisoformat(value).date())
    except ValueError:
        pass
    try:
        return _in_range(parsedate_to_datetime(value).date())
    except (ValueError, TypeError, IndexError):
        pass
    match = _PLAIN.fullmatch(value)
    return None if match is None else _to_day(match)


def find_dateline_day(text: str) -> date | None:
    """The full date of a date line or dateline ("ASTANA, 3 May 2031 (Agency) —") among the first lines."""
    for line in _first_lines(text):
        if len(line) <= 120 and not _UPDATED.search(line) and (match := _DATE_LINE.fullmatch(line)):
            return _to_day(match)
        if match := _DATELINE.match(line):
            return _to_day(match)
    return None


def is_date_line(line: str) -> bool:
    """Whether a line holds a full date and nothing else but a label and a time of day."""
    return len(line) <= 120 and _DATE_LINE.fullmatch(line.strip()) is not None


def _first_lines(text: str) -> list[str]:
    lines = (line.strip() for line in text[:5000].split("\n"))
    return [line[:300] for line in lines if line][:_LINES_SEARCHED]


def _to_day(match: re.Match[str]) -> date | None:
    for way in "1234":
        if match[f"y{way}"]:
            month = match[f"m{way}"]
            number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
            try:
                return _in_range(date(int(match[f"y{way}"]), number, int(match[f"d{way}"])))
            except ValueError:
                return None
    return None


def _in_range(day: date) -> date | None:
    return day if day.year in _YEARS else None
