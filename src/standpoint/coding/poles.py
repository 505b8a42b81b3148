"""Tells whether a phrase names a proposal or its reverse: an alias and the proposal's sentence come in, a sign goes out."""

from __future__ import annotations

from collections import defaultdict

from standpoint.coding.lexicon import load_phrases
from standpoint.coding.phrases import PhraseFinder
from standpoint.coding.words import WordReader, Words

_REVERSE = "-reverse"
_WITHOUT = frozenset({"without", "no", "against", "not", "instead"})


class PoleReader:
    """Compares directions: where the alias holds only words of the other side of a pair, it names the reverse.

    A word that the proposal itself negates ("without preconditions") names the reverse as well.
    """

    def __init__(self, reader: WordReader) -> None:
        self._reader = reader
        pairs = [
            (phrase, (name.removesuffix(_REVERSE), -1 if name.endswith(_REVERSE) else 1))
            for name, phrases in load_phrases("antonyms.toml").items()
            for phrase in phrases
        ]
        self._finder: PhraseFinder[tuple[str, int]] = PhraseFinder(pairs, reader)

    def read(self, alias: str, proposal: str) -> int:
        """+1 where `alias` names what `proposal` proposes, -1 where it names the reverse."""
        phrase, sentence = self._reader.read(alias), self._reader.read(proposal)
        theirs, ours = self._sides(sentence), self._sides(phrase)
        if any(lower in ("without", "no", "not") for lower in phrase.lowers):
            return -1 if self._negated(phrase, sentence) is None else 1
        negated = self._negated(phrase, sentence)
        if negated:
            return -1
        signs = {
            sign * side
            for name, sides in ours.items()
            if len(sides) == 1 and len(theirs.get(name, ())) == 1
            for sign in sides
            for side in theirs[name]
        }
        return -1 if signs == {-1} else 1

    def _sides(self, words: Words) -> dict[str, set[int]]:
        table: dict[str, set[int]] = defaultdict(set)
        for hit in self._finder.find(words):
            name, sign = hit.payload
            table[name].add(sign)
        return table

    def _negated(self, phrase: Words, sentence: Words) -> bool | None:
        """True where every content word of the phrase stands right after a negating word of the sentence."""
        roots = set(phrase.roots)
        for i, lower in enumerate(sentence.lowers):
            if lower in _WITHOUT and roots & set(sentence.roots[i + 1 : i + 3]):
                return True
        return None
