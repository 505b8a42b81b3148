"""Runs an encoder of word pieces: the pieces of one window come in, a vector and other outputs for each piece go out.

Windows are run one by one: nothing is computed for padding, and no window's numbers depend on another's.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from standpoint.language.pieces import PieceTable

if TYPE_CHECKING:
    from onnxruntime import InferenceSession


class Encoder:
    """An ONNX graph over `words` (1, n, 384) and `features` (1, n). Calls may come from several threads at a time."""

    def __init__(self, session: InferenceSession, table: PieceTable) -> None:
        self._session, self.table = session, table
        self._outputs = [o.name for o in session.get_outputs()]

    @classmethod
    def load(cls, graph: Path, table: PieceTable) -> Encoder:
        """The graph in a file."""
        return cls(open_session(graph), table)

    def run(self, pieces: np.ndarray, features: np.ndarray) -> tuple[np.ndarray, ...]:
        """The graph's outputs, each without its first axis. `pieces`, `features`: (n_pieces,)."""
        inputs = {"words": self.table.look_up(pieces)[None], "features": features[None]}
        return tuple(output[0] for output in self._session.run(self._outputs, inputs))


def open_session(graph: Path) -> InferenceSession:
    """A session over an ONNX file, on one core; callers use more cores by calling it from several threads."""
    import onnxruntime  # noqa: PLC0415  (slow to load; nothing is loaded before a model is asked for)

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])
