"""A sentence that shares several words with an issue takes it up, whatever the order of its words."""

from __future__ import annotations

import pytest

from standpoint.coding.concepts import Concept
from standpoint.coding.gathering import build_gatherer
from standpoint.coding.phrasings import Phrasing

_PHRASES = (
    Phrasing("ferry", 1, {"ferri": 0, "island": 0}, True, frozenset({"ferri", "island"})),
    Phrasing("ferry", 1, {"island": 0, "timetabl": 0, "winter": 0, "@ARL": 0}, False, frozenset()),
    Phrasing("quay", 1, {"quai": 0, "island": 0}, True, frozenset({"quai", "island"})),
)
_WEIGHT = {"ferri": 1.0, "timetabl": 1.0, "winter": 1.0, "quai": 1.0, "island": 0.6, "@ARL": 0.6}


@pytest.mark.parametrize(
    ("keys", "around", "expected"),
    [
        (("ferri",), (), []),  # one word is not enough, whosever it is
        (("island",), (), []),  # two issues' word
        (("timetabl",), (), []),  # a word of the description alone
        (("timetabl", "winter"), (), ["ferry"]),
        (("timetabl",), ("ferri", "island"), ["ferry"]),  # the sentence before has named the matter
        (("timetabl", "@ARL"), (), []),  # a party is in every issue's sentences
        (("ferri", "quai"), (), []),  # one of each
    ],
)
def test_issues_shared(keys: tuple[str, ...], around: tuple[str, ...], expected: list[str]) -> None:
    gatherer = build_gatherer(_PHRASES, _WEIGHT, 1.0)
    row = [Concept(i, i + 1, key) for i, key in enumerate(keys)]
    assert [phrase.issue for phrase, _ in gatherer.gather(row, frozenset(around))] == expected
