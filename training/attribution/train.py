"""Trains the network: `python train.py --polnear DIR --scorer FILE --base FILE --tokenizer FILE --out DIR`.

Data, seed and schedule in; a checkpoint with averaged weights and the scores after each epoch out.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parents[1]))
from compose_texts import compose_rows, harvest, read_grammar
from data import Example, batches, collate, epoch_examples, read_rows
from encoder import encoder_groups
from marked_text import read_marked_folder
from network import AttributionNetwork, Batch
from optimising import Fitting, prepare_torch
from scoring import load_scorer
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional
from vary_names import read_names, vary_names

from standpoint.attribution.decode import Cutoffs, Run, find_cues, read_links
from standpoint.language.windows import Window, cut_windows

SEED = 20
HELD_OUT = ("reports_coasts", "analysis_east")
"""Our own texts that the network does not learn from, to measure on."""


def add_predicted(tags: Tensor, window: Tensor, cues: Tensor, links: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
    """Gold cues and the cues the tagger now sees: off gold they teach refusal, beside gold other bounds."""
    prob = tags.detach().view(*tags.shape[:2], 3, 3)[:, :, 1].softmax(-1)
    gold = {}
    for i, (w, (a, b)) in enumerate(zip(window.tolist(), cues.tolist(), strict=True)):
        gold.setdefault(w, []).append((a, b, i))
    extra_w, extra_c, extra_l, extra_v = [], [], [], []
    n = links.shape[1]
    starts = (prob[:, :, 1] > 0.12) & mask
    found = starts.nonzero().tolist()
    for w, a in found if len(found) < 3 * len(window) + 20 else []:  # an untrained tagger sees cues everywhere
        b = a + 1
        while b < n and mask[w, b] and prob[w, b, 2] > prob[w, b, 0]:
            b += 1
        over = [i for s, e, i in gold.get(w, []) if s < b and a < e]
        if not over:
            extra_l.append(torch.zeros(n, 2))
            extra_v.append(0.0)
        elif cues[over[0]].tolist() != [a, b]:
            extra_l.append(links[over[0]])
            extra_v.append(1.0)
        else:
            continue
        extra_w.append(w)
        extra_c.append(torch.tensor([a, b]))
    valid = torch.ones(len(window))
    if extra_w:
        window = torch.cat([window, torch.tensor(extra_w)])
        cues, links = torch.cat([cues, torch.stack(extra_c)]), torch.cat([links, torch.stack(extra_l)])
        valid = torch.cat([valid, torch.tensor(extra_v)])
    return window, cues, links, valid


def loss_of(model: AttributionNetwork, examples: list[Example]) -> Tensor:
    batch, gold_tags, window, cues, links = collate(examples)
    hidden = model.hidden(batch)
    tags = model.tags(hidden)
    by_role = tags.view(*tags.shape[:2], 3, 3)
    losses = [
        functional.cross_entropy(by_role[:, :, r].reshape(-1, 3), gold_tags[:, :, r].reshape(-1), ignore_index=-1)
        for r in range(3)
    ]
    total = 0.5 * losses[0] + 2.0 * losses[1] + 0.5 * losses[2]
    window, cues, links, valid = add_predicted(tags, window, cues, links, batch.word_mask)
    if len(window):
        scores, valid_score = model.linker(hidden, batch.word_mask, batch.quoted, window, cues)
        keep = batch.word_mask[window][:, :, None].float()
        cell = functional.binary_cross_entropy_with_logits(scores, links, reduction="none") * keep
        per_cue = cell.sum(1) / torch.tensor([4.0, 25.0])
        total = total + per_cue.sum(1).mean() + 0.5 * functional.binary_cross_entropy_with_logits(valid_score, valid)
    return total


@torch.no_grad()
def predict(model: AttributionNetwork, text: str, tokenizer: Tokenizer, cutoffs: Cutoffs) -> list[dict]:
    relations = []
    for window in cut_windows(text, tokenizer):
        n = len(window.words)
        batch = Batch(
            torch.from_numpy(window.pieces)[None],
            torch.from_numpy(window.features)[None],
            torch.ones(1, len(window.pieces), dtype=torch.bool),
            torch.from_numpy(window.first)[None],
            torch.ones(1, n, dtype=torch.bool),
            torch.from_numpy(window.quoted)[None],
        )
        hidden = model.hidden(batch)
        tags = model.tags(hidden)[0].numpy()
        cues = find_cues(tags, cutoffs.cue_prob)
        if not cues:
            continue
        links, valid = model.linker(
            hidden, batch.word_mask, batch.quoted, torch.zeros(len(cues), dtype=torch.long), torch.tensor(cues)
        )
        for link in read_links(cues, tags, links.numpy(), valid.numpy(), cutoffs):
            parts = {"source": link.source, "cue": [link.cue], "content": link.content}
            relations.append({role: to_characters(runs, window) for role, runs in parts.items()})
    return relations


def own_rows(texts: Path, repeat: int, composed: int, rng: random.Random) -> list[dict]:
    """Our own marked texts `repeat` times, and `composed` texts from the grammar, each with names drawn anew."""
    names, grammar = read_names(), read_grammar()
    written = [r for r in read_marked_folder(texts) if not r["id"].startswith(HELD_OUT)]
    for symbol, clauses in harvest(written).items():
        grammar[symbol] += clauses
    return [vary_names(r, rng, names) for r in [*written * repeat, *compose_rows(composed, rng, grammar)]]


def to_characters(runs: Sequence[Run], window: Window) -> list[list[int]]:
    return [[window.words[a].start, window.words[b - 1].end] for a, b in runs]


def parameter_groups(model: AttributionNetwork, rate: float, head_rate: float, decay: float) -> list[dict]:
    heads = {"params": [*model.tags.parameters(), *model.linker.parameters()], "lr": head_rate}
    return [heads, *encoder_groups(model.encoder, rate, decay)]


def parse_arguments() -> argparse.Namespace:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--polnear", type=Path, required=True)
    ap.add_argument("--texts", type=Path, default=Path(__file__).parents[1] / "texts")
    ap.add_argument("--scorer", type=Path, required=True)
    ap.add_argument("--base", type=Path, required=True)
    ap.add_argument("--tokenizer", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--start", type=Path, help="a checkpoint to go on from")
    ap.add_argument("--epochs", type=int, default=8)
    ap.add_argument("--stop-after", type=int, help="epochs to run of those that the schedule is made for")
    ap.add_argument("--rate", type=float, default=3e-4)
    ap.add_argument("--head-rate", type=float, default=1e-3)
    ap.add_argument("--decay", type=float, default=0.85)
    ap.add_argument("--budget", type=int, default=3600, help="word pieces a batch")
    ap.add_argument("--texts-repeat", type=int, default=3)
    ap.add_argument("--composed", type=int, default=600, help="texts composed from the grammar, each epoch")
    return ap.parse_args()


def evaluate(model: AttributionNetwork, rows: list[dict], tokenizer: Tokenizer, scorer: ModuleType) -> dict:
    """Scores of the network in 32 bits with the cut-offs that are not tuned yet."""
    results = [{"id": r["id"], "relations": predict(model, r["text"], tokenizer, Cutoffs())} for r in rows]
    s = scorer.score(rows, results)
    kept = ("relations", "source_given_match", "attribution_f1", "recall_by_kind")
    return {"tokens": {r: v["f1"] for r, v in s["tokens"].items()}, **{k: s[k] for k in kept}}


def run_epoch(fitting: Fitting, groups: list[list[Example]], name: str) -> float:
    """The mean loss of one epoch."""
    losses: list[float] = []
    begun = time.time()
    for group in groups:
        with torch.autocast("cpu", torch.bfloat16):
            loss = loss_of(fitting.model, group)
        fitting.step(loss)
        losses.append(loss.item())
        if len(losses) % 20 == 0:
            recent = np.mean(losses[-20:])
            print(
                f"{name} step {len(losses)}/{len(groups)} loss {recent:.3f} {time.time() - begun:.0f} s", flush=True
            )
    return float(np.mean(losses))


def main() -> None:
    args = parse_arguments()
    prepare_torch(SEED)
    rng = random.Random(SEED)
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(args.tokenizer))
    tokenizer.no_truncation(), tokenizer.no_padding()
    train, dev = (read_rows(args.polnear / f"{s}.jsonl.gz") for s in ("train", "dev"))
    scorer = load_scorer(args.scorer)
    model = AttributionNetwork()
    model.encoder.load_minilm(args.base)
    if args.start:
        model.load_state_dict(torch.load(args.start))

    def epoch_batches(chance: random.Random) -> list[list[Example]]:
        rows = train + own_rows(args.texts, args.texts_repeat, args.composed, chance)
        return batches(epoch_examples(rows, tokenizer, chance, train=True), args.budget, chance)

    total = len(epoch_batches(random.Random(0))) * args.epochs
    groups = parameter_groups(model, args.rate, args.head_rate, args.decay)
    fitting = Fitting(model, groups, total, warm_up=0.06, keep=0.998)
    for epoch in range(1, (args.stop_after or args.epochs) + 1):
        model.train()
        loss = run_epoch(fitting, epoch_batches(rng), f"epoch {epoch}")
        torch.save(fitting.average.state_dict(), args.out / "average.pt")
        line = {"epoch": epoch, "loss": round(loss, 4), **evaluate(fitting.average, dev, tokenizer, scorer)}
        print(json.dumps(line), flush=True)
        with (args.out / "log.jsonl").open("a") as log:
            log.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
