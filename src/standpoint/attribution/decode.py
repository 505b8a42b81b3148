"""From scores to spans: logits of tags and links in, cues and their runs of words out.

Predicting and deciding are apart: nothing here runs a model, and nothing else in the room picks a span.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

Run = tuple[int, int]
SOURCE, CUE, CONTENT = slice(0, 3), slice(3, 6), slice(6, 9)


@dataclass(frozen=True, slots=True)
class Cutoffs:
    """What counts as found, chosen on development data. All but `valid_prob` and `cue_prob` are log-odds.

    `source_tags` and `content_tags` are the weights of the tagger's opinion beside the linker's.
    """

    cue_prob: float = 0.35
    valid_prob: float = 0.4
    source: float = 0.0
    content: float = 0.0
    bridge: float = 4.0
    source_tags: float = 0.0
    content_tags: float = 0.0


@dataclass(frozen=True, slots=True)
class Link:
    """One cue of a window with its source and content as runs of words, and the model's probability of the cue."""

    cue: Run
    source: tuple[Run, ...]
    content: tuple[Run, ...]
    confidence: float
    margin: float


def find_cues(tags: np.ndarray, cue_prob: float) -> list[Run]:
    """Cues in a window. `tags`: (n_words, 9) logits of (source, cue, content) x (O, B, I)."""
    prob = _softmax(tags[:, CUE])
    begins = np.flatnonzero((prob[:, 1] >= cue_prob) & (prob[:, 1] >= prob[:, 2]))
    inside = (prob[:, 2] > prob[:, 0]) & (prob[:, 2] > prob[:, 1])
    runs = []
    for start in begins.tolist():
        end = start + 1
        while end < len(inside) and inside[end]:
            end += 1
        runs.append((start, end))
    return runs


def read_links(
    cues: list[Run], tags: np.ndarray, links: np.ndarray, valid: np.ndarray, cutoffs: Cutoffs
) -> list[Link]:
    """`links`: (n_cues, n_words, 2) logits of source and content; `valid`: (n_cues,) logits of the cue itself."""
    prob = _softmax(tags[:, CUE])
    accepted = 1 / (1 + np.exp(-valid))
    as_source = links[:, :, 0] + cutoffs.source_tags * _log_odds(tags[:, SOURCE])
    as_content = links[:, :, 1] + cutoffs.content_tags * _log_odds(tags[:, CONTENT])
    found = []
    for i, cue in enumerate(cues):
        if accepted[i] < cutoffs.valid_prob:
            continue
        content = runs_above(as_content[i], cutoffs.content, cutoffs.bridge)
        if not content:
            continue
        source = runs_above(as_source[i], cutoffs.source, cutoffs.bridge)
        margin = float(np.mean([np.abs(as_content[i, a:b]).mean() for a, b in content]))
        found.append(Link(cue, source, content, float(accepted[i] * prob[cue[0], 1] ** 0.5), margin))
    return found


def runs_above(logits: np.ndarray, cutoff: float, bridge: float) -> tuple[Run, ...]:
    """Runs of words over the cutoff; gaps cheaper than `bridge` are closed, runs worth less than it are dropped.

    This is what a two-state Viterbi path with `bridge` as the price of a change of state would keep, but for ties.
    """
    score = logits - cutoff
    above = np.concatenate(([0], (score > 0).astype(np.int8), [0]))
    change = np.flatnonzero(np.diff(above))
    runs = list(zip(change[::2].tolist(), change[1::2].tolist(), strict=True))
    if not runs:
        return ()
    best = max(runs, key=lambda r: float(score[r[0] : r[1]].sum()))
    joined = [runs[0]]
    for start, end in runs[1:]:
        if -float(score[joined[-1][1] : start].sum()) < bridge:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(r for r in joined if (r[0] <= best[0] < r[1]) or float(score[r[0] : r[1]].sum()) >= bridge)


def _log_odds(logits: np.ndarray) -> np.ndarray:
    """Log-odds that a word has the role at all. `logits`: (n_words, 3) of O, B, I."""
    result: np.ndarray = np.logaddexp(logits[:, 1], logits[:, 2]) - logits[:, 0]
    return result


def _softmax(logits: np.ndarray) -> np.ndarray:
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    result: np.ndarray = shifted / shifted.sum(axis=-1, keepdims=True)
    return result
