"""Fits how likely a statement takes a position: `python taking.py FOLDER --polnear DIR`.

The statements of the coded reports in; `stance-taking.npy` in the folder out, and how well it tells held-out ones
apart (the area under the curve of hits against false alarms). Beside it, of the positions in all reports the share
that are on the issue that the statement sounds most like (`standpoint.coding.likeness`).
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

sys.path.insert(0, str(Path(__file__).parents[1]))
from data import read_coded
from reports import read_reports
from train import is_held_out

from standpoint.coding.taking import TAKING_FILE, describe_wording
from standpoint.language.pieces import load_pieces, load_tokenizer
from standpoint.language.weights import find_weights

SPREAD, PENALTY = 25.0, 0.003
"""Vectors of pieces are short beside a log of a length, so they are stretched before the weights are held small."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--polnear", type=Path, required=True)
    args = parser.parse_args()
    place = find_weights(None, ())
    table, tokenizer = load_pieces(place), load_tokenizer(place)
    rows, labels, held = [], [], []
    for report in read_reports(args.polnear):
        text = report.gold["text"]
        for s in report.gold["statements"]:
            cue = text[slice(*s["cue"])] if s["cue"] else ""
            content = " ".join(text[start:end] for start, end in s["content"])
            rows.append(describe_wording(cue, content, table, tokenizer))
            labels.append(bool(s["positions"]))
            held.append(is_held_out(report.gold["id"]))
    scale = np.full(len(rows[0]), SPREAD, np.float32)
    scale[-1] = 1.0
    known, taken, unseen = np.stack(rows) * scale, np.array(labels), np.array(held)
    model = LogisticRegression(C=PENALTY, max_iter=5000).fit(known[~unseen], taken[~unseen])
    weights = np.concatenate([model.intercept_, model.coef_[0] * scale]).astype(np.float32)
    np.save(args.folder / TAKING_FILE, weights)
    told = [row for scenario in read_coded(args.polnear) for row in scenario.statements]
    positions = sum(pair.label != "none" for row in told for pair in row)
    print(json.dumps({
        "statements": len(rows), "held_out": int(unseen.sum()), "taking_a_position": round(float(taken.mean()), 3),
        "area_held_out": round(float(roc_auc_score(taken[unseen], model.decision_function(known[unseen]))), 3),
        "positions_on_the_likest_issue": round(sum(row[0].label != "none" for row in told) / positions, 3),
    }))  # fmt: skip


if __name__ == "__main__":
    main()
