"""From the model's own scores to a confidence that means something: a link in, a probability of being right out."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log

from standpoint.attribution.decode import Link

_EPSILON = 1e-4


@dataclass(frozen=True, slots=True)
class Calibration:
    """Platt scaling (Platt 1999) over three features of a link, fitted on development data by `training`.

    `weights` go with the log-odds of the cue, the mean margin of the content's words and whether there is a source.
    """

    bias: float
    weights: tuple[float, float, float]

    def apply(self, link: Link) -> float:
        """The probability that content and source are as a trained person would mark them."""
        score = self.bias + sum(w * x for w, x in zip(self.weights, features_of(link), strict=True))
        return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


def features_of(link: Link) -> tuple[float, float, float]:
    """Log-odds of the cue, margin of the content, 1 where a source was found."""
    prob = min(max(link.confidence, _EPSILON), 1 - _EPSILON)
    return log(prob / (1 - prob)), min(link.margin, 10.0), float(bool(link.source))
