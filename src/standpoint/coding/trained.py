"""Stance by the trained cross-encoder: pairs of issue and statement come in, one judgement a pair goes out.

Proposal and statement are read together in one sequence, so that "no" in one and "end" in the other can meet.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from tokenizers import Tokenizer

from standpoint.coding.likeness import PieceReader
from standpoint.coding.stance import StanceJudgement, StanceModel, StancePair, describe_issue
from standpoint.coding.taking import TAKING_FILE, StanceTaking
from standpoint.language.encoder import Encoder
from standpoint.language.pieces import load_pieces, load_tokenizer
from standpoint.language.weights import count_cores, digest_weights, find_weights
from standpoint.language.windows import mark_ids
from standpoint.model import Stance

_FILES = ("stance.onnx", "stance-head.npy", "stance.json")
LABELS: tuple[Stance | None, ...] = (Stance.SUPPORTS, Stance.OPPOSES, Stance.CONDITIONAL, Stance.UNCLEAR, None)
MAX_PIECES, MAX_PROPOSAL = 128, 40
FEATURE_OF_STATEMENT = 3


class StanceText(NamedTuple):
    """What the model reads: an issue's description, and a statement as a sentence."""

    proposal: str
    statement: str


@dataclass(frozen=True, slots=True)
class TrainedStance:
    """The cross-encoder. `head` (5, 1 + 5 * 384) is its last layer with the bias in front; `temperature` makes its
    shares mean what they say (Guo et al. 2017).
    """

    encoder: Encoder
    tokenizer: Tokenizer
    head: np.ndarray
    temperature: float
    models: Mapping[str, str]
    threads: int

    def judge(self, pairs: Sequence[StancePair]) -> tuple[StanceJudgement, ...]:
        """The likeliest stance of each pair with its share, or None where the statement takes no side."""
        texts = [StanceText(describe_issue(p.issue), p.told) for p in pairs]
        best = [(int(row.argmax()), float(row.max())) for row in self.shares(texts)]
        return tuple(StanceJudgement(LABELS[place], round(share, 4)) for place, share in best)

    def shares(self, texts: Sequence[StanceText]) -> np.ndarray:
        """(n_texts, 5) shares of LABELS, each row adding up to 1."""
        if not texts:
            return np.zeros((0, len(LABELS)))
        with ThreadPoolExecutor(self.threads) as pool:
            scores = np.stack(list(pool.map(self._score, texts))) / self.temperature
        odds = np.exp(scores - scores.max(1, keepdims=True))
        result: np.ndarray = odds / odds.sum(1, keepdims=True)
        return result

    def _score(self, text: StanceText) -> np.ndarray:
        pieces, features = (np.array(row, np.int64) for row in read_pieces(text, self.tokenizer))
        (hidden,) = self.encoder.run(pieces, features)
        proposal, statement = (hidden[features == f].mean(0) for f in (0, FEATURE_OF_STATEMENT))
        both = np.concatenate([hidden[0], proposal, statement, np.abs(proposal - statement), proposal * statement])
        found: np.ndarray = self.head[:, 0] + self.head[:, 1:] @ both
        return found


def read_pieces(text: StanceText, tokenizer: Tokenizer) -> tuple[list[int], list[int]]:
    """Pieces and features of [CLS] proposal [SEP] statement [SEP]."""
    cls, sep = mark_ids(tokenizer)
    proposal, statement = (tokenizer.encode(t, add_special_tokens=False).ids for t in text)
    proposal = proposal[:MAX_PROPOSAL]
    statement = statement[: MAX_PIECES - len(proposal) - 3]
    features = [0] * (len(proposal) + 2) + [FEATURE_OF_STATEMENT] * (len(statement) + 1)
    return [cls, *proposal, sep, *statement, sep], features


@dataclass(frozen=True, slots=True)
class StanceReader:
    """A model of stance, and by what the pairs worth asking it about are found: the pieces of words by which a
    statement sounds like an issue, and how likely it takes a position on any."""

    model: StanceModel
    pieces: PieceReader
    taking: StanceTaking


def load_stance(folder: Path | None = None, *, threads: int | None = None) -> StanceReader:
    """The model in a folder of exported weights, by default the one that ships. `threads`: by default all cores.

    Raises ModelError where weights are missing.
    """
    place = find_weights(folder, (*_FILES, TAKING_FILE))
    network = replace(load_network(place, threads=threads), models=digest_weights(place, (*_FILES, TAKING_FILE)))
    table, tokenizer = network.encoder.table, network.tokenizer
    taking = StanceTaking(table, tokenizer, np.load(place / TAKING_FILE))
    return StanceReader(network, PieceReader.of(table, tokenizer), taking)


def load_network(folder: Path | None = None, *, threads: int | None = None) -> TrainedStance:
    """The network by itself; arguments and errors as of `load_stance`."""
    place = find_weights(folder, _FILES)
    settings = json.loads((place / "stance.json").read_text(encoding="utf-8"))
    return TrainedStance(
        encoder=Encoder.load(place / "stance.onnx", load_pieces(place)),
        tokenizer=load_tokenizer(place),
        head=np.load(place / "stance-head.npy"),
        temperature=float(settings["temperature"]),
        models=digest_weights(place, _FILES),
        threads=threads or count_cores(),
    )
