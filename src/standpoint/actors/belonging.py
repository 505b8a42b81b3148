"""The parties of a negotiation to which people belong by what they are: what is asked for comes in, a party goes out.

"A mayor" is of the civilians among whom mayors are listed, "the mediator" of the one body that mediates.
"""

from __future__ import annotations

from standpoint.actors.asked import Asked
from standpoint.actors.civilians import CIVIL
from standpoint.actors.entities import Entity
from standpoint.actors.focus import focus_state
from standpoint.actors.lexicon import LOCAL, words
from standpoint.actors.sides import listed_nouns, singular

_BODIES = words("federation association union group committee collective network council organisation organization")
_MEDIATING = words("mediator mediators facilitator facilitators")
_UNITED = (
    ("secretary-general",),
    ("humanitarian", "coordinator"),
    ("resident", "coordinator"),
    ("humanitarian", "chief"),
    ("special", "rapporteur"),
    ("special", "envoy"),
)
# Of these a list of civilians tells nothing, though it names them: "families of officers", "councils".
_NEVER = words("officer leader group delegation body council government member people other")


def civil_party(asked: Asked, *, known: bool) -> Entity | None:
    """The party of civilians that people belong to: the one that lists them, else for those who are `known` to be
    civilians that of their land."""
    parties = asked.scene.registry.civilians()
    if not parties:
        return None
    noun = _member(asked) or singular(asked.noun)
    known = known or noun != singular(asked.noun)
    listing = [p for p in parties if noun not in _NEVER and any(noun in listed_nouns(n.form) for n in p.names)]
    if not listing and not known:
        return None
    fitting = listing or list(parties)
    if len(fitting) == 1:
        return fitting[0]
    land = asked.actor or focus_state(asked.scene, asked.phrase.first) or ""
    return next((p for p in fitting if land and (p.actor or "").startswith(land)), fitting[0])


def is_civil_body(asked: Asked) -> bool:
    """True for "the traders' federation" and "the largest victims' group" where civilians negotiate."""
    return _member(asked) is not None and bool(asked.scene.registry.civilians())


def _member(asked: Asked) -> str | None:
    """Whose body it is, where it is one of civilians."""
    if singular(asked.noun) not in _BODIES:
        return None
    before = asked.words[: asked.head - asked.phrase.first]
    return next((singular(w) for w in before if w in CIVIL and w not in ("union", "unions")), None)


def local_party(asked: Asked) -> Entity | None:
    """The party that is a land's own government: "the regional president" where a regional government negotiates."""
    said = LOCAL & frozenset(asked.words)
    for place in asked.scene.registry.parties:
        entity = asked.scene.registry.entities[place]
        if entity.kind == "state" and any(said & set(n.form.lower().split()) for n in entity.names):
            return entity
    return None


def mediator_of(asked: Asked) -> str | None:
    """The code of the body whose a mediator or a secretary-general is of which no body is told."""
    registry, said = asked.scene.registry, frozenset(asked.words)
    if asked.owner is not None:
        return None
    united = any(all(w in said for w in title) for title in _UNITED)
    if not united and asked.noun not in _MEDIATING:
        return None
    parties = {registry.entities[p].actor for p in registry.parties}
    if united and "UN" in parties:
        return "UN"
    return next(iter(registry.mediating)) if len(registry.mediating) == 1 else None
