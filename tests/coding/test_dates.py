"""Time expressions: sentence, published day -> each expression with its value. Friday 25 February 2022 unless
given."""

from __future__ import annotations

from datetime import date

import pytest

from standpoint.coding.dates import DateFinder
from standpoint.language.sentences import split_sentences

FRIDAY = date(2022, 2, 25)
Row = tuple[str, list[tuple[str, str | None]]]


def found(text: str, published: date | None = FRIDAY) -> list[tuple[str, str | None]]:
    mentions = DateFinder().find(text, published, split_sentences(text))
    return [(m.span.of(text), m.value) for m in mentions]


WEEKDAYS: list[Row] = [
    ("The president said on Tuesday that talks went on.", [("Tuesday", "2022-02-22")]),
    ("The president said on Friday that talks went on.", [("Friday", "2022-02-25")]),
    ("The president said on Saturday that talks went on.", [("Saturday", "2022-02-19")]),
    ("The ministers will meet on Thursday.", [("Thursday", "2022-03-03")]),
    ("The ministers will meet again on Monday.", [("Monday", "2022-02-28")]),
    ("Talks are due to resume on Sunday.", [("Sunday", "2022-02-27")]),
    ("The envoy is to brief the council on Wednesday.", [("Wednesday", "2022-03-02")]),
    ("The session is scheduled for Tuesday.", [("Tuesday", "2022-03-01")]),
    ("The session was scheduled for Tuesday.", [("Tuesday", "2022-03-01")]),
    ("A decision is expected by Wednesday.", [("Wednesday", "2022-03-02")]),
    ("They gave him until Monday to answer.", [("Monday", "2022-02-28")]),
    ("Shelling has gone on since Sunday.", [("Sunday", "2022-02-20")]),
    ("On Thursday the two sides will exchange prisoners.", [("Thursday", "2022-03-03")]),
    ("On Thursday the two sides exchanged prisoners.", [("Thursday", "2022-02-24")]),
    ("The minister told reporters on Monday that he would travel on Sunday.",
     [("Monday", "2022-02-21"), ("Sunday", "2022-02-27")]),
    ("The envoy, who arrived on Wednesday, will leave on Saturday.",
     [("Wednesday", "2022-02-23"), ("Saturday", "2022-02-26")]),
    ("They met last Tuesday.", [("last Tuesday", "2022-02-22")]),
    ("They met last Friday.", [("last Friday", "2022-02-18")]),
    ("They meet next Friday.", [("next Friday", "2022-03-04")]),
    ("They meet this Wednesday.", [("this Wednesday", "2022-02-23")]),
    ("They met on Tuesday last week.", [("Tuesday last week", "2022-02-15")]),
    ("They meet on Tuesday next week.", [("Tuesday next week", "2022-03-01")]),
    ("Last week's Monday was quiet.", [("Last week's Monday", "2022-02-14")]),
    ("The talks broke down on Thursday night.", [("Thursday", "2022-02-24")]),
    ("A ceasefire agreed on Wednesday, to take effect on Sunday, was broken.",
     [("Wednesday", "2022-02-23"), ("Sunday", "2022-02-27")]),
    ("The leaders plan to meet on Monday.", [("Monday", "2022-02-28")]),
    ("The army is preparing to pull back on Sunday.", [("Sunday", "2022-02-27")]),
    ("The president was expected to sign on Wednesday.", [("Wednesday", "2022-03-02")]),
]  # fmt: skip

DAYS_AND_MONTHS: list[Row] = [
    ("It was signed on 10 November 2020.", [("10 November 2020", "2020-11-10")]),
    ("It was signed on November 10, 2020.", [("November 10, 2020", "2020-11-10")]),
    ("It was signed on the 10th of November 2020.", [("the 10th of November 2020", "2020-11-10")]),
    ("It was signed on November 10th, 2020.", [("November 10th, 2020", "2020-11-10")]),
    ("It was signed on 10 Nov 2020.", [("10 Nov 2020", "2020-11-10")]),
    ("It was signed on Nov. 10, 2020.", [("Nov. 10, 2020", "2020-11-10")]),
    ("It was signed on Tuesday, 10 November 2020.", [("Tuesday, 10 November 2020", "2020-11-10")]),
    ("It was signed on Tuesday, November 10.", [("Tuesday, November 10", "2021-11-10")]),
    ("It was signed on 10 November.", [("10 November", "2021-11-10")]),
    ("It was signed on January 11.", [("January 11", "2022-01-11")]),
    ("The zone will be in place by 15 October.", [("15 October", "2022-10-15")]),
    ("The round begins on March 3.", [("March 3", "2022-03-03")]),
    ("Talks are due to restart on 28 February.", [("28 February", "2022-02-28")]),
    ("Troops left on 5 May last year.", [("5 May last year", "2021-05-05")]),
    ("Troops will leave on 5 May next year.", [("5 May next year", "2023-05-05")]),
    ("Between 9 and 10 November 2020 the fighting stopped.", [("9 and 10 November 2020", "2020-11-09")]),
    ("The summit of 12-13 March 2021 failed.", [("12-13 March 2021", "2021-03-12")]),
    ("The war of April 2016 lasted four days.", [("April 2016", "2016-04")]),
    ("In November 2020 the war ended.", [("November 2020", "2020-11")]),
    ("In November, 2020, the war ended.", [("November, 2020", "2020-11")]),
    ("In early November 2020 the war ended.", [("early November 2020", "2020-11")]),
    ("The war ended in November.", [("November", "2021-11")]),
    ("The congress will be held in December.", [("December", "2022-12")]),
    ("The congress was held in January.", [("January", "2022-01")]),
    ("He met them last September.", [("last September", "2021-09")]),
    ("He meets them next June.", [("next June", "2022-06")]),
    ("He met them this January.", [("this January", "2022-01")]),
    ("He met them in August last year.", [("August last year", "2021-08")]),
    ("He meets them in August this year.", [("August this year", "2022-08")]),
    ("The law of 2020-11-10 stands.", [("2020-11-10", "2020-11-10")]),
    ("The law of 10.11.2020 stands.", [("10.11.2020", "2020-11-10")]),
    ("The law of 25/11/2020 stands.", [("25/11/2020", "2020-11-25")]),
    ("The law of 11/25/2020 stands.", [("11/25/2020", "2020-11-25")]),
    ("The law of 10/11/2020 stands.", [("10/11/2020", None)]),
    ("The war ended in May.", [("May", "2021-05")]),
    ("The parties may sign in March.", [("March", "2022-03")]),
    ("May the talks succeed.", []),
    ("March on, he told them.", []),
    ("She spoke on the 10th, after the vote.", [("the 10th", "2022-02-10")]),
    ("She will speak on the 10th.", [("the 10th", "2022-03-10")]),
    ("It was due on 30 February 2021.", [("30 February 2021", None)]),
    ("The memorandum dated 17 September 2018 holds.", [("17 September 2018", "2018-09-17")]),
    ("They agreed in late January.", [("late January", "2022-01")]),
]  # fmt: skip

YEARS: list[Row] = [
    ("The war began in 1991.", [("1991", "1991")]),
    ("Since 2015 the zone has been closed.", [("2015", "2015")]),
    ("It will stand until 2025.", [("2025", "2025")]),
    ("The 2020 war changed the map.", [("2020", "2020")]),
    ("The crisis of 1962 was worse.", [("1962", "1962")]),
    ("It reopens by the end of 2018.", [("2018", "2018")]),
    ("The Dayton agreement (1995) holds.", [("1995", "1995")]),
    ("They cited resolution 2024.", []),
    ("Some 2000 troops left.", []),
    ("About 1990 people fled.", []),
    ("The village lies 2000 metres up.", []),
    ("In the 1990s it was closed.", [("the 1990s", None)]),
    ("Between 1992 and 1994 they fought.", [("1992", "1992"), ("1994", "1994")]),
    ("It fell from 2010 to 2015.", [("2010", "2010"), ("2015", "2015")]),
]  # fmt: skip

RELATIVE: list[Row] = [
    ("They spoke yesterday.", [("yesterday", "2022-02-24")]),
    ("They speak today.", [("today", "2022-02-25")]),
    ("They will speak tomorrow.", [("tomorrow", "2022-02-26")]),
    ("They spoke the day before yesterday.", [("the day before yesterday", "2022-02-23")]),
    ("They will speak the day after tomorrow.", [("the day after tomorrow", "2022-02-27")]),
    ("The city was shelled last night.", [("last night", "2022-02-24")]),
    ("They spoke three days ago.", [("three days ago", "2022-02-22")]),
    ("They spoke on Wednesday. Two days earlier he had refused.",
     [("Wednesday", "2022-02-23"), ("Two days earlier", "2022-02-21")]),
    ("They met on 10 November 2020. A day later fighting stopped.",
     [("10 November 2020", "2020-11-10"), ("A day later", "2020-11-11")]),
    ("They met on 10 November 2020. The next day fighting stopped.",
     [("10 November 2020", "2020-11-10"), ("The next day", "2020-11-11")]),
    ("They met on 10 November 2020. The previous day they had fought.",
     [("10 November 2020", "2020-11-10"), ("The previous day", "2020-11-09")]),
    ("They met on 10 November 2020. On the same day the army left.",
     [("10 November 2020", "2020-11-10"), ("On the same day", "2020-11-10")]),
    ("He had argued so on Wednesday. But 24 hours later he changed course.",
     [("Wednesday", "2022-02-23"), ("24 hours later", "2022-02-24")]),
    ("They fought two years ago.", [("two years ago", "2020")]),
    ("They fought three months ago.", [("three months ago", "2021-11")]),
    ("They fought two weeks ago.", [("two weeks ago", None)]),
    ("They fought last week.", [("last week", None)]),
    ("They meet next week.", [("next week", None)]),
    ("They fought last month.", [("last month", "2022-01")]),
    ("They meet this month.", [("this month", "2022-02")]),
    ("They meet next month.", [("next month", "2022-03")]),
    ("They fought last year.", [("last year", "2021")]),
    ("They meet next year.", [("next year", "2023")]),
    ("They met earlier this month.", [("earlier this month", "2022-02")]),
    ("They met earlier this week.", [("earlier this week", None)]),
    ("They meet at the end of the month.", [("the end of the month", "2022-02")]),
    ("They leave by the end of next year.", [("the end of next year", "2023")]),
    ("They will meet in the coming days.", [("in the coming days", None)]),
    ("Ties have soured in recent weeks.", [("in recent weeks", None)]),
    ("They met at the weekend.", [("at the weekend", None)]),
    ("The two-week truce held.", []),
    ("A year later the border was closed.", [("A year later", "2023")]),
    ("He spoke for two days.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*WEEKDAYS, *DAYS_AND_MONTHS, *YEARS, *RELATIVE])
def test_time_expression(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("He spoke on Monday.", date(2018, 9, 17), [("Monday", "2018-09-17")]),
        ("He will decide by Wednesday.", date(2018, 4, 10), [("Wednesday", "2018-04-11")]),
        ("He will be briefed on Thursday.", date(2017, 11, 22), [("Thursday", "2017-11-23")]),
        ("They will convene in February.", date(2017, 12, 14), [("February", "2018-02")]),
        ("It was struck last month.", date(2018, 1, 3), [("last month", "2017-12")]),
        ("They meet next month.", date(2018, 12, 3), [("next month", "2019-01")]),
        ("He spoke yesterday.", date(2020, 3, 1), [("yesterday", "2020-02-29")]),
        ("He spoke on 29 February.", date(2020, 3, 10), [("29 February", "2020-02-29")]),
        ("He spoke on 31 December.", date(2021, 1, 2), [("31 December", "2020-12-31")]),
        ("He will speak on 2 January.", date(2020, 12, 30), [("2 January", "2021-01-02")]),
    ],
)
def test_published_day_decides(text: str, published: date, expected: list[tuple[str, str | None]]) -> None:
    assert found(text, published) == expected


def test_without_a_published_day_only_full_dates_are_resolved() -> None:
    text = "On Tuesday they cited the statement of 10 November 2020."
    assert found(text, None) == [("Tuesday", None), ("10 November 2020", "2020-11-10")]
