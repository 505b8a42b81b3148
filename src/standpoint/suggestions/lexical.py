"""Stands in for a trained encoder: sentences come in, vectors of their weighted words go out.

Two texts are close where they share rare words or pairs of words (TF-IDF, Spärck Jones 1972), folded into a fixed
width by signed hashing (Weinberger et al. 2009).
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np

from standpoint.language.embedding import Vectors
from standpoint.suggestions.terms import TermReader

WIDTH = 2048
"""Wide enough that words which have nothing in common rarely fall into one place."""
_PAIR = 0.5
"""What two words next to each other weigh, against the words themselves."""


class WordEncoder:
    """A `TextEncoder` that knows how common each word is in the texts that it was made with."""

    def __init__(self, terms: TermReader, texts: Sequence[str]) -> None:
        self._terms = terms
        seen = Counter(key for text in texts for key in {k for k, _ in self._keys(text)})
        self._rarity: Mapping[str, float] = {k: math.log((1 + len(texts)) / (1 + n)) + 0.1 for k, n in seen.items()}
        self._unseen = math.log(1 + len(texts)) + 0.1
        self._folded: dict[str, tuple[int, float]] = {}

    def embed(self, texts: Sequence[str]) -> Vectors:
        vectors = np.zeros((len(texts), WIDTH), np.float32)
        for row, text in enumerate(texts):
            for key, weight in self._keys(text):
                place, sign = self._fold(key)
                vectors[row, place] += sign * weight * self._rarity.get(key, self._unseen)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        vectors /= np.where(lengths > 0, lengths, 1)
        return vectors

    def _keys(self, text: str) -> Iterator[tuple[str, float]]:
        roots = self._terms.read(text).roots
        yield from ((root, 1.0) for root in dict.fromkeys(roots))
        yield from ((f"{a} {b}", _PAIR) for a, b in dict.fromkeys(pairwise(roots)))

    def _fold(self, key: str) -> tuple[int, float]:
        """Where a key is counted, and its sign; the same in every process."""
        if key not in self._folded:
            number = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big")
            self._folded[key] = (number // 2 % WIDTH, 1.0 if number % 2 else -1.0)
        return self._folded[key]
