"""Who holds an office: an actor code, what a title asks for and a day come in, the one holder or None goes out."""

from __future__ import annotations

import re
from datetime import date

from standpoint.actors.entities import Role
from standpoint.actors.names import fold_text
from standpoint.actors.offices import PREMIERS, Office
from standpoint.actors.registry import Holder, Registry

# They are never the head of a body, whatever their titles say.
_SERVING = frozenset({"spokesperson", "adviser", "ambassador"})
_LEADING = (
    "head", "chief", "director", "commissioner", "president", "chair", "coordinator", "secretary", "leader",
    "commander", "administrator", "governor", "speaker", "prefect",
)  # fmt: skip
_DEPUTIES = ("vice president", "deputy ", "vice-president", "assistant ")
_SMALL = frozenset({"of", "the", "for", "to", "in"})
_WORD = re.compile(r"[^\W_]+")


def find_holder(registry: Registry, office: Office, actor: str, day: date | None) -> Holder | None:
    """Who holds an office for an actor on a day; None where nobody is known or several would fit."""
    ranked: list[tuple[float, Holder]] = []
    for place, holder in enumerate(registry.holders(actor, day)):
        score = _score(holder.role, office)
        if score is not None:
            ranked.append((score - 0.01 * place, holder))
    if not ranked:
        return None
    ranked.sort(key=lambda r: -r[0])
    score, best = ranked[0]
    if not office.single and any(h.entity.id != best.entity.id and s > score - 0.9 for s, h in ranked[1:]):
        return None
    told = office.single or any(w in best.role.title.lower() for w in office.content)
    if not told and not _is_only(ranked, office, best):
        return None
    return best


def title_words(title: str) -> frozenset[str]:
    """The words of a title or name in the forms that two spellings share: "refugees" is "refugee"."""
    return frozenset(_stem(w) for w in _WORD.findall(fold_text(title).lower()))


def is_confined(title: str, office: Office) -> bool:
    """True for a title that names all that the office is confined to."""
    said = title_words(title) if office.narrowed else frozenset()
    return all(any(words <= said for words in names) for names in office.narrowed)


def _stem(word: str) -> str:
    word = word.replace("isation", "ization")
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _score(role: Role, office: Office) -> float | None:
    """How well a role is what a title asks for; None where it is not."""
    title = role.title.lower()
    if any(w in title for w in _DEPUTIES):
        return None
    if not is_confined(title, office):
        return None
    wanted = not office.words or any(w in title for w in office.words)
    if role.office in office.offices:
        rank = office.offices.index(role.office)
    elif office.stem and office.stem in title and role.office not in _SERVING:
        rank = 0
    elif office.narrowed and office.single and role.office not in _SERVING:
        # The head of an organ has an office of that organ, not of the body as a whole.
        if not any(w in title for w in office.words or _LEADING):
            return None
        rank = len(office.offices)
    else:
        return None
    if not wanted and (office.words == PREMIERS or office.narrowed or not title.startswith("leader of")):
        return None
    overlap = sum(1 for w in office.content if w in title)
    return 10.0 * wanted + 8.0 * overlap - 2.0 * rank - _distance(role, office)


def _distance(role: Role, office: Office) -> float:
    """Of the many commanders and spokesmen of a group the plainest title is the one that needs no more words."""
    if not office.plain:
        first = office.chief and bool(office.stem) and _is_chief(role, office)
        return (0.1 * len(title_words(role.title)) if office.narrowed and office.single else 0.0) - 1.0 * first
    parts = _parts(role, office)
    words = min((len(title_words(p) - office.owners - _SMALL) for p in parts), default=6)
    return words + (4.0 if office.chief and not _is_chief(role, office) else 0.0) - 3.0 * (role.office == "leader")


def _parts(role: Role, office: Office) -> list[str]:
    """The names of one office that stand side by side in a title: those that say what is asked for."""
    return [p for p in re.split(r", | and ", role.title.lower()) if office.stem in p]


def _is_chief(role: Role, office: Office) -> bool:
    return any(w in p for p in _parts(role, office) for w in ("chief", "head of", "top ", "lead "))


def _is_only(ranked: list[tuple[float, Holder]], office: Office, best: Holder) -> bool:
    """True where a title without any word of its own can mean one person only."""
    if not office.sole or not office.stem:
        return False
    if office.plain:
        return True
    proper = [h for _, h in ranked if h.role.office == office.offices[0] or office.stem in h.role.title.lower()]
    chiefs = [h for h in proper if _is_chief(h.role, office)] if office.chief else []
    return {h.entity.id for h in chiefs or proper} == {best.entity.id}
