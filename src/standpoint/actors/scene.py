"""A document read once: its words, who is named in it and where, for everything that looks back at it.

`Scene` is filled by `reading.read_scene`; positions are tokens of its view.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from standpoint.actors.bodies import Body
from standpoint.actors.people import Kind, Referent, body_referent
from standpoint.actors.registry import Registry
from standpoint.actors.runs import Runs
from standpoint.actors.view import View


@dataclass(frozen=True, slots=True)
class Place:
    """A referent where it is named. `opens` is True for the first one of its sentence outside quotations."""

    token: int
    last: int
    sentence: int
    referent: Referent
    quoted: bool
    opens: bool
    located: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """A document's view, its runs with a person for each, the body of each hit, and how often actors are named."""

    day: date | None
    registry: Registry
    view: View
    runs: Runs
    bodies: tuple[Body | None, ...]
    persons: tuple[Referent | None, ...]
    counts: Mapping[str, int]
    given_names: Mapping[str, str]
    places: tuple[Place, ...] = ()

    def body_at(self, token: int) -> Body | None:
        """The body that a token names, if it names one."""
        hit = self.view.hits[token]
        return None if hit < 0 or self.runs.of_token[token] >= 0 else self.bodies[hit]

    def person_at(self, token: int) -> Referent | None:
        """The person in whose name a token stands."""
        run = self.runs.of_token[token]
        return None if run < 0 or run >= len(self.persons) else self.persons[run]

    def referent_at(self, token: int) -> Referent | None:
        """The person or body that a token names."""
        body = self.body_at(token)
        return self.person_at(token) if body is None else body_referent(body.entity, body.sense)


def find_places(scene: Scene) -> tuple[Place, ...]:
    """Every named person and body in text order."""
    view = scene.view
    found: list[Place] = []
    opened = -1
    token = 0
    while token < len(view.words):
        last = token + 1
        run = scene.runs.of_token[token]
        located = False
        if run >= 0:
            last = scene.runs.spans[run][1]
            referent = scene.persons[run]
            referent = referent if referent is not None and referent.certain else None
        else:
            body = scene.body_at(token)
            referent = body_referent(body.entity, body.sense) if body else None
            located = body is not None and (body.located or body.compound or _is_dateline(view, token))
        if referent is not None:
            start = view.starts[token]
            sentence, quoted = view.sentence_of(start), view.quote_at(start) is not None
            opens = sentence != opened and not quoted and not located
            if opens and not (referent.kind is Kind.BODY and _modifies(view, last)):
                opened = sentence
            found.append(Place(token, last, sentence, referent, quoted, opens, located))
        token = last
    return tuple(found)


def _is_dateline(view: View, token: int) -> bool:
    """True for the place in capitals at the head of a report: "NAIROBI - Commanders met"."""
    start = view.starts[token]
    capitals = len(view.words[token]) > 3 and view.slice(token, token + 1).isupper()
    return capitals and view.text[start - 1 : start] in ("", "\n")


def _modifies(view: View, after: int) -> bool:
    """True for a body before another capitalised word or a possessive mark, as in "Turkey's president, ..."."""
    return after < len(view.words) and (view.words[after] == "'s" or view.capital(after))
