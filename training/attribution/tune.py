"""Chooses what counts as found, and fits the confidence, on development data:

`python tune.py WEIGHTS_FOLDER --polnear DIR --scorer FILE [--coded FOLDER ...]`. An exported model in;
`attribution.json` beside it out. Cut-offs are chosen one after the other for the mean of relation F1, attribution F1
and F1 of whole contents, on PolNeAR and, counting as much, on folders of coded articles; the calibration is Platt's.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from statistics import mean
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))
from data import read_rows
from scoring import load_scorer

from standpoint.attribution.assembly import assemble
from standpoint.attribution.calibration import Calibration, features_of
from standpoint.attribution.decode import Cutoffs, find_cues, read_links
from standpoint.attribution.linker import Linker
from standpoint.attribution.trained import to_found
from standpoint.evaluation import read_marked
from standpoint.language.encoder import Encoder
from standpoint.language.pieces import load_pieces, load_tokenizer
from standpoint.language.quotes import find_quotations
from standpoint.language.windows import cut_windows
from standpoint.model import Document

GRID = {
    "cue_prob": (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5),
    "valid_prob": (0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6),
    "source": (-1.5, -1.0, -0.5, 0.0, 0.5, 1.0),
    "content": (-1.0, -0.5, 0.0, 0.5, 1.0),
    "bridge": (1.0, 2.0, 4.0, 6.0, 8.0, 12.0),
    "source_tags": (0.0, 0.2, 0.4, 0.7, 1.0),
    "content_tags": (0.0, 0.2, 0.4, 0.7, 1.0),
}
THRESHOLDS = (0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35)
FLAT = Calibration(0.0, (1.0, 0.0, 0.0))


class Reader:
    """Development documents with the encoder's outputs kept, so that cut-offs can be tried quickly."""

    def __init__(self, folder: Path, rows: list[dict[str, Any]]) -> None:
        table, tokenizer = load_pieces(folder), load_tokenizer(folder)
        encoder = Encoder.load(folder / "attribution.onnx", table)
        self.linker = Linker.load(folder / "attribution-linker.onnx")
        self.rows = rows
        self.quotes = [find_quotations(r["text"]) for r in rows]
        self.windows = []
        for i, row in enumerate(rows):
            for w in cut_windows(row["text"], tokenizer, quotations=self.quotes[i]):
                hidden, tags = encoder.run(w.pieces, w.features)
                self.windows.append((i, w, hidden[w.first], tags[w.first]))
        self._links = cache(self._run_linker)

    def _run_linker(self, place: int, cue_prob: float) -> tuple[Any, ...]:
        _, w, hidden, tags = self.windows[place]
        cues = find_cues(tags, cue_prob)
        return (cues, *self.linker.score(hidden, w.quoted, cues)) if cues else (cues, None, None)

    def links(self, cutoffs: Cutoffs) -> list[tuple[int, Any, Any]]:
        """(document, window, link) of all that is found."""
        found = []
        for place, (i, w, _, tags) in enumerate(self.windows):
            cues, links, valid = self._links(place, cutoffs.cue_prob)
            if cues:
                found += [(i, w, link) for link in read_links(cues, tags, links, valid, cutoffs)]
        return found

    def read(self, cutoffs: Cutoffs, calibration: Calibration = FLAT) -> list[dict[str, Any]]:
        """The documents' attributions in the scorer's shape, with confidences."""
        found: list[list[Any]] = [[] for _ in self.rows]
        for i, w, link in self.links(cutoffs):
            found[i].append(to_found(link, w.words, calibration))
        results = []
        for row, mine, quotes in zip(self.rows, found, self.quotes, strict=True):
            attributions = assemble(Document(row["id"], row["text"]), mine, quotes)
            results.append({"id": row["id"], "relations": [
                {"source": a.source, "cue": a.cue, "content": a.content, "confidence": a.confidence}
                for a in attributions]})  # fmt: skip
        return results


def read_coded_folders(folders: Sequence[Path]) -> list[dict[str, Any]]:
    """Coded articles in the shape of the corpus."""
    return [
        {"id": m.document.id, "text": m.document.text,
         "relations": [{"source": r.source, "cue": r.cue, "content": r.content} for r in m.relations]}
        for folder in folders for m in read_marked(folder)
    ]  # fmt: skip


def choose_cutoffs(readers: Sequence[Reader], scorer: Any) -> tuple[Cutoffs, float]:
    """Two passes of coordinate ascent over GRID, for the mean of what the readers' documents score."""

    def value(cutoffs: Cutoffs) -> float:
        scores = [scorer.score(r.rows, r.read(cutoffs)) for r in readers]
        counted = ((s["relations"]["f1"], s["attribution_f1"], s["spans"]["content"]["f1"]) for s in scores)
        return mean(x for each in counted for x in each)

    best = Cutoffs()
    score = value(best)
    for _ in range(2):
        before = score
        for name, tried in GRID.items():
            for x in tried:
                other = replace(best, **{name: x})
                if other != best and (new := value(other)) > score + 1e-5:
                    best, score = other, new
        print(f"{score:.4f} {best}", flush=True)
        if score == before:
            break
    return best, score


def choose_threshold(
    rows: list[dict[str, Any]], results: list[dict[str, Any]], scorer: Any
) -> tuple[float, dict[str, Any]]:
    """The least confidence worth keeping, and the scores with it."""
    scored = []
    for threshold in THRESHOLDS:
        kept = [{**r, "relations": [x for x in r["relations"] if x["confidence"] >= threshold]} for r in results]
        scored.append((threshold, scorer.score(rows, kept)))
    return max(scored, key=lambda s: s[1]["relations"]["f1"] + s[1]["attribution_f1"])


def fit_platt(features: np.ndarray, right: np.ndarray, steps: int = 60) -> Calibration:
    """Logistic regression by Newton's method, with a slight pull to zero."""
    x = np.column_stack([np.ones(len(features)), features])
    w = np.zeros(x.shape[1])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-x @ w))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + 1e-3 * np.eye(x.shape[1])
        w -= np.linalg.solve(hessian, x.T @ (p - right) + 1e-3 * w)
    return Calibration(round(float(w[0]), 4), tuple(round(float(v), 4) for v in w[1:]))


def judge(rows: list[dict[str, Any]], results: list[dict[str, Any]], scorer: Any) -> tuple[np.ndarray, np.ndarray]:
    """Confidences of what was found, and whether content and source are right (one to one, as the scorer matches)."""
    confidence, right = [], []
    for gold, mine in zip(rows, results, strict=True):
        starts = scorer.token_starts(gold["text"])
        g = [(scorer.cover(starts, r["content"]), scorer.cover(starts, r["source"])) for r in scorer.relations(gold)]
        p = [(scorer.cover(starts, r["content"]), scorer.cover(starts, r["source"])) for r in mine["relations"]]
        pairs = sorted(((scorer.jaccard(a[0], b[0]), -i, -j) for i, a in enumerate(g) for j, b in enumerate(p)
                        if a[0] & b[0]), reverse=True)  # fmt: skip
        used: dict[int, int] = {}
        for overlap, i, j in pairs:
            if overlap >= 0.5 and -i not in used.values() and -j not in used:
                used[-j] = -i
        for j, r in enumerate(mine["relations"]):
            ok = j in used
            if ok:
                a, b = g[used[j]][1], p[j][1]
                ok = (not a and not b) or scorer.jaccard(a, b) >= 0.5
            confidence.append(r["confidence"])
            right.append(ok)
    return np.array(confidence), np.array(right, float)


def calibration_error(confidence: np.ndarray, right: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error over bins of equal width (Naeini et al. 2015)."""
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [abs(confidence[place == b].mean() - right[place == b].mean()) * (place == b).mean()
            for b in range(bins) if (place == b).any()]  # fmt: skip
    return float(sum(gaps))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--coded", type=Path, nargs="*", default=[], help="folders of coded articles")
    parser.add_argument("--keep", action="store_true", help="keep the cut-offs that are there; fit the rest")
    args = parser.parse_args()
    scorer = load_scorer(args.scorer)
    rows = read_rows(args.polnear / "dev.jsonl.gz")
    reader = Reader(args.folder, rows)
    if args.keep:
        known = json.loads((args.folder / "attribution.json").read_text(encoding="utf-8"))
        cutoffs = Cutoffs(**known["cutoffs"])
    else:
        coded = [Reader(args.folder, read_coded_folders(args.coded))] if args.coded else []
        cutoffs, _ = choose_cutoffs([reader, *coded], scorer)
    calibration, error = calibrate(reader, cutoffs, rows, scorer)
    results = reader.read(cutoffs, calibration)
    threshold, score = choose_threshold(rows, results, scorer)
    settings = {"cutoffs": asdict(cutoffs), "calibration": asdict(calibration), "threshold": threshold}
    (args.folder / "attribution.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    print(json.dumps({**score, "expected_calibration_error": round(error, 4)}, indent=1))


def calibrate(reader: Reader, cutoffs: Cutoffs, rows: list[dict[str, Any]], scorer: Any) -> tuple[Calibration, float]:
    """The calibration over all documents, and the error of one that each half of them gets from the other half."""
    plain = reader.read(cutoffs, FLAT)
    order = {}
    for i, w, link in reader.links(cutoffs):
        found = to_found(link, w.words, FLAT)
        order[i, found.cue, round(found.confidence, 4)] = features_of(link)
    features, right, owner = [], [], []
    _, all_right = judge(rows, plain, scorer)
    at = 0
    for i, row in enumerate(plain):
        for r in row["relations"]:
            features.append(order[i, r["cue"], r["confidence"]])
            right.append(all_right[at])
            owner.append(i % 2)
            at += 1
    x, y, half = np.array(features), np.array(right), np.array(owner)
    guessed = np.zeros(len(y))
    for part in (0, 1):
        fitted = fit_platt(x[half != part], y[half != part])
        guessed[half == part] = 1 / (1 + np.exp(-(fitted.bias + x[half == part] @ np.array(fitted.weights))))
    return fit_platt(x, y), calibration_error(guessed, y)


if __name__ == "__main__":
    main()
