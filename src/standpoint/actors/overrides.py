"""What one negotiation adds to the registry: a codebook's actors and parties come in, the entities it changes go out.

An entry of the same id or name overrides the shipped one for the time that its roles cover. A party's code replaces
the shipped code of the body that it names, with all its organs and office holders.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from standpoint.actors.entities import Entity, Name, Role, Sense
from standpoint.actors.facts import Entry, read_entry
from standpoint.actors.names import fold_name, slugify


class PartyEntry(Protocol):
    """A party or mediator of a codebook."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def aliases(self) -> Sequence[str]: ...
    @property
    def sector(self) -> str | None: ...


def override(
    entities: Sequence[Entity], extra: Iterable[Entry] = (), parties: Iterable[PartyEntry] = ()
) -> tuple[Entity, ...]:
    """The entities with a negotiation's own actors and parties laid over them, new ones first."""
    changed = list(entities)
    for party in parties:
        changed = _lay_party(changed, party)
    for entry in extra:
        changed = _lay_entry(changed, read_entry(entry, "the codebook's or the user's own list"))
    return tuple(changed)


def _lay_entry(entities: list[Entity], own: Entity) -> list[Entity]:
    key = fold_name(own.name)
    for place, entity in enumerate(entities):
        if entity.id == own.id or (entity.is_person and own.is_person and fold_name(entity.name) == key):
            kept = tuple(r for r in entity.roles if not any(_meet(r, new) for new in own.roles))
            names = dict.fromkeys((*own.names, *entity.names))
            merged = replace(
                own,
                actor=own.actor if own.actor or own.roles else entity.actor,
                sector=own.sector or entity.sector,
                names=tuple(names),
                roles=(*own.roles, *(() if own.actor and not own.roles else kept)),
            )
            return [merged, *entities[:place], *entities[place + 1 :]]
    return [own, *entities]


def _meet(one: Role, other: Role) -> bool:
    return one.start <= other.end and other.start <= one.end


def _lay_party(entities: list[Entity], party: PartyEntry) -> list[Entity]:
    code = party.code
    forms = dict.fromkeys((party.name, *party.aliases))
    states = {e.id: i for i, e in enumerate(entities) if e.kind == "state"}
    if code in states:
        place = states[code]
        return [_with_forms(entities[place], list(forms)), *entities[:place], *entities[place + 1 :]]
    known = {fold_name(n.form): i for i, e in enumerate(entities) for n in e.names if n.sense is Sense.NAME}
    parts = [p for p in _parts(party.name) if fold_name(p) not in known or not _is_state(entities, known, p)]
    forms |= dict.fromkeys(parts)
    same = {known[k] for k in map(fold_name, forms) if k in known and entities[known[k]].kind != "state"}
    same |= {i for i, e in enumerate(entities) if e.actor == code and not e.is_person}
    old = {entities[i].actor for i in same if entities[i].actor not in states} - {None, code}
    new = [_with_code(e, old, code) if old else e for e in entities]
    head = _principal(entities, same, code)
    if head is None:
        name = re.split(r"\s*[(,]", party.name)[0]
        own = Entity(slugify(name), name, "group", code, party.sector, (), (), "the codebook's parties")
        return [_with_forms(own, list(forms)), *new]
    body = replace(_with_forms(new[head], list(forms)), actor=code, sector=party.sector or new[head].sector)
    return [body, *new[:head], *new[head + 1 :]]


def _principal(entities: list[Entity], same: set[int], code: str) -> int | None:
    """The body that the party is: the one of that very code as its id, else the first of those named."""
    ranked = sorted(same, key=lambda i: (entities[i].id.upper() != code.upper(), i))
    return ranked[0] if ranked else None


def _is_state(entities: list[Entity], known: dict[str, int], form: str) -> bool:
    return entities[known[fold_name(form)]].kind == "state"


def _with_forms(entity: Entity, forms: list[str]) -> Entity:
    names = dict.fromkeys((*(Name(f, Sense.NAME) for f in forms if len(f) > 1), *entity.names))
    return replace(entity, names=tuple(names))


def _with_code(entity: Entity, old: set[str | None], code: str) -> Entity:
    if entity.actor not in old and not any(r.actor in old for r in entity.roles):
        return entity
    roles = tuple(replace(r, actor=code) if r.actor in old else r for r in entity.roles)
    return replace(entity, actor=code if entity.actor in old else entity.actor, roles=roles)


def _parts(name: str) -> list[str]:
    """The names inside a listed name: "X negotiators (ABC, X National Coalition)" has two besides itself."""
    pieces = (p.strip() for p in re.split(r"[(),;/]|\band\b|\bor\b", name))
    bare = [re.sub(r"^(?:the|other)\s+", "", p, flags=re.IGNORECASE) for p in pieces]
    return [p for p in bare if len(p) > 1 and p[:1].isupper() and p != name]
