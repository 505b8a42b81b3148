"""Groups taken up together ("the two leaders", "both sides"): a scene and a phrase come in, referents go out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import islice

from standpoint.actors.descriptions import describe
from standpoint.actors.entities import Sense
from standpoint.actors.focus import foremost, last_pair, main_states
from standpoint.actors.lexicon import ADJUNCTS, words
from standpoint.actors.owners import Owner
from standpoint.actors.people import HEAD_OFFICES, Kind, Referent, body_referent
from standpoint.actors.phrases import Phrase
from standpoint.actors.pronouns import Discourse
from standpoint.actors.scene import Scene

_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}
_PERSONS = words("leaders presidents ministers premiers men women counterparts diplomats heads pair")
_BODIES = words(
    "sides parties countries states nations governments neighbours neighbors capitals delegations powers rivals "
    "allies adversaries foes guarantors teams camps"
)
# These mean two or three of those named only where a number says so.
_COUNTED = words("commanders negotiators mediators envoys diplomats")
# International bodies watch them and are none of them.
_OPPOSED = words("sides parties rivals adversaries foes delegations neighbours neighbors teams camps")
_MINISTERS = frozenset({"foreign-minister", "defence-minister", "minister", "head-of-government"})
_LAST_STATEMENTS = 4
_ONE_SIDE = (("side",), ("party",), ("camp",), ("delegation",), ("government",))
_OF_TWO = (("former",), ("latter",))
_HEADS = words("leaders presidents premiers")
_HELD = _HEADS | {"ministers"}


def read_group(scene: Scene, phrase: Phrase, discourse: Discourse) -> tuple[Referent, ...]:
    """The referents of a group noun; empty where the phrase is none, or says itself whose group it is."""
    noun = scene.view.words[phrase.head] if phrase.head is not None else ""
    said = scene.view.words[phrase.core[0] : phrase.core[1]]
    if said[:1] == ("the",) and said[1:] in _OF_TWO:
        pair = last_pair(scene, phrase.first)
        return (replace(pair[_OF_TWO.index(said[1:])], how="role", confidence=0.7),) if pair else ()
    alone = said in (("both",), ("the", "two"), ("the", "pair"))
    number = next((_NUMBERS[w] for w in said if w in _NUMBERS), None)
    known = noun in _PERSONS or noun in _BODIES or (noun in _COUNTED and number is not None)
    if _is_each(said):
        # "Each side", "neither": those who negotiate
        noun, number, known = "sides", number or 2, True
    if not (alone or known) or _is_owned(scene, phrase):
        return ()
    if not (_is_each(said) or "the" in said or "both" in said or said == ("two", noun)):
        return ()
    named = scene.registry.core & scene.counts.keys()
    core = named if len(named) > 1 else frozenset()
    fits = _fitting(noun, any_person=alone, fields=frozenset(said) & ADJUNCTS, core=core)
    found = _spoke_together(discourse, phrase.first, number, fits)
    found = found or foremost(scene, phrase.first, number or 2, fits)
    if not found and number == 2 and noun in _HELD:
        found = _holders(scene, phrase)
    return tuple(replace(r, how="role", confidence=0.75) for r in found)


def _is_each(said: tuple[str, ...]) -> bool:
    return said[:1] in (("each",), ("neither",), ("either",)) and (len(said) == 1 or said[1:] in _ONE_SIDE)


def _holders(scene: Scene, phrase: Phrase) -> tuple[Referent, ...]:
    """The presidents or ministers of the two states that the document is about, who need not be named."""
    found = []
    for code in main_states(scene)[:2]:
        state = scene.registry.state(code)
        owner = Owner(code, body_referent(state, Sense.NAME)) if state else None
        found.append(describe(scene, phrase, owner=owner, single=True))
    return tuple(f for f in found if f is not None and f.kind is not Kind.BODY)


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


def _fitting(
    noun: str, *, any_person: bool, fields: frozenset[str], core: frozenset[str]
) -> Callable[[Referent], bool]:
    """Whether a referent is one of those that a noun means; `fields` are words that its role must have, `core` the
    codes of those who negotiate, where the sides are asked for."""

    def fits(referent: Referent) -> bool:
        role = (referent.role or "").lower()
        body = noun in _BODIES and not any_person
        if referent.actor is None or (referent.kind is Kind.BODY) is not body or any(f not in role for f in fields):
            return False
        return not any(noun in nouns and not holds(referent, role) for nouns, holds in tests)

    tests: tuple[tuple[frozenset[str], Callable[[Referent, str], bool]], ...] = (
        (_OPPOSED, lambda r, _: r.sector != "IGO" and (not core or (r.actor in core and r.sector != "CVL"))),
        (_COUNTED, lambda _, role: noun[:-1] in role),
        (_HEADS, lambda r, _: r.office in HEAD_OFFICES),
        (frozenset({"presidents"}), lambda _, role: any(w in role for w in ("president", "counterpart"))),
        (frozenset({"men"}), lambda r, _: r.gender != "f"),
        (frozenset({"ministers"}), lambda r, _: r.office in _MINISTERS),
    )
    return fits
