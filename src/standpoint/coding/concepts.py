"""Reads a text as a row of concepts: words and party names come in, keys with directions go out.

A key is a shared meaning ("talks" for dialogue and negotiations), a party's code, or a word's root where neither
is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from standpoint.coding.lexicon import load_phrases
from standpoint.coding.phrases import ARTICLES, PhraseFinder, PhraseHit
from standpoint.coding.words import WordReader, Words

_REVERSE = "-reverse"
_NEIGHBOURS = 12


class Concept(NamedTuple):
    """A key at the words `[first, stop)`; `side` is +1 or -1 for a matter with two directions, else 0."""

    first: int
    stop: int
    key: str
    side: int = 0


class ConceptReader:
    """Reads concepts with the shipped thesaurus."""

    def __init__(self, reader: WordReader) -> None:
        function = load_phrases("function.toml")["words"]
        self._function = frozenset(reader.forms(w)[1] for w in function) | frozenset(function)
        entries: list[tuple[str, tuple[str, int]]] = []
        for name, phrases in load_phrases("concepts.toml").items():
            key, side = "#" + name.removesuffix(_REVERSE), -1 if name.endswith(_REVERSE) else 0
            entries.extend((p, (key, side)) for p in phrases)
        directed = {key for _, (key, side) in entries if side}
        table = [(p, (key, side or (1 if key in directed else 0))) for p, (key, side) in entries]
        self._finder: PhraseFinder[tuple[str, int]] = PhraseFinder(table, reader, skip=ARTICLES)

    def is_content(self, lower: str) -> bool:
        """Whether a word says something of its own."""
        return lower not in self._function and lower[0].isalnum()

    def read(self, words: Words, parties: Sequence[tuple[int, int, str]] = ()) -> tuple[Concept, ...]:
        """Concepts in text order. `parties` are word ranges with codes; a word may have several concepts."""
        found = [Concept(a, b, f"@{code}") for a, b, code in parties]
        named = {i for a, b, _ in parties for i in range(a, b)}
        covered: set[int] = set()
        hits = self._finder.find(words)
        for place, hit in enumerate(hits):
            near = hits[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS]
            if hit.first in named or any(_outdoes(other, hit) for other in near):
                continue
            key, side = hit.payload
            found.append(Concept(hit.first, hit.stop, key, side))
            covered.update(range(hit.first, hit.stop))
        for i, root in enumerate(words.roots):
            lower = words.lowers[i]
            if (
                i in named
                or i in covered
                or root in self._function
                or lower in self._function
                or not lower[0].isalnum()
            ):
                continue
            found.append(Concept(i, i + 1, root))
        return tuple(sorted(found, key=lambda c: (c.first, c.stop, c.key)))


def _outdoes(longer: PhraseHit[tuple[str, int]], hit: PhraseHit[tuple[str, int]]) -> bool:
    """Whether a longer phrase holds the hit, so that "cessation of hostilities" is not read as hostilities."""
    return longer.first <= hit.first and hit.stop <= longer.stop and longer.stop - longer.first > hit.stop - hit.first
