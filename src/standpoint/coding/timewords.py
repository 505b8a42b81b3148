"""The shapes of time expressions in news English: a sentence comes in, the shapes in it go out by name.

Order is precedence: where two shapes overlap, the one that starts first wins, and of those the one that stands
higher.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from standpoint.model import Span

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "a couple of": 2, "fifteen": 15, "twenty": 20, "thirty": 30,
}  # fmt: skip

_WD = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MO = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_D = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![\w:.%])"
_DOT = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![\w:%])"
_Y = r"(?:19|20)[0-9]{2}"
_N = "(?:" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + "|[0-9]{1,3})"
_IT = r"(?:last|this|next|coming|past|previous|following)"
_L, _R = r"(?<![\w$£€.,/-])(?:", r")(?!\w)"


def _shape(pattern: str, *, fold: bool = False) -> re.Pattern[str]:
    return re.compile(_L + pattern + _R, re.VERBOSE | (re.IGNORECASE if fold else 0))


SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("iso", _shape(rf"(?P<y>{_Y})-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-2][0-9]|3[01])")),
    ("numeric", _shape(rf"(?P<a>[0-3]?[0-9])(?P<sep>[./])(?P<b>[0-3]?[0-9])(?P=sep)(?P<y>{_Y})")),
    (
        "day-month",
        _shape(
            rf"(?:{_WD},?\s+)?(?:the\s+)?(?P<d>{_D})(?:\s*(?:[-–—]|to|and|or)\s*(?P<d2>{_D}))?(?:\s+of)?[\s-]+(?P<m>{_MO})"
            rf"(?:,?[\s-]+(?P<y>{_Y})|\s+(?P<it>last|this|next)\s+year)?"
        ),
    ),
    (
        "month-day",
        _shape(
            rf"(?:{_WD},?\s+)?(?P<m>{_MO})[\s-]+(?:the\s+)?(?P<d>{_DOT})(?:\s*(?:[-–—]|to|and|or)\s*(?P<d2>{_DOT}))?"
            rf"(?:,?\s+(?P<y>{_Y})|\s+(?P<it>last|this|next)\s+year)?"
        ),
    ),
    ("month-year", _shape(rf"(?:(?:early|late)\s+|[Mm]id-?\s?)?(?P<m>{_MO})(?:,|\s+of)?[\s-]+(?P<y>{_Y})")),
    ("month-of", _shape(rf"(?P<m>{_MO})\s+(?:of\s+)?(?P<it>last|this|next)\s+year")),
    ("which-month", _shape(rf"(?P<it>[Ll]ast|[Tt]his|[Nn]ext|[Cc]oming|[Pp]ast)\s+(?P<m>{_MO})")),
    ("weekday-of", _shape(rf"(?P<wd>{_WD})(?:\s+(?:of|in))?\s+(?P<it>last|this|next)\s+week")),
    ("weekday-of", _shape(rf"(?P<it>[Ll]ast|[Tt]his|[Nn]ext)\s+week['’]s\s+(?P<wd>{_WD})")),
    ("week-from", _shape(rf"(?:a\s+)?week\s+(?:from|on)\s+(?P<wd>{_WD})")),
    ("weekday", _shape(rf"(?:(?P<it>[Ll]ast|[Tt]his|[Nn]ext|[Cc]oming|[Pp]ast)\s+)?(?P<wd>{_WD})")),
    ("named", _shape(r"(?P<w>(?:the\s+)?day\s+before\s+yesterday|(?:the\s+)?day\s+after\s+tomorrow)", fold=True)),
    ("named", _shape(r"(?P<w>yesterday|today|tomorrow|tonight|last\s+night)", fold=True)),
    (
        "offset",
        _shape(
            rf"(?P<n>{_N})[\s-]+(?P<u>day|week|month|year|decade)s?\s+"
            r"(?P<dir>ago|earlier|before|previously|later|afterwards|after|hence|from\s+now)",
            fold=True,
        ),
    ),
    (
        "offset",
        _shape(r"(?P<n>24|twenty-four|48|forty-eight)\s+(?P<u>hour)s\s+(?P<dir>ago|earlier|before|later|after)"),
    ),
    ("next-to", _shape(r"(?:on\s+)?the\s+(?P<w>previous|following|next|same)\s+day", fold=True)),
    ("next-to", _shape(r"the\s+day\s+(?P<w>before|after)(?=\s*[,.;)]|\s+(?:he|she|they)\b)", fold=True)),
    ("next-to", _shape(r"(?<=on\s)(?P<w>that)\s+(?:same\s+)?day", fold=True)),
    (
        "end-of",
        _shape(
            r"(?:the\s+)?(?:end|beginning|start|middle|close)\s+of\s+(?P<it>the|this|next|last)\s+(?P<u>week|month|year)",
            fold=True,
        ),
    ),
    (
        "unit",
        _shape(
            rf"(?:(?:earlier|later)\s+)?(?P<it>{_IT}|the\s+(?:past|coming|following|previous))\s+"
            r"(?P<u>week(?:end)?|fortnight|month|year|decade|quarter)(?!['’]s\s+war|-long)",
            fold=True,
        ),
    ),
    (
        "vague",
        _shape(
            r"(?:in|over|within|for)\s+(?:the\s+)?(?:coming|next\s+few|next\s+several|near|following|last\s+few|past\s+few|recent)\s+"
            r"(?:hours|days|weeks|months|years)|(?:at|over|during)\s+the\s+weekend",
            fold=True,
        ),
    ),
    ("nth", _shape(r"(?<=on\ )the\ (?P<d>[1-3]?[0-9])(?:st|nd|rd|th)(?=\s*[,.;)]|\s+(?:[a-z]{1,4}|after|before)\b)")),
    ("decade", _shape(r"(?:the\s+)?(?:(?:early|late)\s+|mid-)?(?:19|20)[0-9]0s")),
    ("month", _shape(rf"(?:(?:early|late)\s+|[Mm]id-?\s?)?(?P<m>{_MO})")),
    ("year", _shape(rf"(?P<y>{_Y})")),
)
NEEDED: Mapping[str, tuple[str, ...]] = {
    "iso": ("19", "20"),
    "numeric": ("19", "20"),
    "day-month": MONTHS,
    "month-day": MONTHS,
    "month-year": ("19", "20"),
    "month-of": ("year",),
    "which-month": MONTHS,
    "weekday-of": ("week",),
    "week-from": ("week",),
    "weekday": ("day",),
    "named": ("day", "tomorrow", "night"),
    "offset": ("day", "week", "month", "year", "decade", "hour"),
    "next-to": ("day",),
    "end-of": ("week", "month", "year"),
    "unit": ("week", "fortnight", "month", "year", "decade", "quarter"),
    "vague": ("hour", "day", "week", "month", "year"),
    "nth": ("on the ",),
    "decade": ("19", "20"),
    "month": MONTHS,
    "year": ("19", "20"),
}
"""Letters of which a sentence has some wherever it has the shape, so that no shape is looked for in vain."""
TRIGGER = re.compile(
    r"[0-9]{4}|day|week|month|year|decade|hours|tomorrow|tonight|last\s+night|quarter|fortnight"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\bthe\s+[1-3]?[0-9](?:st|nd|rd|th)",
    re.IGNORECASE,
)


def match_shapes(text: str, sentence: Span) -> list[tuple[str, re.Match[str]]]:
    """The name and the match of every shape in a sentence that no other one goes before, in text order."""
    folded = sentence.of(text).casefold()
    hits = [
        (m.start(), rank, name, m)
        for rank, (name, shape) in enumerate(SHAPES)
        if any(letters in folded for letters in NEEDED[name])
        for m in shape.finditer(text, sentence.start, sentence.end)
    ]
    hits.sort(key=lambda hit: hit[:2])
    taken, end = [], -1
    for start, _, name, match in hits:
        if start >= end:
            taken.append((name, match))
            end = match.end()
    return taken
