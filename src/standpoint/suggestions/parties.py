"""Finds who takes part: statements come in, those who speak or are spoken to go out, the busiest first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from standpoint.codebooks import Sector
from standpoint.model import Statement

if TYPE_CHECKING:
    from standpoint.actors import Registry
    from standpoint.actors.entities import Entity

_CODE = re.compile(r"[A-Z][A-Z0-9_-]{1,23}")
_OUTLET = "MED"
_STATE_SECTORS = frozenset(("GOV", "MIL", "LEG", "JUD"))
_KINDS = ("state", "organisation", "group", "body")
_CORE = 2


@dataclass(frozen=True, slots=True)
class DraftParty:
    """An actor that may be a party. `statements` it makes, `aimed` at it; `names` are those of the registry."""

    code: str
    name: str
    core: bool
    sector: str | None
    statements: int
    aimed: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LooseSpeaker:
    """One who speaks for no known actor, and in how many statements."""

    name: str
    statements: int


def draft_parties(
    statements: Sequence[Statement], registry: Registry | None, *, least: int = 2
) -> tuple[DraftParty, ...]:
    """Actors with at least `least` statements by them or aimed at them; outlets are none. The first two are core."""
    speaking = [s for s in statements if s.speaker is not None and s.speaker.actor and s.speaker.sector != _OUTLET]
    said = Counter(s.speaker.actor for s in speaking if s.speaker is not None and s.speaker.actor)
    aimed = Counter(s.target for s in statements if s.target)
    both = said + aimed
    ranked = sorted(both, key=lambda code: (-2 * said[code] - aimed[code], code))
    entities = _name_actors(registry)
    found: list[DraftParty] = []
    taken: set[str] = set()
    for code in ranked:
        if not _CODE.fullmatch(code) or both[code] < least:
            continue
        mine = [s.speaker for s in speaking if s.speaker is not None and s.speaker.actor == code]
        entity = entities.get(code)
        name = code if entity is None or entity.name.casefold() in taken else entity.name
        taken.add(name.casefold())
        sectors = Counter(p.sector for p in mine if p.sector in get_args(Sector))
        sector = None if not sectors else max(sorted(sectors, key=str), key=lambda s: sectors[s])
        found.append(
            DraftParty(
                code=code,
                name=name,
                core=len(found) < _CORE,
                sector=None if sector in _STATE_SECTORS and len(code) == 3 else sector,
                statements=said[code],
                aimed=aimed[code],
                names=() if entity is None else (entity.name, *(n.form for n in entity.names)),
            )
        )
    return tuple(found)


def _name_actors(registry: Registry | None) -> dict[str, Entity]:
    """What each actor code stands for: a state before an organisation, that before its bodies."""
    known = [] if registry is None else [e for e in registry.entities if e.actor and e.kind in _KINDS]
    ranked = sorted(known, key=lambda e: (_KINDS.index(e.kind), e.id.casefold() != str(e.actor).casefold()))
    return {str(e.actor): e for e in reversed(ranked)}


def list_loose_speakers(statements: Iterable[Statement]) -> tuple[LooseSpeaker, ...]:
    """Speakers who speak for no known actor, those of most statements first; outlets are left out."""
    counts = Counter(
        s.speaker.name
        for s in statements
        if s.speaker is not None and not s.speaker.actor and s.speaker.sector != _OUTLET
    )
    return tuple(LooseSpeaker(name, n) for name, n in sorted(counts.items(), key=lambda row: (-row[1], row[0])))
