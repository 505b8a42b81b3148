"""Parties named by kind: a sentence -> the words that mean a party of the codebook, with its code."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Book, Party

from standpoint.coding.groups import GroupFinder
from standpoint.model import ActorMention, ResolvedActors, Span, Speaker

BOOK = Book(
    parties=(
        Party("GOV", "Zembla government"),
        Party("OPP", "Zemblan opposition negotiators (ZNC)"),
        Party("KRV", "Zemblan Korvish authorities"),
        Party("REB", "Other armed rebel groups"),
        Party("ARM", "Zemblan army"),
    ),
    mediators=(),
    issues=(),
    agreements=(),
)

SENTENCES = [
    ("It will talk to the opposition.", [("opposition", "OPP")]),
    ("The rebels fled.", [("rebels", "REB")]),
    ("Rebel commanders fled.", []),
    ("It shelled the rebel commanders.", [("rebel commanders", "REB")]),
    ("Korvish fighters crossed the river.", [("Korvish fighters", "KRV")]),
    ("The Korvs crossed the river.", [("Korvs", "KRV")]),
    ("A Korvish village burned.", []),
    ("The rebel-held town burned.", []),
    ("Zemblan Korvs crossed the river.", [("Zemblan Korvs", "KRV")]),
    ("Arlandian Korvs crossed the river.", []),
    ("Its army crossed the river.", []),
    ("He told the army to stop.", [("army", "ARM")]),
    ("The negotiators left.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_parties_by_kind(sentence: str, expected: list[tuple[str, str]]) -> None:
    known = [(word, code) for word, code in (("Zemblan", "GOV"), ("Arlandian", "ARL")) if word in sentence]
    named = tuple(
        ActorMention(Span(at, at + len(word)), Speaker(code, word, code, None, None, "name", 1.0))
        for word, code in known
        for at in [sentence.index(word)]
    )
    found = GroupFinder(BOOK).add(sentence, ResolvedActors((), named)).mentions  # type: ignore[arg-type]
    kinds = [(m.span.of(sentence), m.speaker.actor) for m in found if m.speaker.how == "role"]
    assert kinds == expected
