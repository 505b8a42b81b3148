"""What a party of a negotiation is, by the name under which it is listed: a listed name comes in; its own name, its
sector and the shorter forms that the press gives it go out.

"Sunflower party (former leadership of the army)" is the Sunflower party; "rebels of Salqin" are rebels.
"""

from __future__ import annotations

import re
from functools import lru_cache

from standpoint.actors.lexicon import words
from standpoint.actors.names import fold_name
from standpoint.actors.phrases import HEAD_NOUNS

_WORD = re.compile(r"[^\W\d_]+")
_CUT = re.compile(r"\s*[(,;]")
_OTHERS = re.compile(r"\s+(?:and|with|under)\s+(?:other|its|their|the|his|her)\b.*$")
_AS = re.compile(r"\s+(?:as|and|or)\s")
_KIND = re.compile(r"((?:[^\W\d_][\w'’-]*\s)+)(party|movement|list|campaign|group)\b")
_BELONGING = re.compile(r"\b(?:of|in|from|at|for)\s+(?:the\s+)?[^\W\d_]+", re.IGNORECASE)
_PLACED = re.compile(r"(?<!followers )(?<!supporters )\b(?:of|in|from|at|for) (?:the )?[^\W\d_]+")
_ARMED = words(
    "army brigade brigades guerrilla guerrillas rebel rebels militia militias fighters liberation revolutionary "
    "insurgents separatists dissidents armed jihadist jihadists front resistance paramilitary"
)
_CIVIL = words(
    "civilians civilian society citizens residents villagers villages victims families islanders clergy churches "
    "bishops islanders mothers peasants hauliers traders elders"
)


def own_name(listed: str) -> str:
    """The name without what the list adds to it: "Ahrar al-Wadi" of "Ahrar al-Wadi and other armed factions"."""
    name = _CUT.split(listed)[0]
    bare = _OTHERS.sub("", name)
    return bare if sum(w[:1].isupper() for w in bare.split()) > 1 else name


def party_sector(code: str, listed: str) -> str | None:
    """The sector of a party whose name tells it: rebels, an opposition, civilians; None for others."""
    said = [w.lower() for w in _WORD.findall(listed)]
    if code.endswith("CVL"):
        return "CVL"
    for word in said:
        if word == "opposition":
            return "OPP"
        if word in _ARMED:
            return "REB"
        if word in _CIVIL:
            return "CVL"
    return "OPP" if code.endswith("OPP") else None


def short_forms(listed: str) -> tuple[str, ...]:
    """Shorter forms: the acronym of a long name, "Sunflower" of what is listed as the Sunflower party."""
    name = own_name(listed)
    found = [name]
    capitals = [w[0] for w in name.split() if w[:1].isupper()]
    if len(capitals) > 2 and len(capitals) == len(name.split()):
        found.append("".join(capitals))
    kind = _KIND.match(name)
    if kind and all(w[:1].isupper() for w in kind[1].split()):
        found += [kind[1].strip(), kind[0]]
    plural = _BELONGING.sub(" ", _AS.split(_OTHERS.sub("", _CUT.split(listed)[0]))[0]).split()
    if plural and party_sector("", listed) is None and plural[-1].endswith("s"):
        lower = " ".join(plural)
        if lower[1:] == lower[1:].lower() and plural[-1].lower() not in HEAD_NOUNS - {"unions", "groups"}:
            found.append(lower.lower())
    return tuple(dict.fromkeys(found))


def without_places(listed: str) -> str:
    """The name folded, between spaces, less where it only says where a party is, so that a leader's name is left."""
    return f" {fold_name(_PLACED.sub(' ', listed))} "


@lru_cache(maxsize=1024)
def listed_nouns(listed: str) -> frozenset[str]:
    """The nouns that a name lists, in the singular, without what they are of: "families of officers" are families."""
    return frozenset(singular(w.lower()) for w in _WORD.findall(_BELONGING.sub(" ", listed)))


def singular(noun: str) -> str:
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    if noun.endswith("ches"):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
