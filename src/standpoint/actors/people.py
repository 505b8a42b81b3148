"""A person as a document knows them: a registry entity or a name with a description comes in, a speaker goes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from standpoint.actors.entities import Entity, Role
from standpoint.model import Speaker

_FORMAL = ("head-of-state", "head-of-government", "secretary-general", "foreign-minister", "defence-minister")


@dataclass(frozen=True, slots=True)
class Person:
    """Someone named in a document. `entity` is None for who is in no registry.

    `actor` and `role` hold on the document's day; `gender` is m, f or None where nothing tells.
    """

    id: str
    name: str
    actor: str | None
    sector: str | None
    role: str | None
    how: str
    confidence: float
    gender: str | None = None
    entity: Entity | None = None
    described: bool = False

    def speaker(self, how: str | None = None, weight: float = 1.0) -> Speaker:
        """This person as the speaker of a statement; `weight` multiplies the confidence."""
        sure = round(self.confidence * weight, 3)
        return Speaker(self.id, self.name, self.actor, self.sector, self.role, how or self.how, sure)


def role_on(entity: Entity, day: date | None, prefer: str | None = None) -> Role | None:
    """The role that counts on a day: of the preferred actor, formal before factual, the latest begun.

    Without a day the last known role counts.
    """
    held = [r for r in entity.roles if day is None or r.covers(day)]
    if not held:
        return None
    if day is None:
        last = max(r.end for r in held)
        held = [r for r in held if r.end == last]
    return max(
        held,
        key=lambda r: (r.actor == prefer if prefer else False, r.office != "leader", r.office in _FORMAL, r.start),
    )


def had_role(entity: Entity, day: date | None) -> bool:
    """True where the person has any role that began by the day."""
    return day is None or any(r.start <= day for r in entity.roles)
