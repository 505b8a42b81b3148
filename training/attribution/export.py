"""From a checkpoint to what ships: `python export.py CHECKPOINT --tokenizer JSON --to FOLDER`.

A state dict of the trained network in; the int8 encoder, the linker, the table of word pieces and the tokenizer out.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parents[1]))
from linker_graph import linker_graph
from onnx_graph import Graph, encoder_graph, write_piece_table


def export(state: dict[str, np.ndarray], folder: Path, *, bits: int = 8) -> None:
    """Writes `attribution.onnx` and `attribution-linker.onnx`."""
    folder.mkdir(parents=True, exist_ok=True)
    model = encoder_graph(state, Graph(bits=bits), "attribution", head="tags")
    (folder / "attribution.onnx").write_bytes(model.SerializeToString())
    (folder / "attribution-linker.onnx").write_bytes(linker_graph(state, "attribution-linker").SerializeToString())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--bits", type=int, choices=(8, 32), default=8)
    args = parser.parse_args()
    state = {name: value.numpy() for name, value in torch.load(args.checkpoint).items()}
    export(state, args.to, bits=args.bits)
    write_piece_table(state["encoder.word.weight"], args.to)
    shutil.copyfile(args.tokenizer, args.to / "tokenizer.json")


if __name__ == "__main__":
    main()
