"""The referents of one noun phrase that is a source: a conjunct comes in; names, bodies, groups or a reason out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from standpoint.actors.conjuncts import Conjunct, split_conjuncts
from standpoint.actors.descriptions import describe
from standpoint.actors.entities import Sense
from standpoint.actors.focus import focus_person, foremost
from standpoint.actors.groups import read_group
from standpoint.actors.lexicon import ANONYMOUS, DETERMINERS, INDEFINITE, POSSESSIVES, PRODUCTS, VAGUE, words
from standpoint.actors.named import read_name
from standpoint.actors.naming import name_people, unnamed_id
from standpoint.actors.owners import Owner
from standpoint.actors.people import Kind, Referent, body_referent
from standpoint.actors.phrases import HEAD_NOUNS, PERSON_NOUNS, TITLES, Phrase, read_phrase, title_around
from standpoint.actors.pronouns import Discourse, find_antecedents
from standpoint.actors.scene import Scene

_TOGETHER = {"three": 3, "three-way": 3, "trilateral": 3, "tripartite": 3, "four": 4, "four-way": 4}
_MEETINGS = words("summit meeting talks powers guarantors communique statement declaration")
_ASKING = words("q question questions moderator interviewer host anchor reporter")


@dataclass(frozen=True, slots=True)
class Found:
    """The referents of a source, or none and the reason."""

    referents: tuple[Referent, ...]
    reason: str | None = None


class NounReader:
    """Reads noun phrases of one document; `discourse` is what has been said before them."""

    def __init__(self, scene: Scene, discourse: Discourse) -> None:
        self._scene = scene
        self._discourse = discourse

    def read(self, conjunct: Conjunct) -> Found:
        """The referents of one conjunct: what its name, its author, its group or its description says."""
        scene = self._scene
        phrase = read_phrase(scene.view, conjunct.first, conjunct.last, scene.runs.of_token)
        owner = self._owner(conjunct)
        named = None if owner else read_name(scene, phrase)
        if named is not None:
            return Found((named,))
        together = () if owner else self._joint(phrase)
        if owner is None and not together and self._noun(phrase) in PRODUCTS:
            return self._read_product(phrase, conjunct)
        group = () if owner else together or read_group(scene, phrase, self._discourse)
        found = group or self._describe(phrase, conjunct, owner)
        return Found(found) if found else Found((), self._reason(conjunct, phrase))

    def _joint(self, phrase: Phrase) -> tuple[Referent, ...]:
        """ "The three-way summit", "the three powers": the party that so many states are together."""
        said = phrase.words(self._scene.view)
        count = next((_TOGETHER[w] for w in said if w in _TOGETHER), None)
        if count is None or not _MEETINGS & set(said) or not phrase.definite:
            return ()
        party = self._scene.registry.joint(count)
        return (replace(body_referent(party, Sense.NAME), how="role", confidence=0.75),) if party else ()

    def before_relative(self, token: int) -> Found:
        """The referents of the noun before "who" or "which"."""
        view = self._scene.view
        for at in range(token - 1, max(-1, token - 9), -1):
            referent = self._scene.referent_at(at)
            if referent is not None:
                return Found(_how((referent,), "pronoun", 0.85))
            if view.words[at] in HEAD_NOUNS:
                found = self.read(Conjunct(*title_around(view, at, self._scene.runs.of_token, token)))
                return replace(found, referents=_how(found.referents, "pronoun", 0.9))
        return Found((), f'nothing named before "{view.words[token]}"')

    def antecedent(self, token: int) -> Referent | None:
        """Whom a pronoun in a phrase means."""
        found = find_antecedents(self._scene, self._discourse, token)
        return found[0] if found else None

    def _noun(self, phrase: Phrase) -> str:
        return self._scene.view.words[phrase.head] if phrase.head is not None else ""

    def _owner(self, conjunct: Conjunct) -> Owner | None:
        referent = self._scene.referent_at(conjunct.owner) if conjunct.owner is not None else None
        return Owner(referent.actor, referent, token=conjunct.owner) if referent else None

    def _describe(self, phrase: Phrase, conjunct: Conjunct, owner: Owner | None) -> tuple[Referent, ...]:
        found = None if owner else self._taken_up(phrase)
        if found is None:
            found = describe(self._scene, phrase, self.antecedent, owner=owner, single=conjunct.distributed)
        if found is None and owner is not None:
            found = owner.referent
        noun = self._noun(phrase)
        if found is None and noun in _ASKING:
            found = Referent(noun, noun, None, "MED", None, "role", 0.7, Kind.PERSON)
        if found is None and noun in PERSON_NOUNS and not phrase.definite and self._is_told_apart(phrase):
            found = self._nameless(phrase)
        return (found,) if found else ()

    def _is_told_apart(self, phrase: Phrase) -> bool:
        """True where words before the noun tell something of its bearer: "European", but not "two" or "other"."""
        before = self._scene.view.words[phrase.core[0] : phrase.head]
        return any(w not in DETERMINERS and w not in INDEFINITE for w in before)

    def _nameless(self, phrase: Phrase) -> Referent:
        """ "A European official": someone who is not named, of no state that the words tell."""
        name = name_people(self._scene, phrase, None, unnamed=True)
        kind = Kind.PEOPLE if phrase.plural else Kind.PERSON
        return Referent(unnamed_id(None, name), name, None, None, None, "role", 0.4, kind)

    def _taken_up(self, phrase: Phrase) -> Referent | None:
        """ "The official", "the senator": who was named or has spoken by that noun before."""
        noun = self._noun(phrase)
        own = {w for w in phrase.words(self._scene.view) if w not in DETERMINERS}
        bare = own == {noun}
        if not phrase.definite or phrase.plural or noun not in PERSON_NOUNS or phrase.owners or phrase.pronoun:
            return None

        def called(referent: Referent) -> bool:
            title = (referent.role or referent.name).lower().replace("(unnamed)", "").split()
            first = next((w for w in title if w in TITLES), noun)
            return referent.kind is Kind.PERSON and own <= set(title) and first == noun and title[0] != "former"

        for speakers in self._discourse.backwards(phrase.first):
            spoke = next((s for s in speakers if called(s)), None)
            if spoke is not None:
                return replace(spoke, how="role", confidence=spoke.confidence * 0.9)
        if noun in TITLES and (bare or not phrase.deputy):
            return None
        named = focus_person(self._scene, phrase.first, called)
        return replace(named, how="role", confidence=0.8) if named else None

    def _read_product(self, phrase: Phrase, conjunct: Conjunct) -> Found:
        """The author of "a statement by X", "X's letter", "its call", "the statement"."""
        scene, view = self._scene, self._scene.view
        author = self._author_before(phrase)
        if author is not None:
            return Found((author,))
        for token in range(phrase.core[0] + 1, phrase.last - 1):
            if view.words[token] in ("by", "from", "of"):
                authors = [self.read(c) for c in split_conjuncts(scene, token + 1, conjunct.last)]
                named = tuple({r.id: r for a in authors for r in a.referents}.values())
                return Found(named) if named else authors[0]
        found: Sequence[Referent] = ()
        if phrase.pronoun is not None and view.words[phrase.pronoun] in POSSESSIVES:
            found = _how(find_antecedents(scene, self._discourse, phrase.pronoun), "pronoun", 0.9)
        elif "joint" in phrase.words(view):
            both = foremost(scene, phrase.first, 2, lambda r: r.kind is Kind.BODY and r.actor is not None)
            found = _how(both, "implied", 0.6)
        elif phrase.definite:
            found = _how(self._discourse.last_before(phrase.first), "implied", 0.6)
        return Found(tuple(found)) if found else Found((), f'"{self._said(conjunct)}" does not say whose it is')

    def _author_before(self, phrase: Phrase) -> Referent | None:
        """Who stands before a product: "Lavrov's", "a Russian foreign ministry" in "... statement"."""
        scene = self._scene
        inner = read_phrase(scene.view, phrase.core[0], phrase.head or phrase.core[1], scene.runs.of_token)
        noun = self._noun(inner)
        if noun in HEAD_NOUNS and noun not in PRODUCTS:
            told = describe(scene, inner, self.antecedent)
            if told is not None:
                return told
        for owner in reversed(phrase.owners):
            body, referent = scene.body_at(owner), scene.referent_at(owner)
            if referent is not None and owner < (phrase.head or phrase.last) and not (body and body.compound):
                return referent
        return None

    def _said(self, conjunct: Conjunct) -> str:
        said = " ".join(self._scene.view.slice(conjunct.first, conjunct.last).split())
        return said if len(said) <= 60 else f"{said[:57]}..."

    def _reason(self, conjunct: Conjunct, phrase: Phrase) -> str:
        noun = self._noun(phrase)
        if noun in ANONYMOUS or noun in VAGUE:
            return f'"{self._said(conjunct)}" gives no name and no state'
        return f'nothing tells who "{self._said(conjunct)}" is'


def _how(referents: Sequence[Referent], how: str, weight: float) -> tuple[Referent, ...]:
    return tuple(replace(r, how=how, confidence=r.confidence * weight) for r in referents)
