"""What one negotiation adds to the registry: a codebook's actors and parties come in, the entities it changes go out.

An entry of the same id or name overrides the shipped one for the time that its roles cover. A party's code replaces
the shipped code of the body that it names, with all its organs and office holders.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from typing import Protocol

from standpoint.actors.entities import NEGOTIATION, Entity, Name, Role, Sense, principals
from standpoint.actors.facts import Entry, read_entry
from standpoint.actors.names import fold_name, slugify
from standpoint.actors.polities import read_polity
from standpoint.actors.sides import own_name, party_sector, short_forms

# A seat that the press names for a body as for a state's government, where that body is a party.
_SEATS = {"EU": ("Brussels",)}


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
    @property
    def role(self) -> str: ...


def override(
    entities: Sequence[Entity], extra: Iterable[Entry] = (), parties: Iterable[PartyEntry] = ()
) -> tuple[Entity, ...]:
    """The entities with a negotiation's own actors and parties laid over them, new ones first."""
    parties, extra = tuple(parties), tuple(extra)
    if not parties and not extra:
        return tuple(entities)
    layers = _Layers(entities)
    for party in parties:
        _lay_party(layers, party)
    for entry in extra:
        _lay_entry(layers, read_entry(entry, NEGOTIATION))
    laid = layers.in_order()
    if _is_invented(laid, {p.code for p in parties if p.role == "core"}):
        return tuple(_near(laid, layers.states, {p.code for p in parties}))
    return laid


def _is_invented(entities: Iterable[Entity], core: Set[str]) -> bool:
    """True where lands negotiate that only the codebook knows, and no state of the lists."""
    states = [e for e in entities if e.kind == "state" and e.actor]
    known = any(e.origin != NEGOTIATION and e.actor in core for e in states)
    return not known and any(e.origin == NEGOTIATION for e in states)


def _near(entities: Iterable[Entity], states: Set[str], codes: Set[str]) -> Iterable[Entity]:
    """Where only states negotiate that no list knows: the entities less the organs and seats of all others, whose
    names are those of any state's ("the Treasury", "the Foreign Office"). Among known states "the State Department"
    is the one that every reader knows, party or not."""
    for entity in entities:
        far = not entity.is_person and entity.actor in states and entity.actor not in codes
        if far and entity.kind == "state":
            yield replace(entity, names=tuple(n for n in entity.names if n.sense is not Sense.METONYM))
        elif not far:
            yield entity


class _Layers:
    """Entities by place, with what finds them again; what is laid last comes first."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self.at = dict(enumerate(entities))
        self._top = 0
        self._ids = {e.id: i for i, e in self.at.items()}
        self._persons: dict[str, int] = {}
        self._forms: dict[str, int] = {}
        self._bodies: dict[int, None] = {}
        self.states = frozenset(e.id for e in entities if e.kind == "state")
        self._wholes = {e.id for e in principals(entities).values()}
        for place, entity in self.at.items():
            self._index(place, entity)

    def in_order(self) -> tuple[Entity, ...]:
        return tuple(self.at[i] for i in sorted(self.at))

    def by_id(self, ident: str) -> int | None:
        return self._ids.get(ident)

    def person(self, name: str) -> int | None:
        return self._persons.get(fold_name(name))

    def body(self, form: str) -> int | None:
        """The body or state with this name, the first where several have it."""
        return self._forms.get(fold_name(form))

    def bodies(self) -> list[tuple[int, Entity]]:
        """All that are no persons, with their places."""
        return [(place, self.at[place]) for place in self._bodies]

    def is_whole(self, entity: Entity) -> bool:
        """True for a body that its code stands for, not one of its organs."""
        return entity.id in self._wholes

    def put(self, entity: Entity, place: int | None = None) -> None:
        """Lays an entity on top; the one at `place` is gone."""
        if place is not None:
            del self.at[place]
            self._bodies.pop(place, None)
        self._top -= 1
        self.at[self._top] = entity
        self._ids[entity.id] = self._top
        self._index(self._top, entity, over=True)

    def _index(self, place: int, entity: Entity, *, over: bool = False) -> None:
        if entity.is_person:
            table, keys = self._persons, [fold_name(entity.name)]
        else:
            self._bodies[place] = None
            table, keys = self._forms, [fold_name(n.form) for n in entity.names if n.sense is Sense.NAME]
        for key in keys:
            if over or key not in table:
                table[key] = place


def _lay_entry(layers: _Layers, own: Entity) -> None:
    place = layers.by_id(own.id)
    if place is None and own.is_person:
        place = layers.person(own.name)
    if place is None:
        layers.put(own)
        return
    entity = layers.at[place]
    kept = tuple(r for r in entity.roles if not any(_meet(r, new) for new in own.roles))
    merged = replace(
        own,
        actor=own.actor if own.actor or own.roles else entity.actor,
        sector=own.sector or entity.sector,
        names=tuple(dict.fromkeys((*own.names, *entity.names))),
        roles=(*own.roles, *(() if own.actor and not own.roles else kept)),
    )
    layers.put(merged, place)


def _meet(one: Role, other: Role) -> bool:
    return one.start <= other.end and other.start <= one.end


def _lay_party(layers: _Layers, party: PartyEntry) -> None:
    code = party.code
    forms = dict.fromkeys((party.name, *party.aliases, *_SEATS.get(code, ())))
    state = layers.by_id(code)
    if state is not None and layers.at[state].kind == "state":
        if _is_named(layers.at[state], forms):
            layers.put(_with_forms(layers.at[state], list(forms)), state)
            return
        # A party may have a code that is some far state's: "NOR" for a northern movement.
        for place, entity in layers.at.items():
            layers.at[place] = _with_code(entity, {code}, None)
    forms |= dict.fromkeys(p for p in _parts(party.name) if not _is_state(layers, p))
    same = {p for f in forms if (p := layers.body(f)) is not None and layers.at[p].kind != "state"}
    same |= {p for p, e in layers.bodies() if e.actor == code and _shares_name(e, code, forms)}
    # A party that names one agency takes only that agency along, one that names the body as a whole all of it.
    named = [layers.at[p] for p in sorted(same)]
    old: set[str | None] = {e.actor for e in named if e.actor and layers.is_whole(e)}
    old -= layers.states | {code}
    for place in same:
        body = layers.at[place]
        if body.actor not in layers.states | {None, code} | old:
            layers.at[place] = replace(body, actor=code, origin=NEGOTIATION)
    if old:
        for place, entity in layers.at.items():
            layers.at[place] = _with_code(entity, old, code)
    name = own_name(party.name)
    head = _principal(layers, same, name, code)
    if head is None:
        # A party of several bodies, or of none that we know: each body keeps its own name.
        known = {fold_name(layers.at[p].name) for p in same}
        polity = read_polity(party.name, party.aliases, party.sector)
        if polity is not None:
            land, names = polity
            rule = (Name(p, Sense.NAME) for p in _parts(party.name) if " " in p and p != land)
            layers.put(Entity(slugify(land), land, "state", code, "GOV", (*names, *rule), (), NEGOTIATION))
            return
        sector = party.sector or party_sector(code, party.name)
        own = Entity(slugify(name), name, "group", code, sector, (), (), NEGOTIATION)
        forms |= dict.fromkeys(f for f in short_forms(party.name) if layers.body(f) is None)
        layers.put(_with_forms(own, [f for f in forms if fold_name(f) not in known]))
        return
    body = _with_forms(layers.at[head], list(forms))
    layers.put(replace(body, actor=code, sector=party.sector or body.sector, origin=NEGOTIATION), head)


def _shares_name(entity: Entity, code: str, forms: Iterable[str]) -> bool:
    """Whether a body that has a party's code is that party: one may have the acronym of a far one."""
    said = {w for f in forms for w in fold_name(f).split()}
    own = (w for n in entity.names for w in fold_name(n.form).split() if len(w) > 3)
    return code.lower() in said or any(w in said for w in own)


def _principal(layers: _Layers, same: set[int], name: str, code: str) -> int | None:
    """The body that the party is: the one of that very code as its id, or that its name begins with."""
    by_code = [p for p in same if layers.at[p].id.upper() == code.upper()]
    named = layers.body(name)
    return by_code[0] if by_code else named if named in same else None


def _is_named(state: Entity, forms: Iterable[str]) -> bool:
    """Whether a party is listed by a name, people or capital of the state that has its code."""
    names = "|".join(re.escape(fold_name(n.form)) for n in state.names)
    return any(re.search(rf"\b(?:{names})\b", fold_name(form)) for form in forms)


def _is_state(layers: _Layers, form: str) -> bool:
    place = layers.body(form)
    return place is not None and layers.at[place].kind == "state"


def _with_forms(entity: Entity, forms: list[str]) -> Entity:
    names = dict.fromkeys((*(Name(f, Sense.NAME) for f in forms if len(f) > 1), *entity.names))
    return replace(entity, names=tuple(names))


def _with_code(entity: Entity, old: Set[str | None], code: str | None) -> Entity:
    if entity.actor not in old and not any(r.actor in old for r in entity.roles):
        return entity
    roles = tuple(replace(r, actor=code) if r.actor in old else r for r in entity.roles)
    return replace(entity, actor=code if entity.actor in old else entity.actor, roles=roles, origin=NEGOTIATION)


def _parts(name: str) -> list[str]:
    """The names inside a listed name: "X negotiators (ABC, X National Coalition)" has two besides itself."""
    pieces = (p.strip() for p in re.split(r"[(),;/]|\band\b|\bor\b", name))
    bare = [re.sub(r"^(?:the|other)\s+", "", p, flags=re.IGNORECASE) for p in pieces]
    return [p for p in bare if len(p) > 1 and p[:1].isupper() and p != name]
