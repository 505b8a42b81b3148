"""Whose officials people are where their titles do not say it: who is told and who is guessed come in, states go out.

What the whole document says of titles, chambers and holders of offices decides before what stands near a name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from standpoint.actors.people import HEAD_OFFICES, Referent
from standpoint.actors.scene import Scene
from standpoint.actors.titles import legislature_of, title_owners


def place_guessed(scene: Scene, told: Mapping[str, Referent], guessed: set[str]) -> dict[str, Referent]:
    """Those of the people told, by their ids, whose state was a guess and is another."""
    moved = _by_title(scene, told, guessed)
    return moved | _apart(scene, {**told, **moved}, guessed)


def _by_title(scene: Scene, told: Mapping[str, Referent], guessed: set[str]) -> dict[str, Referent]:
    """Those whose state is a guess, with the state of which alone the document tells that title."""
    if not guessed:
        return {}
    heads = _heads(told, guessed)
    owners = title_owners(scene)
    moved = {}
    for id in sorted(guessed):
        role = (told[id].role or "").lower()
        # The longest title first: a prime minister is no minister.
        owner = next((owners[t] for t in sorted(owners, key=len, reverse=True) if role.endswith(t)), None)
        owner = None if (told[id].office, owner) in heads else owner
        owner = owner or legislature_of(scene, role)
        if owner is not None and told[id].actor in scene.registry.states:
            moved[id] = replace(told[id], actor=owner)
    return moved


def _apart(scene: Scene, told: Mapping[str, Referent], guessed: set[str]) -> dict[str, Referent]:
    """A state has one president: one whose state is a guess is that of another state than the one that is told.

    Of the states that the document names most the first without a head of its own is taken.
    """
    heads = _heads(told, guessed)
    moved = {}
    for id in sorted(guessed):
        person = told[id]
        if (person.office, person.actor) not in heads:
            continue
        named = Counter(scene.counts).most_common()
        free = sorted((c for c, _ in named if c in scene.registry.states), key=lambda c: c not in scene.registry.home)
        other = next((c for c in free if (person.office, c) not in heads), None)
        moved[id] = replace(person, actor=other, confidence=0.5)
    return moved


def _heads(told: Mapping[str, Referent], guessed: set[str]) -> set[tuple[str | None, str | None]]:
    """The offices of which a state has one that the document tells of someone, with the state."""
    return {(r.office, r.actor) for id, r in told.items() if id not in guessed and r.office in HEAD_OFFICES}
