"""The registry: shipped facts and a negotiation's own actors come in; entities, holders and names are looked up.

Compiled once into the user's cache folder under the SHA-256 of the facts, and immutable after loading.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from standpoint.actors.cache import cache_folder, content_key, read_cache, write_cache
from standpoint.actors.entities import NEGOTIATION, Entity, Role, Sense, principals
from standpoint.actors.facts import Entry
from standpoint.actors.matching import NameMatcher, Reading
from standpoint.actors.overrides import PartyEntry, override
from standpoint.actors.sides import without_places

_STATES_TOGETHER = frozenset({"governments", "powers", "states", "countries", "diplomats", "officials", "nations"})


class Holder(NamedTuple):
    """Who holds an office, and the term."""

    entity: Entity
    role: Role


_LOCAL = frozenset({"regional", "provincial", "local", "district"})
_BRACKETED, _LISTED = re.compile(r"^.*?\(([^)]*)\).*$"), re.compile(r",|\band\b")


class Registry:
    """Who is who. Immutable; make one for each negotiation and keep it.

    Attributes: `entities` in order (a negotiation's own first), `matcher` over all their names, `parties` the places
    of what a negotiation has laid over the shipped facts, `core` the codes of those who negotiate, `mediating` of
    those who mediate, `coded` of all parties, `lands` of the states that negotiate or that only the negotiation
    knows, `home` of those in which others are, `states` of all to which unmarked words may look back ("the
    government"), `listed` the folded names of the groups among the parties with their places, for the leaders that
    they name.
    """

    __slots__ = (
        "_by_actor", "_by_id", "_principals", "_states", "_variants", "coded", "core", "entities", "home", "lands",
        "listed", "matcher", "mediating", "parties", "states",
    )  # fmt: skip

    def __init__(
        self, entities: Sequence[Entity], core: frozenset[str] = frozenset(), mediating: frozenset[str] = frozenset(),
        coded: frozenset[str] = frozenset(),
    ) -> None:  # fmt: skip
        self.entities: tuple[Entity, ...] = tuple(entities)
        self.core = core
        self.mediating = mediating
        self._by_id: Mapping[str, Entity] = MappingProxyType({e.id: e for e in self.entities})
        by_actor: dict[str, list[Holder]] = {}
        variants: dict[str, list[Entity]] = {}
        readings: list[Reading] = []
        for place, entity in enumerate(self.entities):
            for role in entity.roles:
                if role.actor and entity.is_person:
                    by_actor.setdefault(role.actor, []).append(Holder(entity, role))
            for name in entity.names:
                readings.append(Reading(place, name.sense, name.form))
                if name.key:
                    variants.setdefault(name.key, []).append(entity)
        self._by_actor = {code: tuple(held) for code, held in by_actor.items()}
        self._variants = {key: tuple(found) for key, found in variants.items()}
        self._states = {e.actor: e for e in reversed(self.entities) if e.kind == "state" and e.actor}
        self._principals = principals(self.entities)
        self.parties = tuple(i for i, e in enumerate(self.entities) if e.origin == NEGOTIATION)
        own = tuple(self.entities[place] for place in self.parties)
        self.listed = tuple(
            (place, without_places(name.form))
            for place, party in zip(self.parties, own, strict=True)
            if party.kind in ("group", "organisation") and party.sector != "CVL"
            for name in party.names
        )
        self.coded = frozenset(e.actor for e in own if e.actor) | core | coded
        lands = [e for c, e in self._states.items() if e.origin == NEGOTIATION or c in core]
        self.lands = frozenset(e.actor for e in lands if e.actor)
        self.states = frozenset(self._states) & self.coded if self.lands else frozenset(self._states)
        self.home = frozenset(e.actor for e in lands if e.actor and _is_home(e, own) and not _is_local(e))
        self.matcher = NameMatcher(readings)

    @classmethod
    def load(
        cls,
        extra: Iterable[Entry] = (),
        parties: Iterable[PartyEntry] = (),
        *,
        cache: Path | None = None,
        use_cache: bool = True,
    ) -> Registry:
        """The shipped registry with a negotiation's own actors and parties laid over it.

        `cache` is the folder for compiled facts, by default the user's; nothing is read from or written to it where
        `use_cache` is False.
        """
        parties = tuple(parties)
        core = frozenset(p.code for p in parties if p.role == "core")
        mediating = frozenset(p.code for p in parties if p.role in ("mediator", "facilitator"))
        coded = frozenset(p.code for p in parties)
        with _uncollected():
            return cls(override(_shipped(cache or cache_folder(), use_cache), extra, parties), core, mediating, coded)

    def entity(self, ident: str) -> Entity | None:
        """The entity of this id, or of this actor code where a state, body or group has it."""
        return self._by_id.get(ident) or self._by_id.get(ident.lower()) or self._states.get(ident)

    def state(self, code: str) -> Entity | None:
        """The state that an actor code stands for."""
        return self._states.get(code)

    def is_far(self, code: str | None) -> bool:
        """True for what is no party of a negotiation, where that has lands."""
        return bool(self.lands) and code not in self.coded

    def principal(self, code: str) -> Entity | None:
        """The body that an actor code stands for, of the organs and wings that share the code."""
        return self._principals.get(code)

    def holders(self, actor: str, day: date | None) -> tuple[Holder, ...]:
        """Everyone with a role for an actor on a day (on any day where it is None), later terms first."""
        held = self._by_actor.get(actor, ())
        if day is not None:
            held = tuple(h for h in held if h.role.covers(day))
        return tuple(sorted(held, key=lambda h: h.role.start, reverse=True))

    def taken_together(self, adjectives: frozenset[str]) -> Entity | None:
        """The party of a negotiation that takes many states together: "western governments"."""
        for entity in self.entities:
            if entity.kind == "group" and entity.actor:
                for name in entity.names:
                    adjective, _, noun = name.form.lower().partition(" ")
                    if adjective in adjectives and noun in _STATES_TOGETHER:
                        return entity
        return None

    def civilians(self) -> tuple[Entity, ...]:
        """The parties of a negotiation that are its civilians: "civilians, medics and civil society groups"."""
        entities = (self.entities[place] for place in self.parties)
        return tuple(e for e in entities if e.kind == "group" and e.sector == "CVL")

    def joint(self, count: int) -> Entity | None:
        """The party of a negotiation that lists so many states: "guarantors (Russia, Turkey, Iran)"."""
        for place in self.parties:
            entity = self.entities[place]
            parts = [p.strip() for p in _LISTED.split(_BRACKETED.sub(r"\1", entity.names[0].form))]
            states = {e.id for p in parts for e, _ in self.named(p) if e.kind == "state"}
            if entity.kind != "state" and len(states) == count:
                return entity
        return None

    def variants(self, key: str) -> tuple[Entity, ...]:
        """Persons one of whose surnames has this key (`names.variant_key`)."""
        return self._variants.get(key, ())

    def surname_keys(self) -> Iterable[str]:
        """Every key that `variants` knows."""
        return self._variants.keys()

    def named(self, name: str) -> tuple[tuple[Entity, Sense], ...]:
        """Entities with this written form, whatever its case."""
        found = self.matcher.look_up(name)
        return tuple(dict.fromkeys((self.entities[r.entity], r.sense) for r in found))


def _is_home(land: Entity, parties: Sequence[Entity]) -> bool:
    """True for a land whose opposition, rebels or civilians are parties: "Kallian rebels" by their code or name."""
    forms = {n.form for n in land.names if n.sense is not Sense.METONYM}
    for other in parties:
        if other.kind != "state" and other.sector in ("OPP", "REB", "CVL") and other.names:
            coded = other.actor is not None and other.actor.startswith(land.actor or " ")
            if coded or any(w in forms for n in other.names for w in n.form.replace("'", " ").split()):
                return True
    return False


def _is_local(land: Entity) -> bool:
    """True for a region of a state, by what the codebook says of its government."""
    return any(_LOCAL & set(n.form.lower().split()) for n in land.names)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage collection inside: loading makes tens of thousands of small objects, and all of them stay."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            if not gc.get_freeze_count():
                # Straight to the oldest generation: the next collection would look through all of them in vain.
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def _shipped(folder: Path, use_cache: bool) -> Sequence[Entity]:
    from standpoint import __version__  # noqa: PLC0415  (the package's own front door must not import this room)

    files = _read_files()
    key = content_key([(name, content) for name, content in sorted(files.items())], __version__)
    kept = read_cache(folder, key) if use_cache else None
    if kept is not None:
        return kept
    entities = _compile(files)
    if use_cache:
        write_cache(folder, key, entities)
    return entities


def _read_files() -> dict[str, bytes]:
    folder = resources.files("standpoint.actors") / "data"
    return {f.name: f.read_bytes() for f in folder.iterdir() if f.name.endswith((".csv", ".yml"))}


def _compile(files: Mapping[str, bytes]) -> tuple[Entity, ...]:
    import yaml  # noqa: PLC0415  (only where facts have changed)

    from standpoint.actors.facts import compile_facts  # noqa: PLC0415

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    tables = {n: c.decode("utf-8") for n, c in files.items() if n.endswith(".csv")}
    lists = {n: yaml.load(c, Loader=loader)["actors"] for n, c in files.items() if n.endswith(".yml")}
    return compile_facts(tables, lists)
