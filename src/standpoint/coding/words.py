"""Turns a stretch of text into words with offsets, lemmas and roots, for matching by meaning of the word, not its
ending.

Text and bounds come in; a `Words` row comes out, punctuation included, so that no phrase is matched across a comma.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from standpoint.model import Span

_WORD = re.compile(
    r"(?P<nt>n['’]t\b)|(?P<clitic>['’](?:s|re|ve|ll|d|m)\b)|[^\W_]+?(?=n['’]t\b)|[^\W_]+(?:[.]?[^\W_]+)*|[^\w\s-]|-(?!\w)"
)
_CLITICS = {"'re": "be", "'ve": "have", "'ll": "will", "'d": "would", "'m": "be", "'s": "'s", "n't": "not"}
_STATES = {"US": "usa", "U.S": "usa", "USA": "usa"}  # not the pronoun
_VOWEL = re.compile(r"[aeiouy]")
_DERIVED = (
    "isations", "izations", "isation", "ization", "ations", "itions", "ation", "ition", "ators", "ator", "ments",
    "ment", "ances", "ences", "ance", "ence", "ions", "ion", "als", "al", "ives", "ive", "ables", "able", "ibl",
    "abl",
    "iti", "ity", "ise", "ize", "is", "iz", "at", "it", "ly",
)  # fmt: skip
_MOST_WORDS, _MOST_TEXTS = 50_000, 500


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel rows, one entry per word: where it starts and ends, as written in lower case, its lemma and root.

    `kept` is what finders of phrases have read in these words, so that none reads them twice.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lowers: tuple[str, ...]
    lemmas: tuple[str, ...]
    roots: tuple[str, ...]
    kept: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.starts)

    def within(self, span: Span) -> tuple[int, int]:
        """Index range `[first, stop)` of the words that lie inside `span`."""
        return bisect_left(self.starts, span.start), bisect_right(self.ends, span.end)

    def span(self, first: int, stop: int) -> Span:
        """Characters covered by the words `[first, stop)`."""
        return Span(self.starts[first], self.ends[stop - 1])


@dataclass(frozen=True, slots=True)
class WordReader:
    """Reads words. `irregular` maps an inflected form to its base ("withdrew": "withdraw").

    Lemmas drop inflection and the final e, so they are keys for comparison and not for display; roots drop derivation
    as well, so that "negotiate" and "negotiations" meet.
    """

    irregular: Mapping[str, str]
    _seen: dict[str, tuple[str, str]] = field(default_factory=dict, compare=False)
    _written: dict[str, tuple[str, str, str]] = field(default_factory=dict, compare=False)
    _recalled: dict[str, Words] = field(default_factory=dict, compare=False)

    def read(self, text: str) -> Words:
        written, starts, ends, forms = self._written, [], [], []
        if len(written) > _MOST_WORDS:
            written.clear()
        for m in _WORD.finditer(text):
            word = m.group()
            known = written.get(word)
            if known is None:
                lower = _STATES.get(word) or word.lower().replace("’", "'")
                if m.lastgroup:
                    lower = _CLITICS.get(lower, lower)
                written[word] = known = (lower, *self.forms(lower))
            start, end = m.span()
            starts.append(start)
            ends.append(end)
            forms.append(known)
        if not forms:
            return Words((), (), (), (), ())
        lowers, lemmas, roots = zip(*forms, strict=True)
        return Words(tuple(starts), tuple(ends), lowers, lemmas, roots)

    def recall(self, text: str) -> Words:
        """The words of a cue or a content, which several coders read, or which return ("said")."""
        known = self._recalled.get(text)
        if known is None:
            if len(self._recalled) > _MOST_TEXTS:
                self._recalled.clear()
            self._recalled[text] = known = self.read(text)
        return known

    def forms(self, lower: str) -> tuple[str, str]:
        """Lemma and root of a lower-case word."""
        known = self._seen.get(lower)
        if known is None:
            lemma = self._lemma(lower)
            known = (lemma, _root(lemma))
            if len(self._seen) > _MOST_WORDS:
                self._seen.clear()
            self._seen[lower] = known
        return known

    def phrase(self, phrase: str) -> tuple[str, ...]:
        """Lemmas of a phrase, as `read` would give them."""
        return self.read(phrase).lemmas

    def _lemma(self, word: str) -> str:
        base = self.irregular.get(word)
        if base is not None:
            return _close(base)
        if len(word) <= 3 or not word.isascii():
            return word
        return _close(_strip_inflection(word))


def _strip_inflection(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    for ending in ("ing", "ed"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= 3 and _VOWEL.search(stem) and not word.endswith("eed"):
            return stem
    return word


def _close(word: str) -> str:
    """The form that all inflections share: without final e, without a doubled last letter."""
    if word.endswith("ttee"):
        return word  # a committee commits to nothing
    if len(word) > 3 and word.endswith("e"):
        word = word.rstrip("e")
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return word


def _root(lemma: str) -> str:
    for _ in range(2):
        for ending in _DERIVED:
            if lemma.endswith(ending) and len(lemma) - len(ending) >= 4:
                lemma = lemma[: -len(ending)]
                break
        else:
            break
    return lemma[:-1] + "i" if len(lemma) > 4 and lemma.endswith("y") else lemma
