"""Puts a trained stance model beside the rules: pairs come in, one judgement per pair goes out, the rules' where an
operator is explicit, the model's where the rules say nothing.

Confidences are combined as those of two witnesses: agreement raises them, contradiction lowers the one that stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from standpoint.coding.stance import NO_POSITION, StanceJudgement, StanceModel, StancePair
from standpoint.model import Stance

EXPLICIT = 0.7
"""From here on a judgement by rule rests on an operator that governs the naming words, and is kept."""
LEAST_ALONE, LEAST_UNNAMED, LEAST_AGAINST = 0.6, 0.7, 0.8


@dataclass(frozen=True, slots=True)
class CombinedStance:
    """Rules first, a trained model for the rest. The model sees only the pairs that it can change."""

    rules: StanceModel
    trained: StanceModel

    @property
    def models(self) -> Mapping[str, str]:
        return MappingProxyType({**self.rules.models, **self.trained.models})

    def judge(self, pairs: Sequence[StancePair]) -> tuple[StanceJudgement, ...]:
        judged = list(self.rules.judge(pairs))
        open_ = [i for i, judgement in enumerate(judged) if not _is_settled(judgement)]
        for i, answer in zip(open_, self.trained.judge([pairs[i] for i in open_]), strict=True):
            judged[i] = combine(judged[i], answer, named=bool(pairs[i].named))
        return tuple(judged)


def combine(rule: StanceJudgement, model: StanceJudgement, *, named: bool = True) -> StanceJudgement:
    """One judgement from two. `named` is False where only likeness of meaning brought issue and statement together,
    so that more is asked of the model."""
    if _is_settled(rule):
        return rule
    if rule.stance is None or rule.stance is Stance.UNCLEAR:
        least = LEAST_ALONE if named else LEAST_UNNAMED
        return rule if model.stance is None or model.confidence < least else model
    return _weigh(rule, model)


def _weigh(rule: StanceJudgement, model: StanceJudgement) -> StanceJudgement:
    """Two witnesses, of whom the rules have seen a stance by a weak sign."""
    if model.stance is rule.stance:
        both = 1 - (1 - rule.confidence) * (1 - model.confidence)
        return StanceJudgement(rule.stance, round(both, 4))
    if model.stance is None:
        if model.confidence >= LEAST_AGAINST:
            return NO_POSITION
        return StanceJudgement(rule.stance, round(rule.confidence * (1 - model.confidence / 2), 4))
    surer, other = (model, rule) if model.confidence > rule.confidence else (rule, model)
    return StanceJudgement(surer.stance, round(surer.confidence * (1 - other.confidence / 2), 4))


def _is_settled(rule: StanceJudgement) -> bool:
    return rule.stance not in (None, Stance.UNCLEAR) and rule.confidence >= EXPLICIT
