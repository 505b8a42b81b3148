"""Links each cue of a window with its words: word vectors and cues in, log-odds of source and content per word out.

The graph is the linker of `training/attribution/network.py`; where each word stands to each cue is worked out here.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from standpoint.attribution.decode import Run
from standpoint.language.encoder import open_session

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

_EXACT, _FAR = 4, 15


class Linker:
    """An ONNX graph over `words` (w, 384), `pool` (c, w), `buckets` and `flags` (c, w)."""

    def __init__(self, session: InferenceSession) -> None:
        self._session = session

    @classmethod
    def load(cls, graph: Path) -> Linker:
        """The graph in a file."""
        return cls(open_session(graph))

    def score(self, words: np.ndarray, quoted: np.ndarray, cues: Sequence[Run]) -> tuple[np.ndarray, np.ndarray]:
        """`words` (n_words, 384), `quoted` (n_words,) the number of the quotation around each word or 0, cues as
        runs of words -> (n_cues, n_words, 2) log-odds of source and content, (n_cues,) log-odds of the cue.
        """
        at = np.arange(len(words))
        begin, last = (np.array(side)[:, None] for side in zip(*[(a, b - 1) for a, b in cues], strict=True))
        inside = (at >= begin) & (at <= last)
        distance = np.where(at < begin, at - begin, np.where(at > last, at - last, 0))
        of_cue = quoted[begin]
        flags = inside + 2 * (quoted > 0) + 4 * ((quoted == of_cue) & (of_cue > 0))
        pool = (inside / inside.sum(1, keepdims=True)).astype(np.float32)
        inputs = {"words": words, "pool": pool, "buckets": _buckets(distance), "flags": flags.astype(np.int64)}
        links, valid = self._session.run(["links", "valid"], inputs)
        return links, valid


def _buckets(distance: np.ndarray) -> np.ndarray:
    """Signed distances in words to 32 buckets: exact to 4, then by the square root of two."""
    size = np.abs(distance)
    far = np.minimum(np.floor(_EXACT + 2 * np.log2(np.maximum(size, _EXACT).astype(np.float32) / _EXACT)), _FAR)
    buckets: np.ndarray = np.where(size < _EXACT, size, far).astype(np.int64) + 16 * (distance > 0)
    return buckets
