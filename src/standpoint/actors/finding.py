"""Looks an actor up for people: a name or phrase and a day come in, who it may be and how it was found go out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from standpoint.actors.entities import Entity, Sense
from standpoint.actors.names import variant_key
from standpoint.actors.people import body_referent, person_referent, role_on
from standpoint.actors.registry import Registry
from standpoint.actors.resolver import resolve_phrase


@dataclass(frozen=True, slots=True)
class FoundActor:
    """One answer to "who is this?". `actor`, `sector` and `role` hold on the day that was asked about.

    `how` is name, surname, spelling, metonym, demonym, given or, for a phrase such as "the Russian leader", role.
    """

    id: str
    name: str
    kind: str
    actor: str | None
    sector: str | None
    role: str | None
    how: str


_HOW = {Sense.PERSON: "name", Sense.GIVEN: "given name"}


def find_actors(registry: Registry, name: str, day: date | None) -> tuple[FoundActor, ...]:
    """Everyone and everything that a name or a phrase may mean on a day, those in office first.

    Without a day the last known role counts. Empty where nothing is found.
    """
    known = registry.entity(name)
    pairs: list[tuple[Entity, str]] = [(known, "id")] if known else []
    pairs += [(entity, _HOW.get(sense, sense.value)) for entity, sense in registry.named(name)]
    if not pairs:
        pairs = [(entity, "spelling") for entity in registry.variants(variant_key(name))]
    first: dict[str, FoundActor] = {}
    for entity, how in pairs:
        first.setdefault(entity.id, _found(entity, day, how))
    if first:
        return tuple(sorted(first.values(), key=lambda f: f.kind == "person" and f.actor is None))
    speakers = resolve_phrase(registry, name, day).speakers
    kinds = {s.id: registry.entity(s.id) for s in speakers}
    return tuple(
        FoundActor(s.id, s.name, e.kind if (e := kinds[s.id]) else "unlisted", s.actor, s.sector, s.role, s.how)
        for s in speakers
    )


def _found(entity: Entity, day: date | None, how: str) -> FoundActor:
    if entity.is_person:
        person = person_referent(entity, day)
        role = role_on(entity, day)
        return FoundActor(entity.id, entity.name, entity.kind, person.actor, person.sector,
                          role.title if role else person.role, how)  # fmt: skip
    body = body_referent(entity, Sense.NAME)
    return FoundActor(entity.id, entity.name, entity.kind, body.actor, body.sector, None, how)
