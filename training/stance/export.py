"""From a checkpoint to what ships: `python export.py CHECKPOINT --perspectrum DIR --to FOLDER`.

A state dict of the stance network in; `stance.onnx` in int8 and `stance.json` with the temperature that fits the
held-out disputes out, and what the exported model scores on them.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parents[1]))
from data import LABELS, Pair, read_perspectrum, read_scenarios, turn
from onnx_graph import Graph, encoder_graph
from train import HELD_OUT

from standpoint.coding.trained import StanceText, load_network
from standpoint.language.weights import SHARED, find_weights


def fit_temperature(shares: np.ndarray, labels: np.ndarray) -> float:
    """The temperature with the least cross-entropy, of a fine grid; `shares` are those at temperature 1."""
    logs = np.log(shares + 1e-9)

    def loss(t: float) -> float:
        z = logs / t
        return float(-(z - np.log(np.exp(z).sum(1, keepdims=True)))[np.arange(len(labels)), labels].mean())

    return round(min(np.arange(0.5, 3.01, 0.05), key=loss), 2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--perspectrum", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    args = parser.parse_args()
    state = {name: value.numpy() for name, value in torch.load(args.checkpoint).items()}
    args.to.mkdir(parents=True, exist_ok=True)
    graph = encoder_graph(state, Graph(bits=8), "stance")
    (args.to / "stance.onnx").write_bytes(graph.SerializeToString())
    head = np.concatenate([state["head.bias"][:, None], state["head.weight"]], 1).astype(np.float32)
    np.save(args.to / "stance-head.npy", head)
    (args.to / "stance.json").write_text(json.dumps({"temperature": 1.0}) + "\n", encoding="utf-8")
    for shared in SHARED:
        if not (args.to / shared).exists():
            shutil.copyfile(find_weights(None, ()) / shared, args.to / shared)
    model = load_network(args.to)
    dev = read_perspectrum(args.perspectrum / "dev.jsonl.gz")
    held = [p for s in read_scenarios() if s.name in HELD_OUT for row in s.statements for p in row]

    def score(pairs: list[Pair]) -> tuple[np.ndarray, np.ndarray]:
        shares = model.shares([StanceText(p.proposal, p.statement) for p in pairs])
        return shares, np.array([LABELS.index(p.label) for p in pairs])

    shares, labels = score(dev)
    ours, own_labels = score(held)
    turned, turned_labels = score([turn(p) for p in dev])
    temperature = fit_temperature(ours, own_labels)
    (args.to / "stance.json").write_text(json.dumps({"temperature": float(temperature)}) + "\n", encoding="utf-8")
    print(json.dumps({
        "perspectrum_dev_accuracy": float((shares[:, :2].argmax(1) == labels).mean()),
        "perspectrum_dev_negated_accuracy": float((turned[:, :2].argmax(1) == turned_labels).mean()),
        "held_out_disputes_accuracy": float((ours.argmax(1) == own_labels).mean()),
        "held_out_disputes_pairs": len(held),
        "temperature": float(temperature),
    }, indent=1))  # fmt: skip


if __name__ == "__main__":
    main()
