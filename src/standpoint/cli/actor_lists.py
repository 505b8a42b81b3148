"""One actor as it is shown: an entity of the registry comes in, its names and a listing of its terms go out."""

from __future__ import annotations

from standpoint.actors import Registry
from standpoint.actors.entities import Entity, Name, Role, Sense
from standpoint.actors.registry import Holder
from standpoint.cli.blocks import say
from standpoint.cli.listings import Column, Field, Format, Listing
from standpoint.cli.terminal import Terminal

_SENSES = {
    Sense.NAME: "names",
    Sense.PERSON: "names",
    Sense.SURNAME: "surnames",
    Sense.GIVEN: "given names",
    Sense.DEMONYM: "demonyms",
    Sense.METONYM: "stands for it",
}


def show_entity(terminal: Terminal, registry: Registry, entity: Entity, form: Format) -> None:
    """A head with names, then every term: its own where it is a person, else those of who spoke for it."""
    if form is Format.TABLE:
        say(terminal, f"{entity.name}", style="bold")
        facts = [entity.kind, f"speaks for {entity.actor}" if entity.actor else "", entity.sector or "", entity.id]
        say(terminal, ", ".join(f for f in facts if f), style="dim")
        for what, names in _by_sense(entity.names).items():
            say(terminal, f"{what + ':':<15}{', '.join(names)}", hang=15)
        say(terminal, f"{'from:':<15}{entity.origin}", style="dim", hang=15)
        terminal.out.print()
    if entity.is_person:
        rows = tuple(Holder(entity, role) for role in sorted(entity.roles, key=lambda r: (r.start, r.end)))
    else:
        rows = tuple(reversed(registry.holders(entity.actor, None))) if entity.actor else ()
    _terms(entity.is_person).show(terminal, rows, form)


def _terms(person: bool) -> Listing[Holder]:
    who: Column[Holder] = Column("Who", lambda h: h.entity.name, style="bold")
    return Listing(
        fields=(
            Field("id", lambda h: h.entity.id),
            Field("name", lambda h: h.entity.name),
            Field("role", lambda h: h.role.title),
            Field("actor", lambda h: h.role.actor),
            Field("sector", lambda h: h.role.sector),
            Field("since", lambda h: h.role.since),
            Field("until", lambda h: h.role.until),
            Field("origin", lambda h: h.role.origin),
        ),
        columns=(
            Column("Since", lambda h: _bound(h.role, "since"), whole=True),
            Column("Until", lambda h: _bound(h.role, "until"), whole=True),
            *(() if person else (who,)),
            Column("Role", lambda h: h.role.title, wide=True),
            Column("For", lambda h: h.role.actor or "\u2013", whole=True),
            Column("From", lambda h: h.role.origin, style="dim"),
        ),
        nothing="No terms are known.",
    )


def _bound(role: Role, end: str) -> str:
    return (role.since if end == "since" else role.until) or "\u2013"


def _by_sense(names: tuple[Name, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in names:
        rows = found.setdefault(_SENSES[name.sense], [])
        if name.form not in rows:
            rows.append(name.form)
    return found
