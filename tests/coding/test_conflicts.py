"""Sentences about real conflicts, each under a codebook in draft style -> act, target and positions.

No sentence is a quotation of anybody; the tables are in `conflicts/`. What rules cannot read stands under
`beyond_rules` and is expected to fail, so that a trained model can be told from them.
"""

from __future__ import annotations

from functools import cache

import pytest
from tests.coding.conflict_cases import NamesOf, Row, code_row, read_conflicts

from standpoint.coding import CodebookCoder

_CONFLICTS = {name: (book, names) for name, book, names, _ in read_conflicts()}
_ROWS = [row for _, _, _, rows in read_conflicts() for row in rows]
_BEYOND = pytest.mark.xfail(strict=True, reason="needs the meaning of words that no lexicon of general English lists")


@cache
def coder_of(conflict: str) -> tuple[CodebookCoder, NamesOf]:
    book, names = _CONFLICTS[conflict]
    resolver = NamesOf(names)
    return CodebookCoder(book, actors=resolver), resolver  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "row",
    [pytest.param(r, marks=_BEYOND if r.hard else (), id=f"{r.conflict}: {r.sentence[:60]}") for r in _ROWS],
)
def test_sentence(row: Row) -> None:
    coded = code_row(*coder_of(row.conflict), row)
    positions = {p.issue: p.stance.value for p in coded.positions}
    assert (coded.act.value, coded.target, positions) == (row.act, row.target, row.positions)


def test_there_are_many() -> None:
    assert len(_ROWS) >= 120
    assert len({r.conflict for r in _ROWS}) >= 12
