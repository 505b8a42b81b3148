"""Puts a trained stance model beside the rules: pairs come in, one judgement a pair goes out.

Where the rules find an operator that governs the naming words their judgement stays; the model is asked about the
rest, and believed where it is sure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from standpoint.coding.stance import StanceJudgement, StanceModel, StancePair

LEAST = 0.8
"""From this share on the model is believed where the rules say nothing."""


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
        open_ = [i for i, judgement in enumerate(judged) if judgement.stance is None]
        for i, answer in zip(open_, self.trained.judge([pairs[i] for i in open_]), strict=True):
            if answer.stance is not None and answer.confidence >= LEAST:
                judged[i] = answer
        return tuple(judged)
