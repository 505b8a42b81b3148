"""From a checkpoint to what ships: `python export.py CHECKPOINT --polnear DIR --tokenizer JSON --to FOLDER`.

The weights of the trained network, and training articles to see how its matrices are used, in; the int8 encoder, the
linker, the table of word pieces and the tokenizer out.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parents[1]))
from data import read_rows
from linker_graph import linker_graph
from network import AttributionNetwork
from onnx_graph import Graph, Rounded, encoder_graph, round_by_use, write_piece_table
from tokenizers import Tokenizer
from torch import nn

from standpoint.language.windows import cut_windows

EVERY = 45
"""Of so many training articles one is run to see what each matrix is multiplied with."""


def export(state: dict[str, np.ndarray], folder: Path, rounded: Mapping[str, Rounded] | None) -> None:
    """Writes `attribution.onnx` and `attribution-linker.onnx`; in 32 bits where nothing is rounded."""
    folder.mkdir(parents=True, exist_ok=True)
    graph = Graph() if rounded is None else Graph(bits=8, rounded=rounded, keep=("out",))
    model = encoder_graph(state, graph, "attribution", head="tags")
    (folder / "attribution.onnx").write_bytes(model.SerializeToString())
    (folder / "attribution-linker.onnx").write_bytes(linker_graph(state, "attribution-linker").SerializeToString())


@torch.no_grad()
def round_matrices(state: dict[str, torch.Tensor], texts: list[str], tokenizer: Tokenizer) -> dict[str, Rounded]:
    """Codes of the encoder's matrices, by their names in the graph, rounded for the inputs that the texts give."""
    model = AttributionNetwork().eval()
    model.load_state_dict(state)
    inputs: dict[str, list[np.ndarray]] = {}

    def keep(name: str, _: nn.Module, given: tuple[torch.Tensor, ...]) -> None:
        inputs.setdefault(name, []).append(given[0][0].numpy())

    for i, layer in enumerate(model.encoder.layers):
        for part in ("qkv", "up", "down"):
            getattr(layer, part).register_forward_pre_hook(partial(keep, f"{part}{i}"))
    for text in texts:
        for window in cut_windows(text, tokenizer)[::2]:
            pieces = torch.from_numpy(window.pieces)[None]
            model.encoder(pieces, torch.from_numpy(window.features)[None], torch.ones_like(pieces, dtype=torch.bool))
    weights = {
        f"{part}{i}": getattr(layer, part).weight.numpy()
        for i, layer in enumerate(model.encoder.layers)
        for part in ("qkv", "up", "down")
    }
    return {name: round_by_use(weight, np.concatenate(inputs[name])) for name, weight in weights.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--bits", type=int, choices=(8, 32), default=8)
    args = parser.parse_args()
    checkpoint = torch.load(args.checkpoint)
    state = {name: value.numpy() for name, value in checkpoint.items()}
    rounded = None
    if args.bits == 8:
        tokenizer = Tokenizer.from_file(str(args.tokenizer))
        tokenizer.no_truncation(), tokenizer.no_padding()
        texts = [row["text"] for row in read_rows(args.polnear / "train.jsonl.gz")[::EVERY]]
        rounded = round_matrices(checkpoint, texts, tokenizer)
    export(state, args.to, rounded)
    write_piece_table(state["encoder.word.weight"], args.to)
    shutil.copyfile(args.tokenizer, args.to / "tokenizer.json")


if __name__ == "__main__":
    main()
