"""Names a group by its own words: its sentences and how common words are come in, phrases go out, the best first."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from standpoint.suggestions.terms import Sentence

_LONGEST = 4
_INSIDE = frozenset(("of", "the", "a", "an", "to", "in", "for", "with", "on", "from", "between", "by", "and"))
_ARTICLES = ("the", "a", "an")
_BEFORE_VERBS = frozenset(("to", "should", "must", "shall", "will", "would", "can", "could", "cannot", "not"))
_BEFORE_NOUNS = frozenset(
    ("of", "in", "on", "for", "with", "from", "under", "about", "its", "their", "our", "his", "her", "'s", "all",
     "no", "any", "some", "these", "those", "this", "that", "both", *_ARTICLES)
)  # fmt: skip

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a group, as written most often.

    `sentences` of the group have it; `share` in 0..1 is how many of all sentences that have it are in the group.
    `article` stands before it in most of them. `verb` is True where it follows "to", "should" and the like more often
    than what stands before nouns.
    """

    words: str
    sentences: int
    share: float
    article: str | None = None
    verb: bool = False
    noun: bool = True

    @property
    def is_long(self) -> bool:
        return " " in self.words or "-" in self.words


@dataclass
class _Seen:
    """What was seen of one phrase, whatever its endings and order."""

    forms: Counter[str] = field(default_factory=Counter)
    before: Counter[str] = field(default_factory=Counter)
    sentences: int = 0


def count_phrases(sentences: Sequence[Sentence]) -> Mapping[Key, int]:
    """In how many sentences each phrase stands, by its roots."""
    return Counter(key for s in sentences for key in {key for key, _, _ in _phrases(s)})


def name_group(
    group: Sequence[Sentence], everywhere: Mapping[Key, int], total: int, *, least: int = 2
) -> tuple[Phrase, ...]:
    """Phrases of a group that at least `least` of its sentences have, those that tell it best from the rest first.

    `everywhere` says how many of all `total` sentences have a phrase. A phrase weighs by how much more often it
    stands here than elsewhere, and a longer one more than its parts; one that looks like a noun more than another.
    """
    seen: dict[Key, _Seen] = {}
    for sentence in group:
        found = set()
        for key, start, stop in _phrases(sentence):
            mine = seen.setdefault(key, _Seen())
            if not _goes_on(sentence, stop):
                before = sentence.words.lowers[start - 1] if start else ""
                telling = before in _BEFORE_NOUNS or before in _BEFORE_VERBS
                mine.forms[_spell(sentence, start, stop)] += 2 if telling else 1
                mine.before[before] += 1
            found.add(key)
        for key in found:
            seen[key].sentences += 1
    phrases = {
        key: _as_phrase(s, everywhere.get(key, s.sentences))
        for key, s in seen.items()
        if s.sentences >= least and s.forms
    }

    def weight(key: Key) -> float:
        here, there = phrases[key].sentences / len(group), everywhere.get(key, 0) / max(1, total)
        rarity = math.log(1 + here / max(there, 1 / (total + 1)))
        return here * rarity * (1 + math.log(len(key))) * (1.0 if phrases[key].noun else 0.6)

    kept: list[Key] = []
    for key in sorted(phrases, key=lambda k: (-weight(k), k)):
        if not any(set(key) <= set(k) or set(k) <= set(key) for k in kept):
            kept.append(key)
    return tuple(phrases[key] for key in kept)


def _as_phrase(seen: _Seen, everywhere: int) -> Phrase:
    words = min(seen.forms, key=lambda form: (-seen.forms[form], len(form), form))
    total = seen.before.total()
    articles = {a: seen.before[a] for a in _ARTICLES}
    article = max(_ARTICLES, key=lambda a: articles[a]) if sum(articles.values()) * 2 > total else None
    verbs = sum(seen.before[w] for w in _BEFORE_VERBS)
    nouns = sum(seen.before[w] for w in _BEFORE_NOUNS)
    return Phrase(words, seen.sentences, seen.sentences / max(1, everywhere), article, verbs > nouns, nouns > verbs)


def _phrases(sentence: Sentence) -> Iterator[tuple[Key, int, int]]:
    """Roots, in alphabetical order, and word range of each run of terms that only small words part.

    So "a treaty of peace" and "the peace treaty" are one phrase.
    """
    terms, lowers = sentence.terms, sentence.words.lowers
    for first, term in enumerate(terms):
        roots = [term.root]
        yield (term.root,), term.place, term.place + 1
        for before, after in zip(terms[first:], terms[first + 1 : first + _LONGEST], strict=False):
            between = lowers[before.place + 1 : after.place]
            if len(between) > 2 or any(w not in _INSIDE for w in between):
                break
            if after.root not in roots:
                roots.append(after.root)
                yield tuple(sorted(roots)), term.place, after.place + 1


def _goes_on(sentence: Sentence, stop: int) -> bool:
    """Whether the next word carries meaning too, so that this is half of a compound."""
    return any(t.place == stop for t in sentence.terms)


def _spell(sentence: Sentence, start: int, stop: int) -> str:
    """Words as written, but in lower case where the beginning of a sentence may have made the only capital."""
    words = sentence.words
    text = " ".join(sentence.text[words.starts[start] : words.ends[stop - 1]].split())
    rest = text[1:]
    return text[:1].lower() + rest if start == 0 and rest.islower() else text
