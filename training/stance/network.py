"""The stance network: the shared encoder over proposal and statement in torch, one layer over its first vector."""

from __future__ import annotations

from data import LABELS
from encoder import HIDDEN, Encoder
from torch import Tensor, nn
from torch.nn import functional


class StanceNetwork(nn.Module):
    def __init__(self, dropout: float = 0.15) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.head = nn.Linear(HIDDEN, len(LABELS))

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """Log-odds of LABELS, (b, 5)."""
        first = self.encoder(pieces, features, mask)[:, 0]
        return self.head(functional.dropout(first, 0.2, self.training))
