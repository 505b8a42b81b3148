"""Puts a trained stance model beside the rules: pairs come in, one judgement a pair goes out.

Where the rules find an operator that governs the naming words their judgement stays; the model is asked about the
rest, as far as the words sound like the issue and like taking a position, and believed where it is sure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from standpoint.coding.stance import NO_POSITION, StanceJudgement, StanceModel, StancePair

WORTH_ASKING = 0.5
"""From this sum on, of `weight` or `likeness` and of the log odds of taking any position, a pair is worth asking."""
LEAST = 0.7
"""From this share on the model is believed where the rules say nothing. Both by `training/stance/choose.py`."""


@dataclass(frozen=True, slots=True)
class CombinedStance:
    """Rules first, a trained model for the rest. The model sees only the pairs that it can change.

    `odds` says by cue and content how likely a statement takes a position at all (`StanceTaking.odds`).
    """

    rules: StanceModel
    trained: StanceModel
    odds: Callable[[str, str], float]

    @property
    def models(self) -> Mapping[str, str]:
        return MappingProxyType({**self.rules.models, **self.trained.models})

    def judge(self, pairs: Sequence[StancePair]) -> tuple[StanceJudgement, ...]:
        judged = list(self.rules.judge(pairs))
        open_ = [
            i for i, (pair, judgement) in enumerate(zip(pairs, judged, strict=True))
            if judgement.stance is None and not judgement.closed and self._worth(pair) >= WORTH_ASKING
        ]  # fmt: skip
        for i, answer in zip(open_, self.trained.judge([pairs[i] for i in open_]), strict=True):
            judged[i] = answer if answer.stance is not None and answer.confidence >= LEAST else NO_POSITION
        return tuple(judged)

    def _worth(self, pair: StancePair) -> float:
        return max(pair.weight, pair.likeness) + self.odds(pair.cue, pair.content)
