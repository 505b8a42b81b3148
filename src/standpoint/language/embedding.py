"""What a reader of meaning asks of an encoder: texts in, one vector a text out. Only the protocol stands here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

WIDTH = 384
"""How many numbers a vector of the encoder that ships has."""

Vectors = NDArray[np.float32]


class TextEncoder(Protocol):
    """Embeds texts so that those that mean the same lie close together."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors `(n_texts, width)` of length 1, or 0 where a text says nothing; their dot product is the cosine."""
        ...
