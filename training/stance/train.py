"""Trains the stance network: `python train.py --perspectrum DIR --base SAFETENSORS --tokenizer JSON --out DIR`.

Pairs of proposal and statement in; a checkpoint with averaged weights and the scores after each epoch out.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).parents[1]))
from data import (
    LABELS,
    Pair,
    Scenario,
    batches,
    collate,
    epoch_pairs,
    read_coded,
    read_examples,
    read_perspectrum,
    read_scenarios,
    turn,
)
from encoder import encoder_groups
from network import StanceNetwork
from optimising import Fitting, prepare_torch

HERE = Path(__file__).parent
SEED = 7
HELD_OUT = ("mediation_sennar", "resources_river", "plain_talks_meren")
HELD_REPORTS = ("5", "0")
HELD_FILE = "reports_coasts"
"""Measured on: some disputes, of the reports those with numbers of such an ending, and a whole file of them."""
SIDES = (LABELS.index("supports"), LABELS.index("opposes"))


def is_held_out(report: str) -> bool:
    return report.endswith(HELD_REPORTS) or report.startswith(HELD_FILE)


@torch.no_grad()
def evaluate(model: StanceNetwork, pairs: list[Pair], tokenizer: Tokenizer, *, sides_only: bool) -> dict:
    """Accuracy; with `sides_only` between supports and opposes alone, as PERSPECTRUM asks."""
    right = total = 0
    by_label: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for group in batches(pairs, tokenizer, 6000, None):
        pieces, features, mask, labels = collate(group)
        scores = model(pieces, features, mask)
        best = torch.tensor(SIDES)[scores[:, SIDES].argmax(1)] if sides_only else scores.argmax(1)
        right += int((best == labels).sum())
        total += len(labels)
        for b, label in zip(best.tolist(), labels.tolist(), strict=True):
            seen[LABELS[label]] += 1
            by_label[LABELS[label]] += b == label
    recall = {k: round(by_label[k] / n, 3) for k, n in sorted(seen.items())}
    return {"accuracy": round(right / total, 4), "recall": recall}


@torch.no_grad()
def measure_positions(model: StanceNetwork, scenarios: Sequence[Scenario], tokenizer: Tokenizer) -> dict:
    """F1 of (statement, proposal, stance) at the threshold with the best, and how well sides are told apart."""
    shares, labels = [], []
    for group in batches([p for s in scenarios for row in s.statements for p in row], tokenizer, 6000, None):
        pieces, features, mask, gold = collate(group)
        shares.append(model(pieces, features, mask).softmax(1))
        labels.append(gold)
    share, label = torch.cat(shares), torch.cat(labels)
    taken = label != LABELS.index("none")
    sure, best = share[:, :4].max(1)
    right = (best == label) & taken
    scores = []
    for threshold in (t / 20 for t in range(4, 20)):
        said = sure >= threshold
        scores.append((float(2 * (right & said).sum() / (said.sum() + taken.sum())), threshold))
    f1, threshold = max(scores)
    return {"f1": round(f1, 3), "at": threshold, "stance_where_taken": round(float(right.sum() / taken.sum()), 3)}


def hold_out(own: list[Pair], rng: random.Random) -> tuple[list[Pair], list[Pair]]:
    """An eighth of the proposals, with all that is said on them, to measure on."""
    proposals = sorted({p.proposal for p in own})
    held = set(rng.sample(proposals, len(proposals) // 8))
    return [p for p in own if p.proposal not in held], [p for p in own if p.proposal in held]


def run_epoch(fitting: Fitting, groups: list[list[tuple]], name: str) -> float:
    """The mean loss of one epoch."""
    losses: list[float] = []
    begun = time.time()
    for group in groups:
        pieces, features, mask, labels = collate(group)
        with torch.autocast("cpu", torch.bfloat16):
            scores = fitting.model(pieces, features, mask)
        loss = functional.cross_entropy(scores.float(), labels, label_smoothing=0.05)
        fitting.step(loss)
        losses.append(loss.item())
        if len(losses) % 40 == 0:
            recent = sum(losses[-40:]) / 40
            print(
                f"{name} step {len(losses)}/{len(groups)} loss {recent:.3f} {time.time() - begun:.0f} s", flush=True
            )
    return sum(losses) / len(losses)


def parse_arguments() -> argparse.Namespace:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--perspectrum", type=Path, required=True)
    ap.add_argument("--polnear", type=Path, help="for the coded reports whose texts lie there")
    ap.add_argument("--base", type=Path, required=True)
    ap.add_argument("--tokenizer", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--start", type=Path, help="a checkpoint to go on from")
    ap.add_argument("--epochs", type=int, default=5)
    ap.add_argument("--rate", type=float, default=2.5e-4)
    ap.add_argument("--head-rate", type=float, default=1e-3)
    ap.add_argument("--decay", type=float, default=0.85)
    ap.add_argument("--budget", type=int, default=2400)
    ap.add_argument(
        "--among", type=int, default=1500, help="pairs of perspectives of one claim, each epoch but the last"
    )
    ap.add_argument("--share", type=float, default=0.6, help="of the claims, each epoch")
    ap.add_argument("--repeat", type=int, default=2, help="how often our own examples come in an epoch")
    return ap.parse_args()


def main() -> None:
    args = parse_arguments()
    prepare_torch(SEED)
    rng = random.Random(SEED)
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(args.tokenizer))
    tokenizer.no_truncation(), tokenizer.no_padding()
    claims, dev = (read_perspectrum(args.perspectrum / f"{s}.jsonl.gz") for s in ("train", "dev"))
    turned = [turn(p) for p in dev]
    own, held = hold_out(read_examples(HERE / "examples.tsv"), random.Random(SEED))
    claims += [p for file in sorted(HERE.glob("debates_*.tsv")) for p in read_examples(file)]
    scenarios = read_scenarios()
    unseen = [s for s in scenarios if s.name in HELD_OUT]
    scenarios = [s for s in scenarios if s.name not in HELD_OUT]
    coded = read_coded(args.polnear)
    reports = [s for s in coded if not is_held_out(s.name)]
    new_reports = [s for s in coded if is_held_out(s.name)]
    model = StanceNetwork()
    model.encoder.load_minilm(args.base)
    if args.start:
        model.load_state_dict(torch.load(args.start))
    heads = {"params": list(model.head.parameters()), "lr": args.head_rate}

    def draw(chance: random.Random, among: int) -> list[Pair]:
        return epoch_pairs(claims, own, scenarios, reports, chance, share=args.share, repeat=args.repeat, among=among)

    sample = draw(random.Random(0), args.among)
    total = len(batches(sample, tokenizer, args.budget, random.Random(0))) * args.epochs
    groups = [heads, *encoder_groups(model.encoder, args.rate, args.decay)]
    fitting = Fitting(model, groups, total, warm_up=0.08, keep=0.99)
    print(f"{len(claims)} claims, {len(own)} of our own, {len(held)} held out; {total} steps", flush=True)
    for epoch in range(1, args.epochs + 1):
        model.train()
        among = args.among if epoch < args.epochs else args.among // 4
        pairs = draw(rng, among)
        loss = run_epoch(fitting, batches(pairs, tokenizer, args.budget, rng), f"epoch {epoch}")
        torch.save(fitting.average.state_dict(), args.out / "average.pt")
        line = {"epoch": epoch, "loss": round(loss, 4),
                "perspectrum_dev": evaluate(fitting.average, dev, tokenizer, sides_only=True),
                "perspectrum_dev_negated": evaluate(fitting.average, turned, tokenizer, sides_only=True),
                "own_held_out": evaluate(fitting.average, held, tokenizer, sides_only=False),
                "disputes": measure_positions(fitting.average, unseen, tokenizer),
                "reports": measure_positions(fitting.average, new_reports, tokenizer)}  # fmt: skip
        print(json.dumps(line), flush=True)
        with (args.out / "log.jsonl").open("a") as log:
            log.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
