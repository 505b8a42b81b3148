"""Two judgements, one by rule and one by a trained model -> the judgement that counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from standpoint.coding.combine import CombinedStance, combine
from standpoint.coding.stance import NO_POSITION, StanceJudgement, StancePair
from standpoint.model import Kind, Stance

FOR, AGAINST, IF, OPEN = Stance.SUPPORTS, Stance.OPPOSES, Stance.CONDITIONAL, Stance.UNCLEAR

PAIRS = [
    ((FOR, 0.8), (AGAINST, 0.99), (FOR, 0.8)),
    ((None, 0.0), (AGAINST, 0.9), (AGAINST, 0.9)),
    ((None, 0.0), (AGAINST, 0.5), (None, 0.0)),
    ((OPEN, 0.5), (FOR, 0.7), (FOR, 0.7)),
    ((OPEN, 0.5), (None, 0.9), (OPEN, 0.5)),
    ((FOR, 0.6), (FOR, 0.5), (FOR, 0.8)),
    ((FOR, 0.6), (AGAINST, 0.9), (AGAINST, 0.63)),
    ((FOR, 0.65), (AGAINST, 0.6), (FOR, 0.455)),
    ((FOR, 0.6), (None, 0.9), (None, 0.0)),
    ((FOR, 0.6), (None, 0.5), (FOR, 0.45)),
    ((IF, 0.6), (IF, 0.6), (IF, 0.84)),
]


@pytest.mark.parametrize(("rule", "model", "expected"), PAIRS)
def test_combined(
    rule: tuple[Stance | None, float], model: tuple[Stance | None, float], expected: tuple[Stance | None, float]
) -> None:
    judged = combine(StanceJudgement(*rule), StanceJudgement(*model))
    assert (judged.stance, judged.confidence) == (expected[0], pytest.approx(expected[1]))


def test_more_is_asked_where_no_words_name_the_issue() -> None:
    model = StanceJudgement(FOR, 0.65)
    assert combine(NO_POSITION, model).stance is FOR
    assert combine(NO_POSITION, model, named=False) is NO_POSITION


@dataclass
class _Fixed:
    answers: list[StanceJudgement]
    models: Mapping[str, str] = field(default_factory=lambda: {"fixed": "00"})
    asked: int = 0

    def judge(self, pairs: Sequence[StancePair]) -> tuple[StanceJudgement, ...]:
        self.asked += len(pairs)
        return tuple(self.answers[: len(pairs)])


def test_the_model_is_asked_only_what_rules_leave_open() -> None:
    rules = _Fixed([StanceJudgement(FOR, 0.8), NO_POSITION], {})
    model = _Fixed([StanceJudgement(AGAINST, 0.9)])
    pair = StancePair(None, "said", "the dam is full", Kind.INDIRECT)  # type: ignore[arg-type]
    judged = CombinedStance(rules, model).judge([pair, pair])
    assert [j.stance for j in judged] == [FOR, AGAINST]
    assert model.asked == 1
    assert dict(CombinedStance(rules, model).models) == {"fixed": "00"}
