"""Who a noun phrase means: a scene, a phrase and whom its pronoun means come in, a referent or None goes out.

"The Azerbaijani president" is an office holder, "the foreign ministry" an institution, "US officials" people without
names, "analysts" nobody's voice but their own.
"""

from __future__ import annotations

from dataclasses import replace

from standpoint.actors.entities import Sense
from standpoint.actors.focus import focus_body, focus_person, focus_sector, focus_state, only_state
from standpoint.actors.lexicon import (
    ALONE,
    BODY_NOUNS,
    DETERMINERS,
    INSTITUTIONS,
    NOT_NAMES,
    PRIVATE,
    STATE_ITSELF,
    STATE_PEOPLE,
)
from standpoint.actors.naming import name_institution, name_people, noun_sector, unnamed_id
from standpoint.actors.offices import Office, find_holder, read_office
from standpoint.actors.owners import Antecedent, Owner, find_owner
from standpoint.actors.people import HEAD_OFFICES, Kind, Referent, body_referent, person_referent
from standpoint.actors.phrases import HEAD_NOUNS, PERSON_NOUNS, TITLES, Phrase
from standpoint.actors.scene import Scene

_SECTORS_OF = {
    "opposition": frozenset({"OPP", "PTY"}),
    **dict.fromkeys(("rebels", "insurgents", "separatists", "militants", "fighters"), frozenset({"REB", "SEP"})),
}


def nobody(_token: int) -> Referent | None:
    """The antecedent of any pronoun where none is looked for."""
    return None


def describe(
    scene: Scene, phrase: Phrase, antecedent: Antecedent = nobody, *, owner: Owner | None = None,
    single: bool = False,
) -> Referent | None:
    """The referent of a phrase that has a head noun and no name of its own; None where nothing tells.

    `owner` is whose the noun is where that stands outside of the phrase; `single` asks for one of those that a plural
    names ("the presidents" of X and Y).
    """
    if phrase.head is None:
        return None
    noun = scene.view.words[phrase.head]
    owner = owner or find_owner(scene, phrase, antecedent, describe)
    if noun.endswith("counterpart") or noun.endswith("counterparts"):
        return _counterpart(scene, phrase, owner, antecedent)
    if _is_private(noun, owner):
        return _private(scene, phrase, noun, owner)
    sectors = _SECTORS_OF.get(noun)
    if sectors is not None and owner is None and _people_owner(scene, phrase) is None:
        found = focus_sector(scene, phrase.first, sectors)
        return replace(found, how="role", confidence=0.6) if found else None
    if owner is None:
        owner = _people_owner(scene, phrase)
        if owner is not None and noun in _TAKEN_UP and phrase.definite and owner.referent is not None:
            # "The Kurdish force" takes up the group itself.
            return replace(owner.referent, how="role", confidence=0.75)
    if noun in PERSON_NOUNS:
        return _person(scene, phrase, noun, owner, single=single)
    if noun in INSTITUTIONS or noun in BODY_NOUNS:
        return _institution(scene, phrase, noun, owner)
    if owner is not None and owner.whole:
        # Some other noun of a body ("the SDF's political wing", "Turkish hopes") speaks for it.
        return replace(owner.referent, how="metonym", confidence=0.6) if owner.referent else None
    return None


def _is_private(noun: str, owner: Owner | None) -> bool:
    if noun not in PRIVATE or noun in STATE_PEOPLE:
        return False
    return noun not in INSTITUTIONS or owner is None


_TAKEN_UP = frozenset("force group militia movement alliance army guerrillas rebels insurgents separatists".split())
_ANYBODY = frozenset("source sources mediator mediators people person individual".split())


def _private(scene: Scene, phrase: Phrase, noun: str, owner: Owner | None) -> Referent:
    kind = Kind.PEOPLE if phrase.plural else Kind.PERSON
    name = name_people(scene, phrase, owner, unnamed=kind is Kind.PERSON)
    return Referent(unnamed_id(None, name), name, None, PRIVATE[noun], None, "role", 0.8, kind, gender=_gender(noun))


def _person(scene: Scene, phrase: Phrase, noun: str, owner: Owner | None, *, single: bool) -> Referent | None:
    words = phrase.words(scene.view)
    core = tuple(w for i, w in enumerate(words, phrase.first) if scene.body_at(i) is None)
    one = single or not (phrase.indefinite or phrase.plural)
    office = read_office(core, noun) if noun in TITLES and one else None
    if office is not None and owner is None:
        known = focus_person(scene, phrase.first, lambda r: _holds(r, office, noun, words))
        if known is not None:
            return replace(known, how="role", confidence=0.85)
    actor = owner.actor if owner else None
    if owner is None and (noun in TITLES or noun in STATE_PEOPLE) and not phrase.former:
        if noun in _ANYBODY or not (phrase.definite or office):
            # Officials who say of no state that they are its own: only where no other is near.
            actor = only_state(scene, phrase.first) if noun in STATE_PEOPLE and noun not in _ANYBODY else None
        else:
            actor = focus_state(scene, phrase.first)
    if phrase.former:
        name = name_people(scene, phrase, owner, unnamed=True)
        sector = noun_sector(noun, owner)
        return Referent(unnamed_id(None, name), name, None, sector, name, "role", 0.8, _number(phrase), _gender(noun))
    if actor is None:
        return None
    if office is not None:
        holder = find_holder(scene.registry, office, actor, scene.day)
        if holder is not None:
            return replace(person_referent(holder.entity, scene.day, how="role", prefer=actor, confidence=0.93),
                           role=holder.role.title, actor=actor, office=holder.role.office)  # fmt: skip
        same = focus_person(scene, phrase.first, lambda r: r.actor == actor and _holds(r, office, noun, words))
        if same is not None:
            return replace(same, how="role", confidence=0.85)
    if noun in ("brass", "team", "staff"):
        return _institution(scene, phrase, noun, owner)
    name = name_people(scene, phrase, owner, unnamed=True, actor=actor)
    sector = noun_sector(noun, owner)
    sure = 0.9 if owner else 0.6
    return Referent(unnamed_id(actor, name), name, actor, sector, _bare(name), "role", sure, _number(phrase), _gender(noun))


def _counterpart(scene: Scene, phrase: Phrase, owner: Owner | None, antecedent: Antecedent) -> Referent | None:
    """ "His Turkish counterpart": the office of the one person for the state of the other."""
    if owner is None or owner.actor is None or phrase.head is None:
        return None
    one = antecedent(phrase.pronoun) if phrase.pronoun is not None else None
    one = one or focus_person(scene, phrase.first, lambda r: r.office is not None and r.actor != owner.actor)
    if one is None or one.office is None:
        return None
    offices = tuple(HEAD_OFFICES) if one.office in HEAD_OFFICES else ()
    wanted = Office((one.office, *sorted(o for o in offices if o != one.office)), (), frozenset(), True)
    holder = find_holder(scene.registry, wanted, owner.actor, scene.day)
    if holder is None:
        return None
    return person_referent(holder.entity, scene.day, how="role", prefer=owner.actor, confidence=0.85)


def _institution(scene: Scene, phrase: Phrase, noun: str, owner: Owner | None) -> Referent | None:
    if owner is None:
        if noun in BODY_NOUNS:
            found = focus_body(scene, phrase.first, noun)
            return replace(found, how="role", confidence=0.75) if found else None
        named = INSTITUTIONS.get(noun) == "MIL" and _is_named(scene, phrase)
        if noun not in ALONE and not _has_adjunct(scene, phrase) and not named:
            return None
        code = focus_state(scene, phrase.first)
        state = scene.registry.state(code) if code else None
        if state is None:
            return None
        owner = Owner(state.actor, body_referent(state, Sense.NAME), named=False, whole=True)
    if owner.referent is None:
        return None
    if noun in STATE_ITSELF and owner.referent.kind is Kind.BODY and not _has_adjunct(scene, phrase):
        return replace(owner.referent, how="metonym", confidence=0.93 if owner.named else 0.7)
    named = not owner.named and _is_named(scene, phrase)
    name = name_institution(scene, phrase, None if named else owner)
    for entity, _ in scene.registry.named(name):
        if entity.actor == owner.actor:
            return replace(body_referent(entity, Sense.NAME), how="role")
    sector = INSTITUTIONS.get(noun, "GOV")
    if owner.referent.entity is not None and owner.referent.entity.kind not in ("state", "person"):
        sector = owner.referent.sector or sector
    sure = 0.92 if owner.named else 0.7
    return Referent(unnamed_id(owner.actor, name), name, owner.actor, sector, None, "role", sure, Kind.BODY)


def _people_owner(scene: Scene, phrase: Phrase) -> Owner | None:
    """Whose "Kurdish leaders" or "Tamil fighters" are: the group in the document that has the word in its name."""
    words = [scene.view.words[i] for i in range(*phrase.core) if scene.view.capital(i) and scene.view.hits[i] < 0]
    if not words:
        return None
    groups = {p.referent.id: p.referent for p in scene.places if p.referent.kind is Kind.BODY}
    ranked = sorted(groups.values(), key=lambda r: -scene.counts.get(r.actor or "", 0))
    for referent in ranked:
        entity = referent.entity
        if entity is None or entity.kind == "state" or entity.actor is None:
            continue
        parts = {part for name in entity.names for part in name.form.lower().replace("-", " ").split()}
        if any(w in parts for w in words if w not in NOT_NAMES and w not in HEAD_NOUNS):
            return Owner(referent.actor, referent, token=None)
    return None


def _is_named(scene: Scene, phrase: Phrase) -> bool:
    """True for "the Black Sea fleet": a proper name that no state stands in."""
    head = phrase.head
    if head is None or head == phrase.core[0] or scene.view.words[head - 1] in DETERMINERS:
        return False
    return scene.view.capital(head - 1)


def _has_adjunct(scene: Scene, phrase: Phrase) -> bool:
    """True for "foreign ministry", "lead delegation": a word before the head that narrows it."""
    head = phrase.head
    if head is None or head == phrase.first:
        return False
    return scene.view.words[head - 1] in _ADJUNCTS


_ADJUNCTS = frozenset("foreign defence defense interior justice finance economy armed general delegation central "
                      "supreme constitutional security peace government negotiating ruling energy health transport "
                      "military army air naval ground special presidential royal national federal border coast "
                      "state transitional interim caretaker unity information culture education".split())  # fmt: skip


def _holds(referent: Referent, office: Office | None, noun: str, words: tuple[str, ...]) -> bool:
    """True where a person's role is the one that a title asks for."""
    if office is None or referent.role is None or referent.role.startswith("former"):
        return False
    role = referent.role.lower()
    if office.words and not any(w in role for w in office.words):
        return False
    if referent.office in office.offices:
        return noun in ("leader", "leaders") or bool(office.words) or noun in role or referent.office in office.offices[:1]
    return noun in role.split() and all(w in role for w in words if w in _ADJUNCTS)


def _number(phrase: Phrase) -> Kind:
    return Kind.PEOPLE if phrase.plural else Kind.PERSON


def _gender(noun: str) -> str | None:
    return "f" if noun.endswith("woman") else "m" if noun.endswith("man") and noun != "human" else None


def _bare(name: str) -> str:
    return name.removesuffix(" (unnamed)")


