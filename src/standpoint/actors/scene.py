"""Everything that is named in a document, read once: a document comes in, bodies and persons by place go out.

Each hit gets the one body that it names here, or none; each name run gets its person, in document order, so that a
surname means whoever was introduced by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from standpoint.actors.entities import Entity, Sense
from standpoint.actors.lexicon import EMPLOYERS, PLACE_THINGS, PLACES_BEFORE, PRIVATE
from standpoint.actors.matching import Hit
from standpoint.actors.registry import Registry
from standpoint.actors.runs import Runs
from standpoint.actors.traps import Traps
from standpoint.actors.view import View
from standpoint.model import Document

_BODY_SENSES = (Sense.NAME, Sense.DEMONYM, Sense.METONYM)


@dataclass(frozen=True, slots=True)
class Body:
    """A state, body or group where a document names it. `located` is True where the words only give a place, and
    `compound` in "US-backed"."""

    entity: Entity
    sense: Sense
    located: bool
    compound: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """A document's view, its name runs, the body of each hit, and how often each actor is named."""

    document: Document
    day: date | None
    registry: Registry
    view: View
    runs: Runs
    bodies: tuple[Body | None, ...]
    counts: Mapping[str, int]
    given_names: Mapping[str, str]

    def body_at(self, token: int) -> Body | None:
        """The body that a token names, if it names one."""
        hit = self.view.hits[token]
        return None if hit < 0 or self.runs.of_token[token] >= 0 else self.bodies[hit]


def read_bodies(view: View, registry: Registry, runs: Runs, traps: Traps) -> tuple[tuple[Body | None, ...], Counter[str]]:
    """The body of each hit (None for persons and false friends), and the number of hits per actor code."""
    token_of = {hit: token for token, hit in enumerate(view.hits) if hit >= 0}
    options: list[list[tuple[Entity, Sense]]] = []
    counts: Counter[str] = Counter()
    for place, hit in enumerate(view.found):
        found: list[tuple[Entity, Sense]] = []
        if runs.of_token[token_of[place]] < 0:
            found = _readings(registry, hit)
        options.append(found)
        if len({e.id for e, _ in found}) == 1 and found[0][0].actor:
            counts[found[0][0].actor] += 1
    false = traps.false_friends(view)
    bodies: list[Body | None] = []
    for place, found in enumerate(options):
        token = token_of[place]
        if not found or place in false or _is_embedded(view, token):
            bodies.append(None)
            continue
        entity, sense = max(found, key=lambda f: counts[f[0].actor or ""])
        bodies.append(Body(entity, sense, _is_located(view, token, sense), _is_compound(view, token)))
    return tuple(bodies), Counter(b.entity.actor for b in bodies if b and b.entity.actor)


def _readings(registry: Registry, hit: Hit) -> list[tuple[Entity, Sense]]:
    found = [(registry.entities[r.entity], r.sense) for r in hit.readings if r.sense in _BODY_SENSES]
    exact = [f for f, r in zip(found, (r for r in hit.readings if r.sense in _BODY_SENSES), strict=True) if r.sense is Sense.NAME]
    return exact if exact and len({e.id for e, _ in found}) > 1 and not _mixed(found) else found


def _mixed(found: list[tuple[Entity, Sense]]) -> bool:
    """True where a capital and a body share a name, which only the company in the document decides."""
    return any(s is Sense.METONYM for _, s in found)


def _is_compound(view: View, token: int) -> bool:
    """ "US-backed", but not "US-Russian"."""
    return token + 2 < len(view.words) and view.words[token + 1] == "-" and view.starts[token + 1] == view.ends[token] \
        and view.hits[token + 2] < 0 and not view.capital(token + 2) and view.ends[token + 1] == view.starts[token + 2]


def _is_located(view: View, token: int, sense: Sense) -> bool:
    if token + 1 < len(view.words) and view.words[token + 1] in PLACE_THINGS and sense is not Sense.DEMONYM:
        return True
    if sense is Sense.DEMONYM or token == 0:
        return False
    before = view.words[token - 1]
    if before == "the" and token > 1:
        before = view.words[token - 2]
    return before in PLACES_BEFORE and before not in (("to", "from", "into") if sense is Sense.NAME else ("into",))


def _is_embedded(view: View, token: int) -> bool:
    """True inside a longer proper name of something private: "Carnegie Moscow Centre", "Jerusalem Post"."""
    size = len(view.words)
    follower = token + 1
    if follower < size and view.hits[follower] < 0 and view.capital(follower):
        word = view.words[follower]
        if word in EMPLOYERS or (word in PRIVATE and word not in ("Group",)):
            return True
    return token > 0 and view.hits[token - 1] < 0 and view.words[token - 1] in EMPLOYERS and view.capital(token - 1)
