"""Trains the stance network: `python train.py --perspectrum DIR --base SAFETENSORS --tokenizer JSON --out DIR`.

Pairs of proposal and statement in; a checkpoint with averaged weights and the scores after each epoch out.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import sys
import time
from collections import Counter
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn import functional as F

sys.path.insert(0, str(Path(__file__).parents[1]))
from data import LABELS, Pair, batches, collate, epoch_pairs, read_examples, read_perspectrum, turn
from encoder import encoder_groups
from network import StanceNetwork

SEED = 7
SIDES = (LABELS.index("supports"), LABELS.index("opposes"))


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
    return {"accuracy": round(right / total, 4), "recall": {k: round(by_label[k] / n, 3) for k, n in sorted(seen.items())}}


def hold_out(own: list[Pair], rng: random.Random) -> tuple[list[Pair], list[Pair]]:
    """An eighth of the proposals, with all that is said on them, to measure on."""
    proposals = sorted({p.proposal for p in own})
    held = set(rng.sample(proposals, len(proposals) // 8))
    return [p for p in own if p.proposal not in held], [p for p in own if p.proposal in held]


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--perspectrum", type=Path, required=True)
    ap.add_argument("--examples", type=Path, default=Path(__file__).with_name("examples.tsv"))
    ap.add_argument("--base", type=Path, required=True)
    ap.add_argument("--tokenizer", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--epochs", type=int, default=5)
    ap.add_argument("--rate", type=float, default=2.5e-4)
    ap.add_argument("--head-rate", type=float, default=1e-3)
    ap.add_argument("--decay", type=float, default=0.85)
    ap.add_argument("--budget", type=int, default=2400)
    ap.add_argument("--among", type=int, default=4000, help="pairs of perspectives of one claim, each epoch but the last")
    ap.add_argument("--repeat", type=int, default=2, help="how often our own examples come in an epoch")
    args = ap.parse_args()
    random.seed(SEED), torch.manual_seed(SEED)
    torch.set_flush_denormal(True)
    torch.set_num_threads(2)
    rng = random.Random(SEED)
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(args.tokenizer))
    tokenizer.no_truncation(), tokenizer.no_padding()
    claims, dev = (read_perspectrum(args.perspectrum / f"{s}.jsonl.gz") for s in ("train", "dev"))
    own, held = hold_out(read_examples(args.examples), random.Random(SEED))
    model = StanceNetwork()
    model.encoder.load_minilm(args.base)
    groups = [{"params": list(model.head.parameters()), "lr": args.head_rate}]
    groups += encoder_groups(model.encoder, args.rate, args.decay)
    peak = [g["lr"] for g in groups]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    average = copy.deepcopy(model).eval()
    both = zip(average.parameters(), model.parameters(), strict=True)
    averaged, learned = zip(*[(a, p) for a, p in both if p.requires_grad], strict=True)
    sample = epoch_pairs(claims, own, random.Random(0), repeat=args.repeat, among=args.among)
    per_epoch = len(batches(sample, tokenizer, args.budget, random.Random(0)))
    total, step, begun = per_epoch * args.epochs, 0, time.time()
    print(f"{len(claims)} claims, {len(own)} of our own, {len(held)} held out; {per_epoch} steps an epoch", flush=True)
    for epoch in range(args.epochs):
        model.train()
        among = args.among if epoch + 1 < args.epochs else args.among // 4
        pairs = epoch_pairs(claims, own, rng, repeat=args.repeat, among=among)
        losses = []
        for group in batches(pairs, tokenizer, args.budget, rng):
            scale = min(1.0, (step + 1) / (0.08 * total)) * max(0.02, 1 - step / total)
            for g, r in zip(groups, peak, strict=True):
                g["lr"] = r * scale
            pieces, features, mask, labels = collate(group)
            with torch.autocast("cpu", torch.bfloat16):
                scores = model(pieces, features, mask)
            loss = F.cross_entropy(scores.float(), labels, label_smoothing=0.05)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            losses.append(loss.item())
            step = min(step + 1, total - 1)
            keep = min(0.99, (1 + step) / (10 + step))
            with torch.no_grad():
                torch._foreach_lerp_(averaged, learned, 1 - keep)
            if step % 40 == 0:
                print(f"epoch {epoch} step {step}/{total} loss {sum(losses[-40:]) / 40:.3f} {time.time() - begun:.0f} s", flush=True)
        torch.save(average.state_dict(), args.out / "average.pt")
        line = {"epoch": epoch + 1, "minutes": round((time.time() - begun) / 60, 1),
                "perspectrum_dev": evaluate(average, dev, tokenizer, sides_only=True),
                "perspectrum_dev_negated": evaluate(average, [turn(p) for p in dev], tokenizer, sides_only=True),
                "own_held_out": evaluate(average, held, tokenizer, sides_only=False)}  # fmt: skip
        print(json.dumps(line), flush=True)
        with open(args.out / "log.jsonl", "a") as log:
            log.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
