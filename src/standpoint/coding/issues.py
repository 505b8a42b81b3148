"""Finds which issues a text takes up: a codebook's issues and a document view come in, issue mentions go out.

A mention has a pole: `+1` where its words name the proposal ("open the corridor"), `-1` where they name its reverse
("withdrawal", where the proposal is that troops stay).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from standpoint.coding.concepts import Concept, ConceptReader
from standpoint.coding.phrases import ARTICLES, PhraseFinder
from standpoint.coding.phrasings import (
    Phrasing,
    PoleReader,
    generality,
    is_bare,
    is_claim,
    list_phrasings,
    turned,
)
from standpoint.coding.view import DocumentView
from standpoint.coding.words import WordReader, Words
from standpoint.model import Document, Span

if TYPE_CHECKING:
    from standpoint.actors.protocol import ActorResolver
    from standpoint.codebooks import Codebook, Issue

WHOLE, PART, RESUMED = 1.0, 0.75, 0.55
_LEAST_SHARE, _LEAST_OF_PROPOSAL, _LEAST_WEIGHT = 0.75, 0.6, 0.45
_SUBJECT_WITHIN = 3


@dataclass(frozen=True, slots=True)
class IssueMention:
    """Words that name an issue. `weight` in 0..1 is how surely they do; `pole` is +1 or -1.

    `claim` is True where the words state the proposal as a sentence does ("the war is over"); `directed` where one of
    them has a direction of its own ("withdrawal").
    """

    span: Span
    issue: str
    weight: float
    pole: int
    claim: bool = False
    directed: bool = False


class IssueScorer(Protocol):
    """A further opinion on which issues a text takes up, by meaning: text in, issue id to a score in 0..1 out."""

    def score(self, texts: Sequence[str]) -> tuple[Mapping[str, float], ...]: ...


class IssueFinder:
    """Finds the issues of one codebook by their aliases, word for word or with the same concepts close together."""

    def __init__(self, codebook: Codebook, reader: WordReader, actors: ActorResolver | None = None) -> None:
        self._reader, self._concepts, self._actors = reader, ConceptReader(reader), actors
        names = [
            (name, party.code)
            for party in (*codebook.mediators, *codebook.parties)
            for name in (party.name, *party.aliases)
        ]
        self._parties: PhraseFinder[str] = PhraseFinder(names, reader, skip=ARTICLES)
        exact: list[tuple[str, IssueMention]] = []
        phrases: list[Phrasing] = []
        poles = PoleReader(reader)
        for issue in codebook.issues:
            described = reader.read(issue.description)
            proposal = self._sides(issue.description)
            ender = poles.ends(described)
            for text, pole in list_phrasings(issue):
                sides = self._sides(text)
                sign = pole or poles.pole(reader.read(text), sides, described, proposal)
                if text == issue.description and ender is not None:
                    sides = {k: s for k, s in sides.items() if s or k not in described.roots[slice(*ender)]}
                    sign = 1 if any(sides.values()) else -1
                if text != issue.description:
                    claim = pole != 0 or is_claim(reader.read(text))
                    exact.append((text, IssueMention(Span(0, 0), issue.id, WHOLE, sign, claim, any(sides.values()))))
                roots = frozenset() if text == issue.label else frozenset(reader.read(text).roots)
                phrases.append(Phrasing(issue.id, sign, sides, text != issue.description, roots))
        self._finder: PhraseFinder[IssueMention] = PhraseFinder(exact, reader, by_root=True, skip=ARTICLES)
        self._phrases = tuple(phrases)
        self._parties_of = {
            issue.id: frozenset(k for p in phrases if p.issue == issue.id for k in p.sides if k.startswith("@"))
            for issue in codebook.issues
        }
        self._leads_of: dict[str, set[str]] = defaultdict(set)
        for phrase in phrases:
            self._leads_of[phrase.issue].update([k for k in phrase.sides if k.startswith("@")][:1])
        owners: dict[str, set[str]] = defaultdict(set)
        for phrase in phrases:
            for key in phrase.sides:
                owners[key].add(phrase.issue)
        total = max(2, len(codebook.issues))
        self._weight = {key: math.log(1 + total / len(ids)) * generality(key) for key, ids in owners.items()}
        by_key: dict[str, list[int]] = defaultdict(list)
        for index, phrase in enumerate(phrases):
            alone = next(iter(phrase.sides), "") if len(phrase.sides) == 1 else None
            if alone is not None and (not alone.startswith("#") or len(owners[alone]) > 1):
                continue
            for key in phrase.sides:
                by_key[key].append(index)
        self._by_key = {key: tuple(ids) for key, ids in by_key.items()}

    def find(self, view: DocumentView) -> tuple[IssueMention, ...]:
        """Every mention in the document, in text order; of overlapping mentions of one issue the surest stays."""
        found = [replace(h.payload, span=view.words.span(h.first, h.stop)) for h in self._finder.find(view.words)]
        rows = self._rows(view)
        exact = tuple(found)
        for sentence, row in zip(view.sentences, rows, strict=True):
            scattered = self._scattered(view.words, row, _speaking(view, sentence) if row else frozenset())
            found.extend(
                m for m in scattered if not any(e.span.overlaps(m.span) and e.issue != m.issue for e in exact)
            )
        found = list(_surest(found))
        found.extend(self._resumed(view.words, rows, found))
        return _surest(found)

    def parties_of(self, issue: str) -> frozenset[str]:
        """Keys (`@code`) of the parties that the issue's phrasings name."""
        return self._parties_of[issue]

    def agent_of(self, issue: Issue) -> str | None:
        """The party that would carry a proposal out: the one that its sentence names first."""
        words = self._reader.read(issue.description)
        first = next(
            (c for c in self._concepts.read(words, self._named(issue.description, words)) if c.key[0] == "@"), None
        )
        return first.key[1:] if first is not None and first.first <= _SUBJECT_WITHIN else None

    def _rows(self, view: DocumentView) -> list[list[Concept]]:
        """The concepts of each sentence that some phrasing of an issue holds."""
        places = [(view.words.within(m.span), m.speaker.actor) for m in view.actors.mentions]
        parties = [(a, b, code) for (a, b), code in places if code and a < b]
        concepts = [c for c in self._concepts.read(view.words, parties) if c.key in self._by_key]
        rows, at = [], 0
        for sentence in view.sentences:
            first, stop = view.words.within(sentence)
            row = []
            while at < len(concepts) and concepts[at].first < stop:
                if concepts[at].first >= first and concepts[at].stop <= stop:
                    row.append(concepts[at])
                at += 1
            rows.append(row)
        return rows

    def _scattered(self, words: Words, concepts: Sequence[Concept], speaking: frozenset[str]) -> list[IssueMention]:
        """Phrasings whose keys stand close together, with the direction of each key compared."""
        where: dict[str, list[Concept]] = defaultdict(list)
        for concept in concepts:
            where[concept.key].append(concept)
        touched = dict.fromkeys(index for key in where for index in self._by_key[key])
        found = []
        for index in touched:
            phrase = self._phrases[index]
            implied = frozenset() if is_bare(phrase) else speaking & set(phrase.sides)  # "we will keep our garrison"
            keys = [k for k in phrase.sides if k in where and k not in implied]
            count = len(keys)
            if all(k.startswith("@") for k in keys) or any(s and k not in where for k, s in phrase.sides.items()):
                continue
            if len(phrase.sides) > 1 and (count < 2 or count + len(implied) < (2 if phrase.whole else 3)):
                continue
            whole = sum(self._weight[k] for k in phrase.sides)
            share = sum(self._weight[k] for k in (*keys, *sorted(implied))) / whole
            if share < (_LEAST_SHARE if phrase.whole else _LEAST_OF_PROPOSAL):
                continue
            first_party = next((k for k in phrase.sides if k.startswith("@")), None)
            if first_party is not None and first_party not in where and first_party not in implied:
                continue
            window = _tightest([where[k] for k in keys])
            first, stop = min(c.first for c in window), max(c.stop for c in window)
            if stop - first > 2 * count + 4:
                continue
            sign = turned(phrase, window)
            if len(phrase.sides) == 1 and sign < 0:
                continue
            weight = PART * share * (count / max(count, stop - first)) ** 0.2
            if weight < _LEAST_WEIGHT or (is_bare(phrase) and stop - first > count + 2):
                continue
            directed = any(c.side for c in window)
            found.append(
                IssueMention(words.span(first, stop), phrase.issue, weight, phrase.pole * sign, False, directed)
            )
        return found

    def _resumed(
        self, words: Words, rows: Sequence[Sequence[Concept]], found: Sequence[IssueMention]
    ) -> list[IssueMention]:
        """Short forms of an issue that was named before: "the withdrawal" after "withdrawal of the garrison".

        The word must be one of the issue's own, and no party but the issue's may stand beside it.
        """
        resumed = []
        for row in rows:
            for concept in row:
                phrases = [self._phrases[i] for i in self._by_key[concept.key] if concept.side]
                roots = words.roots[concept.first : concept.stop]
                phrases = [p for p in phrases if p.whole and p.sides[concept.key] and p.roots & set(roots)]
                place = words.span(concept.first, concept.stop)
                owners = {p.issue for p in phrases}
                before = [m for m in found if m.span.end <= place.start and m.issue in owners]
                if not before or any(m.span.overlaps(place) for m in found):
                    continue
                phrase = next(p for p in phrases if p.issue == before[-1].issue)
                if not self._is_among(phrase.issue, concept, row):
                    continue
                pole = phrase.pole * turned(phrase, [concept])
                resumed.append(IssueMention(place, phrase.issue, RESUMED, pole, False, True))
        return resumed

    def _is_among(self, issue: str, concept: Concept, row: Sequence[Concept]) -> bool:
        """Whether the parties beside a concept, if any, are those of the issue."""
        near = {c.key for c in row if c.key.startswith("@") and -3 <= c.first - concept.first <= 6}
        near |= {c.key for c in row if c.key.startswith("@") and -5 <= c.first - concept.first < 0}
        return not near or bool(near & self._leads_of[issue])

    def _sides(self, text: str) -> Mapping[str, int]:
        words = self._reader.read(text)
        return {c.key: c.side for c in self._concepts.read(words, self._named(text, words))}

    def _named(self, text: str, words: Words) -> list[tuple[int, int, str]]:
        """Parties named in a phrase of the codebook, as word ranges with codes."""
        parties = [(h.first, h.stop, h.payload) for h in self._parties.find(words)]
        if self._actors is not None:
            known = self._actors.resolve(Document("codebook", text, language="en"), ()).mentions
            places = [(words.within(m.span), m.speaker.actor) for m in known]
            taken = {i for a, b, _ in parties for i in range(a, b)}
            parties += [(a, b, code) for (a, b), code in places if code and a < b and a not in taken]
        return parties


def _speaking(view: DocumentView, sentence: Span) -> frozenset[str]:
    """Keys of those whose statements run through a sentence."""
    return frozenset(
        f"@{code}"
        for index, attribution in enumerate(view.attributions)
        if any(c.overlaps(sentence) for c in attribution.content)
        for code in view.speaker_codes(index)
    )


def _tightest(rows: Sequence[Sequence[Concept]]) -> list[Concept]:
    """One concept of each row, as close together as can be."""
    best: list[Concept] = [row[0] for row in rows]
    shortest = max(c.stop for c in best) - min(c.first for c in best)
    for start in sorted({c.first for row in rows for c in row}):
        picked = [next((c for c in row if c.first >= start), None) for row in rows]
        chosen = [c for c in picked if c is not None]
        if len(chosen) < len(rows):
            break
        length = max(c.stop for c in chosen) - min(c.first for c in chosen)
        if length < shortest:
            best, shortest = chosen, length
    return best


def _surest(found: Sequence[IssueMention]) -> tuple[IssueMention, ...]:
    kept: list[IssueMention] = []
    for mention in sorted(found, key=lambda m: (-m.weight, m.span.start - m.span.end, m.span.start, m.issue)):
        if not any(k.issue == mention.issue and k.span.overlaps(mention.span) for k in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: (m.span, m.issue)))
