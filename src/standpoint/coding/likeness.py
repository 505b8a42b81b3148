"""How like an issue a statement sounds: the issues of a codebook and the words of a document come in, scores go out.

Every word piece of an issue looks for the piece of the statement that is nearest to it in the table that the models
share, and counts by how rare it is in English and among the issues (after BM25, and ColBERT's greatest likeness:
Khattab & Zaharia 2020). No network is run: it only says which issues are worth asking a model about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from threadpoolctl import ThreadpoolController
from tokenizers import Tokenizer

from standpoint.language.pieces import PieceTable

if TYPE_CHECKING:
    from standpoint.codebooks import Issue

_FIRST_WORD = 1996
"""Pieces below are marks, letters and signs; those above come from the most common to the rarest."""
_COMMON = re.compile(
    r"the|an?|of|to|in|and|or|that|on|by|for|with|at|from|as|its?|is|are|was|were|been?|has|have|had|should|would|will|"
    r"not|no|their|his|her|this|those|these|than|who|which"
)


@dataclass(frozen=True, slots=True)
class PieceReader:
    """The shared table of word pieces with its tokenizer. `mean` (384,): what all vectors have in common; `common`:
    the pieces that say nothing."""

    table: PieceTable
    tokenizer: Tokenizer
    mean: np.ndarray
    common: frozenset[int]

    @classmethod
    def of(cls, table: PieceTable, tokenizer: Tokenizer) -> PieceReader:
        sample = np.arange(_FIRST_WORD, len(table.scales), 7)
        common = frozenset(i for token, i in tokenizer.get_vocab().items() if _COMMON.fullmatch(token))
        return cls(table, tokenizer, table.look_up(sample).mean(0), common)

    def read(self, text: str) -> np.ndarray:
        """Numbers of the pieces that say something, in order."""
        pieces = self.tokenizer.encode(text, add_special_tokens=False).ids
        return np.array([i for i in pieces if i >= _FIRST_WORD and i not in self.common], np.int64)

    def vectors(self, pieces: np.ndarray) -> np.ndarray:
        """(n, 384), each of length 1."""
        found = self.table.look_up(pieces) - self.mean
        lengths: np.ndarray = np.linalg.norm(found, axis=1, keepdims=True) + 1e-9
        even: np.ndarray = found / lengths
        return even


class Likeness:
    """The issues of one codebook."""

    def __init__(self, issues: Sequence[Issue], reader: PieceReader) -> None:
        self._reader = reader
        self._cores = ThreadpoolController()  # a second core would wait longer for work than the work takes
        told = [Counter(reader.read(" ".join((i.description, i.label, *i.aliases))).tolist()) for i in issues]
        among = Counter(piece for counts in told for piece in counts)
        rows = [
            (n, p, _weigh(p) * _rare(among[p], len(told)) * told[n][p] ** 0.5)
            for n in range(len(told))
            for p in sorted(told[n])
        ]
        self._vectors = reader.vectors(np.array([p for _, p, _ in rows], np.int64))
        self._shares = np.zeros((len(issues), len(rows)), np.float32)
        for column, (n, _, weight) in enumerate(rows):
            self._shares[n, column] = weight
        self._shares /= np.maximum(self._shares.sum(1, keepdims=True), 1e-9) ** 0.5

    def score(self, texts: Sequence[str]) -> np.ndarray:
        """(n_texts, n_issues); higher is liker, from 0 to about 5."""
        read = [self._reader.read(text) for text in texts]
        filled = [n for n, pieces in enumerate(read) if len(pieces)]
        best = np.zeros((self._shares.shape[1], len(read)), np.float32)
        if filled and len(self._vectors):
            known, places = np.unique(np.concatenate(read), return_inverse=True)
            with self._cores.limit(limits=1, user_api="blas"):
                near = np.maximum(self._vectors @ self._reader.vectors(known).T, 0)[:, places]
            starts = np.cumsum([0, *(len(read[n]) for n in filled)])[:-1]
            best[:, filled] = np.maximum.reduceat(near, starts, axis=1)
        scores: np.ndarray = (self._shares @ (best * best * best)).T
        return scores


def _weigh(piece: int) -> float:
    """Rarity in English, 0..1, by the place in a vocabulary that is sorted by use."""
    return float(np.log(max(piece - _FIRST_WORD, 2)) / np.log(29000))


def _rare(issues: int, of: int) -> float:
    """Rarity among a codebook's issues, 0..1."""
    return float(np.log((1 + of) / issues) / np.log(1 + of))
