"""From a title and a body to the office holder: the words of a title, an actor code and a day in, a holder out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from standpoint.actors.lexicon import DEPUTY, FORMER, words
from standpoint.actors.registry import Holder, Registry

_HEADS = ("head-of-state", "leader", "head-of-government")
_TOP = ("secretary-general", "head-of-government", "leader", "head-of-state", "foreign-minister")
_CROWNED = ("king", "queen", "emir", "sultan", "emperor", "grand duke", "prince")
_ENVOYS = ("envoy", "negotiator", "other")
_DIPLOMATS = ("foreign", "state", "external", "representative")
_COMMANDERS = ("chief of", "army", "commander", "military", "general staff")
_SERVICES = ("intelligence", "spy", "police", "security", "negotiator", "election", "press", "mission", "delegation")
_SINGULAR = {
    "ministers": "minister", "secretaries": "secretary", "presidents": "president", "premiers": "premier",
    "chancellors": "chancellor", "leaders": "leader", "secretary-generals": "secretary-general",
}  # fmt: skip
_PREMIERS = ("prime minister", "premier", "chancellor", "taoiseach", "president of the government",
             "president of the council", "head of government", "minister-president", "chief adviser")  # fmt: skip
_STOP = words(
    "the a an of for to in and on at by new its his her country s first top chief head acting interim "
    "current outgoing longtime then senior lead general"
)


@dataclass(frozen=True, slots=True)
class Office:
    """What a title asks for: offices of the registry, best first, words of which a holder's title has one, and the
    rest of the words, which rank holders. `single` is False for an office with many holders at a time."""

    offices: tuple[str, ...]
    words: tuple[str, ...] = ()
    content: frozenset[str] = frozenset()
    single: bool = True


def read_office(said_words: tuple[str, ...], head: str) -> Office | None:
    """The office that the words of a noun phrase ask for, `head` its noun; None for a title that names no office.

    "deputy", "former" and the like ask for another person than the office holder and give None.
    """
    plain = tuple(w for w in said_words if w not in ("-", "'s"))
    if any(w in FORMER or w in DEPUTY or w.startswith("ex-") for w in plain):
        return None
    said = f" {' '.join(plain)} "
    noun = _SINGULAR.get(head, head)
    for heads, any_of, office in _RULES:
        if noun in heads and (not any_of or any(f" {w}" in said for w in any_of)):
            content = frozenset(w for w in plain if w not in _STOP and w != head)
            return replace(office, content=content) if office else None
    return None


# The first that fits decides: head nouns, words of which one is said with them, and what they ask for.
_GOVERNMENT = ("head-of-government", "leader")
_MINISTERS = words("minister secretary")
_CHIEFS = words("chief head boss chair chairman chairwoman chairperson director-general commissioner")
_RULES: tuple[tuple[frozenset[str], tuple[str, ...], Office | None], ...] = (
    (_MINISTERS, ("prime",), Office(_GOVERNMENT, _PREMIERS)),
    (_MINISTERS, ("secretary general", "general secretary"), Office(("secretary-general", "leader"))),
    (_MINISTERS, ("press",), Office(("spokesperson",), single=False)),
    (_MINISTERS, ("foreign", "external", "international relations"), Office(("foreign-minister",))),
    (_MINISTERS, ("defence", "defense", "war ", "armed forces"), Office(("defence-minister",))),
    (words("secretary"), ("of state ",), Office(("foreign-minister",))),
    (_MINISTERS, (), Office(("minister", "other", "spokesperson"), single=False)),
    (words("president"), (), Office((*_HEADS, "secretary-general"), ("presiden",))),
    (words("premier pm chancellor taoiseach"), (), Office(_GOVERNMENT, _PREMIERS)),
    (
        words("leader ruler strongman dictator"),
        ("supreme",),
        Office(("head-of-state", "leader"), ("supreme leader",)),
    ),
    (words("leader"), ("opposition", "majority", "minority", "party"), None),
    (words("leader ruler strongman dictator"), (), Office(("leader", *_HEADS, "secretary-general"))),
    (words("king"), (), Office(("head-of-state", "leader"), ("king",))),
    (words("queen"), (), Office(("head-of-state", "leader"), ("queen",))),
    (words("emir"), (), Office(("head-of-state", "leader"), ("emir", "amir"))),
    (words("sultan"), (), Office(("head-of-state", "leader"), ("sultan",))),
    (words("emperor"), (), Office(("head-of-state", "leader"), ("emperor",))),
    (words("pope pontiff"), (), Office(("head-of-state", "leader"), ("pope",))),
    (words("ayatollah"), (), Office(("head-of-state", "leader"), ("supreme leader",))),
    (words("monarch"), (), Office(("head-of-state", "leader"), _CROWNED)),
    (words("prince"), ("crown",), Office(("other", *_GOVERNMENT, "head-of-state"), ("crown prince",))),
    (words("prince"), (), Office(("other", *_GOVERNMENT, "head-of-state"), ("prince",))),
    (words("secretary-general"), (), Office(("secretary-general",))),
    (words("diplomat"), ("top", "chief", "senior-most"), Office(("foreign-minister",), _DIPLOMATS)),
    (_CHIEFS, ("army", "military", "staff", "armed"), Office(("commander",), _COMMANDERS)),
    (_CHIEFS, ("foreign", "diplomatic"), Office(("foreign-minister", "secretary-general"))),
    (_CHIEFS, ("defence", "defense", "pentagon"), Office(("defence-minister",))),
    (_CHIEFS, _SERVICES, Office(("other", "commander", "negotiator", "adviser"), single=False)),
    (_CHIEFS, ("of government",), Office(_GOVERNMENT)),
    (_CHIEFS, ("of state",), Office(_HEADS)),
    (_CHIEFS, (), Office(_TOP)),
    (words("state"), ("head of state",), Office(_HEADS)),
    (words("government"), ("head of government",), Office(_GOVERNMENT)),
    (words("spokesman spokeswoman spokesperson"), (), Office(("spokesperson",), single=False)),
    (words("envoy representative mediator coordinator facilitator"), (), Office(_ENVOYS, single=False)),
    (words("negotiator"), (), Office(("negotiator", "envoy", "other"), single=False)),
    (words("ambassador"), (), Office(("ambassador",), single=False)),
    (words("adviser advisor aide"), (), Office(("adviser",), single=False)),
    (words("commander"), (), Office(("commander",), single=False)),
    (words("speaker"), (), Office(("speaker-of-parliament",))),
)


def find_holder(registry: Registry, office: Office, actor: str, day: date | None) -> Holder | None:
    """Who holds an office for an actor on a day; None where nobody is known or several would fit."""
    ranked: list[tuple[float, Holder]] = []
    for place, holder in enumerate(registry.holders(actor, day)):
        role = holder.role
        if role.office not in office.offices:
            continue
        title = role.title.lower()
        if any(w in title for w in ("vice president", "deputy ", "vice-president")):
            continue
        wanted = not office.words or any(w in title for w in office.words)
        if not wanted and (office.words == _PREMIERS or not title.startswith("leader of")):
            continue
        overlap = sum(1 for w in office.content if w in title)
        rank = office.offices.index(role.office)
        score = 10.0 * wanted + 8.0 * overlap - 2.0 * rank - 0.01 * place
        if not office.single and overlap == 0:
            continue
        ranked.append((score, holder))
    if not ranked:
        return None
    ranked.sort(key=lambda r: -r[0])
    best = ranked[0]
    if not office.single:
        others = [h for s, h in ranked[1:] if h.entity.id != best[1].entity.id and s > best[0] - 0.9]
        if others:
            return None
    return best[1]
