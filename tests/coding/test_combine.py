"""Two judgements, one by rule and one by a trained model -> the judgement that counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import pytest

from standpoint.coding.combine import CombinedStance
from standpoint.coding.stance import NONE_TAKEN, StanceJudgement, StancePair
from standpoint.model import Kind, Stance

FOR, AGAINST, IF, OPEN = Stance.SUPPORTS, Stance.OPPOSES, Stance.CONDITIONAL, Stance.UNCLEAR
PAIR = StancePair(None, "said", "the dam is full", Kind.INDIRECT, likeness=0.9)  # type: ignore[arg-type]
Told = tuple[Stance | None, float]


@dataclass
class _Fixed:
    """A model with given answers, which counts how often it is asked."""

    answers: Sequence[StanceJudgement]
    models: Mapping[str, str] = field(default_factory=lambda: {"fixed": "00"})
    asked: int = 0

    def judge(self, pairs: Sequence[StancePair]) -> tuple[StanceJudgement, ...]:
        self.asked += len(pairs)
        return tuple(self.answers[: len(pairs)])


def _odds(cue: str, content: str) -> float:
    return 2.0 if cue == "demanded" else 0.0


@pytest.mark.parametrize(
    ("rule", "model", "expected"),
    [
        ((FOR, 0.5), (AGAINST, 0.99), (FOR, 0.5)),
        ((OPEN, 0.5), (FOR, 0.9), (OPEN, 0.5)),
        ((None, 0.0), (AGAINST, 0.9), (AGAINST, 0.9)),
        ((None, 0.0), (IF, 0.7), (IF, 0.7)),
        ((None, 0.0), (AGAINST, 0.6), (None, 0.0)),
        ((None, 0.0), (None, 0.9), (None, 0.0)),
    ],
)
def test_combined(rule: Told, model: Told, expected: Told) -> None:
    combined = CombinedStance(_Fixed([StanceJudgement(*rule)]), _Fixed([StanceJudgement(*model)]), _odds)
    (judged,) = combined.judge([PAIR])
    assert (judged.stance, judged.confidence) == expected


def test_the_model_is_asked_only_what_rules_leave_open() -> None:
    rules = _Fixed([StanceJudgement(FOR, 0.8), StanceJudgement(None, 0.0)], {})
    model = _Fixed([StanceJudgement(AGAINST, 0.9)])
    judged = CombinedStance(rules, model, _odds).judge([PAIR, PAIR])
    assert [j.stance for j in judged] == [FOR, AGAINST]
    assert model.asked == 1
    assert dict(CombinedStance(rules, model, _odds).models) == {"fixed": "00"}


def test_what_neither_sounds_like_the_issue_nor_takes_positions_is_not_asked() -> None:
    far, near = replace(PAIR, weight=0.0, likeness=0.3), replace(PAIR, weight=0.0, likeness=0.9)
    taking = replace(far, cue="demanded")
    model = _Fixed([StanceJudgement(FOR, 0.9)] * 2)
    judged = CombinedStance(_Fixed([StanceJudgement(None, 0.0)] * 3), model, _odds).judge([far, near, taking])
    assert [j.stance for j in judged] == [None, FOR, FOR]
    assert model.asked == 2


def test_what_the_rules_close_is_not_asked() -> None:
    model = _Fixed([StanceJudgement(FOR, 0.9)])
    (judged,) = CombinedStance(_Fixed([NONE_TAKEN]), model, _odds).judge([PAIR])
    assert (judged.stance, model.asked) == (None, 0)
