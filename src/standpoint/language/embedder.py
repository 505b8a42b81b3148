"""Sentence embeddings by the encoder that ships: texts in, one vector of length 1 a text out.

As in Sentence-BERT (Reimers, Gurevych 2019): a vector is the mean over the pieces of a text. The layers are those of
all-MiniLM-L6-v2 as they came, in int8.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from standpoint.language.embedding import WIDTH, Vectors
from standpoint.language.encoder import Encoder
from standpoint.language.pieces import load_pieces, load_tokenizer
from standpoint.language.weights import count_cores, find_weights

GRAPH = "embedding.onnx"
_MAX_PIECES = 256


@dataclass(frozen=True, slots=True)
class SentenceEncoder:
    """A `TextEncoder`. Texts of more than 256 pieces are cut."""

    encoder: Encoder
    tokenizer: Tokenizer
    threads: int

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors (n_texts, 384) of length 1, or 0 where a text has no pieces."""
        rows = [e.ids[:_MAX_PIECES] for e in self.tokenizer.encode_batch(list(texts))]
        with ThreadPoolExecutor(self.threads) as pool:
            vectors = list(pool.map(self._mean, rows))
        return np.stack(vectors) if vectors else np.zeros((0, WIDTH), np.float32)

    def _mean(self, pieces: Sequence[int]) -> Vectors:
        if len(pieces) <= 2:  # nothing but the marks of beginning and end
            return np.zeros(WIDTH, np.float32)
        (hidden,) = self.encoder.run(np.array(pieces, np.int64), np.zeros(len(pieces), np.int64))
        mean = hidden.mean(0)
        result: Vectors = (mean / np.linalg.norm(mean)).astype(np.float32)
        return result


def load_encoder(folder: Path | None = None, *, threads: int | None = None) -> SentenceEncoder:
    """The encoder in a folder of weights, by default the one that ships. `threads`: cores to use, by default all.

    Raises ModelError where weights are missing.
    """
    place = find_weights(folder, (GRAPH,))
    encoder = Encoder.load(place / GRAPH, load_pieces(place))
    return SentenceEncoder(encoder, load_tokenizer(place), threads or count_cores())
