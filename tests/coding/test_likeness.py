"""Which issue a statement sounds like, by its word pieces alone."""

from __future__ import annotations

import numpy as np
import pytest

from standpoint.codebooks import Issue
from standpoint.coding.likeness import Likeness, PieceReader
from standpoint.language.pieces import load_pieces, load_tokenizer
from standpoint.language.weights import find_weights

ISSUES = (
    Issue(
        id="harbour",
        label="Harbour",
        description="Keld should open its harbour to ships.",
        aliases=("port access", "quays"),
    ),
    Issue(
        id="prisoners",
        label="Prisoners",
        description="Both sides should free their prisoners.",
        aliases=("detainees", "captives"),
    ),
    Issue(
        id="vote",
        label="Vote",
        description="A referendum should be held on the island.",
        aliases=("ballot", "plebiscite"),
    ),
)


@pytest.fixture(scope="module")
def likeness() -> Likeness:
    place = find_weights(None, ())
    return Likeness(ISSUES, PieceReader.of(load_pieces(place), load_tokenizer(place)))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("No vessel will moor there before spring, the admiral said", "harbour"),
        ("The ministry wants the hostages and those in its jails to go home", "prisoners"),
        ("Let the islanders go to the polls, she said", "vote"),
    ],
)
def test_other_words_of_the_same_matter_are_nearest(likeness: Likeness, told: str, expected: str) -> None:
    (row,) = likeness.score([told])
    assert ISSUES[int(row.argmax())].id == expected


def test_a_text_without_words_is_like_nothing(likeness: Likeness) -> None:
    assert np.array_equal(likeness.score(["", "—"]), np.zeros((2, 3), np.float32))
    assert likeness.score([]).shape == (0, 3)
