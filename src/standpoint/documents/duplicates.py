"""Documents in; groups of those that carry the same text out, as an agency's text in many outlets.

Runs of five words are compared (Broder 1997, "On the resemblance and containment of documents"); candidates come from
a sketch of each document's smallest hashes, so that not every pair is compared.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from standpoint.model import Document

RUN = 5  # words
SKETCH = 48  # hashes; finds a text of a quarter of the other's length nearly always
MIN_RUNS = 8  # a shorter text must be equal
MIN_LENGTHS = 0.25  # of the shorter to the longer: a short note in a long survey does not make them one
DEFAULT_THRESHOLD = 0.6
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class DuplicateGroup:
    """Ids of documents that carry one text, in the order given; `similarity` is that of the loosest link, in 0..1."""

    documents: tuple[str, ...]
    similarity: float


def find_near_duplicates(
    documents: Iterable[Document], *, threshold: float = DEFAULT_THRESHOLD
) -> tuple[DuplicateGroup, ...]:
    """Groups of two or more, in the order of their first documents.

    threshold: the share, in 0..1, of the shorter document's runs of five words that stand in the longer one too.
    """
    runs = {d.id: _hash_runs(d) for d in documents}
    order = {name: index for index, name in enumerate(runs)}
    leader = {name: name for name in runs}
    weakest: dict[str, float] = {}
    for one, other in _candidates(runs):
        a, b = _find(leader, one), _find(leader, other)
        similarity = 0.0 if a == b else _compare(runs[one], runs[other])
        if similarity >= threshold and a != b:
            first, second = sorted((a, b), key=order.__getitem__)
            leader[second] = first
            weakest[first] = min(similarity, weakest.get(first, 1.0), weakest.pop(second, 1.0))
    groups: dict[str, list[str]] = defaultdict(list)
    for name in runs:
        groups[_find(leader, name)].append(name)
    return tuple(DuplicateGroup(tuple(held), weakest[name]) for name, held in groups.items() if len(held) > 1)


def _hash_runs(document: Document) -> frozenset[int]:
    """A hash for each run of words, furniture left out, so that two outlets' own lines make no difference."""
    kept, start = [], 0
    for span, _ in document.furniture:
        kept.append(document.text[start : span.start])
        start = max(start, span.end)
    kept.append(document.text[start:])
    words = _WORD.findall(" ".join(kept).casefold())
    if len(words) < RUN + MIN_RUNS - 1:
        return frozenset([zlib.crc32(" ".join(words).encode("utf-8"))]) if words else frozenset()
    return frozenset(zlib.crc32(" ".join(words[i : i + RUN]).encode("utf-8")) for i in range(len(words) - RUN + 1))


def _candidates(runs: dict[str, frozenset[int]]) -> Iterator[tuple[str, str]]:
    buckets: dict[int, list[str]] = defaultdict(list)
    for name, hashes in runs.items():
        met: dict[str, None] = {}
        for value in sorted(hashes)[:SKETCH]:
            met.update(dict.fromkeys(buckets[value]))
            buckets[value].append(name)
        yield from ((other, name) for other in met)


def _compare(one: frozenset[int], other: frozenset[int]) -> float:
    short, long = sorted((len(one), len(other)))
    return len(one & other) / short if short >= MIN_LENGTHS * long else 0.0


def _find(leader: dict[str, str], name: str) -> str:
    while leader[name] != name:
        leader[name] = leader[leader[name]]
        name = leader[name]
    return name
