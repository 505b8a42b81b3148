"""Training examples: attributed documents in, windows with labels and padded batches out."""

from __future__ import annotations

import gzip
import json
import random
from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from network import Batch
from tokenizers import Tokenizer

from standpoint.language.windows import Window, cut_windows

ROLES = ("source", "cue", "content")


@dataclass
class Example:
    """A window with `tags` (w, 3) in O=0 B=1 I=2, `cues` (c, 2) word bounds, `links` (c, w, 2) source and content."""

    window: Window
    tags: np.ndarray
    cues: np.ndarray
    links: np.ndarray


def read_rows(path: Path) -> list[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def vary(text: str, rng: random.Random) -> str:
    """The same characters count, other typography: marks of other kinds, paragraphs run together."""
    roll = rng.random()
    if roll < 0.06:
        text = text.translate(str.maketrans("“”‘’", "\"\"''"))
    elif roll < 0.10:
        text = text.translate(str.maketrans("“”", "«»"))
    elif roll < 0.14:
        text = text.translate(str.maketrans("“”", "„“"))
    elif roll < 0.18:
        text = text.translate(str.maketrans("“”", "‘’"))
    if rng.random() < 0.3:  # as news archives keep them
        text = text.replace("\n", " ")
    return text


def label(text: str, relations: list[dict], tokenizer: Tokenizer, max_pieces: int) -> list[Example]:
    examples = []
    relations = [r for r in relations if r["content"] and r["cue"]]
    for window in cut_windows(text, tokenizer, max_pieces=max_pieces):
        starts = [w.start for w in window.words]
        n = len(starts)

        def cover(spans: list[list[int]], starts: list[int] = starts) -> list[tuple[int, int]]:
            pairs = [(bisect_left(starts, s), bisect_left(starts, e)) for s, e in spans]
            return [(a, b) for a, b in pairs if a < b]

        tags, cues, links = np.zeros((n, 3), np.int64), [], []
        for i, role in enumerate(ROLES):
            spans = sorted({p for r in relations for p in cover(r[role])}, key=lambda p: (p[0], -p[1]))
            for a, b in spans:
                tags[a:b, i] = np.maximum(tags[a:b, i], 2)
            for a, _ in spans:
                tags[a, i] = 1
        for r in relations:
            cue, content, source = cover(r["cue"]), cover(r["content"]), cover(r["source"])
            if not cue:
                continue
            row = np.zeros((n, 2), np.float32)
            for k, spans in ((0, source), (1, content)):
                for a, b in spans:
                    row[a:b, k] = 1
            cues.append(cue[0] if len(cue) == 1 else (cue[0][0], cue[-1][1]))
            links.append(row)
        shape = (0, n, 2)
        examples.append(
            Example(
                window, tags, np.array(cues, np.int64).reshape(-1, 2), np.stack(links) if links else np.zeros(shape)
            )
        )
    return examples


def epoch_examples(rows: list[dict], tokenizer: Tokenizer, rng: random.Random, *, train: bool) -> list[Example]:
    out = []
    for row in rows:
        relations = (
            rng.choice([row["relations"], *(row.get("other_annotators") or [])]) if train else row["relations"]
        )
        text = vary(row["text"], rng) if train else row["text"]
        out.extend(label(text, relations, tokenizer, rng.randint(150, 256) if train else 256))
    return out


def collate(examples: list[Example]) -> tuple[Batch, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Batch, tags (b, w, 3; -1 padding), window (c,), cues (c, 2), links (c, w, 2)."""
    n = max(len(e.window.pieces) for e in examples)
    w = max(len(e.window.words) for e in examples)
    b = len(examples)
    pieces, features = torch.zeros(b, n, dtype=torch.long), torch.zeros(b, n, dtype=torch.long)
    mask, words = torch.zeros(b, n, dtype=torch.bool), torch.zeros(b, w, dtype=torch.long)
    word_mask, quoted = torch.zeros(b, w, dtype=torch.bool), torch.zeros(b, w, dtype=torch.long)
    tags = torch.full((b, w, 3), -1)
    window, cues, links = [], [], []
    for i, e in enumerate(examples):
        p, q = len(e.window.pieces), len(e.window.words)
        pieces[i, :p], features[i, :p] = torch.from_numpy(e.window.pieces), torch.from_numpy(e.window.features)
        mask[i, :p], word_mask[i, :q] = True, True
        words[i, :q] = torch.from_numpy(e.window.first)
        quoted[i, :q] = torch.from_numpy(e.window.quoted)
        tags[i, :q] = torch.from_numpy(e.tags)
        for cue, link in zip(e.cues, e.links, strict=True):
            window.append(i)
            cues.append(torch.from_numpy(cue))
            row = torch.zeros(w, 2)
            row[:q] = torch.from_numpy(link)
            links.append(row)
    c = len(window)
    return (
        Batch(pieces, features, mask, words, word_mask, quoted),
        tags,
        torch.tensor(window, dtype=torch.long),
        torch.stack(cues) if c else torch.zeros(0, 2, dtype=torch.long),
        torch.stack(links) if c else torch.zeros(0, w, 2),
    )


def batches(examples: list[Example], budget: int, rng: random.Random) -> list[list[Example]]:
    """Batches of windows of like length, of at most `budget` pieces with padding, in random order."""
    ordered = sorted(examples, key=lambda e: len(e.window.pieces) + rng.random() * 24)
    out: list[list[Example]] = [[]]
    for e in ordered:
        longest = max([len(x.window.pieces) for x in out[-1]] + [len(e.window.pieces)])
        if out[-1] and longest * (len(out[-1]) + 1) > budget:
            out.append([])
        out[-1].append(e)
    rng.shuffle(out)
    return out
