"""Groups taken up together ("the two leaders", "both sides"): a scene and a phrase come in, referents go out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import islice

from standpoint.actors.focus import foremost
from standpoint.actors.lexicon import words
from standpoint.actors.people import HEAD_OFFICES, Kind, Referent
from standpoint.actors.phrases import Phrase
from standpoint.actors.pronouns import Discourse
from standpoint.actors.scene import Scene

_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}
_PERSONS = words("leaders presidents ministers premiers men women counterparts diplomats heads pair")
_BODIES = words(
    "sides parties countries states nations governments neighbours neighbors capitals delegations powers rivals "
    "allies adversaries foes guarantors"
)
_MINISTERS = frozenset({"foreign-minister", "defence-minister", "minister", "head-of-government"})
_LAST_STATEMENTS = 4
_HEADS = words("leaders presidents premiers")


def read_group(scene: Scene, phrase: Phrase, discourse: Discourse) -> tuple[Referent, ...]:
    """The referents of a group noun; empty where the phrase is none, or says itself whose group it is."""
    noun = scene.view.words[phrase.head] if phrase.head is not None else ""
    said = scene.view.words[phrase.core[0] : phrase.core[1]]
    alone = said in (("both",), ("the", "two"), ("the", "pair"))
    if not (alone or noun in _PERSONS or noun in _BODIES) or _is_owned(scene, phrase):
        return ()
    if not ("the" in said or "both" in said or said == ("two", noun)):
        return ()
    number = next((_NUMBERS[w] for w in said if w in _NUMBERS), None)
    fits = _fitting(noun, any_person=alone)
    found = _spoke_together(discourse, phrase.first, number, fits)
    found = found or foremost(scene, phrase.first, number or 2, fits)
    return tuple(replace(r, how="role", confidence=0.75) for r in found)


def _spoke_together(
    discourse: Discourse, token: int, number: int | None, fits: Callable[[Referent], bool]
) -> tuple[Referent, ...]:
    """Those who made one of the last few statements together, if they are as many as the words say."""
    for speakers in islice(discourse.backwards(token), _LAST_STATEMENTS):
        if len(speakers) == (number or len(speakers)) > 1 and all(fits(s) for s in speakers):
            return speakers
    return ()


def _is_owned(scene: Scene, phrase: Phrase) -> bool:
    if phrase.after or any(not (b := scene.body_at(t)) or not b.compound for t in phrase.owners):
        return True
    return phrase.core[1] < phrase.last and scene.view.words[phrase.core[1]] in ("of", "from", "in", "at")


def _fitting(noun: str, *, any_person: bool) -> Callable[[Referent], bool]:
    def fits(referent: Referent) -> bool:
        if referent.actor is None or (referent.kind is Kind.BODY) is not (noun in _BODIES and not any_person):
            return False
        if noun == "presidents" and "president" not in (referent.role or "president").lower():
            return False
        if noun == "men" and referent.gender == "f":
            return False
        if noun in _HEADS:
            return referent.office in HEAD_OFFICES
        return noun != "ministers" or referent.office in _MINISTERS

    return fits
