"""From a title and a body to the office holder: the words of a title, an actor code and a day in, a holder out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from standpoint.actors.lexicon import DEPUTY, FORMER
from standpoint.actors.registry import Holder, Registry

_HEADS = ("head-of-state", "leader", "head-of-government")
_TOP = ("secretary-general", "head-of-government", "leader", "head-of-state", "foreign-minister")
_ROYAL = {
    "king": ("king",), "queen": ("queen",), "emir": ("emir", "amir"), "sultan": ("sultan",), "emperor": ("emperor",),
    "monarch": ("king", "queen", "emir", "sultan", "emperor", "grand duke", "prince"), "pope": ("pope",),
    "pontiff": ("pope",), "ayatollah": ("supreme leader",), "prince": ("prince",), "queen's": ("queen",),
}  # fmt: skip
_PREMIERS = ("prime minister", "premier", "chancellor", "taoiseach", "president of the government",
             "president of the council", "head of government", "minister-president", "chief adviser")  # fmt: skip
_STOP = frozenset("the a an of for to in and on at by new its his her country s first top chief head acting interim "
                  "current outgoing longtime then senior lead general".split())  # fmt: skip


@dataclass(frozen=True, slots=True)
class Office:
    """What a title asks for: offices of the registry, best first, words of which a holder's title has one, and the
    rest of the words, which rank holders. `single` is False for an office with many holders at a time."""

    offices: tuple[str, ...]
    words: tuple[str, ...] = ()
    content: frozenset[str] = frozenset()
    single: bool = True


def read_office(words: tuple[str, ...], head: str) -> Office | None:
    """The office that the words of a noun phrase ask for, `head` its noun; None for a title that names no office.

    "deputy", "former" and the like ask for another person than the office holder and give None.
    """
    plain = tuple(w for w in words if w not in ("-", "'s"))
    if any(w in FORMER or w in DEPUTY or w.startswith("ex-") for w in plain):
        return None
    said = " ".join(plain)
    content = frozenset(w for w in plain if w not in _STOP and w != head)
    found = _by_noun(said, head)
    return None if found is None else Office(found.offices, found.words, content, found.single)


def _by_noun(said: str, head: str) -> Office | None:
    if head in ("minister", "secretary", "ministers", "secretaries"):
        return _minister(said)
    if head in ("president", "presidents"):
        return Office(_HEADS + ("secretary-general",), ("presiden",))
    if head in ("premier", "pm", "chancellor", "taoiseach", "premiers", "chancellors"):
        return Office(("head-of-government", "leader"), _PREMIERS)
    if head in ("leader", "leaders", "ruler", "strongman", "dictator"):
        if "supreme" in said:
            return Office(("head-of-state", "leader"), ("supreme leader",))
        return None if "opposition" in said or "majority" in said else Office(("leader", *_HEADS, "secretary-general"))
    if head in _ROYAL:
        if head == "prince":
            return Office(("other", "head-of-government", "leader", "head-of-state"), ("crown prince",) if "crown" in said else ("prince",))
        return Office(("head-of-state", "leader"), _ROYAL[head])
    if head in ("secretary-general", "secretary-generals"):
        return Office(("secretary-general",))
    if head in ("diplomat",) and any(w in said for w in ("top", "chief", "senior-most")):
        return Office(("foreign-minister",), ("foreign", "state", "external", "representative"))
    if head in ("chief", "head", "boss", "chair", "chairman", "chairwoman", "director-general", "commissioner", "chairperson"):
        return _chief(said)
    if head == "state" and "head of state" in said:
        return Office(_HEADS)
    if head == "government" and "head of government" in said:
        return Office(("head-of-government", "leader"))
    return _by_person(head)


def _minister(said: str) -> Office | None:
    if "prime" in said:
        return Office(("head-of-government", "leader"), _PREMIERS)
    if "secretary general" in said or "general secretary" in said or "secretary-general" in said:
        return Office(("secretary-general", "leader"))
    if "of state" in said and ("foreign" not in said) and "for" not in said.split():
        return Office(("foreign-minister",))
    if any(w in said for w in ("foreign", "external", "international relations")):
        return Office(("foreign-minister",))
    if any(w in said for w in ("defence", "defense", "war", "armed forces")):
        return Office(("defence-minister",))
    return Office(("minister", "other", "spokesperson"), single=False)


def _chief(said: str) -> Office | None:
    if any(w in said for w in ("army", "military", "staff", "armed")):
        return Office(("commander",), ("chief of", "army", "commander", "military", "general staff"))
    if any(w in said for w in ("foreign", "diplomatic")):
        return Office(("foreign-minister", "secretary-general"))
    if any(w in said for w in ("defence", "defense", "pentagon")):
        return Office(("defence-minister",))
    if any(w in said for w in ("intelligence", "spy", "police", "security", "negotiator", "election", "press")):
        return Office(("other", "commander", "negotiator", "adviser"), single=False)
    if "of state" in said:
        return Office(_HEADS)
    if "of government" in said:
        return Office(("head-of-government", "leader"))
    return Office(_TOP)


def _by_person(head: str) -> Office | None:
    many = {
        "spokesman": "spokesperson", "spokeswoman": "spokesperson", "spokesperson": "spokesperson",
        "envoy": "envoy", "representative": "envoy", "mediator": "envoy", "negotiator": "negotiator",
        "ambassador": "ambassador", "adviser": "adviser", "advisor": "adviser", "aide": "adviser",
        "commander": "commander", "speaker": "speaker-of-parliament", "coordinator": "envoy", "facilitator": "envoy",
    }  # fmt: skip
    office = many.get(head)
    if office is None:
        return None
    offices = (office, "negotiator", "other") if office == "envoy" else (office,)
    offices = ("negotiator", "envoy", "other") if office == "negotiator" else offices
    return Office(offices, single=office == "speaker-of-parliament")


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
        score = 10.0 * wanted + 3.0 * overlap - 2.0 * rank - 0.01 * place
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
