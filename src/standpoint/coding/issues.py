"""Finds which issues a stretch of text takes up: a codebook's issues and a document view come in, issue mentions go out.

A mention has a pole: `+1` where its words name the proposal ("open the corridor"), `-1` where they name its reverse
("withdrawal", where the proposal is that troops stay).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from standpoint.coding.lexicon import load_phrases
from standpoint.coding.phrases import ARTICLES, PhraseFinder
from standpoint.coding.poles import PoleReader
from standpoint.coding.view import DocumentView
from standpoint.coding.words import WordReader, Words
from standpoint.model import Span

if TYPE_CHECKING:
    from standpoint.codebooks import Codebook, Issue

WHOLE, PART = 1.0, 0.7


@dataclass(frozen=True, slots=True)
class IssueMention:
    """Words that name an issue. `weight` in 0..1 is how surely they do; `pole` is +1 or -1."""

    span: Span
    issue: str
    weight: float
    pole: int


class IssueScorer(Protocol):
    """A further opinion on which issues a text takes up, by meaning: text in, issue id to a score in 0..1 out."""

    def score(self, texts: Sequence[str]) -> tuple[Mapping[str, float], ...]: ...


@dataclass(frozen=True, slots=True)
class _Alias:
    issue: str
    pole: int
    roots: frozenset[str]


class IssueFinder:
    """Finds the issues of one codebook by their aliases, whole or with their words scattered over a clause."""

    def __init__(self, codebook: Codebook, reader: WordReader) -> None:
        self._reader = reader
        self._function = frozenset(
            reader.forms(w)[1] for entries in load_phrases("function.toml").values() for w in entries
        )
        poles = PoleReader(reader)
        phrases: list[tuple[str, tuple[str, int]]] = []
        for issue in codebook.issues:
            for alias in dict.fromkeys((*issue.aliases, issue.label)):
                phrases.append((alias, (issue.id, poles.read(alias, issue.description))))
        self._finder: PhraseFinder[tuple[str, int]] = PhraseFinder(phrases, reader, by_root=True, skip=ARTICLES)
        self._aliases = tuple(
            _Alias(issue, pole, self._content(reader.read(phrase))) for phrase, (issue, pole) in phrases
        )
        owners: dict[str, set[str]] = defaultdict(set)
        for alias in self._aliases:
            for root in alias.roots:
                owners[root].add(alias.issue)
        names = {
            root
            for party in (*codebook.parties, *codebook.mediators)
            for root in self._content(reader.read(f"{party.name} {' '.join(party.aliases)}"))
        }
        common = Counter({root: len(ids) for root, ids in owners.items()})
        total = max(2, len(codebook.issues))
        self._weight = {root: math.log(1 + total / n) * (0.3 if root in names else 1.0) for root, n in common.items()}
        by_root: dict[str, list[int]] = defaultdict(list)
        for index, alias in enumerate(self._aliases):
            if len(alias.roots) > 1:
                for root in alias.roots:
                    by_root[root].append(index)
        self._by_root = {root: tuple(ids) for root, ids in by_root.items()}

    def find(self, view: DocumentView) -> tuple[IssueMention, ...]:
        """Every mention in the document, in text order; of overlapping mentions of one issue the surest stays."""
        found = [
            IssueMention(view.words.span(h.first, h.stop), h.payload[0], WHOLE, h.payload[1])
            for h in self._finder.find(view.words)
        ]
        for sentence in view.sentences:
            found.extend(self._scattered(view.words, sentence))
        return _surest(found)

    def _scattered(self, words: Words, sentence: Span) -> list[IssueMention]:
        first, stop = words.within(sentence)
        where: dict[str, list[int]] = defaultdict(list)
        for i in range(first, stop):
            if words.roots[i] in self._by_root:
                where[words.roots[i]].append(i)
        touched = Counter(index for root in where for index in self._by_root[root])
        found = []
        for index, count in touched.items():
            alias = self._aliases[index]
            if count < 2:
                continue
            whole = sum(self._weight[r] for r in alias.roots)
            share = sum(self._weight[r] for r in alias.roots if r in where) / whole
            if share < 0.75:
                continue
            window = _tightest([where[r] for r in alias.roots if r in where])
            if window[1] - window[0] > 4 * count + 2:
                continue
            found.append(IssueMention(words.span(window[0], window[1] + 1), alias.issue, PART * share, alias.pole))
        return found

    def _content(self, words: Words) -> frozenset[str]:
        return frozenset(
            root
            for root, lower in zip(words.roots, words.lowers, strict=True)
            if root not in self._function and re.match(r"\w", lower)
        )


def describe(issue: Issue) -> str:
    """The text that a scorer by meaning compares with: label, description and phrasings."""
    return ". ".join((issue.label, issue.description, *issue.supports, *issue.opposes))


def _tightest(places: Sequence[Sequence[int]]) -> tuple[int, int]:
    """The shortest index range that holds one place of each row."""
    best: tuple[int, int] | None = None
    for start in sorted({i for row in places for i in row}):
        ends = [next((i for i in row if i >= start), None) for row in places]
        if any(e is None for e in ends):
            break
        stop = max(e for e in ends if e is not None)
        if best is None or stop - start < best[1] - best[0]:
            best = (start, stop)
    return best or (0, 0)


def _surest(found: Sequence[IssueMention]) -> tuple[IssueMention, ...]:
    kept: list[IssueMention] = []
    for mention in sorted(found, key=lambda m: (-m.weight, m.span.start - m.span.end, m.span.start, m.issue)):
        if not any(k.issue == mention.issue and k.span.overlaps(mention.span) for k in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: (m.span, m.issue)))
