"""Whose titles a document tells anywhere: a scene comes in, the one actor of each title goes out.

Where it has "the president of Almadora" and no other president's land, its "President X" is that one.
"""

from __future__ import annotations

from collections.abc import Mapping

from standpoint.actors.lexicon import words
from standpoint.actors.scene import Scene

_HEADS = words("president premier chancellor king queen emir sultan minister")
_ALONE = frozenset({"minister"})


def title_owners(scene: Scene) -> Mapping[str, str]:
    """Titles of heads of states and of ministers, as the press has them, to the one actor whose they are."""
    found: dict[str, set[str]] = {}
    view = scene.view
    for token, word in enumerate(view.words):
        if word not in _HEADS:
            continue
        first = token
        if word in _ALONE:
            first = token - 1
            if token == 0 or view.hits[first] >= 0 or view.words[first] not in _KINDS:
                continue
        title = " ".join(view.words[first : token + 1])
        owner = _owner(scene, first, token + 1)
        if owner is not None:
            found.setdefault(title, set()).add(owner)
    return {title: next(iter(owners)) for title, owners in found.items() if len(owners) == 1}


_CHAMBERS = (
    ("senator", "senate"),
    ("congressman", "congress"),
    ("congresswoman", "congress"),
    ("deputy", "parliament"),
    ("lawmaker", "parliament"),
    ("mp", "parliament"),
)
_KINDS = words("prime foreign defence defense interior finance justice")


def legislature_of(scene: Scene, role: str) -> str | None:
    """The one party that is listed with its senate where a senator is asked for, with its parliament for a member."""
    said = frozenset(role.split())
    chambers = frozenset(chamber for title, chamber in _CHAMBERS if title in said)
    lands = (scene.registry.entities[p] for p in scene.registry.parties) if chambers else ()
    found = {e.actor for e in lands if e.kind == "state" and any(chambers & _plain(n.form) for n in e.names)}
    return next(iter(found)) if len(found) == 1 else None


def _plain(form: str) -> frozenset[str]:
    return frozenset(form.lower().replace(",", " ").split())


def _owner(scene: Scene, first: int, last: int) -> str | None:
    """The state beside a title: "Almadoran", "Almadora's" before it, "of Almadora" behind it."""
    view = scene.view
    at = last
    if at + 1 < len(view.words) and view.words[at] == "of":
        at += 2 if view.words[at + 1] == "the" and at + 2 < len(view.words) else 1
    else:
        at = first - 2 if first > 1 and view.words[first - 1] == "'s" else first - 1
    body = scene.body_at(at) if 0 <= at < len(view.words) else None
    code = body.entity.actor if body is not None and not body.compound else None
    return code if code in scene.registry.states else None
