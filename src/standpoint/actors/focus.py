"""What unmarked words look back at: a scene and a token come in, the state, body or person in focus goes out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise

from standpoint.actors.people import Kind, Referent
from standpoint.actors.scene import Place, Scene

_FADE = 0.7
_STATE_FADE = 0.5
# What the whole document is about counts as much as one mention in the sentence before.
_ABOUT = 0.5
_REACH = 12
_OPENING = 2.0
_SUBJECT = 3.0
# "The minister" in the coverage of a negotiation is sooner one of those who negotiate than of those who look on.
_CORE = 4.0
# So is one of the land in which the other parties are.
_HOME = 4.0
_ORGANISED = ("organisation", "group", "body")


def places_before(scene: Scene, token: int) -> Iterable[Place]:
    """Named referents before a token, the nearest first."""
    return (p for p in reversed(scene.places) if p.last <= token)


def focus_state(scene: Scene, token: int, *, about: float = _ABOUT) -> str | None:
    """The actor code of the state that "the country" or "the government" means at a token.

    The nearest sentences weigh most, the first actor of a sentence more than the others, and of equals the one that
    the document names more, which counts `about` as much as a mention; where nothing stands before the token, what
    follows counts.
    """
    return _heaviest(scene, token, lambda p: p.referent.actor if _is_state(scene, p.referent.actor) else None, about)


def governing_state(scene: Scene, token: int) -> str | None:
    """The state whose "the government" is: the one land in which the parties are, else that in focus."""
    home = scene.registry.home
    return next(iter(home)) if len(home) == 1 else focus_state(scene, token)


def main_states(scene: Scene) -> tuple[str, ...]:
    """The actor codes of the states that the document names, those named most first."""
    return tuple(sorted((c for c in scene.counts if _is_state(scene, c)), key=lambda c: -scene.counts[c]))


def only_state(scene: Scene, token: int) -> str | None:
    """The actor code of the one state named in the sentence of a token and the one before; None for several."""
    here = scene.view.sentence_of(scene.view.starts[token])
    codes = {
        p.referent.actor
        for p in scene.places
        if p.last <= token and here - p.sentence <= 1 and not p.located and _is_state(scene, p.referent.actor)
    }
    return codes.pop() if len(codes) == 1 else None


def focus_body(scene: Scene, token: int, word: str, *, other: bool = True) -> Referent | None:
    """The organisation or group that "the bloc", "the council" or "the movement" means at a token.

    It has the word in its name; else it is the nearest, if `other` ones are asked for.
    """
    named = [p for p in places_before(scene, token) if p.referent.kind is Kind.BODY]
    for place in named:
        if word in place.referent.name.lower().split():
            return place.referent
    for place in named if other else ():
        if place.referent.entity is not None and place.referent.entity.kind in _ORGANISED:
            return place.referent
    return None


def focus_sector(scene: Scene, token: int, sectors: frozenset[str]) -> Referent | None:
    """The body of one of these sectors that is in focus at a token: "the rebels", "the opposition"."""
    here = scene.view.sentence_of(scene.view.starts[token]) if token < len(scene.view.starts) else 0
    fitting = [p for p in scene.places if p.referent.kind is Kind.BODY and p.referent.sector in sectors]
    weights: defaultdict[str, float] = defaultdict(float)
    for place in [p for p in fitting if p.last <= token] or fitting:
        weights[place.referent.id] += _FADE ** abs(here - place.sentence)
    best = max(weights, key=lambda i: weights[i], default=None)
    return next((p.referent for p in fitting if p.referent.id == best), None)


def focus_person(scene: Scene, token: int, fits: Callable[[Referent], bool]) -> Referent | None:
    """The nearest person before a token, else the first after it, who fits a title."""
    for place in places_before(scene, token):
        if place.referent.kind is Kind.PERSON and fits(place.referent):
            return place.referent
    return next(
        (p.referent for p in scene.places if p.token > token and p.referent.kind is Kind.PERSON and fits(p.referent)),
        None,
    )


def foremost(
    scene: Scene, token: int, count: int, fits: Callable[[Referent], bool], pairs: bool = True
) -> tuple[Referent, ...]:
    """The `count` fitting referents of which "the two leaders" or "both sides" speaks, in text order.

    Those joined by "and" in the sentences before outweigh others.
    """
    here = scene.view.sentence_of(scene.view.starts[min(token, len(scene.view.starts) - 1)])
    weights: dict[str, float] = {}
    first: dict[str, Place] = {}
    named = [p for p in scene.places if fits(p.referent) and not p.located]
    before = [p for p in named if p.last <= token]
    if len({p.referent.id for p in before}) < count:
        before = named  # "The two presidents" may open a report
    for index, place in enumerate(before):
        key = place.referent.id
        first.setdefault(key, place)
        weights[key] = weights.get(key, 0.0) + _FADE ** abs(here - place.sentence)
        follower = before[index + 1] if index + 1 < len(before) else None
        if pairs and follower and follower.referent.id != key and _joined(scene, place, follower):
            for other in (place, follower):
                weights[other.referent.id] = weights.get(other.referent.id, 0.0) + _FADE ** abs(here - place.sentence)
    chosen = sorted(weights, key=lambda k: -weights[k])[:count]
    return tuple(first[k].referent for k in sorted(chosen, key=lambda k: first[k].token)) if len(chosen) > 1 else ()


def last_pair(scene: Scene, token: int) -> tuple[Referent, Referent] | None:
    """The last two of one kind before a token that stand together: "the former", "the latter"."""
    before = [p for p in scene.places if p.last <= token and not p.located]
    for one, other in reversed(list(pairwise(before))):
        alike = one.referent.kind is other.referent.kind and one.referent.id != other.referent.id
        if alike and one.sentence == other.sentence and _joined(scene, one, other):
            return one.referent, other.referent
    return None


def _joined(scene: Scene, one: Place, other: Place) -> bool:
    between = scene.view.words[one.last : other.token]
    return len(between) <= 8 and any(w in ("and", "with", "-") for w in between)


def _is_state(scene: Scene, code: str | None) -> bool:
    return code is not None and code in scene.registry.states


def _heaviest(scene: Scene, token: int, key: Callable[[Place], str | None], about: float) -> str | None:
    view = scene.view
    here = view.sentence_of(view.starts[token]) if token < len(view.starts) else len(view.sentences)
    for before in (True, False):
        # One who is named and titled in a sentence is one mention of a state, not three.
        mentions: dict[tuple[str, int], float] = {}
        for place in scene.places:
            if (place.last <= token) is not before or abs(here - place.sentence) > _REACH:
                continue
            code = key(place)
            if code is not None:
                opening = _SUBJECT if place.sentence == here else _OPENING
                weight = (opening if place.opens else 1.0) * (0.5 if place.located else 1.0)
                weight *= _STATE_FADE ** abs(here - place.sentence) * (_CORE if code in scene.registry.core else 1.0)
                weight *= _HOME if code in scene.registry.home else 1.0
                mentions[code, place.sentence] = max(weight, mentions.get((code, place.sentence), 0.0))
        weights: defaultdict[str, float] = defaultdict(float)
        for (code, _), weight in mentions.items():
            weights[code] += weight
        if weights:
            # Nearness fades; what the document is about, and where its parties are, does not.
            homes = {c: about * _HOME for c in sorted(scene.registry.home) if about and scene.counts.get(c)}
            told = {**dict.fromkeys(weights, about), **homes}
            most = max(scene.counts.get(c, 0) for c in told) or 1
            return max(told, key=lambda c: weights[c] + told[c] * scene.counts.get(c, 0) / most)
    home = scene.registry.home or scene.registry.lands
    return next(iter(home)) if len(home) == 1 else None
