"""The shipped tables and lists as entities: files of facts come in, states, bodies, groups and persons go out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from standpoint.actors.entities import Entity, Name, Role, Sense, make_role
from standpoint.actors.names import fold_name, slugify
from standpoint.actors.persons import OfficeRow, merge_persons, name_forms

# States that are gone: whoever served one may have served its successor.
_GONE = frozenset({"SUN", "YUG", "SCG", "CSK", "DDR", "YMD", "YAR", "VDR", "SVM"})
# Sector of an office where the row names none (PLOVER).
_SECTORS = {"speaker-of-parliament": "LEG", "commander": "MIL"}


class RoleEntry(Protocol):
    """A dated role as the schema of actor entries has it."""

    @property
    def title(self) -> str: ...
    @property
    def office(self) -> str: ...
    @property
    def actor(self) -> str | None: ...
    @property
    def sector(self) -> str | None: ...
    @property
    def from_(self) -> str | None: ...
    @property
    def to(self) -> str | None: ...


class Entry(Protocol):
    """An actor as the schema of actor entries has it (`standpoint.codebooks.actor_schema.ActorEntry`)."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def actor(self) -> str | None: ...
    @property
    def sector(self) -> str | None: ...
    @property
    def aliases(self) -> Sequence[str]: ...
    @property
    def roles(self) -> Sequence[RoleEntry]: ...


def read_states(table: str) -> tuple[Entity, ...]:
    """States and territories from `states.csv`; the codes of the state as id and actor."""
    states = []
    for row in csv.DictReader(io.StringIO(table)):
        forms: dict[str, Sense] = {}
        for column, sense in (("name", Sense.NAME), ("official", Sense.NAME), ("spellings", Sense.NAME),
                              ("demonyms", Sense.DEMONYM), ("metonyms", Sense.METONYM)):  # fmt: skip
            for form in _listed(row[column]):
                forms.setdefault(form, sense)
        names = tuple(Name(f, s) for f, s in forms.items())
        states.append(Entity(row["code"], row["name"], "state", row["code"], "GOV", names, (), row["origin"]))
    return tuple(states)


def read_sovereign(table: str) -> frozenset[str]:
    """Codes of the members of the United Nations, less states that are gone."""
    rows = csv.DictReader(io.StringIO(table))
    return frozenset(r["code"] for r in rows if r["un_member"] == "1") - _GONE


def read_offices(table: str, codes: frozenset[str]) -> tuple[OfficeRow, ...]:
    """Rows of an office table (`leaders_*.csv`, `ministers.csv`); `codes` are those of states."""
    rows = []
    for row in csv.DictReader(io.StringIO(table)):
        office, actor = row["office"], row["actor"] or None
        sector = _SECTORS.get(office) or ("GOV" if actor in codes else "IGO")
        role = make_role(row["title"], office, actor, sector, row["from"], row["to"], row["origin"])
        rows.append(OfficeRow(row["name"], tuple(_listed(row["aliases"])), role))
    return tuple(rows)


def read_entry(entry: Entry, origin: str) -> Entity:
    """One entity from one actor entry."""
    roles = tuple(
        make_role(r.title, r.office, r.actor or entry.actor, r.sector or entry.sector, r.from_, r.to, origin)
        for r in entry.roles
    )
    if entry.kind == "person":
        known = roles or (make_role(entry.name, "other", entry.actor, entry.sector, None, None, origin),)
        names = name_forms(entry.name, tuple(entry.aliases), known)
    else:
        forms = dict.fromkeys((entry.name, *entry.aliases))
        names = tuple(Name(f, Sense.NAME) for f in forms)
    return Entity(entry.id, entry.name, entry.kind, entry.actor, entry.sector, names, roles, origin)


def read_list(rows: Iterable[Mapping[str, Any]], origin: str) -> tuple[tuple[Entity, ...], tuple[OfficeRow, ...]]:
    """Bodies and groups of a shipped list, and the office rows of the persons in it, who may be elsewhere too."""
    entities, offices = [], []
    for row in rows:
        aliases = tuple(row.get("aliases") or ())
        actor, sector = row.get("actor"), row.get("sector")
        roles = tuple(_read_role(r, actor, sector, origin) for r in row.get("roles") or ())
        if row["kind"] == "person":
            offices += [OfficeRow(row["name"], aliases, role) for role in roles]
            continue
        names = tuple(Name(f, Sense.NAME) for f in dict.fromkeys((row["name"], *aliases)))
        entities.append(Entity(row["id"], row["name"], row["kind"], actor, sector, names, roles, origin))
    return tuple(entities), tuple(offices)


def compile_facts(files: Mapping[str, str], lists: Mapping[str, Sequence[Mapping[str, Any]]]) -> tuple[Entity, ...]:
    """All shipped entities: `files` are the CSV tables by file name, `lists` the parsed YAML lists by file name."""
    states = read_states(files["states.csv"])
    codes = frozenset(s.id for s in states)
    rows: list[OfficeRow] = []
    for name in sorted(files):
        if name.startswith("leaders_") or name == "ministers.csv":
            rows += read_offices(files[name], codes)
    bodies: list[Entity] = []
    for name in sorted(lists):
        entities, offices = read_list(lists[name], f"{name}, by the editor")
        bodies += entities
        rows += offices
    persons = merge_persons(_one_row_a_term(rows), read_sovereign(files["states.csv"]))
    return (*states, *bodies, *persons)


def _one_row_a_term(rows: Sequence[OfficeRow]) -> list[OfficeRow]:
    """Rows without those that two tables tell alike (same person, actor, office and first day)."""
    seen: dict[tuple[str, ...], OfficeRow] = {}
    for row in rows:
        key = (
            fold_name(row.name),
            row.role.actor or "",
            row.role.office,
            row.role.since or "",
            slugify(row.role.title),
        )
        seen.setdefault(key, row)
    return list(seen.values())


def _read_role(row: Mapping[str, Any], actor: str | None, sector: str | None, origin: str) -> Role:
    since, until = row.get("from"), row.get("to")
    return make_role(
        row["title"],
        row.get("office", "other"),
        row.get("actor") or actor,
        row.get("sector") or sector,
        None if since is None else str(since),
        None if until is None else str(until),
        origin,
    )


def _listed(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]
