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
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from disputes import read_disputes
from reports import Report, read_reports
from tokenizers import Tokenizer
from torch import Tensor
from vary_names import read_names, vary_names

from standpoint.codebooks import load_codebook
from standpoint.coding.likeness import Likeness, PieceReader
from standpoint.coding.stance import word_proposal
from standpoint.coding.trained import StanceText, read_pieces
from standpoint.coding.wording import tell
from standpoint.language.pieces import load_pieces, load_tokenizer
from standpoint.language.weights import find_weights
from standpoint.model import Span

LABELS = ("supports", "opposes", "conditional", "unclear", "none")
_TURNED = {"supports": "opposes", "opposes": "supports"}
_NEGATED = re.compile(
    r"\b(should|must|can|could|will|would|may|is|are|was|were|has|have|does|do)(?:\s+not|n[’']t)\b", re.I
)
_PLAIN = re.compile(r"\b(should|must|can|could|will|would|may|is|are|was|were|has|have|does|do)\b", re.I)
_CANNOT = re.compile(r"\bcannot\b", re.I)
OTHERS, OTHERS_IN_REPORTS = 2, 3
"""Of the proposals that a statement takes no position on so many are drawn; in reports the one that it sounds most
like, about which the model will be asked, is always among them."""
_BREAK = " \x1f "


@dataclass(frozen=True)
class Pair:
    """A proposal, a statement on it, one of LABELS, and phrases by which the proposal is known."""

    proposal: str
    statement: str
    label: str
    aliases: tuple[str, ...] = ()

    @property
    def text(self) -> StanceText:
        return StanceText(word_proposal(self.proposal, self.aliases), self.statement)


@dataclass(frozen=True)
class Scenario:
    """The proposals of one dispute and what is said in it: each statement with a label for every proposal."""

    name: str
    statements: tuple[tuple[Pair, ...], ...]


def read_perspectrum(path: Path) -> list[Pair]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Pair(r["claim"].strip(), r["perspective"].strip(), r["stance"]) for r in rows]


def read_examples(path: Path) -> list[Pair]:
    """Our own: proposal, statement and stance in a table with tabs."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Pair(r["proposal"], r["statement"], r["stance"]) for r in rows]


def read_scenarios() -> list[Scenario]:
    """Disputes with all that is said in them; what a statement takes no position on is `none`."""
    return [
        Scenario(
            d.name,
            tuple(
                tuple(
                    Pair(text, t.words, t.positions.get(id, "none"), d.aliases[id]) for id, text in d.issues.items()
                )
                for t in d.told
            ),
        )
        for d in read_disputes()
    ]


def read_coded(polnear: Path | None) -> list[Scenario]:
    """Reports coded by hand: each statement, worded as at run time, with a label for every issue of its codebook; the
    issues that it sounds most like come first.
    """
    place = find_weights(None, ())
    pieces = PieceReader.of(load_pieces(place), load_tokenizer(place))
    return [_scenario(report, pieces) for report in read_reports(polnear)]


def _scenario(report: Report, pieces: PieceReader) -> Scenario:
    gold, issues = report.gold, load_codebook(str(report.codebook)).issues
    told = []
    for s in gold["statements"]:
        source = (Span(*s["source"]),) if s["source"] else ()
        said = (*((Span(*s["cue"]),) if s["cue"] else ()), *(Span(*c) for c in s["content"]))
        name = (s["speaker"] or {"name": ""})["name"].removesuffix(" (unnamed)")
        told.append(tell(gold["text"], source, said, name))
    statements = []
    for s, words, like in zip(gold["statements"], told, Likeness(issues, pieces).score(told), strict=True):
        taken = {p["issue"]: p["stance"] for p in s["positions"]}
        near = [issues[i] for i in like.argsort()[::-1]]
        statements.append(tuple(Pair(i.description, words, taken.get(i.id, "none"), i.aliases) for i in near))
    return Scenario(gold["id"], tuple(statements))


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
    return replace(pair, proposal=negate(pair.proposal), label=_TURNED.get(pair.label, pair.label))


def sample_scenarios(scenarios: list[Scenario], rng: random.Random, others: int, *, near: int = 0) -> list[Pair]:
    """Every position, and of each statement `others` proposals of its dispute that it takes no position on, the first
    `near` of them always, with names drawn anew."""
    names = read_names()
    pairs = []
    for scenario in scenarios:
        chosen: list[Pair] = []
        for row in scenario.statements:
            none = [p for p in row if p.label == "none"]
            drawn = none[:near] + rng.sample(none[near:], max(0, min(others, len(none)) - near))
            chosen += [p for p in row if p.label != "none"] + drawn
        pairs += [drop_aliases(p, rng) for p in _rename(chosen, rng, names)]
    return pairs


def drop_aliases(pair: Pair, rng: random.Random) -> Pair:
    """A codebook may have few phrases or none, in any order."""
    kept = rng.sample(pair.aliases, k=rng.randint(0, len(pair.aliases)) if rng.random() < 0.5 else len(pair.aliases))
    return replace(pair, aliases=tuple(kept))


def _rename(pairs: list[Pair], rng: random.Random, names: dict[str, list[tuple[str, str]]]) -> list[Pair]:
    """The same names become the same others in all pairs of a dispute."""
    text = _BREAK.join(t for p in pairs for t in (p.proposal, p.statement, *p.aliases))
    told = iter(vary_names({"text": text, "relations": []}, rng, names)["text"].split(_BREAK))
    return [Pair(next(told), next(told), p.label, tuple(next(told) for _ in p.aliases)) for p in pairs]


def epoch_pairs(
    claims: list[Pair], own: list[Pair], scenarios: list[Scenario], reports: list[Scenario], rng: random.Random,
    *, share: float, repeat: int, among: int,
) -> list[Pair]:  # fmt: skip
    """One epoch: a share of the claims and `repeat` times our own pairs and disputes, a third of them negated;
    perspectives of one claim held against each other (`among` pairs), an eighth of statements on other proposals,
    and `repeat` times the reports, with more of what takes no position, as there is in articles.
    """
    drawn = rng.sample(claims, round(share * len(claims)))
    pairs = [turn(p) if rng.random() < 0.33 else p for p in [*drawn, *own * repeat]]
    by_claim: dict[str, list[Pair]] = defaultdict(list)
    for p in claims:
        by_claim[p.proposal].append(p)
    groups = [g for g in by_claim.values() if len(g) > 2]
    for _ in range(among):
        one, other = rng.sample(rng.choice(groups), 2)
        pairs.append(Pair(one.statement, other.statement, "supports" if one.label == other.label else "opposes"))
    everything = [*drawn, *own * repeat]
    for _ in range(len(pairs) // 8):
        one, other = rng.sample(everything, 2)
        if one.proposal != other.proposal:
            pairs.append(Pair(one.proposal, other.statement, "none"))
    for _ in range(repeat):
        told = sample_scenarios(scenarios, rng, OTHERS) + sample_scenarios(reports, rng, OTHERS_IN_REPORTS, near=1)
        pairs += [turn(p) if p.label in _TURNED and rng.random() < 0.15 else p for p in told]
    rng.shuffle(pairs)
    return pairs


def batches(pairs: list[Pair], tokenizer: Tokenizer, budget: int, rng: random.Random | None) -> list[list[tuple]]:
    """Batches of pairs of like length, of at most `budget` pieces with padding."""
    rows = [(*read_pieces(p.text, tokenizer), LABELS.index(p.label)) for p in pairs]
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
