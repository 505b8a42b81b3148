"""Institutions and bodies taken up by a noun: "Turkey's foreign ministry", "the ministry", "the bloc"; asked for in,
referent out.

A government, regime or authority is the state itself; a ministry, an army or a delegation keeps its own name.
"""

from __future__ import annotations

from dataclasses import replace

from standpoint.actors.asked import Asked
from standpoint.actors.belonging import local_party
from standpoint.actors.entities import Sense
from standpoint.actors.focus import focus_body, focus_state, governing_state
from standpoint.actors.lexicon import ALONE, AMERICAN, BARE, BODY_NOUNS, CLAIMING, INSTITUTIONS, MEDIA, STATE_ITSELF
from standpoint.actors.naming import name_institution, unnamed_id
from standpoint.actors.owners import Owner
from standpoint.actors.people import Kind, Referent, body_referent


def read_institution(asked: Asked) -> Referent | None:
    """The institution, with its state in focus where the phrase names none."""
    if asked.owner is None and asked.noun in BODY_NOUNS and asked.bare:
        found = focus_body(asked.scene, asked.phrase.first, asked.noun)
        return replace(found, how="role", confidence=0.75) if found else None
    if asked.noun in STATE_ITSELF and any(w in CLAIMING for w in asked.words):
        claims = focus_body(asked.scene, asked.phrase.first, asked.noun, other=False)
        return replace(claims, how="role", confidence=0.7) if claims else None
    owner = asked.owner or _owner_in_focus(asked)
    if owner is None or owner.referent is None:
        return None
    if asked.noun in STATE_ITSELF and owner.referent.kind is Kind.BODY and not asked.adjunct:
        return replace(owner.referent, how="metonym", confidence=0.93 if owner.named else 0.7)
    return _institution_of(asked, owner, owner.referent)


def _owner_in_focus(asked: Asked) -> Owner | None:
    """The state in focus for "the foreign ministry" and "the Black Sea fleet", not for "the committee"."""
    fleet = INSTITUTIONS.get(asked.noun) == "MIL" and asked.named
    if asked.noun == "council" or not (asked.noun in ALONE or asked.adjunct or fleet):
        return None
    if not (asked.phrase.definite or asked.noun in BARE or asked.adjunct):
        return None
    own = local_party(asked)
    if own is not None:
        return Owner(own.actor, body_referent(own, Sense.NAME), named=False)
    scene, at = asked.scene, asked.phrase.first
    if asked.noun in AMERICAN and scene.counts.get("USA"):
        # Elsewhere the press says "the government".
        code: str | None = "USA"
    elif asked.phrase.definite and not asked.named:
        code = governing_state(scene, at)
    else:
        # What has a name of its own need not be of the land that the document is about.
        code = focus_state(scene, at, about=0.0) if asked.named else focus_state(scene, at)
    state = scene.registry.state(code) if code else None
    return Owner(state.actor, body_referent(state, Sense.NAME), named=False) if state else None


def _institution_of(asked: Asked, owner: Owner, of: Referent) -> Referent:
    proper = not owner.named and asked.named and not asked.adjunct
    name = name_institution(asked.scene, asked.phrase, None if proper else owner)
    for entity, _ in asked.scene.registry.named(name):
        if entity.actor == owner.actor:
            return replace(body_referent(entity, Sense.NAME), how="role")
    sector = "MED" if asked.noun in MEDIA and "news" in asked.words else INSTITUTIONS.get(asked.noun, "GOV")
    if of.entity is not None and of.entity.kind not in ("state", "person"):
        sector = of.sector or sector
    sure = 0.92 if owner.named else 0.7
    return Referent(unnamed_id(owner.actor, name), name, owner.actor, sector, None, "role", sure, Kind.BODY)
