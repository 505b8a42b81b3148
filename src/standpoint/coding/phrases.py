"""Finds many phrases in one pass over a document's words: phrases with payloads come in, hits with word ranges go
out.

A phrase is a row of words compared by lemma or by root; `a/b` stands for either word, `..` for a gap of up to six
words within the clause.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, count, product
from operator import attrgetter
from typing import Any, Generic, NamedTuple, TypeVar

import ahocorasick

from standpoint.coding.words import WordReader, Words

T = TypeVar("T")
GAP = 6
_STOPS = frozenset('.;:?!“”"()')
ARTICLES = frozenset({"the", "a", "an", ",", "’", "'"})
_NONE: frozenset[str] = frozenset()
_FIRST = attrgetter("first")


class PhraseHit(NamedTuple, Generic[T]):
    """A phrase found at the words `[first, stop)`; `head_stop` ends its first piece, before any gap, and `tail_first`
    begins its last."""

    first: int
    stop: int
    payload: T
    head_stop: int
    tail_first: int


@dataclass(frozen=True, slots=True)
class _Entry(Generic[T]):
    rest: tuple[tuple[str, ...], ...]
    needs: frozenset[str]
    length: int
    payload: T


@dataclass(frozen=True, slots=True)
class _Row:
    """The words of a text that are not skipped: their places and forms, the forms as one `text`, and which of them
    ends at a character of it."""

    kept: Sequence[int]
    forms: list[str]
    ends: Mapping[int, int]
    text: str


class PhraseFinder(Generic[T]):
    """A multi-pattern automaton over lemmas or roots (Aho and Corasick, 1975)."""

    def __init__(
        self,
        phrases: Iterable[tuple[str, T]],
        reader: WordReader,
        *,
        by_root: bool = False,
        skip: frozenset[str] = _NONE,
    ) -> None:
        self._by_root, self._skip = by_root, skip
        table: dict[str, list[_Entry[T]]] = {}
        for phrase, payload in phrases:
            for variant in _variants(phrase):
                pieces = [self._read(piece, reader) for piece in variant.split(" .. ")]
                if not pieces[0]:
                    continue
                rest = tuple(p for p in pieces[1:] if p)
                entry = _Entry(rest, frozenset(chain(*rest)), len(pieces[0]), payload)
                entries = table.setdefault(f" {' '.join(pieces[0])} ", [])
                if entry not in entries:
                    entries.append(entry)
        self._automaton: Any = ahocorasick.Automaton()
        for key, entries in table.items():
            self._automaton.add_word(key, tuple(entries))
        if table:
            self._automaton.make_automaton()
        self._empty = not table

    def find(self, words: Words, first: int = 0, stop: int | None = None) -> list[PhraseHit[T]]:
        """Every hit inside `[first, stop)`, overlapping ones included, ordered by first word and then by length."""
        hits: list[PhraseHit[T]] | None = words.kept.get(self)
        if hits is None:
            words.kept[self] = hits = self._find_all(words)
        if first <= 0 and (stop is None or stop >= len(words)):
            return hits.copy()
        stop = len(words) if stop is None else stop
        begin = bisect_left(hits, first, key=_FIRST)
        return [h for h in hits[begin : bisect_left(hits, stop, key=_FIRST)] if h.stop <= stop]

    def _find_all(self, words: Words) -> list[PhraseHit[T]]:
        if self._empty or not len(words):
            return []
        row = self._row(words)
        kept, forms, present = row.kept, row.forms, frozenset(row.forms)
        hits: list[PhraseHit[T]] = []
        for end, entries in self._automaton.iter(row.text):
            k = row.ends[end]
            for entry in entries:
                if not entry.needs <= present:
                    continue
                reach = _follow(forms, k + 1, entry.rest) if entry.rest else k + 1
                if reach is not None:
                    begin = kept[k - entry.length + 1]
                    tail = kept[reach - len(entry.rest[-1])] if entry.rest else begin
                    hits.append(PhraseHit(begin, kept[reach - 1] + 1, entry.payload, kept[k] + 1, tail))
        hits.sort(key=lambda h: (h.first, -h.stop))
        return hits

    def _row(self, words: Words) -> _Row:
        """The forms that are compared, which finders of one kind share."""
        kind = (self._by_root, self._skip)
        known: _Row | None = words.kept.get(kind)
        if known is None:
            kept = [i for i, lower in enumerate(words.lowers) if lower not in self._skip]
            forms = words.roots if self._by_root else words.lemmas
            row = [forms[i] for i in kept]
            ends = dict(zip(accumulate(len(form) + 1 for form in row), count(), strict=False))
            words.kept[kind] = known = _Row(kept, row, ends, f" {' '.join(row)} ")
        return known

    def _read(self, piece: str, reader: WordReader) -> tuple[str, ...]:
        words = reader.read(piece)
        forms = words.roots if self._by_root else words.lemmas
        return tuple(f for f, lower in zip(forms, words.lowers, strict=True) if lower not in self._skip)


def _variants(phrase: str) -> list[str]:
    return [" ".join(choice) for choice in product(*(word.split("/") for word in phrase.split()))]


def _follow(row: list[str], at: int, rest: tuple[tuple[str, ...], ...]) -> int | None:
    """Where the remaining pieces end, each within `GAP` words of the one before; None where they do not follow."""
    for piece in rest:
        for start in range(at, min(at + GAP + 1, len(row) - len(piece) + 1)):
            if row[start] == piece[0] and row[start : start + len(piece)] == list(piece):
                at = start + len(piece)
                break
            if row[start] in _STOPS:
                return None
        else:
            return None
    return at
