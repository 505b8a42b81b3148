"""One person from many rows: dated rows of offices come in, persons with all their roles go out, namesakes apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from standpoint.actors.entities import Entity, Name, Role, Sense
from standpoint.actors.names import fold_name, slugify, surname_forms, variant_key

# A working life: rows of one name further apart than this are two people.
_LONGEST_PAUSE_YEARS = 30
_ROYAL = ("king", "queen", "emir", "sultan", "prince", "grand duke", "emperor", "sheikh", "pope")


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """One row of an office table: a person's name and other spellings, and one role."""

    name: str
    aliases: tuple[str, ...]
    role: Role


def merge_persons(rows: Iterable[OfficeRow], sovereign: frozenset[str]) -> tuple[Entity, ...]:
    """Persons in order of their names. `sovereign` are the codes of which no one person serves two.

    One name in two sovereign states is two people; a state and an organisation, or a state and its predecessor,
    is one career.
    """
    groups: dict[str, list[OfficeRow]] = {}
    for row in rows:
        groups.setdefault(fold_name(row.name), []).append(row)
    persons: list[Entity] = []
    taken: set[str] = set()
    for key in sorted(groups):
        for career in _split_careers(groups[key], sovereign):
            person = _make_person(career)
            if person.id in taken:
                marks = [r.actor or "" for r in person.roles] + [person.roles[0].since or "x"]
                marks += [str(n) for n in range(2, 20)]
                ids = (f"{person.id}-{slugify(mark)}" for mark in marks)
                person = replace(person, id=next(i for i in ids if i not in taken))
            taken.add(person.id)
            persons.append(person)
    return tuple(persons)


def name_forms(name: str, aliases: Sequence[str], roles: Sequence[Role]) -> tuple[Name, ...]:
    """All written forms of a person: full names, surnames, and the given name of a monarch ("King Salman")."""
    actors = frozenset(r.actor for r in roles if r.actor)
    forms: dict[str, Sense] = {}
    royal = any(r.title.lower().startswith(_ROYAL) for r in roles)
    for full in (name, *aliases):
        words = full.split()
        if not words:
            continue
        if len(words) > 1:
            forms.setdefault(full, Sense.PERSON)
            if royal:
                forms.setdefault(words[0], Sense.GIVEN)
            for surname in surname_forms(full, actors):
                forms.setdefault(surname, Sense.SURNAME)
        else:
            forms.setdefault(full, Sense.GIVEN if royal and full == name else Sense.SURNAME)
    return tuple(
        Name(form, sense, variant_key(form) if sense is Sense.SURNAME else "") for form, sense in forms.items()
    )


def _split_careers(rows: list[OfficeRow], sovereign: frozenset[str]) -> list[list[OfficeRow]]:
    careers: list[list[OfficeRow]] = []
    for row in sorted(rows, key=lambda r: (r.role.start, r.role.end)):
        fitting = [c for c in careers if _one_life(c, row, sovereign)]
        if fitting:
            fitting[-1].append(row)
        else:
            careers.append([row])
    return careers


def _one_life(career: list[OfficeRow], row: OfficeRow, sovereign: frozenset[str]) -> bool:
    states = {r.role.actor for r in career if r.role.actor in sovereign}
    if row.role.actor in sovereign and states and row.role.actor not in states:
        return False
    last = max(_year(r.role.end) for r in career)
    return _year(row.role.start) - last <= _LONGEST_PAUSE_YEARS


def _year(day: date) -> int:
    return day.year


def _make_person(career: list[OfficeRow]) -> Entity:
    name = career[0].name
    aliases = tuple(dict.fromkeys(a for row in career for a in (row.name, *row.aliases) if a and a != name))
    roles = tuple(row.role for row in career)
    return Entity(slugify(name), name, "person", None, None, name_forms(name, aliases, roles), roles, roles[0].origin)
