"""Who a noun phrase means: a scene, a phrase and whom its pronoun means come in, a referent or None goes out.

"The Azerbaijani president" is an office holder, "the foreign ministry" an institution, "US officials" people without
names, "analysts" nobody's voice but their own.
"""

from __future__ import annotations

from dataclasses import replace

from standpoint.actors.asked import Asked
from standpoint.actors.belonging import civil_party, is_civil_body
from standpoint.actors.civilians import CIVIL
from standpoint.actors.entities import NEGOTIATION, Sense
from standpoint.actors.focus import focus_person, focus_sector
from standpoint.actors.holders import find_holder
from standpoint.actors.institutions import read_institution
from standpoint.actors.lexicon import (
    BODY_NOUNS,
    FACTIONS,
    INSTITUTIONS,
    MEDIA,
    PRIVATE,
    REBEL,
    STATE_OWNED,
    STATE_PEOPLE,
    TAKEN_UP,
)
from standpoint.actors.naming import name_people, proper_name, unnamed_id
from standpoint.actors.offices import Office
from standpoint.actors.officials import read_official, read_unnamed
from standpoint.actors.opposed import find_side, opposed_parties, read_nameless_side, stands_against, take_up
from standpoint.actors.owners import Antecedent, Owner, find_owner, group_owner
from standpoint.actors.people import HEAD_OFFICES, Kind, Referent, body_referent, person_referent
from standpoint.actors.phrases import PERSON_NOUNS, Phrase
from standpoint.actors.scene import Scene

# Those who are a body together: "the co-chairs of the Minsk Group".
_TOGETHER = frozenset({"co-chairs", "cochairs"})
_REBELS = frozenset({"REB", "SEP"})
_OPPOSITION = frozenset({"OPP", "PTY"})


def nobody(_token: int) -> Referent | None:
    """The antecedent of any pronoun where none is looked for."""
    return None


def describe(
    scene: Scene,
    phrase: Phrase,
    antecedent: Antecedent = nobody,
    *,
    owner: Owner | None = None,
    single: bool = False,
) -> Referent | None:
    """The referent of a phrase that has a head noun and no name of its own; None where nothing tells.

    `owner` is whose the noun is where that stands outside of the phrase; `single` asks for one of those that a plural
    names ("the presidents" of X and Y).
    """
    if phrase.head is None:
        return None
    asked = Asked(
        scene, phrase, phrase.head, owner or find_owner(scene, phrase, antecedent, describe), antecedent, single
    )
    if stands_against(asked):
        return _read_opposed(asked)
    owner = asked.owner
    readers = (
        (asked.noun.rstrip("s").endswith(("counterpart", "colleague")), _read_counterpart),
        (_is_private(asked) or _is_listed(asked), _read_private),
        (owner is None, _read_group),
        (owner is None and asked.noun in FACTIONS, _read_faction),
        (asked.noun in BODY_NOUNS and asked.phrase.definite, read_institution),
        (asked.noun in PERSON_NOUNS, read_official),
        (asked.noun in INSTITUTIONS or asked.noun in BODY_NOUNS, read_institution),
        (True, _read_owned),
    )
    for applies, read in readers:
        if applies:
            found = read(asked)
            if found is not None or read is not _read_group:
                return found
    return None


def _read_opposed(asked: Asked) -> Referent | None:
    side = find_side(asked)
    taken = take_up(asked, side) if side is not None else None
    if isinstance(taken, Owner):
        return describe(asked.scene, asked.phrase, asked.antecedent, owner=taken, single=asked.single)
    return taken or read_nameless_side(asked)


def _is_private(asked: Asked) -> bool:
    if asked.noun in MEDIA and (asked.noun != "agency" or "news" in asked.words):
        return not any(w in STATE_OWNED for w in asked.words)
    if asked.noun in BODY_NOUNS and asked.phrase.definite and (asked.bare or any(w in REBEL for w in asked.words)):
        return False
    if asked.noun not in PRIVATE or asked.noun in STATE_PEOPLE:
        return False
    if asked.noun == "director" and asked.owner is not None and asked.owner.referent is not None:
        # The executive director of an agency, but not a state's film director.
        entity = asked.owner.referent.entity
        return entity is None or entity.kind not in ("organisation", "body", "group")
    return asked.noun not in INSTITUTIONS or asked.owner is None


def _employer(asked: Asked) -> Referent | None:
    """ "Its lawyer": who is hired by a party speaks for it."""
    owner = asked.owner.referent if asked.owner else None
    entity = owner.entity if owner is not None else None
    if asked.noun not in ("lawyer", "lawyers") or entity is None or entity.origin != NEGOTIATION:
        return None
    if owner is None or owner.actor is None or entity.kind == "state":
        return None
    return read_unnamed(asked, asked.owner, owner.actor)


def _is_listed(asked: Asked) -> bool:
    """True for a mayor where the negotiation has "civilians and mayors" for a party."""
    if is_civil_body(asked):
        return True
    return asked.noun in PERSON_NOUNS and not asked.phrase.former and civil_party(asked, known=False) is not None


def _read_private(asked: Asked) -> Referent:
    """Analysts, charities, media: they speak for nobody, whoever's they are; so do people of the place, unless the
    negotiation lists its civilians as a party."""
    sector = PRIVATE.get(asked.noun, "MED")
    party = _employer(asked)
    if party is not None:
        return party
    side = civil_party(asked, known=asked.noun in CIVIL or {"civil", "society"} <= set(asked.words))
    if side is not None:
        name = name_people(asked.scene, asked.phrase, asked.owner, unnamed=asked.kind is Kind.PERSON)
        return Referent(unnamed_id(side.actor, name), name, side.actor, sector, None, "role", 0.6, asked.kind)
    proper = proper_name(asked.scene, asked.phrase)
    if proper is not None:
        return Referent(unnamed_id(None, proper), proper, None, sector, None, "name", 0.85, Kind.BODY)
    name = name_people(asked.scene, asked.phrase, asked.owner, unnamed=asked.kind is Kind.PERSON)
    return Referent(unnamed_id(None, name), name, None, sector, None, "role", 0.8, asked.kind, gender=asked.gender)


def _read_group(asked: Asked) -> Referent | None:
    """ "Kurdish leaders", "the Tamil fighters": by the group in the document that has the word in its name."""
    owner = group_owner(asked.scene, asked.phrase) or _side_in_focus(asked)
    if owner is None:
        return None
    if asked.noun in TAKEN_UP and asked.phrase.definite and owner.referent is not None:
        return replace(owner.referent, how="role", confidence=0.75)
    return describe(asked.scene, asked.phrase, asked.antecedent, owner=owner, single=asked.single)


def _side_in_focus(asked: Asked) -> Owner | None:
    """Whose "rebel commanders", "opposition negotiators" or "the guerrilla group" are: the one in focus."""
    adjectives = {w for w in asked.words if w != asked.noun}
    sectors = _OPPOSITION if "opposition" in adjectives else _REBELS if adjectives & REBEL else None
    if asked.noun == "forces" and adjectives & REBEL == {"armed"}:
        return None
    found = focus_sector(asked.scene, asked.phrase.first, sectors) or _only_side(asked, sectors) if sectors else None
    return Owner(found.actor, found) if found else None


def _read_faction(asked: Asked) -> Referent | None:
    """ "The rebels", "the opposition": the one in focus."""
    sectors = _OPPOSITION if asked.noun == "opposition" else _REBELS
    found = focus_sector(asked.scene, asked.phrase.first, sectors) or _only_side(asked, sectors)
    return replace(found, how="role", confidence=0.6) if found else None


def _only_side(asked: Asked, sectors: frozenset[str]) -> Referent | None:
    """The one party of the negotiation that they can be, though the document has not named it."""
    registry = asked.scene.registry
    parties = opposed_parties(registry, opposition=sectors is _OPPOSITION)
    return body_referent(registry.entities[parties[0]], Sense.NAME) if len(parties) == 1 else None


def _read_counterpart(asked: Asked) -> Referent | None:
    """ "His Turkish counterpart": the office of the one person for the state of the other."""
    actor, phrase = asked.actor, asked.phrase
    if actor is None:
        return None
    one = asked.antecedent(phrase.pronoun) if phrase.pronoun is not None else None
    one = one or focus_person(asked.scene, phrase.first, lambda r: r.office is not None and r.actor != actor)
    if one is None or one.office is None:
        return read_unnamed(asked, asked.owner, actor)
    others = sorted(HEAD_OFFICES - {one.office}) if one.office in HEAD_OFFICES else []
    holder = find_holder(asked.scene.registry, Office((one.office, *others)), actor, asked.scene.day)
    if holder is None:
        unnamed = read_unnamed(asked, asked.owner, actor)
        return replace(unnamed, office=one.office) if unnamed else None
    return person_referent(holder.entity, asked.scene.day, how="role", prefer=actor, confidence=0.85)


def _read_owned(asked: Asked) -> Referent | None:
    """Some other noun of a body speaks for it: "the SDF's political wing", "Turkish hopes"."""
    owner = asked.owner
    if owner is None or owner.referent is None or not (owner.whole or asked.noun in _TOGETHER):
        return None
    return replace(owner.referent, how="metonym", confidence=0.6)
