"""States, bodies and groups where a document names them: a view and the registry in, one body or none per hit out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from standpoint.actors.entities import BODY_SENSES, Entity, Sense
from standpoint.actors.lexicon import EMPLOYERS, PLACE_THINGS, PLACES_BEFORE, PRIVATE
from standpoint.actors.matching import Hit
from standpoint.actors.registry import Registry
from standpoint.actors.runs import Runs
from standpoint.actors.traps import Traps
from standpoint.actors.view import View


@dataclass(frozen=True, slots=True)
class Body:
    """A state, body or group where a document names it. `located` is True where the words only give a place, and
    `compound` in "US-backed"."""

    entity: Entity
    sense: Sense
    located: bool
    compound: bool


def read_bodies(
    view: View, registry: Registry, runs: Runs, traps: Traps
) -> tuple[tuple[Body | None, ...], Counter[str]]:
    """The body of each hit (None for persons and false friends), and the number of hits per actor code."""
    token_of = {hit: token for token, hit in enumerate(view.hits) if hit >= 0}
    options: list[list[tuple[Entity, Sense]]] = []
    counts: Counter[str] = Counter()
    for place, hit in enumerate(view.found):
        found = _readings(registry, hit) if runs.of_token[token_of[place]] < 0 else []
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
        entity, sense = max(found, key=lambda f: (counts[f[0].actor or ""], f[1] is Sense.NAME))
        bodies.append(Body(entity, sense, _is_located(view, token, sense), _is_compound(view, token)))
    return tuple(bodies), Counter(b.entity.actor for b in bodies if b and b.entity.actor)


def _readings(registry: Registry, hit: Hit) -> list[tuple[Entity, Sense]]:
    found = [(registry.entities[r.entity], r.sense) for r in hit.readings if r.sense in BODY_SENSES]
    if len({e.id for e, _ in found}) > 1 and not any(s is Sense.METONYM for _, s in found):
        return [f for f in found if f[1] is Sense.NAME] or found
    # A capital and a body may share a name, which only the company in the document decides.
    return found


def _is_compound(view: View, token: int) -> bool:
    """ "US-backed", but not "US-Russian"."""
    dash, after = token + 1, token + 2
    if after >= len(view.words) or view.words[dash] != "-" or view.hits[after] >= 0 or view.capital(after):
        return False
    return view.starts[dash] == view.ends[token] and view.ends[dash] == view.starts[after]


def _is_located(view: View, token: int, sense: Sense) -> bool:
    if token + 1 < len(view.words) and view.words[token + 1] in PLACE_THINGS and sense is not Sense.DEMONYM:
        return True
    if sense is Sense.DEMONYM or token == 0:
        return False
    before = view.words[token - 1]
    if before == "the" and token > 1:
        before = view.words[token - 2]
    acting = ("to", "from", "into") if sense in (Sense.NAME, Sense.SHORT) else ("into",)
    return before in PLACES_BEFORE and before not in acting


def _is_embedded(view: View, token: int) -> bool:
    """True inside a longer proper name of something private: "Carnegie Moscow Centre", "Jerusalem Post"."""
    size = len(view.words)
    follower = token + 1
    if follower < size and view.hits[follower] < 0 and view.capital(follower):
        word = view.words[follower]
        if word in EMPLOYERS or word in PRIVATE:
            return True
    if token == 0 or view.hits[token - 1] >= 0 or not view.capital(token - 1):
        return False
    # "Carnegie Moscow", "New Mexico", "National Security Council"
    return view.words[token - 1] in EMPLOYERS or view.words[token - 1] in ("new", "national")
