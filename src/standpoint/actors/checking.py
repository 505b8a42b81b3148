"""What is wrong or doubtful in a registry: entities come in, a report goes out that says what to do about each.

Errors make a registry give wrong answers (a date that cannot be, an id twice); warnings ask whether a fact is right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from importlib import resources
from itertools import pairwise
from typing import NamedTuple, get_args

from standpoint.actors.entities import Entity, Role, Sense
from standpoint.actors.names import fold_name
from standpoint.actors.periods import first_day, last_day
from standpoint.codebooks.actor_schema import ActorKind, Office, Sector
from standpoint.codebooks.report import CheckReport, Problem, Severity

# No one in office then is quoted today; nothing that has been agreed reaches further than that.
_EARLIEST = 1900
_FURTHEST = timedelta(days=3660)
# Offices of which a state or body has one holder at a time; REIGN's leader is one only for states.
_SINGLE = ("head-of-state", "head-of-government", "foreign-minister", "defence-minister", "secretary-general")
_UNBROKEN = ("leader", "secretary-general")
# Shorter than this, two sources merely disagree about the day.
_OVERLAP = timedelta(days=31)
_GAP = timedelta(days=183)
_CODE = re.compile(r"[A-Z][A-Z0-9_-]{1,23}")
_BODY_SENSES = (Sense.NAME, Sense.DEMONYM, Sense.METONYM)


class Term(NamedTuple):
    """One person's role in an office of which there is one holder at a time."""

    holder: Entity
    role: Role


class _Finding(NamedTuple):
    """A problem, and the words by which a list of known ones names it."""

    known_as: str
    where: str
    field: str
    message: str
    severity: Severity = Severity.WARNING


def check_registry(
    entities: Sequence[Entity],
    *,
    ids: Collection[str] | None = None,
    known: Mapping[str, str] | None = None,
    today: date | None = None,
    where: str = "registry",
) -> CheckReport:
    """Overlaps, gaps, impossible dates, ambiguous names, unknown sectors and offices, ids that stand twice.

    Each problem names its block (where the entity is from), the id and what to do. ids: the entities to tell about,
    None for all. known: warnings that are explained, from what they are called to why, as `read_known` reads them;
    one that explains nothing is a warning itself. today: for what lies in the future. where: what the report is on.
    """
    explained = dict(known or {})
    used: set[str] = set()
    problems: list[Problem] = []
    for finding in _findings(entities, today or date.today()):
        ident = finding.field.partition(".")[0]
        if finding.known_as in explained and finding.severity is Severity.WARNING:
            used.add(finding.known_as)
        elif ids is None or ident in ids:
            problems.append(Problem(finding.where, None, finding.field, finding.message, finding.severity))
    for unused in sorted(explained.keys() - used) if ids is None else ():
        message = f"{unused!r} is explained but no such problem is found any more; take the line out"
        problems.append(Problem("known.txt", None, "", message, Severity.WARNING))
    return CheckReport.of(where, problems)


def read_known() -> dict[str, str]:
    """The warnings of the shipped registry that are explained: `overlap BIH head-of-state` and the like, and why."""
    text = (resources.files("standpoint.actors") / "data" / "known.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return {key.strip(): why.strip() for key, _, why in (line.partition(":") for line in lines)}


def _findings(entities: Sequence[Entity], today: date) -> Iterator[_Finding]:
    for ident, count in Counter(e.id for e in entities).items():
        if count > 1:
            yield _error(_first(entities, ident), "", f"the id stands {count} times; give each actor one of its own")
    codes = {e.actor for e in entities if not e.is_person}
    for entity in entities:
        yield from _check_codes(entity, codes)
        for number, role in enumerate(entity.roles):
            yield from _check_role(entity, role, f"roles[{number}]", today)
        yield from _check_twice(entity)
    yield from _check_terms(entities)
    yield from _check_names(entities)


def _check_codes(entity: Entity, codes: Collection[str | None]) -> Iterator[_Finding]:
    if entity.kind not in get_args(ActorKind):
        yield _error(entity, "kind", f"there is no kind {entity.kind!r}; use one of {_listed(get_args(ActorKind))}")
    if not entity.names:
        yield _error(entity, "name", "nobody can name it; give it a name")
    for name in entity.names:
        if len(name.form.strip()) < 2:
            yield _error(entity, "aliases", f"{name.form!r} is too short to be found; take it out")
    for sector in dict.fromkeys((entity.sector, *(r.sector for r in entity.roles))):
        if sector is not None and sector not in get_args(Sector):
            yield _error(entity, "sector", f"there is no sector {sector!r}; use one of {_listed(get_args(Sector))}")
    for code in dict.fromkeys((entity.actor, *(r.actor for r in entity.roles))):
        if code is not None and not _CODE.fullmatch(code):
            yield _error(entity, "actor", f"{code!r} is no code; write capitals, digits and - only")
        elif code is not None and code not in codes:
            message = f"no state, body or group has the code {code!r}; add it or correct the code"
            yield _Finding(f"code {code}", entity.origin, f"{entity.id}.actor", message)


def _check_role(entity: Entity, role: Role, field: str, today: date) -> Iterator[_Finding]:
    if role.office not in get_args(Office):
        known = _listed(get_args(Office))
        yield _error(entity, field, f"there is no office {role.office!r}; use one of {known}")
    if role.start > role.end:
        message = f"{role.title!r} ends on {role.until} before it begins on {role.since}; correct one of them"
        yield _error(entity, field, message)
    for told, bound, day in (("from", role.since, role.start), ("to", role.until, role.end)):
        if bound is None:
            continue
        if day.year < _EARLIEST:
            yield _error(entity, f"{field}.{told}", f"{bound} is before {_EARLIEST}; correct the year")
        elif day > today + _FURTHEST or (told == "from" and day > today):
            yield _error(entity, f"{field}.{told}", f"{bound} lies in the future; correct it or leave the row out")


def _check_twice(entity: Entity) -> Iterator[_Finding]:
    seen: dict[tuple[str | None, str, str], Role] = {}
    for role in sorted(entity.roles, key=lambda r: r.start):
        key = (role.actor, role.office, role.title)
        before = seen.get(key)
        if before is not None and _shared(before, role) > _OVERLAP:
            message = f"{role.title!r} is told twice for the time from {role.since}; keep one of the rows"
            yield _Finding(f"twice {entity.id}", role.origin, f"{entity.id}.roles", message)
        seen[key] = role


def _check_terms(entities: Sequence[Entity]) -> Iterator[_Finding]:
    states = {e.actor for e in entities if e.kind == "state"}
    terms: dict[tuple[str, str], list[Term]] = {}
    for entity in entities:
        for role in entity.roles if entity.is_person else ():
            if role.actor and (role.office in _SINGLE or (role.office == "leader" and role.actor in states)):
                terms.setdefault((role.actor, role.office), []).append(Term(entity, role))
    for (actor, office), held in sorted(terms.items()):
        held.sort(key=lambda t: (t.role.start, t.role.end))
        yield from _overlaps(actor, office, held)
        if office in _UNBROKEN:
            yield from _gaps(actor, office, held)


def _overlaps(actor: str, office: str, held: Sequence[Term]) -> Iterator[_Finding]:
    for place, term in enumerate(held):
        for later in held[place + 1 :]:
            if later.role.start > term.role.end:
                continue
            if later.holder.id != term.holder.id and _shared(term.role, later.role) > _OVERLAP:
                since, until = later.role.since or "?", term.role.until or "today"
                message = (
                    f"{later.holder.name} is {office} of {actor} from {since} while {term.holder.name} is "
                    f"until {until}; end one term where the other begins"
                )
                yield _Finding(f"overlap {actor} {office}", later.role.origin, f"{later.holder.id}.roles", message)


def _gaps(actor: str, office: str, held: Sequence[Term]) -> Iterator[_Finding]:
    reached = held[0].role.end
    for before, after in pairwise(held):
        reached = max(reached, before.role.end)
        if after.role.start > reached and after.role.start - reached > _GAP:
            message = f"nobody is {office} of {actor} from {reached} to {after.role.since}; add who was"
            yield _Finding(f"gap {actor} {office}", after.role.origin, f"{after.holder.id}.roles", message)


def _check_names(entities: Sequence[Entity]) -> Iterator[_Finding]:
    named: dict[tuple[bool, str], list[Entity]] = {}
    for entity in entities:
        senses = (Sense.PERSON,) if entity.is_person else _BODY_SENSES
        for form in dict.fromkeys(fold_name(n.form) for n in entity.names if n.sense in senses):
            named.setdefault((entity.is_person, form), []).append(entity)
    for (_, form), bearers in named.items():
        for place, one in enumerate(bearers):
            for other in bearers[place + 1 :]:
                if one.is_person and not _contemporary(one, other):
                    continue
                message = f"{form!r} is also {other.id}; take the name from one of them"
                yield _Finding(f"name {form}", one.origin, f"{one.id}.aliases", message)


def _contemporary(one: Entity, other: Entity) -> bool:
    return any(_shared(a, b) > timedelta(0) for a in one.roles for b in other.roles)


def _shared(one: Role, other: Role) -> timedelta:
    """The time that two roles have in common for certain, whatever days their months and years stand for."""
    begins = max(last_day(r.since) if r.since else r.start for r in (one, other))
    ends = min(first_day(r.until) if r.until else r.end for r in (one, other))
    return max(ends - begins, timedelta(0))


def _error(entity: Entity, field: str, message: str) -> _Finding:
    at = f"{entity.id}.{field}" if field else entity.id
    return _Finding("", entity.origin, at, message, Severity.ERROR)


def _first(entities: Iterable[Entity], ident: str) -> Entity:
    return next(e for e in entities if e.id == ident)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)
