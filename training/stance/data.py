"""Pairs of proposal and statement with the side that is taken: tables come in, examples and padded batches go out.

Negating the proposal turns the side round, so each pair teaches twice; statements about other proposals teach `none`.
"""

from __future__ import annotations

import csv
import gzip
import json
import random
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

LABELS = ("supports", "opposes", "conditional", "unclear", "none")
_TURNED = {"supports": "opposes", "opposes": "supports"}
_NEGATED = re.compile(
    r"\b(should|must|can|could|will|would|may|is|are|was|were|has|have|does|do)(?:\s+not|n[’']t)\b", re.I
)
_PLAIN = re.compile(r"\b(should|must|can|could|will|would|may|is|are|was|were|has|have|does|do)\b", re.I)
_CANNOT = re.compile(r"\bcannot\b", re.I)
MAX_PIECES = 160
FEATURE_OF_STATEMENT = 3


@dataclass(frozen=True)
class Pair:
    """A proposal, a statement on it, and one of LABELS."""

    proposal: str
    statement: str
    label: str


def read_perspectrum(path: Path) -> list[Pair]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Pair(r["claim"].strip(), r["perspective"].strip(), r["stance"]) for r in rows]


def read_examples(path: Path) -> list[Pair]:
    """Our own: proposal, statement and stance in a table with tabs."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Pair(r["proposal"], r["statement"], r["stance"]) for r in rows]


def negate(proposal: str) -> str:
    """ "Prisoners should be freed" to "Prisoners should not be freed", and back."""
    if _CANNOT.search(proposal):
        return _CANNOT.sub("can", proposal, count=1)
    if _NEGATED.search(proposal):
        return _NEGATED.sub(r"\1", proposal, count=1)
    if _PLAIN.search(proposal):
        return _PLAIN.sub(r"\1 not", proposal, count=1)
    return f"It is wrong to say that {proposal[:1].lower()}{proposal[1:]}"


def turn(pair: Pair) -> Pair:
    return Pair(negate(pair.proposal), pair.statement, _TURNED.get(pair.label, pair.label))


def epoch_pairs(claims: list[Pair], own: list[Pair], rng: random.Random, *, repeat: int, among: int) -> list[Pair]:
    """One epoch: every claim and `repeat` times our own, a third of them negated; perspectives of one claim held
    against each other (`among` pairs), and as many statements on other proposals as an eighth of the rest.
    """
    pairs = [turn(p) if rng.random() < 0.33 else p for p in [*claims, *own * repeat]]
    by_claim: dict[str, list[Pair]] = defaultdict(list)
    for p in claims:
        by_claim[p.proposal].append(p)
    groups = [g for g in by_claim.values() if len(g) > 2]
    for _ in range(among):
        one, other = rng.sample(rng.choice(groups), 2)
        pairs.append(Pair(one.statement, other.statement, "supports" if one.label == other.label else "opposes"))
    everything = [*claims, *own * repeat]
    for _ in range(len(pairs) // 8):
        one, other = rng.sample(everything, 2)
        if one.proposal != other.proposal:
            pairs.append(Pair(one.proposal, other.statement, "none"))
    rng.shuffle(pairs)
    return pairs


def to_pieces(pair: Pair, tokenizer: Tokenizer) -> tuple[list[int], list[int]]:
    """[CLS] proposal [SEP] statement [SEP], and the feature of each piece (0 proposal, 3 statement)."""
    cls, sep = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    first = tokenizer.encode(pair.proposal, add_special_tokens=False).ids[: MAX_PIECES // 2]
    second = tokenizer.encode(pair.statement, add_special_tokens=False).ids[: MAX_PIECES - len(first) - 3]
    pieces = [cls, *first, sep, *second, sep]
    return pieces, [0] * (len(first) + 2) + [FEATURE_OF_STATEMENT] * (len(second) + 1)


def batches(pairs: list[Pair], tokenizer: Tokenizer, budget: int, rng: random.Random | None) -> list[list[tuple]]:
    """Batches of pairs of like length, of at most `budget` pieces with padding."""
    rows = [(*to_pieces(p, tokenizer), LABELS.index(p.label)) for p in pairs]
    rows.sort(key=lambda r: len(r[0]) + (rng.random() * 6 if rng else 0))
    out: list[list[tuple]] = [[]]
    longest = 0
    for row in rows:
        longest = max(longest, len(row[0]))
        if out[-1] and longest * (len(out[-1]) + 1) > budget:
            out.append([])
            longest = len(row[0])
        out[-1].append(row)
    if rng:
        rng.shuffle(out)
    return out


def collate(rows: list[tuple]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """pieces, features (b, n), mask (b, n) bool, label (b,)."""
    n = max(len(r[0]) for r in rows)
    pieces, features = torch.zeros(len(rows), n, dtype=torch.long), torch.zeros(len(rows), n, dtype=torch.long)
    mask = torch.zeros(len(rows), n, dtype=torch.bool)
    for i, (p, f, _) in enumerate(rows):
        pieces[i, : len(p)], features[i, : len(p)], mask[i, : len(p)] = torch.tensor(p), torch.tensor(f), True
    return pieces, features, mask, torch.tensor([r[2] for r in rows])
