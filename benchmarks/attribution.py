"""Measures the attribution step: documents in, documents and words a second, start-up, memory and distance from the
floor out.

    python benchmarks/attribution.py DOCUMENTS.jsonl[.gz] [--threads N] [--repeat 3]

DOCUMENTS: one object a line with a "text". The floor is the arithmetic of the encoder's matrices at the rate at which
this machine does the largest of these multiplications alone, through the same library. Needs the extra `training`
(for `onnx`).
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from standpoint.attribution import TrainedAttribution, load_attribution
from standpoint.language.quotes import find_quotations
from standpoint.language.windows import cut_windows
from standpoint.model import Document

HIDDEN, INNER, LAYERS = 384, 1536, 6
ROWS = 200
START = "from standpoint.attribution import load_attribution; load_attribution()"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", type=Path)
    parser.add_argument("--threads", type=int)
    parser.add_argument("--repeat", type=int, default=3)
    args = parser.parse_args()
    raw = args.documents.read_bytes()
    lines = (gzip.decompress(raw) if args.documents.suffix == ".gz" else raw).decode("utf-8").splitlines()
    documents = [Document(str(i), json.loads(line)["text"]) for i, line in enumerate(lines)]
    model = load_attribution(threads=args.threads)
    seconds = min(measure(model, documents) for _ in range(args.repeat))
    words = sum(len(d.text.split()) for d in documents)
    pieces, operations = count_work(model, documents)
    rate = measure_rate(model.threads)
    print(f"documents          {len(documents)}, {words} words, {pieces} word pieces")
    print(f"threads            {model.threads}")
    print(f"documents a second {len(documents) / seconds:.1f}")
    print(f"words a second     {words / seconds:.0f}")
    print(f"load               {start_up():.2f} s, process start and imports included")
    print(f"peak memory        {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    print(f"arithmetic         {operations / 1e9:.0f} billion operations, at {rate / 1e9:.0f} billion a second")
    print(f"share of the floor {operations / rate / seconds:.2f}")
    return 0


def measure(model: TrainedAttribution, documents: list[Document]) -> float:
    start = time.perf_counter()
    model.attribute(documents)
    return time.perf_counter() - start


def count_work(model: TrainedAttribution, documents: list[Document]) -> tuple[int, float]:
    """Word pieces, and multiplications and additions of the encoder over them (matrices and attention)."""
    lengths = [
        len(w.pieces)
        for d in documents
        for w in cut_windows(d.text, model.tokenizer, quotations=find_quotations(d.text))
    ]
    matrices = 2 * LAYERS * (4 * HIDDEN**2 + 2 * HIDDEN * INNER)
    attention = sum(4 * LAYERS * n * n * HIDDEN for n in lengths)
    return sum(lengths), float(sum(lengths) * matrices + attention)


def measure_rate(threads: int, seconds: float = 2.0) -> float:
    """Operations a second of the encoder's largest multiplication alone, on as many threads."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(multiplication(), options)
    inputs = {"x": np.random.default_rng(0).integers(0, 255, (ROWS, HIDDEN), np.uint8)}

    def spin(_: int) -> int:
        done, end = 0, time.perf_counter() + seconds
        while time.perf_counter() < end:
            session.run(None, inputs)
            done += 1
        return done

    with ThreadPoolExecutor(threads) as pool:
        runs = sum(pool.map(spin, range(threads)))
    return runs * 2 * ROWS * HIDDEN * INNER / seconds


def multiplication() -> bytes:
    """A graph of one int8 multiplication, (ROWS, 384) by (384, 1536)."""
    weights = np.random.default_rng(1).integers(-127, 127, (HIDDEN, INNER), np.int8)
    parts = {"w": weights, "step": np.float32(0.01), "zero": np.uint8(128)}
    node = helper.make_node("MatMulIntegerToFloat", ["x", "w", "step", "step", "zero"], ["y"], domain="com.microsoft")
    graph = helper.make_graph(
        [node],
        "multiplication",
        [helper.make_tensor_value_info("x", TensorProto.UINT8, [ROWS, HIDDEN])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [ROWS, INNER])],
        [numpy_helper.from_array(np.asarray(value), name) for name, value in parts.items()],
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    return bytes(helper.make_model(graph, opset_imports=opsets, ir_version=8).SerializeToString())


def start_up() -> float:
    """Seconds of a process that loads the model and does nothing else."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", START], check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
