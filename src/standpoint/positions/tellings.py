"""Finds the same statement as several outlets tell it: statements come in, groups of tellings go out.

Nothing is merged: what two outlets tell differently stands side by side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from rapidfuzz import fuzz

from standpoint.positions.evidence import Evidence
from standpoint.record import StatementRow

SIMILAR = 60.0
"""From this similarity on (0..100) words are taken for the same statement."""

_T = TypeVar("_T", StatementRow, Evidence)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SMALL = re.compile(
    "a|an|and|are|as|at|be|been|but|by|for|from|had|has|have|he|her|his|i|if|in|is|it|its|no|not|of|on|or|our|she|so|that|"
    "the|their|them|there|they|this|to|was|we|were|which|will|with|would|you|your"
)
_ENOUGH_WORDS = 4


def group_tellings(items: Sequence[_T]) -> tuple[tuple[_T, ...], ...]:
    """Groups statements, or evidence, that tell the same: every item is in one group, in the order of the first.

    Two statements tell the same when the same speaker said them on the same day (said, else published), they stand in
    different documents, and their words are similar; or when they are the very same words of one document, as of
    joint speakers. Groups join what is linked by a chain of such pairs.
    """
    group = list(range(len(items)))
    for later in range(len(items)):
        for earlier in range(later):
            if group[earlier] != group[later] and _tell_the_same(_row(items[earlier]), _row(items[later])):
                low, high = sorted((group[earlier], group[later]))
                group = [low if g == high else g for g in group]
    return tuple(tuple(i for i, g in zip(items, group, strict=True) if g == first) for first in sorted(set(group)))


def measure_similarity(one: str, other: str) -> float:
    """How alike two wordings are, 0..100: of the words that carry meaning, in any order.

    A short telling inside a longer one counts as the same only where it has at least four such words.
    """
    first, second = _content_words(one), _content_words(other)
    if not first or not second:
        return 0.0
    joined = " ".join(sorted(first)), " ".join(sorted(second))
    score = fuzz.ratio(*joined)
    if min(len(set(first)), len(set(second))) >= _ENOUGH_WORDS:
        score = max(score, fuzz.token_set_ratio(*joined))
    return score


def _tell_the_same(one: StatementRow, other: StatementRow) -> bool:
    if one.document.id == other.document.id:
        return one.codebook == other.codebook and one.content == other.content and one.cue == other.cue
    day: date | None = one.day
    if one.statement.speaker is None or other.statement.speaker is None or day is None or day != other.day:
        return False
    same_speaker = one.statement.speaker.id == other.statement.speaker.id
    return same_speaker and measure_similarity(one.words, other.words) >= SIMILAR


def _content_words(words: str) -> list[str]:
    return [w for w in (m.group().casefold() for m in _WORD.finditer(words)) if not _SMALL.fullmatch(w)]


def _row(item: StatementRow | Evidence) -> StatementRow:
    return item.row if isinstance(item, Evidence) else item
