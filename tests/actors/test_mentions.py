"""Every actor that a text mentions: text and day -> words, actor code and name."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from standpoint.actors import RegistryResolver
from standpoint.model import Document

CASES = [
    (
        "2022-02-25",
        "Russia expects Armenia to sign a treaty with Azerbaijan.",
        ["Russia RUS Russia", "Armenia ARM Armenia", "Azerbaijan AZE Azerbaijan"],
    ),
    (
        "2022-02-25",
        "I informed Mr. Putin, the Azerbaijani president noted.",
        ["Putin RUS Vladimir Putin", "Azerbaijani president AZE Ilham Aliyev"],
    ),
    (
        "2018-01-15",
        "The Turkish foreign ministry met US-backed forces in Damascus.",
        ["Turkish foreign ministry TUR Turkish foreign ministry", "US USA United States", "Damascus SYR Syria"],
    ),
    ("2018-01-15", "Jordan Peterson met Jordan's king.", ["Jordan's king JOR Abdullah II"]),
    ("2021-01-06", "In Atlanta, Georgia, governor Kemp counted the runoff votes.", []),
    ("2018-01-15", "Nobody was there.", []),
    ("2018-01-15", "", []),
]


@pytest.mark.parametrize(("day", "text", "expected"), CASES)
def test_mentions(day: str, text: str, expected: list[str], resolver: RegistryResolver) -> None:
    found = resolver.resolve(Document("d", text, published=date.fromisoformat(day)), ()).mentions
    assert [f"{m.span.of(text)} {m.speaker.actor} {m.speaker.name}" for m in found] == expected


def test_mentions_are_in_order_and_apart(resolver: RegistryResolver) -> None:
    text = (
        "Turkey's president, Recep Tayyip Erdoğan, told the Russian leader that the US-led coalition, Iran and the "
        "Syrian army had agreed with the foreign ministry in Moscow. Putin's spokesman denied it in Ankara."
    )
    found = resolver.resolve(Document("d", text, published=date(2018, 1, 15)), ()).mentions
    bounds = [(m.span.start, m.span.end) for m in found]
    assert bounds == sorted(bounds)
    assert all(a[1] <= b[0] for a, b in pairwise(bounds))
