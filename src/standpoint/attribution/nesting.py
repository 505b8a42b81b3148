"""Which statement stands inside which: attributions in text order in, for each the index of the one around it out."""

from __future__ import annotations

from collections.abc import Sequence

from standpoint.model import Attribution


def find_outer(ordered: Sequence[Attribution]) -> tuple[int | None, ...]:
    """For each attribution the shortest other one whose content holds its cue and content."""
    return tuple(_outer(i, ordered) for i in range(len(ordered)))


def _outer(index: int, ordered: Sequence[Attribution]) -> int | None:
    inner = ordered[index]
    parts = (*inner.cue, *inner.content)
    holding = [
        (sum(s.end - s.start for s in other.content), i)
        for i, other in enumerate(ordered)
        if i != index and all(any(s.covers(x) for s in other.content) for x in parts)
    ]
    return min(holding)[1] if holding else None
