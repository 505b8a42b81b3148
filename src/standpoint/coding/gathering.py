"""Finds issues by what a sentence shares with all phrasings together: its concepts and those of the sentence before
come in, the nearest phrasing and its concepts there go out.

An analyst's five aliases hold few of the ways in which a matter is put; but a sentence that has several of an issue's
words, of which some are no other issue's, takes up that issue.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from standpoint.coding.concepts import Concept
from standpoint.coding.phrasings import Phrasing

_LEAST, _LEAST_HERE, _BESIDE, _NEAR_BEST = 1.5, 0.9, 0.4, 0.8


@dataclass(frozen=True, slots=True)
class Gatherer:
    """`weight` is 1 for a key that one issue alone has, and less for a shared or general one."""

    by_issue: Mapping[str, tuple[Phrasing, ...]]
    issues_of: Mapping[str, frozenset[str]]
    weight: Mapping[str, float]

    def gather(
        self, row: Sequence[Concept], around: frozenset[str]
    ) -> Iterator[tuple[Phrasing, list[Concept]]]:
        """The issues that a sentence shares most with; `around` are keys of the sentences before."""
        where: dict[str, list[Concept]] = defaultdict(list)
        for concept in row:
            where[concept.key].append(concept)
        here: dict[str, float] = defaultdict(float)
        total: dict[str, float] = defaultdict(float)
        for key in where.keys() | around:
            share = self.weight.get(key, 0.0)
            for issue in self.issues_of.get(key, ()):
                if key in where:
                    here[issue] += share
                total[issue] += share if key in where else _BESIDE * share
        best = max((total[i] for i in here), default=0.0)
        for issue, share in sorted(here.items()):
            enough = share >= _LEAST_HERE and total[issue] >= _LEAST
            if enough and total[issue] >= _NEAR_BEST * best:
                phrase = max(self.by_issue[issue], key=lambda p: (self._matched(p, where), p.whole, -len(p.sides)))
                yield phrase, [where[k][0] for k in phrase.sides if k in where]

    def _matched(self, phrase: Phrasing, where: Mapping[str, list[Concept]]) -> float:
        return sum(self.weight.get(k, 0.0) for k in phrase.sides if k in where)


def build_gatherer(phrases: Sequence[Phrasing], weight: Mapping[str, float], most: float) -> Gatherer:
    """`most` is the weight of a key that one issue alone has."""
    by_issue: dict[str, list[Phrasing]] = defaultdict(list)
    issues_of: dict[str, set[str]] = defaultdict(set)
    for phrase in phrases:
        by_issue[phrase.issue].append(phrase)
        for key in phrase.sides:
            issues_of[key].add(phrase.issue)
    return Gatherer(
        {i: tuple(p) for i, p in by_issue.items()},
        {k: frozenset(i) for k, i in issues_of.items()},
        {k: w / most for k, w in weight.items() if k[0] != "@"},  # parties are in every issue's sentences
    )
