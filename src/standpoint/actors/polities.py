"""Parties of a negotiation that are states or lands of which no list knows: a listed name comes in, its forms go out.

"Almadora, government and army" is a state; its people are Almadorans, whatever the codebook says of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from standpoint.actors.entities import Name, Sense
from standpoint.actors.lexicon import words
from standpoint.actors.names import PARTICLES, fold_text

_HEAD = re.compile(r"\s*[(,;:]|\s+(?:and|with|under)\s+(?=[a-z])")
_CAPITALISED = re.compile(r"[^\W\d_][\w'’-]*")
_SEAT = re.compile(r"\bgovernment in (?:the )?([^\W\d_][\w'’-]*)")
_GOVERNMENT = re.compile(r"(?:([A-Z][^\W\d_]+) (?:[a-z]+ )?)?[Gg]overnment\b")
_SECTORS = frozenset({None, "GOV"})
# What a listed name adds for a state ("X, president and army") and for those who are none ("Y, with its prisoners").
_GOVERNED = re.compile(
    r"\b(?:governments?|president|presidency|prime minister|parliament|army|armed forces|administration|cabinet|"
    r"courts?|ministry|senate|congress|junta|monarchy|king|regime|host)\b", re.IGNORECASE
)  # fmt: skip
_ARMED = re.compile(
    r"\b(?:guerrillas?|movement|rebels?|party|prisoners|fighters|wing|company|union|operator|faction|campaign|island|regional|provincial|local|"
    r"insurgents?|separatists?|newspaper|commanders?|leadership|together|civilians?|citizens|villagers|families|"
    r"victims|refugees|opposition)\b", re.IGNORECASE
)  # fmt: skip
# The names of bodies and groups have one of these, the names of lands have not.
_GROUPS = words(
    "front army movement party union alliance community council organisation organization bank group coalition "
    "committee commission command brigade brigades guard guards league congress assembly association federation "
    "force forces company consolidated corporation fund agency court jurisdiction bloc pact compact treaty accord "
    "conference directorate bureau church initiative campaign opposition office treasury ministry department "
    "parties list order network service authority governor mediator president unions secretariat tribunal media"
)
_LANDS = words("islands island republic kingdom emirates emirate coast land lands counties county province states")
_SIDES = words("north south east west northern southern eastern western upper lower new united inner outer great")
_NO_ADJECTIVE = words("unity union transitional interim caretaker provisional federal national regional central")


def read_polity(name: str, aliases: Iterable[str], sector: str | None) -> tuple[str, tuple[Name, ...]] | None:
    """What a party is called and all its written forms, where it is a state or land; None for others."""
    head, tail = _take_apart(name)
    if sector not in _SECTORS or not head:
        return None
    governs = _GOVERNMENT.match(head)
    if governs is None and not _is_land(head, tail):
        return None
    own = _plain_name(governs[0], aliases) if governs else head
    forms: dict[str, Sense] = {own: Sense.NAME, head: Sense.NAME, name: Sense.NAME}
    if governs and governs[1] and governs[1].lower() not in _NO_ADJECTIVE:
        forms[governs[1]] = Sense.DEMONYM
    derived = demonyms(own)
    for alias in aliases:
        forms.setdefault(alias, _sense(own, alias, derived))
    seat = _SEAT.search(name)
    if seat and seat[1][:1].isupper():
        forms.setdefault(seat[1], Sense.METONYM)
    for form in derived:
        forms.setdefault(form, Sense.DEMONYM)
    return own, tuple(Name(f, s) for f, s in forms.items() if len(f) > 1)


def demonyms(name: str) -> tuple[str, ...]:
    """The adjectives and peoples that English makes of a land's name: Almadoran, Kuramese, Fenlander, Karlish."""
    if " " in name:
        last = name.rsplit(maxsplit=1)[-1]
        return (f"{name[:-1]}er", f"{name[:-1]}ers") if last in ("Islands",) else ()
    plain = fold_text(name)
    if len(plain) < 4:
        return ()
    stems = [plain.rstrip("aeiou")] if plain[-1] in "aeiou" else [plain]
    if plain[-1] in "aeiou":
        stems.append(plain[:-1])
    short = re.sub(r"(?:land|mark|en|an|on|ia|[aeiou])$", "", plain)
    found = [f"{plain}n"] if plain[-1] == "a" else []
    for stem in dict.fromkeys(s for s in stems if len(s) > 2):
        found += [stem + end for end in ("an", "ian", "i", "ite", "er", "eno", "ese", "ish", "ic")]
    if len(short) > 2:
        found += [f"{short}ish", f"{short}ic"]
    if plain[-1] not in "aeiou":
        found.append(plain)
    found = [f for f in dict.fromkeys(found) if f != plain]
    return tuple(dict.fromkeys((*found, *(f"{f}s" for f in found if not f.endswith(("ese", "ish", "ic"))))))


def _take_apart(name: str) -> tuple[str, str]:
    """The name itself, and what the list says of it."""
    cut = _HEAD.search(name)
    head = name[: cut.start()] if cut else name
    return re.sub(r"^(?:the|The)\s+", "", head).strip(), name[cut.start() :] if cut else ""


def _is_land(head: str, tail: str) -> bool:
    said = head.split()
    plain = [fold_text(w).lower() for w in said]
    if any(not w[:1].isupper() and w not in PARTICLES for w in said) or set(plain) & _GROUPS:
        return False
    if not all(_CAPITALISED.fullmatch(w) for w in said) or plain[0] in ("former", "mediator"):
        return False
    if _GOVERNED.search(tail):
        return len(said) <= 3
    if _ARMED.search(tail):
        return False
    if len(said) == 1:
        return not head.isupper() and not plain[0].endswith("s") and len(head) > 3
    return len(said) <= 3 and (plain[-1] in _LANDS or plain[0] in _LANDS | _SIDES)


def _plain_name(head: str, aliases: Iterable[str]) -> str:
    """The land whose government is listed: "Bessara" of "Bessaran government", where the codebook names it."""
    adjective = head.split(maxsplit=1)[0]
    if adjective.lower() in _NO_ADJECTIVE or not adjective[:1].isupper():
        return head
    alike = (a for a in aliases if " " not in a and a[:4] == adjective[:4] and len(a) < len(adjective))
    return next(alike, head)


def _sense(own: str, alias: str, derived: tuple[str, ...]) -> Sense:
    """An alias with the land's own stem is its people; another name is that of its capital or seat of power."""
    said = alias.split()
    if fold_text(alias) in derived:
        return Sense.DEMONYM
    if len(said) == 1 and fold_text(alias)[:4].lower() == fold_text(own)[:4].lower():
        return Sense.DEMONYM
    named = all(w[:1].isupper() for w in said) and len(said) < 3
    alike = any(w[:4] == own[:4] for w in said)
    return Sense.METONYM if named and not alike else Sense.NAME
