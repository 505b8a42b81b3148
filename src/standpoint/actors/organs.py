"""Whose title it is: an office and the body that a phrase names come in; an office confined to that body goes out.

"The president of the European Parliament" is a president of that organ, not the first president of the union.
"""

from __future__ import annotations

from dataclasses import replace

from standpoint.actors.asked import Asked
from standpoint.actors.bodies import Body
from standpoint.actors.entities import Entity, Sense
from standpoint.actors.holders import title_words
from standpoint.actors.lexicon import words
from standpoint.actors.offices import TOP, Office
from standpoint.actors.registry import Registry

# Words of names that titles leave out.
_LOOSE = words("the of for and to in on s office un united nation eu")
# Their heads are the state's.
_GOVERNING = words("government administration cabinet regime authority junta ministry")
# Of these a head is not the head of the state: "the head of the Iranian parliament".
_PARTS = words(
    "parliament senate assembly house court council party agency committee commission bank fund ministry department "
    "service office bureau company church"
)
_WORDS_OF_RANK = words("supreme chief top lead")


def narrow_to_owner(asked: Asked, office: Office) -> Office:
    """The office with what the body beside it says: its words, and for an organ that a holder must belong to it."""
    scene, phrase = asked.scene, asked.phrase
    bodies = [(w, b) for i, w in enumerate(asked.words, phrase.first) if (b := scene.body_at(i)) is not None]
    # "Kremlin spokesman", "EU Council chief": of many, the one in whose title the owner stands. Of a state there is
    # one leader, whatever its name, and its own name stands in the titles of all.
    owner = asked.owner.referent.entity if asked.owner and asked.owner.referent else None
    told = [w for w, b in bodies if not _is_plain_state(b, owner, office)]
    owners = {part for name in told for part in name.split() if len(part) > 3}
    organ = organ_names(scene.registry, owner) if owner is not None else ()
    part = frozenset(office.content & _PARTS) if office.offices == TOP and _is_state(owner) else frozenset()
    group = owner is not None and owner.kind == "group" and not organ
    marked = "'s" in asked.words or phrase.definite or any(w in _WORDS_OF_RANK for w in asked.words)
    plain = (group or bool(organ)) and marked and bool(office.stem)
    return replace(
        office,
        content=office.content | (frozenset() if group else frozenset(owners)),
        narrowed=(*office.narrowed, *((organ,) if organ else ()), *(((part,),) if part else ())),
        owners=frozenset(w for n in owner.names for w in title_words(n.form)) if owner and plain else frozenset(),
        sole=marked and not (office.stem == "spokes" and owner is not None and owner.kind == "state"),
        plain=plain,
    )


def organ_names(registry: Registry, entity: Entity) -> tuple[frozenset[str], ...]:
    """The word sets by which titles name an organ; none for a body as a whole, a state, or a government."""
    if entity.is_person or entity.kind == "state" or entity.actor is None:
        return ()
    said = [title_words(n.form) for n in entity.names]
    if registry.principal(entity.actor) is entity or any(words & _GOVERNING for words in said):
        return ()
    names = (words - _LOOSE for words in said)
    return tuple(dict.fromkeys(n for n in names if n))


def _is_state(entity: Entity | None) -> bool:
    return entity is not None and entity.kind == "state"


def _is_plain_state(body: Body, owner: Entity | None, office: Office) -> bool:
    if body.entity.kind != "state":
        return False
    return office.single or (body.entity is owner and body.sense is not Sense.METONYM)
