"""Reads what a sentence is about: text comes in, its words that carry meaning go out, with their roots and places.

Names of those who take part are left out, for who speaks is not what is spoken of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import NamedTuple

from standpoint.coding.lexicon import load_phrases, load_reader
from standpoint.coding.words import WordReader, Words

_LEAST_LETTERS = 3


class Term(NamedTuple):
    """A word that carries meaning: its root and its number in the sentence."""

    root: str
    place: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its words with their places, and those of them that carry meaning."""

    text: str
    words: Words
    terms: tuple[Term, ...]

    @property
    def roots(self) -> tuple[str, ...]:
        return tuple(t.root for t in self.terms)


@dataclass(frozen=True, slots=True)
class TermReader:
    """Reads terms; `names` are the roots of the names that are left out."""

    reader: WordReader
    small: frozenset[str]
    names: frozenset[str]

    def read(self, text: str) -> Sentence:
        words = self.reader.read(text)
        terms = tuple(
            Term(root, place)
            for place, (root, lower) in enumerate(zip(words.roots, words.lowers, strict=True))
            if self._has_meaning(root, lower)
        )
        return Sentence(text, words, terms)

    def _has_meaning(self, root: str, lower: str) -> bool:
        letters = lower.isalpha() and len(lower) >= _LEAST_LETTERS
        return letters and root not in self.names and root not in self.small and lower not in self.small


def open_terms(names: Iterable[str]) -> TermReader:
    """A reader that leaves out each word of these names that is written with a capital letter."""
    reader = load_reader()
    common = files("standpoint.suggestions").joinpath("data", "common_words.txt").read_text("utf-8")
    listed = [w for line in common.splitlines() for w in line.partition("#")[0].split()]
    listed += load_phrases("function.toml")["words"]
    small = {form for word in listed for form in (word, reader.forms(word)[1])}
    return TermReader(reader, frozenset(small), frozenset(_read_names(reader, names)))


def _read_names(reader: WordReader, names: Iterable[str]) -> Iterator[str]:
    for name in dict.fromkeys(names):
        words = reader.read(name)
        for start, root in zip(words.starts, words.roots, strict=True):
            if name[start].isupper():
                yield root
