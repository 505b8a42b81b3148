"""Bodies taken up by a part of their name ("the Front", "the provincial council"): a view comes in, one where
they are hits goes out.

The body is the one before whose name has the word, else the party of the negotiation; a "US-led coalition" or a "city
council" that nobody knows ends that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from standpoint.actors.entities import BODY_SENSES, NEGOTIATION, Entity, Sense
from standpoint.actors.lexicon import COLLECTIVES, DETERMINERS, FACTIONS, PREPOSITIONS, REBEL, VERBS
from standpoint.actors.matching import Hit, Reading
from standpoint.actors.opposed import opposed_parties
from standpoint.actors.registry import Registry
from standpoint.actors.view import View

_WORD = re.compile(r"[^\W_]+")
_SIDES = FACTIONS | REBEL
_HALVES = ("north", "south")
_SHORT = COLLECTIVES | frozenset(_HALVES)


def take_up_names(view: View, registry: Registry) -> View:
    """The view with a hit of sense `SHORT` for every noun that takes a body up."""
    meant: dict[str, int] = dict(_parties(registry))
    names: dict[int, frozenset[str]] = {place: _name_words(registry.entities[place]) for place in meant.values()}
    found: list[Hit] = []
    hits = list(view.hits)
    for token, word in enumerate(view.words):
        if view.hits[token] >= 0:
            for reading in view.found[view.hits[token]].readings:
                place, entity = reading.entity, registry.entities[reading.entity]
                names.setdefault(place, _short_words(entity) if reading.sense in BODY_SENSES else frozenset())
                meant |= dict.fromkeys(names[place] & _SHORT, place)
        elif word in meant and not _goes_on(view, token) and (word not in _HALVES or view.capital(token)):
            place = meant[word]
            if _is_whole(view, token, names[place]):
                hits[token] = len(view.found) + len(found)
                found.append(Hit(view.starts[token], view.ends[token], (Reading(place, Sense.SHORT, word),)))
            elif word not in _SIDES and _is_another(view, token, names[place]):
                del meant[word]
    return replace(view, found=(*view.found, *found), hits=tuple(hits)) if found else view


def _parties(registry: Registry) -> Iterator[tuple[str, int]]:
    """The words that mean one party of the negotiation by its name or by what it is, and no other."""
    owners: dict[str, list[int]] = {}
    for place in registry.parties:
        entity = registry.entities[place]
        if entity.kind in ("group", "organisation", "state") and entity.actor:
            for word in _name_words(entity) & COLLECTIVES:
                owners.setdefault(word, []).append(place)
    for opposition, said in ((True, ("opposition",)), (False, ("rebels", "guerrillas", "insurgents"))):
        places = opposed_parties(registry, opposition=opposition)
        owners |= {w: list(places) for w in said if len(places) == 1}
    return ((word, places[0]) for word, places in owners.items() if len(places) == 1)


def _short_words(entity: Entity) -> frozenset[str]:
    """The words by which a body may be taken up: of a state only "the North" and "the South"."""
    if entity.kind == "state" and entity.origin != NEGOTIATION:
        return frozenset(_HALVES) & {entity.name.split()[0].lower()}
    return frozenset() if entity.is_person else _name_words(entity)


def _name_words(entity: Entity) -> frozenset[str]:
    return frozenset(w for n in entity.names for w in _WORD.findall(n.form.lower()))


def _is_whole(view: View, token: int, names: frozenset[str]) -> bool:
    """True for the noun after an article, with no other words between than those of the name."""
    at = _before_name(view, token, names)
    return view.words[at] in ("the", "this", "that") or at < token - 1


def _is_another(view: View, token: int, names: frozenset[str]) -> bool:
    """True for "US-led coalition" and "the city council" after an alliance and a council of other names."""
    before = view.words[_before_name(view, token, names)]
    return before[0].isalpha() and before not in DETERMINERS | PREPOSITIONS | VERBS | {"and", "or"}


def _before_name(view: View, token: int, names: frozenset[str]) -> int:
    """The last token before a noun that is no word of a name; -1 at the beginning."""
    at = token - 1
    while at >= 0 and (view.words[at] in names - DETERMINERS or view.words[at] == "'s"):
        at -= 1
    return at


def _goes_on(view: View, token: int) -> bool:
    """True in a longer name or thing: "the Council of Europe", "opposition to the plan", "opposition leaders"."""
    if token + 1 >= len(view.words):
        return False
    follower = view.words[token + 1]
    if view.capital(token + 1) or view.hits[token + 1] >= 0 or follower in ("of", "-", "to"):
        return True
    plain = follower == "'s" or not follower[0].isalpha() or follower in VERBS or follower in PREPOSITIONS
    return view.words[token] in _SIDES and not (plain or follower in ("and", "or", "but"))
