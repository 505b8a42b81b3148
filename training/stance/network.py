"""The stance network: the shared encoder over proposal and statement in torch, one layer over its view of both."""

from __future__ import annotations

import torch
from data import LABELS
from encoder import HIDDEN, Encoder
from torch import Tensor, nn
from torch.nn import functional

from standpoint.coding.trained import FEATURE_OF_STATEMENT


class StanceNetwork(nn.Module):
    def __init__(self, dropout: float = 0.15) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.head = nn.Linear(5 * HIDDEN, len(LABELS))
        nn.init.zeros_(self.head.weight)

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """Log-odds of LABELS, (b, 5)."""
        words = self.encoder(pieces, features, mask)
        proposal, statement = (mean_of(words, mask & (features == f)) for f in (0, FEATURE_OF_STATEMENT))
        both = [words[:, 0], proposal, statement, (proposal - statement).abs(), proposal * statement]
        return self.head(functional.dropout(torch.cat(both, 1), 0.2, self.training))


def mean_of(words: Tensor, chosen: Tensor) -> Tensor:
    """(b, n, h), (b, n) -> the mean vector of the chosen pieces, (b, h)."""
    share = chosen.to(words.dtype)
    return torch.einsum("bn,bnh->bh", share / share.sum(1, keepdim=True), words)
