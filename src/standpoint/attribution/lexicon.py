"""Cue words: the package's word lists in, for a cue's words the group of its head out (speech, ascribed or unknown).

The lists hold lemmas; inflected forms meet them through suffix rules and a short list of irregular forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

SPEECH = "speech"
ASCRIBED = "ascribed"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SPELLINGS = {"favor": "favour", "favors": "favours", "favored": "favoured", "favoring": "favouring"}
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")
_GAP = 2


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """Entries as tuples of lemmas, each with its group, by their first lemma; `irregular` maps
    an inflected form to its base.
    """

    entries: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    irregular: Mapping[str, str]

    def head_group(self, cue: str) -> str | None:
        """The group of the first word or phrase of `cue` that is in the lexicon, longer entries first."""
        words = [tuple(self.lemmas(w)) for w in read_words(cue)]
        for i in range(len(words)):
            group = self._phrase_at(words, i)
            if group is not None:
                return group
        return None

    def lemmas(self, word: str) -> Iterator[str]:
        """The word itself, then what it may be an inflected form of."""
        lower = _SPELLINGS.get(word.lower(), word.lower())
        lower = re.sub(r"iz(?=e|es|ed|ing|ation|ations$)", "is", lower)
        yield lower
        if lower in self.irregular:
            yield self.irregular[lower]
        yield from _stems(lower)

    def _phrase_at(self, words: list[tuple[str, ...]], at: int) -> str | None:
        found = [e for lemma in words[at] for e in self.entries.get(lemma, ()) if _follows(e[0], words, at)]
        return max(found, key=lambda e: len(e[0]))[1] if found else None


def read_words(text: str) -> list[str]:
    """The words of a cue in lower case; clitics are full words ("'s" is kept out, "n't" is dropped)."""
    return [w.lower() for w in _WORD.findall(re.sub(r"n[’']t\b|[’'](?:s|re|ve|ll|d|m)\b", " ", text))]


@cache
def load_lexicon() -> CueLexicon:
    """The lexicon that ships; read once, as it never changes."""
    data = files("standpoint.attribution") / "data"
    groups: dict[tuple[str, ...], str] = {}
    group = ""
    for line in _lines((data / "cue_lemmas.txt").read_text(encoding="utf-8")):
        if line.startswith("["):
            group = line.strip("[]")
        else:
            groups[tuple(line.split())] = group
    irregular: dict[str, str] = {}
    for line in _lines((data / "irregular_forms.txt").read_text(encoding="utf-8")):
        base, *forms = line.split()
        irregular.update(dict.fromkeys(forms, base))
    entries: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for entry, group in groups.items():
        entries.setdefault(entry[0], []).append((entry, group))
    return CueLexicon(MappingProxyType({k: tuple(v) for k, v in entries.items()}), MappingProxyType(irregular))


def _lines(text: str) -> Iterable[str]:
    return (line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def _follows(entry: tuple[str, ...], words: list[tuple[str, ...]], at: int) -> bool:
    """True where the entry's words come in order from `at`, with at most two other words between neighbours."""
    place = at
    for lemma in entry[1:]:
        window = range(place + 1, min(place + 2 + _GAP, len(words)))
        found = next((i for i in window if lemma in words[i]), None)
        if found is None:
            return False
        place = found
    return True


def _stems(word: str) -> Iterator[str]:
    if word.endswith(("ies", "ied")) and len(word) > 4:
        yield word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-2]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            yield stem
            yield stem + "e"
            if _DOUBLED.search(stem):
                yield stem[:-1]
