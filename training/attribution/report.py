"""Figures for the model card: `python report.py WEIGHTS_FOLDER --polnear DIR --scorer FILE [--full FOLDER]`.

An exported and tuned model in; Markdown out: scores, scores by kind, precision and recall by threshold, errors by
type with 30 of them, and how far the int8 graph agrees with the 32-bit one in the folder `--full`.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))
from data import read_rows
from marked_text import read_marked_folder
from scoring import load_scorer
from tune import calibration_error, judge

from standpoint.attribution.trained import TrainedAttribution, load_attribution
from standpoint.language.encoder import Encoder
from standpoint.language.pieces import load_pieces
from standpoint.language.windows import cut_windows
from standpoint.model import Document

THRESHOLDS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
Rows = list[dict[str, Any]]


def read(model: TrainedAttribution, rows: Rows) -> Rows:
    found = model.attribute([Document(r["id"], r["text"]) for r in rows])
    return [
        {"id": r["id"], "relations": [
            {"source": a.source, "cue": a.cue, "content": a.content, "confidence": a.confidence, "kind": a.kind.value}
            for a in mine]}
        for r, mine in zip(rows, found, strict=True)
    ]  # fmt: skip


def print_scores(name: str, score: dict[str, Any]) -> None:
    print(f"\n### {name}\n\n| measure | precision | recall | F1 |\n| --- | --- | --- | --- |")
    for kind in ("tokens", "spans"):
        for role, s in score[kind].items():
            print(f"| {kind}, {role} | {s['precision']:.3f} | {s['recall']:.3f} | {s['f1']:.3f} |")
    s = score["relations"]
    print(f"| relations | {s['precision']:.3f} | {s['recall']:.3f} | {s['f1']:.3f} |")
    print(f"| attributions (relation and source) | | | {score['attribution_f1']:.3f} |")
    print("\n| kind by the marks in the text | recall | n |\n| --- | --- | --- |")
    for kind, s in score["recall_by_kind"].items():
        print(f"| {kind} | {s['recall']:.3f} | {s['n']} |")


def print_curve(rows: Rows, results: Rows, scorer: Any) -> None:
    print(
        "\n### Precision and recall by threshold\n\n| threshold | statements | precision | recall | attribution F1 |"
    )
    print("| --- | --- | --- | --- | --- |")
    for threshold in THRESHOLDS:
        kept = [{**r, "relations": [x for x in r["relations"] if x["confidence"] >= threshold]} for r in results]
        s = scorer.score(rows, kept)
        n = sum(len(r["relations"]) for r in kept)
        p, r = s["relations"]["precision"], s["relations"]["recall"]
        print(f"| {threshold:.1f} | {n} | {p:.3f} | {r:.3f} | {s['attribution_f1']:.3f} |")


def find_errors(rows: Rows, results: Rows, scorer: Any) -> dict[str, list[str]]:
    """Type of error to the cues of those who made it, in the documents' order."""
    errors: dict[str, list[str]] = defaultdict(list)
    for gold, mine in zip(rows, results, strict=True):
        text, starts = gold["text"], scorer.token_starts(gold["text"])

        def parts(r: dict[str, Any], starts: list[int] = starts) -> list[frozenset[int]]:
            return [
                scorer.cover(starts, scorer.as_spans([list(s) for s in r[k]])) for k in ("source", "cue", "content")
            ]

        g, p = [parts(r) for r in scorer.relations(gold)], [parts(r) for r in mine["relations"]]
        cues = ["…".join(text[s:e] for s, e in r["cue"]) for r in scorer.relations(gold)]
        own = ["…".join(text[s:e] for s, e in r["cue"]) for r in mine["relations"]]
        for (source, cue, content), words in zip(g, cues, strict=True):
            best = max(p, key=lambda x: scorer.jaccard(x[2], content), default=None)
            if best is not None and scorer.jaccard(best[2], content) >= 0.5:
                if source and not best[0]:
                    errors["the source was not found"].append(words)
                elif best[0] and not source:
                    errors["a source where there is none"].append(words)
                elif source and scorer.jaccard(source, best[0]) < 0.5:
                    apart = not source & best[0]
                    errors["another source" if apart else "the source has other bounds"].append(words)
            elif any(x[1] & cue for x in p):
                same = next(x for x in p if x[1] & cue)
                shorter = len(same[2]) < len(content)
                errors["the content is cut short" if shorter else "the content runs on"].append(words)
            else:
                errors["the cue was not found"].append(words)
        for (_, cue, content), words in zip(p, own, strict=True):
            if not any(x[1] & cue for x in g) and all(scorer.jaccard(x[2], content) < 0.5 for x in g):
                errors["a cue where people marked none"].append(words)
    return errors


def print_errors(errors: dict[str, list[str]]) -> None:
    total = sum(len(e) for e in errors.values())
    print(f"\n### Errors by type\n\n{total} errors. Of each type some, by their cues, drawn at random.\n")
    print("| type | share | cues |\n| --- | --- | --- |")
    rng = random.Random(5)
    for name, cues in sorted(errors.items(), key=lambda e: -len(e[1])):
        drawn = rng.sample(cues, min(len(cues), max(2, round(30 * len(cues) / total))))
        shown = "; ".join(" ".join(c.split()).replace("|", "/") for c in drawn)
        print(f"| {name} | {len(cues) / total:.2f} | {shown} |")


def measure_agreement(model: TrainedAttribution, full: Path, rows: Rows) -> tuple[float, float]:
    """Share of words whose three tags are alike in int8 and in 32 bits, and the share of single tags."""
    other = Encoder.load(full / "attribution.onnx", load_pieces(full))
    alike = []
    for row in rows:
        for w in cut_windows(row["text"], model.tokenizer):
            pair = [
                e.run(w.pieces, w.features)[1][w.first].reshape(-1, 3, 3).argmax(-1) for e in (model.encoder, other)
            ]
            alike.append(pair[0] == pair[1])
    tags = np.concatenate(alike)
    return float(tags.all(1).mean()), float(tags.mean())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--full", type=Path)
    parser.add_argument("--held-out", type=Path, default=Path(__file__).parents[1] / "texts" / "held_out")
    args = parser.parse_args()
    scorer = load_scorer(args.scorer)
    model = load_attribution(args.folder)
    rows, own = read_rows(args.polnear / "dev.jsonl.gz"), read_marked_folder(args.held_out)
    results = read(model, rows)
    print_scores("PolNeAR dev, 84 articles", scorer.score(rows, results))
    print_scores(f"Our own held-out texts, {len(own)}", scorer.score(own, read(model, own)))
    error = calibration_error(*judge(rows, results, scorer))
    print(f"\nExpected calibration error on dev: {error:.3f}.")
    print_curve(rows, results, scorer)
    print_errors(find_errors(rows, results, scorer))
    kinds = Counter(x["kind"] for r in results for x in r["relations"])
    print("\nKinds given on dev:", ", ".join(f"{k} {n}" for k, n in sorted(kinds.items())) + ".")
    if args.full:
        words, tags = measure_agreement(model, args.full, rows)
        print(f"\nInt8 and 32 bits agree in all three tags of {words:.4f} of the words, in {tags:.4f} of the tags.")


if __name__ == "__main__":
    main()
