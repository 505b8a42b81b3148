"""Issues: sentence -> the issues that its words name, with +1 for the proposal and -1 for its reverse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from standpoint.coding.issues import IssueFinder
from standpoint.coding.view import DocumentView
from standpoint.coding.words import WordReader

TABLE = [
    ("They spoke about the Salt Road.", {("salt-road", 1)}),
    ("They spoke about closing the Salt Road.", {("salt-road", 1)}),
    ("They want a ceasefire.", {("truce", 1)}),
    ("They want an armistice.", {("truce", 1)}),
    ("They want a truce.", {("truce", 1)}),
    ("Arland will keep its garrison in the valley.", {("garrison", 1)}),
    ("The Arlandian withdrawal was discussed.", {("garrison", -1)}),
    ("Arland began to withdraw.", {("garrison", -1)}),
    ("Arland pulled out of the valley.", {("garrison", -1)}),
    ("The Arlandian presence was discussed.", {("garrison", 1)}),
    ("They held direct negotiations.", {("talks", 1)}),
    ("They set preconditions.", {("talks", -1)}),
    ("The harvest was good.", set()),
    ("Arland and Cascara traded salt.", set()),
]


@pytest.fixture(scope="module")
def finder(book: Any, reader: WordReader, names: Any) -> IssueFinder:
    return IssueFinder(book, reader, names)


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_issue_mention(
    text: str, expected: set[tuple[str, int]], finder: IssueFinder, view_of: Callable[..., DocumentView]
) -> None:
    assert {(m.issue, m.pole) for m in finder.find(view_of(text))} == expected


def test_a_short_form_is_read_after_the_whole_one(finder: IssueFinder, view_of: Callable[..., DocumentView]) -> None:
    text = "The Arlandian withdrawal was announced. The withdrawal will take a month."
    found = [(m.span.of(text), m.issue, m.pole) for m in finder.find(view_of(text))]
    assert found == [("Arlandian withdrawal", "garrison", -1), ("withdrawal", "garrison", -1)]


def test_a_short_form_alone_names_nothing(finder: IssueFinder, view_of: Callable[..., DocumentView]) -> None:
    assert finder.find(view_of("The withdrawal will take a month.")) == ()


def test_who_would_carry_a_proposal_out(finder: IssueFinder, book: Any) -> None:
    assert [finder.agents_of(issue) for issue in book.issues] == [("ARL",), (), (), ("ARL", "BOR")]
