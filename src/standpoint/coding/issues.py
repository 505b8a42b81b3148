"""Finds which issues a text takes up: a codebook's issues and a document view come in, issue mentions go out.

A mention has a pole: `+1` where its words name the proposal ("open the corridor"), `-1` where they name its reverse
("withdrawal", where the proposal is that troops stay).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from standpoint.coding.catalogue import ExactForm, PhraseReader, agents_of, compile_catalogue, is_person
from standpoint.coding.concepts import Concept, ConceptReader
from standpoint.coding.nearness import find_core, find_tightest, has_own_subject, is_turned_round
from standpoint.coding.phrases import PhraseHit
from standpoint.coding.phrasings import Outline, outline, turned
from standpoint.coding.view import DocumentView
from standpoint.coding.words import WordReader, Words
from standpoint.model import Span

if TYPE_CHECKING:
    from standpoint.actors.protocol import ActorResolver
    from standpoint.codebooks import Codebook, Issue

WHOLE, PART, RESUMED = 1.0, 0.75, 0.55
_AROUND, _THEME, _RESUME_WITHIN = 3, 3, 8
_KEEPING = frozenset({"keep", "retain"})
_DEFINITE = frozenset({"the", "this", "that"})
_LEAST_SHARE, _LEAST_OF_PROPOSAL, _LEAST_WEIGHT = 0.75, 0.6, 0.45


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a sentence need not repeat: who speaks in it, and the places named shortly before."""

    speaking: frozenset[str]
    around: frozenset[str]


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


class IssueFinder:
    """Finds the issues of one codebook by their aliases, word for word or with the same concepts close together."""

    def __init__(self, codebook: Codebook, reader: WordReader, actors: ActorResolver | None = None) -> None:
        self._concepts = ConceptReader(reader)
        self._reader = PhraseReader(codebook, reader, self._concepts, actors)
        self._known = known = compile_catalogue(codebook, reader, self._reader)
        self._outlines = tuple(outline(p, known.places, known.weight) for p in known.phrases)

    def find(self, view: DocumentView) -> tuple[IssueMention, ...]:
        """Every mention in the document, in text order; of overlapping mentions of one issue the surest stays."""
        found = [_as_mention(h, view.words) for h in self._known.exact.find(view.words)]
        rows = self._rows(view)
        exact = tuple(found)
        counts = Counter(c.key for row in rows for c in row if c.key in self._known.places)
        themes = frozenset(key for key, n in counts.items() if n >= _THEME)
        speaking = _speaking(view)
        for at, row in enumerate(rows):
            if not row:
                continue
            around = frozenset(c.key for before in rows[max(0, at - _AROUND) : at] for c in before)
            setting = _Setting(frozenset(speaking[at]), themes | around & self._known.places)
            scattered = [*self._scattered(view.words, row, setting), *self._short(view.words, row)]
            found.extend(
                m for m in scattered if not any(e.span.overlaps(m.span) and e.issue != m.issue for e in exact)
            )
        found = list(_surest(found))
        found.extend(self._resumed(view.words, rows, found))
        return _surest(found)

    def parties_of(self, issue: str) -> frozenset[str]:
        """Keys (`@code`) of the parties that the issue's phrasings name."""
        return self._known.parties_of[issue]

    def parties_in(self, text: str) -> tuple[str, ...]:
        """Codes of the parties that a text of the codebook names, in order."""
        return tuple(dict.fromkeys(c.key[1:] for c in self._reader.read(text)[1] if c.key[0] == "@"))

    def agents_of(self, issue: Issue) -> tuple[str, ...]:
        """The parties that would carry a proposal out."""
        return agents_of(issue, self._reader)

    def _rows(self, view: DocumentView) -> list[list[Concept]]:
        """The concepts of each sentence that some phrasing of an issue holds."""
        places = [(view.words.within(m.span), m.speaker) for m in view.actors.mentions]
        parties = [(a, b, str(speaker.actor)) for (a, b), speaker in places if speaker.actor and a < b]
        persons = [Concept(b - 1, b, view.words.roots[b - 1]) for (a, b), s in places if a < b and is_person(s)]
        known = self._known.by_key.keys() | self._known.heads.keys()
        concepts = [c for c in (*self._concepts.read(view.words, parties), *persons) if c.key in known]
        concepts.sort(key=lambda c: (c.first, c.stop, c.key))
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

    def _scattered(self, words: Words, concepts: Sequence[Concept], setting: _Setting) -> list[IssueMention]:
        """Phrasings whose keys stand close together, with the direction of each key compared."""
        where: dict[str, list[Concept]] = defaultdict(list)
        for concept in concepts:
            where[concept.key].append(concept)
        present = frozenset(where)
        touched = dict.fromkeys(index for key in where for index in self._known.by_key.get(key, ()))
        outlines = (self._outlines[index] for index in touched)
        held = (
            self._held(words, o, where, setting)
            for o in outlines
            if o.directed <= present and not o.matters.isdisjoint(present)
        )
        return [m for m in held if m is not None]

    def _held(
        self, words: Words, outline: Outline, where: Mapping[str, list[Concept]], setting: _Setting
    ) -> IssueMention | None:
        """A phrasing as a sentence holds it: most of its keys, and these close together."""
        phrase = outline.phrase
        keys, share = self._share(words, outline, where, setting)
        if share < (_LEAST_SHARE if phrase.whole else _LEAST_OF_PROPOSAL):
            return None
        count = len(keys)
        window = find_tightest([where[k] for k in keys])
        first, stop = min(c.first for c in window), max(c.stop for c in window)
        length = sum(1 for i in range(first, stop) if self._concepts.is_content(words.lowers[i]))
        plain = all(k[0] in "@#" for k in keys)
        sign = turned(phrase, window)
        far = length > (count + 2 if plain else 2 * count + 2) or stop - first > 3 * count + 6
        if far or (len(phrase.sides) == 1 and sign < 0) or is_turned_round(phrase, window):
            return None
        weight = PART * share * (count / max(count, length)) ** 0.2
        if weight < _LEAST_WEIGHT or (outline.bare and stop - first > count + 2):
            return None
        directed = any(c.side for c in window)
        first, stop = find_core(words, window, self._known.weight)
        return IssueMention(words.span(first, stop), phrase.issue, weight, phrase.pole * sign, False, directed)

    def _share(
        self, words: Words, outline: Outline, where: Mapping[str, list[Concept]], setting: _Setting
    ) -> tuple[list[str], float]:
        """The keys of a phrasing that a sentence has, and the share of its weight that they and what is implied have.

        The speaker's side is implied by a pronoun, and so are names of places that the sentences before have given.
        """
        phrase, leader = outline.phrase, outline.leader
        sides = phrase.sides
        names = outline.places - where.keys()
        implied = frozenset() if outline.bare else (setting.speaking & outline.keys) - where.keys()
        if not names <= setting.around or not (leader is None or leader in where or leader in implied):
            return [], 0.0
        keys = [k for k in sides if k in where]
        given = implied | names
        count = len(keys)
        spoken = bool(implied) and any(has_own_subject(words, c) for k in keys for c in where[k] if c.side)
        least = min(2, len(sides)) - spoken if phrase.whole else min(3, len(sides)) - len(given)
        lacking = (
            count < least
            or (len(sides) > 1 and count + spoken < 2)
            or any(len(where[k]) < 2 for k in phrase.twice if k in where)
        )
        if lacking:
            return keys, 0.0
        weight = self._known.weight
        return keys, sum(weight[k] for k in (*keys, *sorted(given))) / outline.weight

    def _short(self, words: Words, concepts: Sequence[Concept]) -> list[IssueMention]:
        """ "The referendum", where one issue alone is about one."""
        found = []
        for c in concepts:
            head = self._known.heads.get(c.key)
            if head is not None and c.first and words.lowers[c.first - 1] in _DEFINITE:
                found.append(IssueMention(words.span(c.first, c.stop), head[0], RESUMED, head[1]))
        return found

    def _resumed(
        self, words: Words, rows: Sequence[Sequence[Concept]], found: Sequence[IssueMention]
    ) -> list[IssueMention]:
        """Short forms of an issue that was named before: "the withdrawal" after "withdrawal of the garrison".

        The word must be one of the issue's own, and no party but the issue's may stand beside it.
        """
        resumed = []
        for number, row in enumerate(rows):
            since = min(
                (c.first for before in rows[max(0, number - _RESUME_WITHIN) : number + 1] for c in before), default=0
            )
            for concept in row:
                phrases = [self._known.phrases[i] for i in self._known.by_key.get(concept.key, ()) if concept.side]
                roots = words.roots[concept.first : concept.stop]
                phrases = [p for p in phrases if p.whole and p.sides[concept.key] and p.roots & set(roots)]
                place = words.span(concept.first, concept.stop)
                owners = {p.issue for p in phrases}
                before = [
                    m for m in found
                    if words.starts[since] <= m.span.start and m.span.end <= place.start and m.issue in owners
                ]  # fmt: skip
                if not before or any(m.span.overlaps(place) for m in found) or _keeps_something(words, concept):
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
        return not near or bool(near & self._known.leads_of[issue])


def _keeps_something(words: Words, concept: Concept) -> bool:
    """ "Worth keeping", "kept the road open": unlike "stay" and "leave", the verb says little without its object."""
    if concept.stop - concept.first > 1 or words.lemmas[concept.first] not in _KEEPING:
        return False
    return words.lowers[concept.stop : concept.stop + 1] not in (("it",), ("them",))


def _as_mention(hit: PhraseHit[ExactForm], words: Words) -> IssueMention:
    form = hit.payload
    return IssueMention(words.span(hit.first, hit.stop), form.issue, WHOLE, form.pole, form.claim, form.directed)


def _speaking(view: DocumentView) -> list[set[str]]:
    """Keys of those whose statements run through each sentence."""
    rows: list[set[str]] = [set() for _ in view.sentences]
    for index, attribution in enumerate(view.attributions):
        keys = {f"@{code}" for code in view.speaker_codes(index)}
        for c in attribution.content:
            for at in range(view.sentence_index(c.start), min(view.sentence_index(c.end) + 1, len(rows))):
                if view.sentences[at].overlaps(c):
                    rows[at] |= keys
    return rows


def _surest(found: Sequence[IssueMention]) -> tuple[IssueMention, ...]:
    kept: list[IssueMention] = []
    for mention in sorted(found, key=lambda m: (-m.weight, m.span.start - m.span.end, m.span.start, m.issue)):
        if not any(k.issue == mention.issue and k.span.overlaps(mention.span) for k in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: (m.span, m.issue)))
