"""How every network is fitted: AdamW under a linear schedule, with an average of the weights as they go.

The average, not the last step's weights, is what is measured and shipped (Polyak, Juditsky 1992).
"""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn


class Fitting:
    """`groups` are parameters with their highest rates; `keep` is how much of the average each step leaves."""

    def __init__(self, model: nn.Module, groups: list[dict], total: int, *, warm_up: float, keep: float) -> None:
        self.model, self.total, self.warm_up, self.keep = model, total, warm_up, keep
        self.done = 0
        self._peak = [g["lr"] for g in groups]
        self._optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        self.average = copy.deepcopy(model).eval()
        pairs = zip(self.average.parameters(), model.parameters(), strict=True)
        self._averaged, self._learned = zip(*[(a, p) for a, p in pairs if p.requires_grad], strict=True)

    def step(self, loss: Tensor) -> None:
        """One step down the gradient of a loss."""
        scale = min(1.0, (self.done + 1) / (self.warm_up * self.total)) * max(0.02, 1 - self.done / self.total)
        for group, rate in zip(self._optimizer.param_groups, self._peak, strict=True):
            group["lr"] = rate * scale
        self._optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self._optimizer.step()
        self.done = min(self.done + 1, self.total - 1)
        kept = min(self.keep, (1 + self.done) / (10 + self.done))
        with torch.no_grad():
            torch._foreach_lerp_(self._averaged, self._learned, 1 - kept)


def prepare_torch(seed: int) -> None:
    """Two threads, a seed, and no denormal numbers: Adam's tiny moments would slow every step down."""
    torch.manual_seed(seed)
    torch.set_flush_denormal(True)  # before any thread is started, so that all have it
    torch.set_num_threads(2)
