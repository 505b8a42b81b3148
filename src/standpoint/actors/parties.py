"""Parties of a negotiation by names that stand for them: a registry and words come in, a party or None goes out.

"Edgar Nzale" is of "Nzale's movement", a "Liberal leader" of the Liberal Union.
"""

from __future__ import annotations

from collections.abc import Iterable

from standpoint.actors.entities import Entity
from standpoint.actors.lexicon import COLLECTIVES, FACTIONS, REBEL
from standpoint.actors.names import fold_name
from standpoint.actors.registry import Registry


def party_of_leader(registry: Registry, person: str) -> Entity | None:
    """The party that is listed by the name of a person: "Nzale's movement", "the followers of Ramiro Escandon"."""
    name = fold_name(person)
    surname = name.split()[-1] if name else ""
    if len(surname) < 4:
        return None
    whole, possessive = f" {name} ", f" {surname}s "
    told = (place for place, text in registry.listed if whole in text or possessive in text)
    return next((registry.entities[place] for place in told), None)


def named_party(registry: Registry, said: frozenset[str] | set[str]) -> Entity | None:
    """The one party that has one of these words, which a text writes as a name, in its own: "Liberal leader"."""
    if not said:
        return None
    found = [
        party for party in _groups(registry)
        if any(w[:1].isupper() and w.lower() in said for w in party.name.split())
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def collective_party(registry: Registry, said: Iterable[str]) -> Entity | None:
    """The one party whose name has a word for what it is that stands before a title: "union president"."""
    words = COLLECTIVES & frozenset(said) - REBEL - FACTIONS
    if not words:
        return None
    found = [p for p in _groups(registry) if any(words & set(fold_name(n.form).split()) for n in p.names)]
    return found[0] if len(found) == 1 and found[0].kind == "group" else None


def _groups(registry: Registry) -> tuple[Entity, ...]:
    found = (registry.entities[place] for place in registry.parties)
    return tuple(e for e in found if e.kind in ("group", "organisation"))
