"""The nouns of the registry: persons, states, bodies and groups with their names and dated roles. Frozen values only.

A name has a sense, because "Russian", "Moscow", "Putin" and "Vladimir Putin" are not trusted alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from standpoint.actors.periods import first_day, last_day

NEGOTIATION = "the codebook's or the user's own list"
"""The origin of what one negotiation lays over the shipped facts."""


class Sense(StrEnum):
    """How a form names its entity; a short one only where a document has said whose it is."""

    NAME = "name"
    DEMONYM = "demonym"
    METONYM = "metonym"
    PERSON = "person"
    SURNAME = "surname"
    GIVEN = "given"
    SHORT = "short"


BODY_SENSES = frozenset({Sense.NAME, Sense.DEMONYM, Sense.METONYM, Sense.SHORT})


class Name(NamedTuple):
    """One written form and its sense; of a surname, also the key that its spelling variants share."""

    form: str
    sense: Sense
    key: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """An office over a stretch of time, both ends inclusive. `since` and `until` keep the precision that is known."""

    title: str
    office: str
    actor: str | None
    sector: str | None
    since: str | None
    until: str | None
    origin: str
    start: date
    end: date

    def covers(self, day: date) -> bool:
        return self.start <= day <= self.end


def make_role(
    title: str,
    office: str,
    actor: str | None,
    sector: str | None,
    since: str | None,
    until: str | None,
    origin: str,
) -> Role:
    """A role with its bounds as days. Raises ValueError where a bound is no day."""
    since, until = since or None, until or None
    return Role(title, office, actor, sector, since, until, origin, first_day(since), last_day(until))


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what can speak. `kind` is person, state, organisation, group or body; `actor` the code spoken for.

    A person's actor follows from the role of the day; `actor` is set for a person only where it holds at all times.
    """

    id: str
    name: str
    kind: str
    actor: str | None
    sector: str | None
    names: tuple[Name, ...]
    roles: tuple[Role, ...]
    origin: str

    @property
    def is_person(self) -> bool:
        return self.kind == "person"


def principals(entities: Iterable[Entity]) -> Mapping[str, Entity]:
    """The body that each actor code stands for: the state, else the one that bears the code as a name, else the first
    organisation or group."""
    best: dict[str, tuple[int, Entity]] = {}
    for entity in entities:
        code = entity.actor
        if code is None or entity.kind == "person":
            continue
        rank = _rank(entity, code)
        if code not in best or rank > best[code][0]:
            best[code] = (rank, entity)
    return {code: entity for code, (_, entity) in best.items()}


def _rank(entity: Entity, code: str) -> int:
    if entity.kind == "state":
        return 3
    bears = entity.id.upper() == code or any(n.form.upper() == code for n in entity.names)
    return 2 if bears else int(entity.kind != "body")
