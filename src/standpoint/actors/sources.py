"""Who speaks in each attribution of a document: a scene and attributions come in, referents or a reason go out.

Statements are read in text order, outer ones before those inside them, because "he" is whoever has just spoken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from standpoint.actors.conjuncts import Conjunct, split_conjuncts
from standpoint.actors.implied import implied_by
from standpoint.actors.lexicon import FIRST_PRONOUNS, RELATIVE_PRONOUNS
from standpoint.actors.nouns import Found, NounReader
from standpoint.actors.people import Referent
from standpoint.actors.pronouns import Discourse, find_antecedents
from standpoint.actors.scene import Scene
from standpoint.model import Attribution


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an attribution stands for what follows it: the token of its source, else of its content."""

    token: int
    ranges: tuple[tuple[int, int], ...]


class SourceReader:
    """Reads the sources of one document; `read` gives the answer for all of them."""

    def __init__(self, scene: Scene, attributions: Sequence[Attribution]) -> None:
        self._scene = scene
        self._attributions = attributions
        self._places = tuple(self._locate(a) for a in attributions)
        self._discourse = Discourse()
        self._found: dict[int, Found] = {}
        self._nouns = NounReader(scene, self._discourse)

    def read(self) -> tuple[Found, ...]:
        """One answer per attribution, in order."""
        order = sorted(range(len(self._attributions)), key=lambda i: self._places[i].token)
        for nested in (False, True):
            for index in order:
                if (self._attributions[index].nested_in is not None) is nested:
                    self._answer(index)
        return tuple(self._found[i] for i in range(len(self._attributions)))

    def _answer(self, index: int) -> Found:
        known = self._found.get(index)
        if known is not None:
            return known
        # A chain of nesting that runs in a circle ends here.
        self._found[index] = Found((), "the enclosing statement has no speaker")
        outer = self._attributions[index].nested_in
        enclosing = self._answer(outer) if outer is not None and outer != index else None
        place = self._places[index]
        found = self._read_ranges(index, place.ranges, enclosing) if place.ranges else self._implied(index)
        self._found[index] = found
        if outer is None and (found.referents or self._is_plural(place)):
            sentence = self._scene.view.sentence_of(self._scene.view.starts[place.token])
            self._discourse.add(place.token, sentence, found.referents)
        return found

    def _read_ranges(self, index: int, ranges: Sequence[tuple[int, int]], enclosing: Found | None) -> Found:
        referents: list[Referent] = []
        reasons: list[str] = []
        for first, last in ranges:
            for conjunct in split_conjuncts(self._scene, first, last):
                found = self._read_conjunct(index, conjunct, enclosing)
                referents += found.referents
                if found.reason:
                    reasons.append(found.reason)
        unique = tuple({r.id: r for r in referents}.values())
        if unique:
            return Found(unique)
        words = " ".join(self._scene.view.slice(*ranges[0]).split()) or "the source"
        return Found((), reasons[0] if reasons else f'"{words}" names nobody in particular')

    def _read_conjunct(self, index: int, conjunct: Conjunct, enclosing: Found | None) -> Found:
        words = self._scene.view.words
        token = conjunct.first
        if conjunct.last - conjunct.first == 1:
            if words[token] in FIRST_PRONOUNS:
                return self._first_person(index, enclosing)
            if words[token] in RELATIVE_PRONOUNS and self._scene.view.hits[token] < 0:
                return self._nouns.before_relative(token)
            antecedents = find_antecedents(self._scene, self._discourse, token)
            if antecedents:
                return Found(tuple(replace(r, how="pronoun", confidence=r.confidence * 0.85) for r in antecedents))
        return self._nouns.read(conjunct)

    def _first_person(self, index: int, enclosing: Found | None) -> Found:
        """ "I" and "we" are whoever utters the statement around them, else whoever has just spoken."""
        if enclosing is not None:
            if not enclosing.referents:
                return Found((), f"a first person in the words of someone unknown: {enclosing.reason}")
            return _as_pronoun(enclosing.referents)
        start = self._places[index].ranges[0][0]
        offset = self._scene.view.starts[start]
        for other, attribution in enumerate(self._attributions):
            inside = any(s.start <= offset < s.end for s in attribution.content)
            if inside and other != index and attribution.nested_in is None:
                found = self._answer(other)
                if found.referents:
                    return _as_pronoun(found.referents)
        spoke = self._discourse.last_before(start)
        if spoke:
            return _as_pronoun(spoke)
        return Found((), "a first person, and nothing says whose words they are")

    def _implied(self, index: int) -> Found:
        other = implied_by(self._scene, self._attributions, index)
        if isinstance(other, str):
            return Found((), other)
        if isinstance(other, Referent):
            return Found((replace(other, how="implied", confidence=other.confidence * 0.6),))
        found = self._answer(other)
        if not found.referents:
            return found
        return Found(tuple(replace(r, how="implied", confidence=r.confidence * 0.7) for r in found.referents))

    def _is_plural(self, place: _Place) -> bool:
        words = [self._scene.view.words[t] for r in place.ranges for t in range(*r)]
        return bool(words) and (words[0] in ("those", "others", "some", "many") or words[-1].endswith("s"))

    def _locate(self, attribution: Attribution) -> _Place:
        view = self._scene.view
        ranges = tuple(r for r in (view.token_range(s) for s in attribution.source) if r[0] < r[1])
        span = attribution.content[0]
        token = ranges[0][0] if ranges else min(view.token_at(span.start), max(0, len(view.starts) - 1))
        return _Place(token, ranges)


def _as_pronoun(referents: Sequence[Referent]) -> Found:
    return Found(tuple(replace(r, how="pronoun", confidence=r.confidence * 0.95) for r in referents))
