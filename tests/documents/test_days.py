"""Words of a field, or the first lines of a text -> the day of publication, or None."""

from __future__ import annotations

from datetime import date

import pytest

from standpoint.documents.days import find_dateline_day, parse_day

DAY = date(2031, 5, 3)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2031-05-03", DAY),
        (" 2031-05-03 ", DAY),
        ("2031-05-03T12:30:00Z", DAY),
        ("2031-05-03T23:59:59+04:00", DAY),
        ("2031-05-03 08:00", DAY),
        ("20310503", DAY),
        ("Sat, 03 May 2031 00:30:00 +0400", DAY),
        ("3 May 2031", DAY),
        ("May 3, 2031", DAY),
        ("Saturday, May 3rd, 2031", DAY),
        ("3 May 2031, 14:05 GMT", DAY),
        ("03.05.2031", DAY),
        ("Sept. 9, 2031", date(2031, 9, 9)),
        ("29 February 2032", date(2032, 2, 29)),
        ("29 February 2031", None),
        ("2031-13-03", None),
        ("03/05/2031", None),
        ("3 May 31", None),
        ("May 2031", None),
        ("2031", None),
        ("yesterday", None),
        ("1924932000", None),
        ("0001-01-01", None),
        ("", None),
    ],
)
def test_parse_day(value: str, day: date | None) -> None:
    assert parse_day(value) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Talks end\n\n3 May 2031\n\nThe talks ended.", DAY),
        ("Talks end\n\nPublished: 3 May 2031 14:05\n\nThe talks ended.", DAY),
        ("Talks end\n\nPublished on May 3, 2031 at 14:05 UTC\n\nThe talks ended.", DAY),
        ("Talks end\n\nFerry News | 3 May 2031\n\nThe talks ended.", DAY),
        ("Talks end\n\n2031-05-03\n\nThe talks ended.", DAY),
        ("MIDHAVEN, May 3, 2031 (Ferry News) — The talks ended.", DAY),
        ("MIDHAVEN, 3 May 2031 — The talks ended.", DAY),
        ("Midhaven, 3 May 2031 – The talks ended.", DAY),
        ("MIDHAVEN, May 3, 2031. /FERRY/. The talks ended.", DAY),
        ("Port Norland, 3 May 2031: The talks ended.", DAY),
        ("MIDHAVEN, May 3 (Ferry News) — The talks ended.", None),  # no year
        ("On 3 May 2031, the talks ended.", None),
        ("The statement of 3 May 2031 says so.", None),
        ("In Midhaven, 3 May 2031 was a holiday.", None),
        ("Talks end\n\nUpdated: 3 May 2031\n\nThe talks ended.", None),
        ("One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\nSix.\n\n3 May 2031", None),
        ("", None),
    ],
)
def test_find_dateline_day(text: str, day: date | None) -> None:
    assert find_dateline_day(text) == day
