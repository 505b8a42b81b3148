"""Finds the same statement as several outlets tell it: statements come in, groups of tellings go out.

Nothing is merged: what two outlets tell differently stands side by side.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
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
    rows = [_row(item) for item in items]
    first = list(range(len(items)))  # the first item of each one's group, by way of others
    for members in _share(rows, lambda r: (r.document.id, r.codebook, r.content, r.cue)):
        for later in members[1:]:
            _join(first, members[0], later)
    for members in _share(rows, _occasion):
        words = {i: _content_words(rows[i].words) for i in members}
        for place, later in enumerate(members):
            for earlier in members[:place]:
                same_document = rows[earlier].document.id == rows[later].document.id
                if same_document or _find(first, earlier) == _find(first, later):
                    continue
                if _measure(words[earlier], words[later]) >= SIMILAR:
                    _join(first, earlier, later)
    groups: dict[int, list[_T]] = {}
    for number, item in enumerate(items):
        groups.setdefault(_find(first, number), []).append(item)
    return tuple(tuple(group) for group in groups.values())


def measure_similarity(one: str, other: str) -> float:
    """How alike two wordings are, 0..100: of the words that carry meaning, in any order.

    A short telling inside a longer one counts as the same only where it has at least four such words.
    """
    return _measure(_content_words(one), _content_words(other))


def _measure(one: Sequence[str], other: Sequence[str]) -> float:
    if not one or not other:
        return 0.0
    joined = " ".join(sorted(one)), " ".join(sorted(other))
    score = fuzz.ratio(*joined)
    if min(len(set(one)), len(set(other))) >= _ENOUGH_WORDS:
        score = max(score, fuzz.token_set_ratio(*joined))
    return score


def _share(rows: Sequence[StatementRow], key: Callable[[StatementRow], Hashable]) -> list[list[int]]:
    """The numbers of rows that have the same key, where several have; those whose key is None stand alone."""
    found: dict[Hashable, list[int]] = {}
    for number, row in enumerate(rows):
        found.setdefault(key(row), []).append(number)
    return [members for k, members in found.items() if k is not None and len(members) > 1]


def _occasion(row: StatementRow) -> tuple[str, date] | None:
    """Who speaks and when; None where either is not known."""
    speaker, day = row.statement.speaker, row.day
    return None if speaker is None or day is None else (speaker.id, day)


def _find(first: list[int], number: int) -> int:
    while first[number] != number:
        number = first[number] = first[first[number]]
    return number


def _join(first: list[int], one: int, other: int) -> None:
    low, high = sorted((_find(first, one), _find(first, other)))
    first[high] = low


def _content_words(words: str) -> list[str]:
    return [w for w in (m.group().casefold() for m in _WORD.finditer(words)) if not _SMALL.fullmatch(w)]


def _row(item: StatementRow | Evidence) -> StatementRow:
    return item.row if isinstance(item, Evidence) else item
