"""All names of the registry in one pass: a folded text comes in, hits with the names that they may be go out.

Aho-Corasick over the folded lower-case forms; case and word bounds are checked afterwards, because "us" is not "US".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import ahocorasick

from standpoint.actors.entities import Sense
from standpoint.actors.names import fold_text


class Reading(NamedTuple):
    """One meaning of a form: an entity, by its place in the registry, and the sense in which the form names it."""

    entity: int
    sense: Sense
    form: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch `text[start:end]` that is a name, with its possible readings in the registry's order."""

    start: int
    end: int
    readings: tuple[Reading, ...]


class NameMatcher:
    """Finds names in folded text. Immutable after construction."""

    __slots__ = ("_automaton", "_readings")

    def __init__(self, readings: Iterable[Reading]) -> None:
        table: dict[str, list[Reading]] = {}
        for reading in readings:
            key = fold_text(reading.form).lower()
            if len(key) > 1:
                table.setdefault(key, []).append(reading)
        self._readings = tuple(tuple(found) for found in table.values())
        automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
        for index, key in enumerate(table):
            automaton.add_word(key, index)
        if table:
            automaton.make_automaton()
        self._automaton = automaton if table else None
        del table

    def find(self, folded: str) -> tuple[Hit, ...]:
        """Hits in text order that do not overlap, the longest first where they would."""
        if self._automaton is None:
            return ()
        lower = folded.lower()
        if len(lower) != len(folded):
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)
        size = len(folded)
        found: list[Hit] = []
        for end_at, index in self._automaton.iter(lower):
            end = end_at + 1
            readings = self._readings[index]
            start = end - len(readings[0].form)
            if end < size and lower[end].isalnum():
                continue
            if start and lower[start - 1].isalnum():
                continue
            surface = folded[start:end]
            kept = tuple(r for r in readings if _same_case(surface, fold_text(r.form)))
            if kept:
                found.append(Hit(start, end, kept))
        return _longest(found)

    def look_up(self, name: str) -> tuple[Reading, ...]:
        """Readings of a whole name, whatever its case."""
        key = fold_text(name).lower()
        if self._automaton is None or key not in self._automaton:
            return ()
        index: int = self._automaton.get(key)
        return self._readings[index]


def _longest(hits: list[Hit]) -> tuple[Hit, ...]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
        elif hit.end - hit.start > kept[-1].end - kept[-1].start:
            kept[-1] = hit
    return tuple(kept)


def _same_case(surface: str, form: str) -> bool:
    """True where `surface` is a way to write `form`: as it is, in capitals, or with more capitals than it has.

    Forms of up to three letters in capitals ("US", "WHO") and short words must be written as they are; longer
    acronyms may be written as words ("Nato").
    """
    if surface == form:
        return True
    if len(form) <= 3 and form.isupper():
        return False
    if surface.isupper():
        return len(form) > 3
    if len(surface) != len(form):
        return False
    starts = True
    for ours, theirs in zip(surface, form, strict=True):
        if starts and theirs.isupper() and not ours.isupper():
            return False
        starts = not theirs.isalnum() and theirs != "'"
    return True
