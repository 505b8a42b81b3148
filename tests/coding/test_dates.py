"""Time expressions: sentence, published day -> the expression and its value."""

from __future__ import annotations

from datetime import date

import pytest

from standpoint.coding.dates import DateFinder
from standpoint.language.sentences import split_sentences

FRIDAY = date(2022, 2, 25)


def found(text: str, published: date | None = FRIDAY) -> list[tuple[str, str | None]]:
    mentions = DateFinder().find(text, published, split_sentences(text))
    return [(m.span.of(text), m.value) for m in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The president said on Tuesday that talks went on.", [("Tuesday", "2022-02-22")]),
        ("The ministers will meet on Thursday.", [("Thursday", "2022-03-03")]),
    ],
)
def test_time_expression(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == expected
