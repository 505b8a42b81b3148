"""Word pieces as the encoders take them: a folder of weights in, a tokenizer and the shared table of vectors out.

The table is MiniLM's own and is left as it is in training, so that every model that ships can share one copy.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

HIDDEN = 384


@dataclass(frozen=True, slots=True)
class PieceTable:
    """Vectors of word pieces: `codes` (n_pieces, 384) int8 times `scales` (n_pieces,)."""

    codes: np.ndarray
    scales: np.ndarray

    def look_up(self, pieces: np.ndarray) -> np.ndarray:
        """Vectors of piece numbers of any shape: (..., 384) float32."""
        found: np.ndarray = self.codes[pieces] * self.scales[pieces][..., None]
        return found


def load_pieces(folder: Path) -> PieceTable:
    """The table in `pieces.npy` and `pieces-scales.npy`, read as it is needed."""
    return PieceTable(
        np.load(folder / "pieces.npy", mmap_mode="r"),
        np.load(folder / "pieces-scales.npy").astype(np.float32),
    )


def load_tokenizer(folder: Path) -> Tokenizer:
    """The tokenizer in `tokenizer.json`, without padding and without cutting."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
