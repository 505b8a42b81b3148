"""Those who stand against a state ("the Syrian opposition", "Ugandan rebels"): asked for in, referent or owner out.

The adjective of a state before them says where they are from, never for whom they speak.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from standpoint.actors.asked import Asked
from standpoint.actors.entities import Entity, Sense
from standpoint.actors.focus import focus_sector
from standpoint.actors.lexicon import PREPOSITIONS, PRODUCTS, STATE_PEOPLE, words
from standpoint.actors.naming import name_institution, name_people, unnamed_id
from standpoint.actors.owners import Owner
from standpoint.actors.people import Kind, Referent, body_referent
from standpoint.actors.phrases import TITLES
from standpoint.actors.registry import Registry

_AGAINST = words(
    "opposition rebel rebels insurgent insurgents guerrilla guerrillas separatist separatists secessionist "
    "secessionists militant militants dissident dissidents"
)
_REBELS = frozenset({"REB", "SEP"})
_OPPOSITION = frozenset({"OPP"})
_OPPOSITION_WORDS = frozenset({"opposition"})
_REBEL_WORDS = words("rebel rebels rebellion insurgents separatists guerrillas")
_CIVIL = frozenset({"CVL"})
_TEAMS = words("brass team staff")


def stands_against(asked: Asked) -> bool:
    """True where the owner of a noun is a state and the noun, or a word between, is one for its opponents."""
    owner = asked.owner
    entity = owner.referent.entity if owner and owner.referent else None
    if owner is None or entity is None or entity.kind != "state" or asked.noun in PRODUCTS:
        return False
    return _said(asked) is not None


def find_side(asked: Asked) -> Referent | None:
    """The party of the negotiation that they are, else the group of that kind that the document speaks of."""
    word = _said(asked)
    parties = opposed_parties(asked.scene.registry, opposition=word == "opposition")
    if parties:
        return _party(asked, [asked.scene.registry.entities[p] for p in parties])
    return focus_sector(asked.scene, asked.phrase.first, _OPPOSITION if word == "opposition" else _REBELS)


def opposed_parties(registry: Registry, *, opposition: bool) -> tuple[int, ...]:
    """The places of the parties of a negotiation that are a state's opposition, or rebels against it."""
    sectors, said = (_OPPOSITION, _OPPOSITION_WORDS) if opposition else (_REBELS, _REBEL_WORDS)

    def fits(entity: Entity) -> bool:
        names = {w for n in entity.names for w in n.form.lower().split()} | set(entity.name.lower().split())
        told = entity.sector in sectors or bool(said & names and entity.sector not in _CIVIL)
        return told and entity.kind in ("group", "organisation") and entity.actor is not None

    found = tuple(p for p in registry.parties if fits(registry.entities[p]))
    named = tuple(p for p in found if said & set(registry.entities[p].name.lower().split()))
    if found or opposition:
        return (named or found) if opposition else found
    # "The rebels" where one armed party has a name that does not say so
    others = (p for p in registry.parties if registry.entities[p].actor in registry.core)
    groups = tuple(p for p in others if registry.entities[p].kind == "group" and registry.entities[p].sector is None)
    return groups if len(groups) == 1 else ()


def read_nameless_side(asked: Asked) -> Referent:
    """An opposition of which nothing is known but where it is: it keeps its words, and speaks for no state."""
    sector = "OPP" if _said(asked) == "opposition" else "REB"
    owner = asked.owner if asked.owner and (asked.owner.whole or asked.noun in _AGAINST) else None
    people = asked.kind is Kind.PEOPLE or (asked.noun in STATE_PEOPLE | TITLES and asked.noun not in _TEAMS)
    behind = _behind(asked) if owner is None else ""
    if people:
        name = name_people(asked.scene, asked.phrase, owner, unnamed=True)
        name = f"{behind} {name[:1].lower()}{name[1:]}" if behind else name
    else:
        name = name_institution(asked.scene, asked.phrase, owner)
    kind = asked.kind if people else Kind.BODY
    return Referent(unnamed_id(None, name), name, None, sector, None, "role", 0.6, kind, asked.gender)


def _behind(asked: Asked) -> str:
    """The opponents whose head or spokesman is asked for: "Ugandan rebels", "opposition"."""
    view, owner = asked.scene.view, asked.owner.token if asked.owner else None
    said = next((t for t in _tokens(asked) if t >= asked.phrase.core[1] and view.words[t] in _AGAINST), None)
    if said is None:
        return ""
    return view.slice(owner if owner is not None and owner < said else said, said + 1)


def take_up(asked: Asked, side: Referent) -> Referent | Owner:
    """The side itself for "the Syrian opposition", else the owner of its delegation and its negotiators."""
    at = asked.owner.token if asked.owner else None
    marked = at is not None and asked.scene.view.words[at + 1 : at + 2] == ("'s",) and asked.head == at + 2
    if asked.noun in _AGAINST and (asked.phrase.definite or marked):
        return replace(side, how="role", confidence=0.7)
    return Owner(side.actor, side)


def _party(asked: Asked, parties: Sequence[Entity]) -> Referent | None:
    """Of several parties the one that is named for the state, else the one that the document names most."""
    state = asked.owner.referent.entity if asked.owner and asked.owner.referent else None
    adjectives = {n.form.lower() for n in state.names if n.sense is not Sense.METONYM} if state else set()
    counts = asked.scene.counts

    def fit(party: Entity) -> tuple[bool, int]:
        told = any(a in n.form.lower() for n in party.names for a in adjectives)
        return told, counts.get(party.actor or "", 0)

    best = max(parties, key=fit)
    if len(parties) == 1 and state is not None and state.actor in asked.scene.registry.home:
        return body_referent(best, Sense.NAME)
    # "In Riyadh" says where they are, "Turkish" says whose opposition they are.
    elsewhere = asked.owner is not None and asked.owner.whole
    return body_referent(best, Sense.NAME) if any(fit(best)) or not elsewhere else None


def _said(asked: Asked) -> str | None:
    """The word for opponents that is, or modifies, the noun; not the one in "opposition to" and "rebel-held"."""
    words = asked.scene.view.words
    for token in _tokens(asked):
        follower = words[token + 1] if token + 1 < len(words) else ""
        if words[token] in _AGAINST and follower not in ("-", "to"):
            return words[token]
    return None


def _tokens(asked: Asked) -> list[int]:
    """The tokens of the core, and those behind the owner, as in "head of the Syrian opposition delegation"."""
    view, phrase, owner = asked.scene.view, asked.phrase, asked.owner
    tokens = list(range(*phrase.core))
    at = phrase.core[1]
    if at < phrase.last and view.words[at] in ("of", "for", "from"):
        # "The leader of the opposition in Venezuela"
        rest = range(at + 1, phrase.last)
        stop = next((t for t in rest if view.words[t] in PREPOSITIONS or view.words[t] == ","), phrase.last)
        tokens += range(at + 1, stop)
    if owner is not None and owner.token is not None:
        for token in range(owner.token + 1, min(phrase.last, owner.token + 5)):
            if view.words[token] in PREPOSITIONS or view.words[token] == ",":
                break
            tokens.append(token)
    return tokens
