"""Agreements: sentence -> the words marked, the instrument, its clause and what the statement says of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from standpoint.coding.agreements import AgreementFinder
from standpoint.coding.dates import DateFinder
from standpoint.coding.view import DocumentView
from standpoint.coding.words import WordReader

MENTIONS = [
    ("They cited the trilateral statement.", [("the trilateral statement", "marble-2019", None)]),
    ("They cited the Marble House statement.", [("the Marble House statement", "marble-2019", None)]),
    ("They cited the 10 November statement.", [("the 10 November statement", "marble-2019", None)]),
    ("They cited the November 10 statement.", [("the November 10 statement", "marble-2019", None)]),
    ("They cited the statement of 10 November 2019.", [("the statement of 10 November 2019", "marble-2019", None)]),
    ("They cited the statement of November 10, 2019.", [("the statement of November 10, 2019", "marble-2019", None)]),
    ("They cited the trilateral statement of November 10, 2019.",
     [("the trilateral statement of November 10, 2019", "marble-2019", None)]),
    ("They cited the agreement signed on 10 November 2019.",
     [("the agreement signed on 10 November 2019", "marble-2019", None)]),
    ("They cited the agreement reached in November 2019.", [("the agreement reached in November 2019",
    "marble-2019", None)]),
    ("They cited the document signed in Veldt.", [("the document signed in Veldt", "veldt-2020", None)]),
    ("They cited the Veldt memorandum.", [("the Veldt memorandum", "veldt-2020", None)]),
    ("They cited the Veldt deal.", [("the Veldt deal", "veldt-2020", None)]),
    ("They cited the memorandum on prisoners signed in Veldt.",
     [("the memorandum on prisoners signed in Veldt", "veldt-2020", None)]),
    ("They cited resolution 2781.", [("resolution 2781", "unsc-2781", None)]),
    ("They cited UN resolution 2781.", [("resolution 2781", "unsc-2781", None)]),
    ("They cited Paragraph 9 of the trilateral statement.",
     [("Paragraph 9 of the trilateral statement", "marble-2019", "9")]),
    ("They cited paragraph 9 of the 10 November statement.",
     [("paragraph 9 of the 10 November statement", "marble-2019", "9")]),
    ("They cited point 2 of the Veldt memorandum.", [("point 2 of the Veldt memorandum", "veldt-2020", "2")]),
    ("They cited points 4 and 9 of the trilateral statement.",
     [("points 4 and 9 of the trilateral statement", "marble-2019", "4"),
      ("points 4 and 9 of the trilateral statement", "marble-2019", "9")]),
    ("They cited points 1, 4 and 9 of the trilateral statement.",
     [("points 1, 4 and 9 of the trilateral statement", "marble-2019", "1"),
      ("points 1, 4 and 9 of the trilateral statement", "marble-2019", "4"),
      ("points 1, 4 and 9 of the trilateral statement", "marble-2019", "9")]),
    ("They cited the ninth paragraph of the trilateral statement.",
     [("the ninth paragraph of the trilateral statement", "marble-2019", "9")]),
    ("They cited the trilateral statement, namely point 4.",
     [("the trilateral statement", "marble-2019", None), ("point 4", "marble-2019", "4")]),
    ("They cited the trilateral statement. Point 9 was left out.",
     [("the trilateral statement", "marble-2019", None), ("Point 9", "marble-2019", "9")]),
    ("They cited the Veldt memorandum. Both sides must respect the deal.",
     [("the Veldt memorandum", "veldt-2020", None), ("the deal", "veldt-2020", None)]),
    ("They cited the Veldt memorandum. The deal is old.", [("the Veldt memorandum", "veldt-2020", None)]),
    ("Both sides must respect the deal.", []),
    ("They cited article 9.", []),
    ("They spoke of the plan.", []),
    ("They signed an agreement on trade.", []),
    ("They made a statement on Tuesday.", []),
    ("They would propose a new resolution.", []),
    ("They met at the Marble House.", []),
    ("It was signed on 10 November 2019.", []),
    ("They cited the statement of 3 May 2018.", []),
]  # fmt: skip

USES = [
    ("They said [the road is open under the trilateral statement].", "said", "invokes"),
    (
        "They said [the road should be opened as set forth in paragraph 9 of the trilateral statement].",
        "said",
        "invokes",
    ),
    ("They said [Borduria had violated the trilateral statement].", "said", "says it is violated"),
    ("They said [the shelling is a breach of the trilateral statement].", "said", "says it is violated"),
    ("They said [Borduria has failed to implement the Veldt memorandum].", "said", "says it is violated"),
    ("They said [Borduria is not complying with the Veldt memorandum].", "said", "says it is violated"),
    ("They said [both sides had fully implemented the Veldt memorandum].", "said", "says it is implemented"),
    ("They said [they abide by the trilateral statement].", "said", "says it is implemented"),
    ("They said [Borduria must implement the trilateral statement].", "said", "invokes"),
    ("They said [they did not violate the trilateral statement].", "said", "says it is implemented"),
    ("They said [the trilateral statement was null and void].", "said", "rejects"),
    ("They rejected [the Veldt memorandum].", "rejected", "rejects"),
    ("They said [Arland would withdraw from the Veldt memorandum].", "said", "rejects"),
    ("They proposed [the Veldt memorandum as a model].", "proposed", "proposes"),
    ("The trilateral statement was signed.", "", None),
]


@pytest.fixture(scope="module")
def finder(book: Any, reader: WordReader) -> AgreementFinder:
    return AgreementFinder(book, reader)


@pytest.mark.parametrize(("text", "expected"), MENTIONS)
def test_mention(
    text: str,
    expected: list[tuple[str, str, str | None]],
    finder: AgreementFinder,
    view_of: Callable[..., DocumentView],
) -> None:
    view = view_of(text)
    found = finder.find(view, DateFinder().find(text, view.document.published, view.sentences))
    assert [(m.span.of(text), m.agreement, m.provision) for m in found] == expected


@pytest.mark.parametrize(("marked", "cue", "expected"), USES)
def test_use(
    marked: str, cue: str, expected: str | None, finder: AgreementFinder, view_of: Callable[..., DocumentView]
) -> None:
    found = finder.find(view_of(marked, cue=cue), ())
    assert [m.use.value if m.use else None for m in found][:1] == [expected]


def test_a_clause_in_other_words_is_found_where_its_instrument_is_named(
    finder: AgreementFinder, view_of: Callable[..., DocumentView]
) -> None:
    found = finder.find(
        view_of("The trilateral statement holds. The Salt Road and the railway to the harbour will be reopened."), ()
    )
    assert [(m.agreement, m.provision) for m in found] == [("marble-2019", None), ("marble-2019", "9")]


def test_the_same_clause_is_not_found_where_no_instrument_is_named(
    finder: AgreementFinder, view_of: Callable[..., DocumentView]
) -> None:
    assert finder.find(view_of("The Salt Road and the railway to the harbour will be reopened."), ()) == ()
