"""Phrases of a codebook that hold a denial, and aliases of those who should go: sentence -> issue and pole."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.coding.conftest import Book, Issue, Party

from standpoint.coding.issues import IssueFinder
from standpoint.coding.lexicon import load_reader
from standpoint.coding.view import DocumentView

BOOK = Book(
    (Party("KEN", "Kenya", "core"), Party("SOM", "Somalia", "core", ("Somali",))),
    (),
    (
        Issue(
            "demining", "Demining", "The minefields along the road should be cleared.",
            ("minefield maps",), ("clear the minefields",),
            ("refuse to hand over the minefield maps",),
        ),
        Issue(
            "sea-court", "Sea boundary case", "The sea boundary should be drawn by the world court.",
            ("world court",), (),
            ("no ruling of the world court can bind us", "reject the jurisdiction of the court"),
        ),
        Issue(
            "base", "Withdrawal of the contingent", "Kenya should withdraw its contingent from Kismayo.",
            ("Kenyan soldiers", "contingent in Kismayo", "pullout of the contingent"), (),
            ("not one soldier will leave Kismayo", "no parley while", "keep the contingent"),
        ),
    ),
    (),
)  # fmt: skip
TABLE = [
    ("They handed over the maps of the minefield.", {("demining", 1)}),
    ("They refuse to hand over the minefield maps.", {("demining", -1)}),
    ("A ruling by the world court could bind both.", {("sea-court", 1)}),
    ("The jurisdiction of the court was discussed.", {("sea-court", 1)}),
    ("No ruling of the world court can bind us.", {("sea-court", -1)}),
    ("The Kenyan soldiers guarantee calm.", {("base", -1)}),
    ("The contingent in Kismayo numbers 900 men.", {("base", -1)}),
    ("They will parley while it rains.", {("base", 1)}),
    ("The pullout of the contingent was discussed.", {("base", 1)}),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_pole(text: str, expected: set[tuple[str, int]], view_of: Callable[..., DocumentView]) -> None:
    finder = IssueFinder(BOOK, load_reader())  # type: ignore[arg-type]
    assert {(m.issue, m.pole) for m in finder.find(view_of(text))} == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("They spoke of keeping the contingent. That is a secret worth keeping.", 1),
        ("They spoke of keeping the contingent. The clans kept forty houses behind wire.", 1),
        ("They spoke of keeping the contingent. Bread will keep for a week.", 1),
        ("They spoke of keeping the contingent. The town would keep it.", 2),
        ("They spoke of keeping the contingent. It will leave in May.", 2),
    ],
)
def test_keeping_needs_an_object(text: str, number: int, view_of: Callable[..., DocumentView]) -> None:
    finder = IssueFinder(BOOK, load_reader())  # type: ignore[arg-type]
    assert len(finder.find(view_of(text))) == number
