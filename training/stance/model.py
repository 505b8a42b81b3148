"""Stance by the trained cross-encoder: pairs of issue and statement in, one judgement per pair out.

Proposal and statement are read together in one sequence, so that "no" in one and "end" in the other can meet.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from standpoint.coding.stance import StanceJudgement, StancePair, describe_issue, describe_statement
from standpoint.language.encoder import Encoder
from standpoint.language.pieces import load_pieces, load_tokenizer
from standpoint.language.weights import count_cores, digest_weights, find_weights
from standpoint.language.windows import mark_ids
from standpoint.model import Stance

_FILES = ("stance.onnx", "stance.json")
LABELS: tuple[Stance | None, ...] = (Stance.SUPPORTS, Stance.OPPOSES, Stance.CONDITIONAL, Stance.UNCLEAR, None)
MAX_PIECES = 160
FEATURE_OF_STATEMENT = 3


@dataclass(frozen=True, slots=True)
class TrainedStance:
    """The cross-encoder. `temperature` makes its shares mean what they say (Guo et al. 2017)."""

    encoder: Encoder
    tokenizer: Tokenizer
    temperature: float
    models: Mapping[str, str]
    threads: int

    def judge(self, pairs: Sequence[StancePair]) -> tuple[StanceJudgement, ...]:
        """The likeliest stance of each pair with its share, or None where the statement is about something else."""
        texts = [(describe_issue(p.issue), describe_statement(p)) for p in pairs]
        rows = []
        for share in self.shares(texts):
            best = int(share.argmax())
            rows.append(StanceJudgement(LABELS[best], round(float(share[best]), 4)))
        return tuple(rows)

    def shares(self, texts: Sequence[tuple[str, str]]) -> np.ndarray:
        """(proposal, statement) -> (n_texts, 5) shares of LABELS, each row adding up to 1."""
        if not texts:
            return np.zeros((0, len(LABELS)))
        with ThreadPoolExecutor(self.threads) as pool:
            scores = np.stack(list(pool.map(self._score, texts))) / self.temperature
        odds = np.exp(scores - scores.max(1, keepdims=True))
        result: np.ndarray = odds / odds.sum(1, keepdims=True)
        return result

    def _score(self, text: tuple[str, str]) -> np.ndarray:
        cls, sep = mark_ids(self.tokenizer)
        first = self.tokenizer.encode(text[0], add_special_tokens=False).ids[: MAX_PIECES // 2]
        second = self.tokenizer.encode(text[1], add_special_tokens=False).ids[: MAX_PIECES - len(first) - 3]
        pieces = np.array([cls, *first, sep, *second, sep], np.int64)
        features = np.where(np.arange(len(pieces)) < len(first) + 2, 0, FEATURE_OF_STATEMENT)
        _, scores = self.encoder.run(pieces, features)
        found: np.ndarray = scores[0]
        return found


def load_stance(place: Path, *, threads: int | None = None) -> TrainedStance:
    """The model in a folder of exported weights, beside the table of word pieces. `threads`: by default all cores.

    Raises ModelError where weights are missing.
    """
    find_weights(place, _FILES)
    settings = json.loads((place / "stance.json").read_text(encoding="utf-8"))
    return TrainedStance(
        encoder=Encoder.load(place / "stance.onnx", load_pieces(place)),
        tokenizer=load_tokenizer(place),
        temperature=float(settings["temperature"]),
        models=digest_weights(place, _FILES),
        threads=threads or count_cores(),
    )
