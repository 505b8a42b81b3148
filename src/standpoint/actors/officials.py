"""People by what they are: "the Azerbaijani president", "a US official"; a phrase comes in, a referent goes out.

An office has a holder on the day; the rest keep their words, and the actor whose they are.
"""

from __future__ import annotations

from dataclasses import replace

from standpoint.actors.asked import Asked
from standpoint.actors.belonging import local_party, mediator_of
from standpoint.actors.entities import Sense
from standpoint.actors.focus import focus_person, focus_state, only_state, places_before
from standpoint.actors.holders import find_holder, is_confined
from standpoint.actors.institutions import read_institution
from standpoint.actors.lexicon import (
    ADJUNCTS,
    AMERICAN,
    ANYBODY,
    DEPUTY,
    INSTITUTIONS,
    LOCAL,
    MANY_STATES,
    NOUN_SECTORS,
    STATE_PEOPLE,
    STATE_TITLES,
    UNSTATED,
    words,
)
from standpoint.actors.naming import name_people, noun_sector, unnamed_id
from standpoint.actors.offices import Office, read_office
from standpoint.actors.opposed import opposed_parties
from standpoint.actors.organs import narrow_to_owner
from standpoint.actors.owners import Owner, has_unknown_owner
from standpoint.actors.people import Referent, body_referent, person_referent
from standpoint.actors.phrases import TITLES

# How much of a mayor's state what the document is about tells, against what stands beside him.
_ABOUT_PLACES = 3.0
_TOLD = frozenset({"head-of-state", "head-of-government", "leader", "foreign-minister", "defence-minister"})
# They speak for whom the words before name.
_SERVING = words("aide aides adviser advisers advisor advisors spokesman spokeswoman spokesperson")


def read_official(asked: Asked) -> Referent | None:
    """The holder of an office, someone of the document who has the title, or people without names."""
    if asked.phrase.former:
        return _read_former(asked)
    office = _office(asked)
    unknown = asked.owner is None and has_unknown_owner(asked.scene, asked.phrase)
    if asked.owner is None and office is not None and not unknown:
        known = focus_person(asked.scene, asked.phrase.first, lambda r: _holds(r, office, asked))
        if known is not None:
            return replace(known, how="role", confidence=0.85)
    if asked.owner is None and any(w in LOCAL for w in asked.words):
        own = local_party(asked)
        if own is not None:
            return read_unnamed(asked, Owner(own.actor, body_referent(own, Sense.NAME)), own.actor)
        # Of towns the press says where they are only if that is another state than the one it writes about.
        return read_unnamed(asked, None, focus_state(asked.scene, asked.phrase.first, about=_ABOUT_PLACES))
    owner = asked.owner or _owner_by_title(asked)
    actor = owner.actor if owner else None if unknown else _actor_in_focus(asked, office)
    if actor is None:
        return _read_private_body(asked, owner, office)
    named = _holder(asked, office, actor) if office is not None and not unknown else None
    return named or _with_office(read_unnamed(asked, owner, actor), office)


def _with_office(referent: Referent | None, office: Office | None) -> Referent | None:
    """Someone without a name with the office, by which "the leaders" or "the president" means whoever has it."""
    if referent is None or office is None or not office.single or office.narrowed or office.offices[0] not in _TOLD:
        return referent
    return replace(referent, office=office.offices[0])


def _read_private_body(asked: Asked, owner: Owner | None, office: Office | None) -> Referent | None:
    """The president of the ICRC has a name and an office, and speaks for nobody."""
    entity = owner.referent.entity if owner and owner.referent else None
    if entity is None or entity.is_person or entity.actor is None:
        return None
    holder = find_holder(asked.scene.registry, office, entity.actor, asked.scene.day) if office else None
    if holder is None:
        return read_unnamed(asked, owner, None)
    return person_referent(holder.entity, asked.scene.day, how="role", prefer=entity.actor, confidence=0.9)


def _office(asked: Asked) -> Office | None:
    scene, phrase = asked.scene, asked.phrase
    if asked.noun not in TITLES or ((phrase.indefinite or phrase.plural) and not asked.single):
        return None
    bodies = ((w, scene.body_at(i)) for i, w in enumerate(asked.words, phrase.first))
    # "The Pentagon chief": a seat of power is a word of the title.
    own = tuple(w for w, body in bodies if body is None or body.sense is Sense.METONYM)
    office = read_office(own, asked.noun)
    if office is None:
        return None
    return narrow_to_owner(asked, office)


def _actor_in_focus(asked: Asked, office: Office | None) -> str | None:
    """The state of a title that names none: that in focus for "the president", the only one near for "officials".

    A "rights chief" is as a rule no state's.
    """
    if office is not None and office.narrowed:
        return None
    if asked.noun not in TITLES | STATE_PEOPLE or _is_manifold(asked, office):
        return None
    told = mediator_of(asked) or (_commanded(asked) if _is_title(asked) else None)
    if told is not None:
        return told
    served = any(w in INSTITUTIONS or w == "presidential" for w in asked.words[: asked.words.index(asked.noun)])
    definite = asked.phrase.definite or asked.phrase.deputy or _is_title(asked)
    if asked.noun in ANYBODY or not (definite or office or served):
        return _unmarked(asked)
    return focus_state(asked.scene, asked.phrase.first)


def _unmarked(asked: Asked) -> str | None:
    """Whose "an aide" or "officials" are: of whom the words before speak, if that is one."""
    scene, at = asked.scene, asked.phrase.first
    if asked.noun in _SERVING:
        here = scene.view.sentence_of(scene.view.starts[at])
        near = (p for p in places_before(scene, at) if here - p.sentence <= 2 and not p.located and p.referent.actor)
        master = next(near, None)
        return master.referent.actor if master is not None else None
    if asked.noun in UNSTATED:
        return only_state(scene, at)
    served = NOUN_SECTORS.get(asked.noun) in ("LEG", "MIL")
    return focus_state(scene, at) if served and not asked.owner else None


def _is_manifold(asked: Asked, office: Office | None) -> bool:
    """True for "western leaders" and "foreign officials", not for a foreign minister or a foreign ministry."""
    many = {w for w in asked.words if w in MANY_STATES}
    if "foreign" in many and (office is not None or any(w in INSTITUTIONS for w in asked.words)):
        many.discard("foreign")
    return bool(many)


def _commanded(asked: Asked) -> str | None:
    """Whose "Commander X" is where one armed party negotiates."""
    registry = asked.scene.registry
    if asked.noun not in ("commander", "comandante"):
        return None
    parties = opposed_parties(registry, opposition=False)
    return registry.entities[parties[0]].actor if len(parties) == 1 else None


def _is_title(asked: Asked) -> bool:
    """True right before a name: "Senator X", "Colonel X"."""
    at = asked.phrase.last
    runs = asked.scene.runs.of_token
    return not asked.phrase.indefinite and at < len(runs) and runs[at] >= 0 and asked.scene.view.capital(at - 1)


def _holder(asked: Asked, office: Office, actor: str) -> Referent | None:
    holder = find_holder(asked.scene.registry, office, actor, asked.scene.day)
    if holder is None:
        same = focus_person(asked.scene, asked.phrase.first, lambda r: r.actor == actor and _holds(r, office, asked))
        return replace(same, how="role", confidence=0.85) if same else None
    person = person_referent(holder.entity, asked.scene.day, how="role", prefer=actor, confidence=0.93)
    return replace(person, role=holder.role.title, actor=actor, office=holder.role.office)


def read_unnamed(asked: Asked, owner: Owner | None, actor: str | None) -> Referent | None:
    """Someone of an actor, by what the text calls him or her."""
    if asked.noun in ("brass", "team", "staff"):
        return read_institution(asked)
    name = name_people(asked.scene, asked.phrase, owner, unnamed=True, actor=actor)
    role = name.removesuffix(" (unnamed)")
    sector = noun_sector(asked.noun, owner)
    sure = 0.9 if owner else 0.6
    return Referent(unnamed_id(actor, name), name, actor, sector, role, "role", sure, asked.kind, asked.gender)


def _read_former(asked: Asked) -> Referent:
    """Who is out of office speaks for nobody, and may be someone whom the document names."""
    if asked.phrase.definite and asked.owner is None:
        known = focus_person(asked.scene, asked.phrase.first, lambda r: _held(r, asked.noun))
        if known is not None:
            return replace(known, how="role", confidence=0.8)
    name = name_people(asked.scene, asked.phrase, asked.owner, unnamed=True)
    role = name.removesuffix(" (unnamed)")
    sector = noun_sector(asked.noun, asked.owner)
    return Referent(unnamed_id(None, name), name, None, sector, role, "role", 0.8, asked.kind, asked.gender)


def _owner_by_title(asked: Asked) -> Owner | None:
    """The state whose title it is: "secretary of state" needs no "US"."""
    said = f" {' '.join(asked.words)} "
    code = next((c for title, c in STATE_TITLES.items() if f" {title} " in said), None)
    registry, counts = asked.scene.registry, asked.scene.counts
    if registry.is_far(code) and code != "VAT" and not counts.get(code or ""):
        code = None
    american = asked.noun in AMERICAN and counts.get("USA")
    if code is None and american:
        code = "USA"
    state = registry.state(code) if code else None
    return Owner(state.actor, body_referent(state, Sense.NAME)) if state else None


def _holds(referent: Referent, office: Office, asked: Asked) -> bool:
    """True where a person's role is the one that a title asks for."""
    role = (referent.role or "").lower()
    if office.narrowed and role and not role.startswith("former"):
        # "The rights chief" after a High Commissioner for Human Rights
        return is_confined(role, office)
    if not role or role.startswith("former") or (office.words and not any(w in role for w in office.words)):
        return False
    if referent.office in office.offices:
        first = referent.office in office.offices[:1]
        return asked.noun in ("leader", "leaders") or bool(office.words) or asked.noun in role or first
    words = role.split()
    if referent.entity is not None or any(w in DEPUTY for w in words):
        return False
    # "Spokesman for the president" is a spokesman's role.
    title = next((w for w in words if w in TITLES), None)
    return title == asked.noun and all(w in role for w in asked.words if w in ADJUNCTS)


def _held(referent: Referent, noun: str) -> bool:
    """True where a person is out of the office that "the former president" names."""
    role = (referent.role or "").lower()
    return referent.actor is None and role.startswith("former") and noun in role
