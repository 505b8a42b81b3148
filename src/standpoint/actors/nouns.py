"""The referents of one noun phrase used as a source: a conjunct comes in; names, bodies, groups or a reason go out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from standpoint.actors.conjuncts import Conjunct
from standpoint.actors.descriptions import describe
from standpoint.actors.focus import focus_person, foremost
from standpoint.actors.lexicon import (
    ANONYMOUS,
    DETERMINERS,
    HONORIFICS,
    NOT_NAMES,
    POSSESSIVES,
    PREPOSITIONS,
    PRIVATE,
    PRODUCTS,
    VAGUE,
)
from standpoint.actors.names import slugify
from standpoint.actors.naming import proper_name
from standpoint.actors.owners import Owner
from standpoint.actors.people import HEAD_OFFICES, Kind, Referent
from standpoint.actors.phrases import HEAD_NOUNS, PERSON_NOUNS, TITLES, Phrase, read_phrase, title_around
from standpoint.actors.pronouns import Discourse, find_antecedents
from standpoint.actors.scene import Scene

_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}
_PERSON_GROUPS = frozenset("leaders presidents ministers premiers men women counterparts diplomats heads".split())
_BODY_GROUPS = frozenset("sides parties countries states nations governments neighbours neighbors capitals delegations "
                         "powers rivals allies adversaries foes guarantors".split())  # fmt: skip
_MINISTERS = frozenset({"foreign-minister", "defence-minister", "minister", "head-of-government"})
_OWNING = PREPOSITIONS | DETERMINERS | {"'s", ".", "(", "-"}
_OUTLETS = {
    **dict.fromkeys("times post news journal tribune herald telegraph guardian press agency gazette chronicle daily "
                    "mail mirror observer review today".split(), "MED"),
    **dict.fromkeys("watch international amnesty".split(), "NGO"),
}  # fmt: skip
_ASKING = frozenset("q question questions moderator interviewer host anchor reporter".split())


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
        """The referents of one conjunct."""
        scene = self._scene
        phrase = read_phrase(scene.view, conjunct.first, conjunct.last, scene.runs.of_token)
        words = " ".join(scene.view.slice(conjunct.first, conjunct.last).split())
        if conjunct.owner is not None:
            return self._owned(phrase, conjunct, words)
        person = self._named_person(phrase)
        if person is None or not person.certain:
            whole = self._whole_name(phrase)
            if whole is not None:
                return Found((whole,))
        if person is not None:
            return Found((person if person.certain else replace(person, certain=True, confidence=0.5),))
        body = self._named_body(phrase)
        if body is not None:
            return Found((body,))
        word = self._one_word(phrase)
        if word is not None:
            return Found((word,))
        noun = scene.view.words[phrase.head] if phrase.head is not None else ""
        if noun in PRODUCTS:
            return self._product(phrase, words)
        group = self._group(phrase, noun)
        if group:
            return Found(group)
        known = self._taken_up(phrase, noun)
        if known is not None:
            return Found((known,))
        found = describe(scene, phrase, self.antecedent, single=conjunct.distributed)
        if found is not None:
            return Found((found,))
        if noun in _ASKING or (noun and words.lower() in _ASKING):
            return Found((Referent(noun, words, None, "MED", None, "role", 0.7, Kind.PERSON),))
        return Found((), _reason(words, noun))

    def before_relative(self, token: int) -> Found:
        """The referents of the noun before "who" or "which"."""
        view = self._scene.view
        for at in range(token - 1, max(-1, token - 9), -1):
            referent = self._scene.referent_at(at)
            if referent is not None:
                return Found((replace(referent, how="pronoun", confidence=0.8),))
            if view.words[at] in HEAD_NOUNS:
                first, last = title_around(view, at, self._scene.runs.of_token, token)
                found = self.read(Conjunct(first, last))
                return replace(found, referents=tuple(replace(r, how="pronoun") for r in found.referents))
        return Found((), f'nothing named before "{view.words[token]}"')

    def antecedent(self, token: int) -> Referent | None:
        """Whom a pronoun in a phrase means."""
        found = find_antecedents(self._scene, self._discourse, token)
        return found[0] if found else None

    def _owned(self, phrase: Phrase, conjunct: Conjunct, words: str) -> Found:
        assert conjunct.owner is not None
        referent = self._scene.referent_at(conjunct.owner)
        if referent is None:
            return Found((), _reason(words, ""))
        owner = Owner(referent.actor, referent, token=conjunct.owner)
        found = describe(self._scene, phrase, self.antecedent, owner=owner, single=conjunct.distributed)
        return Found((found or referent,))

    def _named_person(self, phrase: Phrase) -> Referent | None:
        """The person whose name is the phrase, not one to whom its noun belongs."""
        scene = self._scene
        token = phrase.core[0]
        while token < phrase.core[1]:
            run = scene.runs.of_token[token]
            if run < 0:
                token += 1
                continue
            end = scene.runs.spans[run][1]
            if end >= phrase.core[1] or not _goes_on(scene, phrase, end):
                return scene.persons[run]
            token = end
        run = scene.runs.of_token[phrase.last - 1]
        if run >= 0 and scene.runs.spans[run][0] > phrase.core[0]:
            # "Speaker of the parliament of Armenia X", but not "a spokesman for President X".
            before = scene.view.words[scene.runs.spans[run][0] - 1]
            if before not in _OWNING and before not in HEAD_NOUNS and before not in HONORIFICS:
                return scene.persons[run]
        return None

    def _named_body(self, phrase: Phrase) -> Referent | None:
        last = phrase.core[1] - 1
        if last < phrase.core[0]:
            return None
        if self._scene.view.words[last] == "'s" and last > phrase.core[0]:
            last -= 1
        return self._scene.referent_at(last) if self._scene.body_at(last) is not None else None

    def _whole_name(self, phrase: Phrase) -> Referent | None:
        """A body that nobody knows, by its full name: "The New York Times", "the Roper Center for Public Opinion"."""
        words = self._scene.view.words[phrase.core[0] : phrase.core[1]]
        kind = next((PRIVATE.get(w) or _OUTLETS.get(w) for w in reversed(words) if w in PRIVATE or w in _OUTLETS), None)
        name = proper_name(self._scene, phrase) if kind else None
        if name is None:
            return None
        return Referent(slugify(name), name, None, kind, None, "name", 0.8, Kind.BODY)

    def _taken_up(self, phrase: Phrase, noun: str) -> Referent | None:
        """ "The official", "the senator": who was named or has spoken by that noun before."""
        own = [w for w in phrase.words(self._scene.view) if w not in DETERMINERS]
        if not phrase.definite or phrase.plural or own != [noun] or noun not in PERSON_NOUNS:
            return None

        def called(referent: Referent) -> bool:
            title = (referent.role or referent.name).lower().replace("(unnamed)", "").split()
            return referent.kind is Kind.PERSON and noun in title and not title[0].startswith("former")

        for speakers in self._discourse.backwards(phrase.first):
            found = next((s for s in speakers if called(s)), None)
            if found is not None:
                return replace(found, how="role", confidence=found.confidence * 0.9)
        if noun in TITLES:
            return None
        named = focus_person(self._scene, phrase.first, called)
        return replace(named, how="role", confidence=0.8) if named else None

    def _one_word(self, phrase: Phrase) -> Referent | None:
        """A name that nothing but its place as a source shows to be one: "Reuters", "Smith" at a sentence's start."""
        view, (first, last) = self._scene.view, phrase.core
        if last - first != 1 or not view.capital(first) or view.hits[first] >= 0 or view.words[first] in NOT_NAMES:
            return None
        if view.words[first] in HEAD_NOUNS or view.words[first] in VAGUE or view.words[first] in DETERMINERS:
            return None
        name = view.slice(first, last)
        return Referent(slugify(name), name, None, None, None, "name", 0.4, gender=None)

    def _product(self, phrase: Phrase, words: str) -> Found:
        """The author of "a statement by X", "X's letter", "its call"."""
        scene = self._scene
        view = scene.view
        for owner in reversed(phrase.owners):
            body = scene.body_at(owner)
            referent = scene.referent_at(owner)
            if referent is not None and (phrase.head is None or owner < phrase.head) and not (body and body.compound):
                # "A Russian foreign ministry statement": what stands between is the author's own noun.
                inner = read_phrase(view, phrase.core[0], phrase.head or phrase.core[1], scene.runs.of_token)
                noun = view.words[inner.head] if inner.head is not None else ""
                told = describe(scene, inner, self.antecedent) if noun in HEAD_NOUNS and noun not in PRODUCTS else None
                return Found((told or referent,))
        for token in range(phrase.core[0], phrase.last - 1):
            if view.words[token] in ("by", "from", "of") and token > phrase.core[0]:
                return self.read(Conjunct(token + 1, phrase.last))
        if phrase.pronoun is not None and view.words[phrase.pronoun] in POSSESSIVES:
            antecedents = find_antecedents(scene, self._discourse, phrase.pronoun)
            if antecedents:
                return Found(tuple(replace(a, how="pronoun") for a in antecedents))
        inner = read_phrase(view, phrase.core[0], phrase.head or phrase.core[1], scene.runs.of_token)
        if inner.head is not None and view.words[inner.head] in HEAD_NOUNS and view.words[inner.head] not in PRODUCTS:
            told = describe(scene, inner, self.antecedent)
            if told is not None:
                return Found((told,))
        if "joint" in view.words[phrase.first : phrase.last]:
            both = foremost(scene, phrase.first, 2, lambda r: r.kind is Kind.BODY and r.actor is not None)
            if both:
                return Found(tuple(replace(r, confidence=0.6) for r in both))
        spoke = self._discourse.last_before(phrase.first) if phrase.definite else ()
        if spoke:
            return Found(tuple(replace(r, how="implied", confidence=r.confidence * 0.6) for r in spoke))
        return Found((), f'"{words}" does not say whose it is')

    def _group(self, phrase: Phrase, noun: str) -> tuple[Referent, ...]:
        """The referents of "the two leaders", "both sides", "the presidents"."""
        scene = self._scene
        said = scene.view.words[phrase.core[0] : phrase.core[1]]
        alone = said in (("both",), ("the", "two"), ("the", "pair")) or noun == "both"
        persons = noun in _PERSON_GROUPS or noun == "pair"
        if not alone and not persons and noun not in _BODY_GROUPS:
            return ()
        if not ("the" in said or "both" in said or said == ("two", noun)):
            return ()
        if phrase.core[1] < phrase.last and scene.view.words[phrase.core[1]] in ("of", "from", "in", "at"):
            return ()
        if any(not (b := scene.body_at(t)) or not b.compound for t in phrase.owners) or phrase.after:
            return ()
        count = next((_NUMBERS[w] for w in said if w in _NUMBERS), 2)

        def fits(referent: Referent) -> bool:
            if referent.actor is None:
                return False
            if not persons and not alone:
                return referent.kind is Kind.BODY
            if referent.kind is not Kind.PERSON:
                return False
            if noun in ("leaders", "presidents", "premiers"):
                return referent.office in HEAD_OFFICES
            return noun != "ministers" or referent.office in _MINISTERS

        found = foremost(scene, phrase.first, count, fits)
        return tuple(replace(r, how="role", confidence=0.75) for r in found)


def _goes_on(scene: Scene, phrase: Phrase, end: int) -> bool:
    """True where a name only modifies the noun behind it: "Trump administration", "Lavrov's deputy"."""
    word = scene.view.words[end]
    if word == "'s":
        return end + 1 < phrase.core[1]
    if scene.view.hits[end] >= 0 or not word[0].isalpha():
        return False
    return not scene.view.capital(end) or (phrase.head is not None and phrase.head > end)


def _reason(words: str, noun: str) -> str:
    shown = words if len(words) <= 60 else f"{words[:57]}..."
    if noun in ANONYMOUS or noun in VAGUE:
        return f'"{shown}" gives no name and no state'
    return f'nothing tells who "{shown}" is'
