"""How likely a statement takes a position on anything: its cue and content come in, log odds go out.

A logistic weighing of the mean vectors of their word pieces (`training/stance/taking.py`). No network is run: it only
says which statements are worth asking a model about.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from standpoint.language.pieces import HIDDEN, PieceTable

TAKING_FILE = "stance-taking.npy"
_BLANK = np.zeros(HIDDEN, np.float32)


@dataclass(frozen=True, slots=True)
class StanceTaking:
    """`weights` (1 + 2 * 384 + 1,): the bias, then those of `describe_wording`."""

    table: PieceTable
    tokenizer: Tokenizer
    weights: np.ndarray

    def odds(self, cue: str, content: str) -> float:
        """Natural log of the odds that the statement takes a position."""
        return float(self.weights[0] + self.weights[1:] @ describe_wording(cue, content, self.table, self.tokenizer))


def describe_wording(cue: str, content: str, table: PieceTable, tokenizer: Tokenizer) -> np.ndarray:
    """(2 * 384 + 1,): the mean vectors of the cue's and of the content's word pieces, and the log of their number."""
    means, count = [], 0
    for text in (cue, content):
        pieces = tokenizer.encode(text, add_special_tokens=False).ids
        means.append(table.look_up(np.array(pieces, np.int64)).mean(0) if pieces else _BLANK)
        count += len(pieces)
    return np.array([*means[0], *means[1], np.log1p(count)], np.float32)
