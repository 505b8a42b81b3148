"""Writes a vector for each word piece by itself: `python export_static.py --weights FOLDER --to FOLDER`.

Each piece is run through the sentence encoder alone, as Model2Vec does (Tulkens, van Dongen 2024); the vectors are
centred, cut to their 128 main directions and weighted by how rare a piece is (Arora et al. 2017), which its place in
the vocabulary tells.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from onnx_graph import quantise

from standpoint.language.embedder import load_encoder

WIDTH, FIRST_WORD, MARKS = 128, 1996, 0.3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, help="a folder with embedding.onnx, by default the package's")
    parser.add_argument("--to", type=Path, required=True)
    args = parser.parse_args()
    model = load_encoder(args.weights)
    size = model.tokenizer.get_vocab_size()
    cls, sep = (model.tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]"))
    ends = np.zeros(3, np.int64)
    rows = [model.encoder.run(np.array([cls, piece, sep], np.int64), ends)[0].mean(0) for piece in range(size)]
    vectors = np.stack(rows) - np.mean(rows, axis=0)
    _, _, directions = np.linalg.svd(vectors[::3], full_matrices=False)
    rank = np.maximum(np.arange(size) - FIRST_WORD, 1)
    weight = 1e-3 / (1e-3 + 1 / (rank * np.log(size)))
    weight[:FIRST_WORD] = MARKS  # letters, punctuation and unused entries
    codes, scales = quantise(vectors @ directions[:WIDTH].T * weight[:, None])
    np.save(args.to / "static.npy", codes)
    np.save(args.to / "static-scales.npy", scales.astype(np.float16))


if __name__ == "__main__":
    main()
