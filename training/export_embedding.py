"""Writes all-MiniLM-L6-v2 itself, for embeddings: `python export_embedding.py --base FILE --to FOLDER`.

The safetensors file of the base model in; its six layers in int8 out, as `embedding.onnx`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from encoder import Encoder
from onnx_graph import Graph, encoder_graph


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    args = parser.parse_args()
    encoder = Encoder()
    encoder.load_minilm(args.base)
    encoder.feature.weight.data[1:] = 0  # unused: every piece has feature 0
    state = {f"encoder.{name}": value.detach().numpy() for name, value in encoder.state_dict().items()}
    graph = encoder_graph(state, Graph(bits=8), "embedding")
    (args.to / "embedding.onnx").write_bytes(graph.SerializeToString())


if __name__ == "__main__":
    main()
