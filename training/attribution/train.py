"""Trains the attribution network: `python train.py --polnear DIR --scorer FILE --base SAFETENSORS --tokenizer JSON --out DIR`.

Data, seed and schedule in; a checkpoint with averaged weights and the scores after each epoch out.
"""

from __future__ import annotations

import argparse
import copy
import json
import math
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
sys.path.insert(0, str(Path(__file__).parents[1]))
from compose_texts import compose_rows, harvest, read_grammar
from data import Example, batches, collate, epoch_examples, read_rows
from encoder import encoder_groups
from marked_text import read_marked_folder
from network import AttributionNetwork, Batch
from scoring import load_scorer
from standpoint.attribution.decode import Cutoffs, find_cues, read_links
from standpoint.language.windows import cut_windows
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F
from vary_names import read_names, vary_names

SEED = 20


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
    losses = [F.cross_entropy(by_role[:, :, r].reshape(-1, 3), gold_tags[:, :, r].reshape(-1), ignore_index=-1) for r in range(3)]
    total = 0.5 * losses[0] + 2.0 * losses[1] + 0.5 * losses[2]
    window, cues, links, valid = add_predicted(tags, window, cues, links, batch.word_mask)
    if len(window):
        scores, valid_score = model.linker(hidden, batch.word_mask, batch.quoted, window, cues)
        keep = batch.word_mask[window][:, :, None].float()
        cell = F.binary_cross_entropy_with_logits(scores, links, reduction="none") * keep
        per_cue = cell.sum(1) / torch.tensor([4.0, 25.0])
        total = total + per_cue.sum(1).mean() + 0.5 * F.binary_cross_entropy_with_logits(valid_score, valid)
    return total


@torch.no_grad()
def predict(model: AttributionNetwork, text: str, tokenizer: Tokenizer, cutoffs: Cutoffs) -> list[dict]:
    relations = []
    for window in cut_windows(text, tokenizer):
        n = len(window.words)
        batch = Batch(
            torch.from_numpy(window.pieces)[None], torch.from_numpy(window.features)[None],
            torch.ones(1, len(window.pieces), dtype=torch.bool), torch.from_numpy(window.first)[None],
            torch.ones(1, n, dtype=torch.bool), torch.from_numpy(window.quoted)[None],
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
            def chars(runs):
                return [[window.words[a].start, window.words[b - 1].end] for a, b in runs]
            relations.append({"source": chars(link.source), "cue": chars([link.cue]), "content": chars(link.content)})
    return relations


def own_rows(texts: Path, repeat: int, composed: int, rng: random.Random) -> list[dict]:
    """Our own marked texts `repeat` times, and `composed` texts from the grammar, each with names drawn anew."""
    names, written, grammar = read_names(), read_marked_folder(texts), read_grammar()
    for symbol, clauses in harvest(written).items():
        grammar[symbol] += clauses
    return [vary_names(r, rng, names) for r in [*written * repeat, *compose_rows(composed, rng, grammar)]]


def parameter_groups(model: AttributionNetwork, rate: float, head_rate: float, decay: float) -> list[dict]:
    heads = {"params": [*model.tags.parameters(), *model.linker.parameters()], "lr": head_rate}
    return [heads, *encoder_groups(model.encoder, rate, decay)]


def main() -> None:
    ap = argparse.ArgumentParser()
    ap.add_argument("--polnear", type=Path, required=True)
    ap.add_argument("--texts", type=Path, default=Path(__file__).parents[1] / "texts")
    ap.add_argument("--scorer", type=Path, required=True)
    ap.add_argument("--base", type=Path, required=True)
    ap.add_argument("--tokenizer", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--epochs", type=int, default=6)
    ap.add_argument("--rate", type=float, default=3e-4)
    ap.add_argument("--head-rate", type=float, default=1e-3)
    ap.add_argument("--decay", type=float, default=0.85)
    ap.add_argument("--budget", type=int, default=3600)
    ap.add_argument("--limit", type=int, default=0)
    ap.add_argument("--start", type=Path, help="a checkpoint to go on from")
    ap.add_argument("--texts-repeat", type=int, default=2)
    ap.add_argument("--composed", type=int, default=300, help="texts composed from the grammar, each epoch")
    args = ap.parse_args()
    random.seed(SEED), np.random.seed(SEED), torch.manual_seed(SEED)
    torch.set_flush_denormal(True)  # before any thread is started, so that all have it: tiny moments are very slow
    torch.set_num_threads(2)
    rng = random.Random(SEED)
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(args.tokenizer))
    tokenizer.no_truncation(), tokenizer.no_padding()
    train, dev = (read_rows(args.polnear / f"{s}.jsonl.gz") for s in ("train", "dev"))
    if args.limit:
        train = train[: args.limit]
    scorer = load_scorer(args.scorer)
    model = AttributionNetwork()
    model.encoder.load_minilm(args.base)
    if args.start:
        model.load_state_dict(torch.load(args.start))
    groups = parameter_groups(model, args.rate, args.head_rate, args.decay)
    peak = [g["lr"] for g in groups]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    average = copy.deepcopy(model).eval()
    pairs = zip(average.parameters(), model.parameters(), strict=True)
    averaged, learned = zip(*[(a, p) for a, p in pairs if p.requires_grad], strict=True)
    sample = train + own_rows(args.texts, args.texts_repeat, args.composed, random.Random(0))
    per_epoch = len(batches(epoch_examples(sample, tokenizer, random.Random(0), train=True), args.budget, rng))
    total, step, begun = per_epoch * args.epochs, 0, time.time()
    print(f"{per_epoch} steps an epoch", flush=True)
    for epoch in range(args.epochs):
        rows = train + own_rows(args.texts, args.texts_repeat, args.composed, rng)
        model.train()
        losses = []
        for group in batches(epoch_examples(rows, tokenizer, rng, train=True), args.budget, rng):
            scale = min(1.0, (step + 1) / (0.06 * total)) * max(0.02, 1 - step / total)
            for g, r in zip(groups, peak, strict=True):
                g["lr"] = r * scale
            with torch.autocast("cpu", torch.bfloat16):
                loss = loss_of(model, group)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            losses.append(loss.item())
            step = min(step + 1, total - 1)
            keep = min(0.998, (1 + step) / (10 + step))
            with torch.no_grad():
                torch._foreach_lerp_(averaged, learned, 1 - keep)
            if step % 20 == 0:
                print(f"epoch {epoch} step {step}/{total} loss {np.mean(losses[-20:]):.3f} {time.time() - begun:.0f} s", flush=True)
        torch.save(average.state_dict(), args.out / "average.pt")
        if epoch % 2 == 0 and epoch + 1 < args.epochs:
            continue
        results = [{"id": d["id"], "relations": predict(average, d["text"], tokenizer, Cutoffs())} for d in dev]
        s = scorer.score(dev, results)
        line = {"epoch": epoch + 1, "minutes": round((time.time() - begun) / 60, 1), "loss": round(float(np.mean(losses)), 4),
                "tokens": {r: v["f1"] for r, v in s["tokens"].items()}, "relations": s["relations"],
                "source_given_match": s["source_given_match"], "attribution_f1": s["attribution_f1"], "recall_by_kind": s["recall_by_kind"]}
        print(json.dumps(line), flush=True)
        with open(args.out / "log.jsonl", "a") as log:
            log.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
