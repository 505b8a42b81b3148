"""Composed documents: one seed, one result; every rule is filled; what is harvested holds no marks of quotation."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

TRAINING = Path(__file__).resolve().parents[2] / "training"
sys.path.insert(0, str(TRAINING))

import compose_texts  # noqa: E402
import marked_text  # noqa: E402


def test_same_seed_same_documents() -> None:
    rules = compose_texts.read_grammar()
    once, again = (compose_texts.compose_rows(20, random.Random(7), rules) for _ in range(2))
    assert once == again
    assert len({row["text"] for row in once}) > 15


def test_every_symbol_that_is_used_has_a_rule_and_every_rule_is_used() -> None:
    rules = compose_texts.read_grammar()
    used = {m[2] for lines in rules.values() for line in lines for m in compose_texts._SLOT.finditer(line)}
    assert used | {"document"} == set(rules)


def test_composed_documents_hold_statements_two_deep() -> None:
    rows = compose_texts.compose_rows(200, random.Random(1), compose_texts.read_grammar())

    def inside(inner: list[int], outer: list[int]) -> bool:
        return outer[0] <= inner[0] and inner[1] <= outer[1] and inner != outer

    contents = [[r["content"][0] for r in row["relations"]] for row in rows]
    assert any(inside(a, b) and inside(b, c) for found in contents for a in found for b in found for c in found)


@pytest.mark.parametrize(
    ("marked", "symbol", "clause"),
    [
        ("[S1:He] [C1:said] [T1:that the road was closed].", "fact", "the road was closed"),
        ("[S1:He] [C1:wants] [T1:to close the road].", "to_do", "to close the road"),
        ("[T1:“We have closed the road,”] [S1:he] [C1:said].", "remark", "We have closed the road"),
    ],
)
def test_harvest(marked: str, symbol: str, clause: str) -> None:
    assert compose_texts.harvest([marked_text.parse_document(marked, "d")])[symbol] == [clause]
