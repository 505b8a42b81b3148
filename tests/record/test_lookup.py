"""What a user types, and the names there are -> the one that is meant, or an error that names the nearest."""

from __future__ import annotations

import pytest

from standpoint.errors import UsageError
from standpoint.record import look_up
from standpoint.record.lookup import pick_by_prefix

NAMED = [
    ("RUR", "RUR"),
    ("Ruritania", "RUR"),
    ("SYL", "SYL"),
    ("Côte d'Île", "SYL"),
    ("North", "SYL"),
    ("north", "BOR"),
]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("RUR", "RUR"),
        ("rur", "RUR"),
        (" ruritania ", "RUR"),
        ("CÔTE D'ÎLE", "SYL"),
        ("North", "SYL"),
        ("north", "BOR"),
        ("bor", "BOR"),
    ],
)
def test_a_name_is_found_as_written_and_then_in_any_case(typed: str, meant: str) -> None:
    assert look_up(typed, NAMED, what="actor", where="talks.db") == meant


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("NORTH", "'NORTH' may be any of BOR, SYL"),
        ("Ruritanja", r"no actor 'Ruritanja' in talks\.db\. Did you mean RUR \(Ruritania\)\?"),
        ("", "no actor ''.*It has BOR, RUR, SYL"),
        ("qqq", "It has BOR, RUR, SYL"),
    ],
)
def test_what_is_not_there_is_not_guessed(typed: str, message: str) -> None:
    with pytest.raises(UsageError, match=f"(?s){message}"):
        look_up(typed, NAMED, what="actor", where="talks.db")


def test_an_id_comes_before_a_name() -> None:
    assert look_up("dam", [("dam", "treaty"), ("Dam", "dam")], what="issue", where="x") == "dam"


@pytest.mark.parametrize(("typed", "ids", "found"), [("ab", ["ab", "abcd"], "ab"), ("abc", ["abcd"], "abcd")])
def test_a_beginning_is_enough_where_one_fits(typed: str, ids: list[str], found: str) -> None:
    assert pick_by_prefix(typed, ids, what="document", where="r") == found


def test_many_that_fit_are_counted() -> None:
    with pytest.raises(UsageError, match="9 documents of r begin with 'a': a1, a2, a3, a4, a5 and others"):
        pick_by_prefix("a", [f"a{n}" for n in range(1, 10)], what="document", where="r")
