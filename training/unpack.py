"""Turns shipped weights back into a checkpoint: `python unpack.py GRAPH --base SAFETENSORS --to FILE [--linker GRAPH]
[--head NPY]`.

Codes of 8 bits are widened again, so that training can go on from what ships; the table of word pieces is the base
model's, which no training here changes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from encoder import LAYERS, Encoder
from onnx import numpy_helper
from onnx_graph import GELU_LEAST


def unpack_encoder(graph: Path, base: Path) -> dict[str, np.ndarray]:
    """The encoder's weights by their names in torch, and those of the layer `head` where the graph has one."""
    raw = read_weights(graph)

    def matrix(name: str) -> np.ndarray:
        if f"{name}.q" in raw:
            return raw[f"{name}.q"].T.astype(np.float32) * raw[f"{name}.scale"][:, None]
        return raw[f"{name}.half" if f"{name}.half" in raw else name].T.astype(np.float32)

    encoder = Encoder()
    encoder.load_minilm(base)
    state = {f"encoder.{k}": v.numpy() for k, v in encoder.state_dict().items()}
    position = raw["position.half"] if "position.half" in raw else raw["position"]
    state["encoder.position.weight"] = position.astype(np.float32)
    state["encoder.feature.weight"] = raw["feature"]
    state["encoder.norm.weight"], state["encoder.norm.bias"] = raw["norm.g"], raw["norm.b"]
    for i in range(LAYERS):
        at = f"encoder.layers.{i}"
        for part in ("qkv", "out", "up", "down"):
            state[f"{at}.{part}.weight"] = matrix(f"{part}{i}")
        lifted = f"down{i}.q" in raw
        rows = raw[f"down{i}.q"].T.astype(np.float32).sum(1) * raw[f"down{i}.scale"] if lifted else 0.0
        state[f"{at}.qkv.bias"], state[f"{at}.up.bias"] = raw[f"qkv{i}.bias"], raw[f"up{i}.bias"]
        state[f"{at}.out.bias"] = raw[f"norm1.{i}.bias"]
        state[f"{at}.down.bias"] = raw[f"norm2.{i}.bias"] + (GELU_LEAST * rows if lifted else 0.0)
        for norm in ("norm1", "norm2"):
            state[f"{at}.{norm}.weight"], state[f"{at}.{norm}.bias"] = raw[f"{norm}.{i}.g"], raw[f"{norm}.{i}.b"]
    if "head.w" in raw:
        state["tags.weight"], state["tags.bias"] = raw["head.w"].T, raw["head.b"]
    return state


def unpack_linker(graph: Path) -> dict[str, np.ndarray]:
    """The linker's weights by their names in torch."""
    raw = read_weights(graph)
    state = {f"linker.{k}.weight": raw[f"{k}.weight" if f"{k}.weight" in raw else k] for k in ("distance", "flag")}
    for part in ("word_add", "word_mul", "cue_add", "cue_mul", "out", "valid", "conv1", "conv2"):
        weight = raw[f"{part}.w"]
        state[f"linker.{part}.weight"] = weight if part.startswith("conv") else weight.T
        state[f"linker.{part}.bias"] = raw[f"{part}.b"]
    return state


def read_weights(graph: Path) -> dict[str, np.ndarray]:
    return {w.name: numpy_helper.to_array(w) for w in onnx.load(str(graph)).graph.initializer}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--linker", type=Path, help="for the attribution network")
    parser.add_argument("--head", type=Path, help="for the stance network: its last layer, the bias in front")
    args = parser.parse_args()
    state = unpack_encoder(args.graph, args.base)
    if args.linker:
        state |= unpack_linker(args.linker)
    if args.head:
        head = np.load(args.head)
        state["head.bias"], state["head.weight"] = head[:, 0], head[:, 1:]
    torch.save({k: torch.from_numpy(np.array(v, np.float32)) for k, v in state.items()}, args.to)


if __name__ == "__main__":
    main()
