"""Who a document speaks of: an entity or a described name comes in, a referent that can be a speaker goes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from standpoint.actors.entities import NEGOTIATION, Entity, Role, Sense
from standpoint.model import Speaker

_FORMAL = ("head-of-state", "head-of-government", "secretary-general", "foreign-minister", "defence-minister")
_GOVERNING = frozenset({*_FORMAL, "minister", "speaker-of-parliament"})
_GOVERNING_WORDS = ("vice president", "vice-president", "minister")
# They speak for nobody, whatever their own code is, unless a negotiation has them among its parties (coding manual).
_PRIVATE_SECTORS = frozenset({"NGO", "MED", "EDU", "CVL", "BUS", "LAB", "AGR", "HLH"})
HEAD_OFFICES = frozenset({"head-of-state", "head-of-government", "leader", "secretary-general"})


class Kind(StrEnum):
    """What a referent is, which decides the pronouns that may mean it: he or she, it, they."""

    PERSON = "person"
    BODY = "body"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Referent:
    """Someone or something that a document speaks of.

    `actor`, `role` and `office` hold on the document's day; `gender` is m, f or None where nothing tells; `entity` is
    None for who is in no registry. `certain` is False for a stretch that is written like a name and may be none.
    """

    id: str
    name: str
    actor: str | None
    sector: str | None
    role: str | None
    how: str
    confidence: float
    kind: Kind = Kind.PERSON
    gender: str | None = None
    entity: Entity | None = None
    office: str | None = None
    certain: bool = True

    def speaker(self, how: str | None = None, weight: float = 1.0) -> Speaker:
        """This referent as the speaker of a statement; `weight` multiplies the confidence."""
        sure = round(self.confidence * weight, 3)
        return Speaker(self.id, self.name, self.actor, self.sector, self.role, how or self.how, sure)


def person_referent(
    entity: Entity, day: date | None, *, how: str = "name", prefer: str | None = None, gender: str | None = None,
    confidence: float = 0.97,
) -> Referent:  # fmt: skip
    """A person of the registry on a day. Who is out of office speaks for nobody; the role then says so."""
    role = role_on(entity, day, prefer)
    if role is None:
        title = former_title(entity, day)
        return Referent(
            entity.id, entity.name, entity.actor, entity.sector, title, how, confidence, Kind.PERSON, gender, entity
        )
    sector = role.sector or entity.sector
    actor = _spoken_for(entity, role.actor or entity.actor, sector)
    return Referent(
        entity.id, entity.name, actor, sector, role.title or None, how, confidence, Kind.PERSON, gender, entity,
        role.office,
    )  # fmt: skip


def body_referent(entity: Entity, sense: Sense) -> Referent:
    """A state, body or group as named; a capital or seat of power is a metonym, a part of a name a role."""
    how, sure = {Sense.METONYM: ("metonym", 0.9), Sense.SHORT: ("role", 0.8)}.get(sense, ("name", 0.95))
    actor = _spoken_for(entity, entity.actor, entity.sector)
    return Referent(entity.id, entity.name, actor, entity.sector, None, how, sure, Kind.BODY, None, entity)


def _spoken_for(entity: Entity, actor: str | None, sector: str | None) -> str | None:
    return None if sector in _PRIVATE_SECTORS and entity.origin != NEGOTIATION else actor


def role_on(entity: Entity, day: date | None, prefer: str | None = None) -> Role | None:
    """The role that counts on a day: of the preferred actor, else of whom the person leads or governs; then formal
    before factual, the latest begun.

    Without a day the last known role counts.
    """
    held = [r for r in entity.roles if day is None or r.covers(day)]
    if not held:
        return None
    if day is None:
        last = max(r.end for r in held)
        held = [r for r in held if r.end == last]
    weight: dict[str | None, int] = {}
    for role in held:
        weight[role.actor] = max(weight.get(role.actor, 0), _weight(role))
    return max(
        held,
        key=lambda r: (
            r.actor == prefer if prefer else False,
            weight[r.actor],
            r.office != "leader",
            r.office in _FORMAL,
            r.start,
        ),
    )


def _weight(role: Role) -> int:
    """How much a role says for whom its holder speaks: one who governs, one who leads, one who serves."""
    governing = role.office == "other" and any(w in role.title.lower() for w in _GOVERNING_WORDS)
    if governing or role.office in _GOVERNING:
        return 2
    return 1 if role.office == "leader" else 0


def former_title(entity: Entity, day: date | None) -> str | None:
    """What someone out of office was last: "former President of Colombia"."""
    past = [r for r in entity.roles if day is not None and r.end < day]
    return f"former {max(past, key=lambda r: (r.end, r.office in _FORMAL)).title}" if past else None
