"""Which person of the registry a written name means: a run, a day and its company come in, an entity or none out.

A full name is trusted; a surname needs an introduction, a title, an office on the day or its state in the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from rapidfuzz.fuzz import ratio

from standpoint.actors.entities import Entity, Sense
from standpoint.actors.lexicon import COMMON_SURNAMES, words
from standpoint.actors.names import fold_name, variant_key
from standpoint.actors.registry import Registry
from standpoint.actors.view import View

_SOON = timedelta(days=90)
_SIMILAR = 80.0
_SAYS = words(
    "said says told warned added accused called vowed urged rejected insisted met denied argued wants "
    "announced declared praised claimed promised"
)


def full_name_entity(
    view: View, registry: Registry, span: tuple[int, int], day: date | None, counts: Mapping[str, int],
    actor: str | None,
) -> Entity | None:  # fmt: skip
    """The person whose full name, in some spelling, stands in tokens `span`; `actor` is what a title says."""
    first, last = span
    for token in range(last - 1, first - 1, -1):
        hit = view.hits[token]
        if hit >= 0:
            found = [registry.entities[r.entity] for r in view.found[hit].readings if r.sense is Sense.PERSON]
            if found:
                return best_of(found, day, counts, actor)
    if last - first < 2 and " " not in view.words[first]:
        return None
    return best_of(_respelled(registry, view.slice(first, last)), day, counts, actor)


def surname_entity(
    view: View, registry: Registry, token: int, day: date | None, counts: Mapping[str, int], actor: str | None,
    titled: str | None,
) -> Entity | None:  # fmt: skip
    """The person of the registry whom a surname alone means. `titled` is the title beside it, if any."""
    hit = view.hits[token]
    word = view.words[token]
    royal = titled in ("king", "queen", "emir", "sultan", "prince", "crown prince", "pope", "sheikh", "emperor")
    wanted = (Sense.SURNAME, Sense.GIVEN) if royal else (Sense.SURNAME,)
    if hit >= 0:
        found = [registry.entities[r.entity] for r in view.found[hit].readings if r.sense in wanted]
    else:
        found = list(registry.variants(variant_key(word))) if len(word) > 4 else []
        found = [e for e in found if any(ratio(fold_name(n.form), fold_name(word)) >= _SIMILAR for n in e.names)]
    found = list(dict.fromkeys(found))
    # Those of far states that the document does not name only bear the same names.
    found = [e for e in found if any(not registry.is_far(r.actor) or counts.get(r.actor or "", 0) for r in e.roles)]
    if actor:
        # A title that names a state rules out everyone who has never served it.
        found = [e for e in found if any(r.actor == actor for r in e.roles) or e.actor == actor]
    elif word in COMMON_SURNAMES or (titled is None and hit < 0):
        found = [e for e in found if any(counts.get(r.actor or "", 0) for r in e.roles)]
        if word in COMMON_SURNAMES:
            found = [e for e in found if _serves(e, day) and (titled or not _everyday(view, token))]
    best = best_of(found, day, counts, actor)
    if best is None or actor or titled or _serves(best, day):
        return best
    # Someone out of office, by surname alone: only where the document is about the state.
    return best if any(counts.get(r.actor or "", 0) for r in best.roles) else None


def best_of(found: Iterable[Entity], day: date | None, counts: Mapping[str, int], actor: str | None) -> Entity | None:
    """Of namesakes the one whose state is named beside the name, in office on the day, or in the document."""
    ranked = list(dict.fromkeys(found))
    if len(ranked) < 2:
        return ranked[0] if ranked else None
    return max(ranked, key=lambda e: _fit(e, day, counts, actor))


def _fit(entity: Entity, day: date | None, counts: Mapping[str, int], actor: str | None) -> tuple[float, ...]:
    beside = actor is not None and any(r.actor == actor for r in entity.roles)
    named = any(counts.get(r.actor or "", 0) for r in entity.roles)
    if day is None:
        last = max((r.start.toordinal() for r in entity.roles), default=0)
        return (beside, named, last)
    serving = any(r.covers(day) for r in entity.roles)
    ended = max((r.end for r in entity.roles if r.end < day), default=None)
    age = -(day - ended).days / 365.25 if ended else -50.0
    leads = any(r.covers(day) and r.office in ("leader", "head-of-state", "head-of-government") for r in entity.roles)
    return (beside, 2.0 * serving + named + 0.5 * leads, age)


def _serves(entity: Entity, day: date | None) -> bool:
    """In office on the day, or about to be."""
    if day is None:
        return True
    return any(r.start - _SOON <= day <= r.end for r in entity.roles if r.start != date.min) or any(
        r.covers(day) for r in entity.roles
    )


def _everyday(view: View, token: int) -> bool:
    """True where a common word may have its capital from the beginning of a sentence or a headline."""
    follower = view.words[token + 1] if token + 1 < len(view.words) else ""
    return view.starts[token] in view.sentences and follower not in _SAYS


def _respelled(registry: Registry, text: str) -> list[Entity]:
    """Persons whose name `text` may be in another romanisation: surname by key, first name by likeness."""
    tokens = [t for t in text.split() if t not in (".",)]
    found: list[Entity] = []
    for take in range(1, min(3, len(tokens) - 1) + 1):
        for entity in registry.variants(variant_key(" ".join(tokens[-take:]))):
            if _same_first_name(entity, tokens[0]):
                found.append(entity)
    return found


def _same_first_name(entity: Entity, first: str) -> bool:
    ours = fold_name(first)
    for name in entity.names:
        if name.sense is Sense.PERSON:
            theirs = fold_name(name.form.split()[0])
            alike = ratio(ours, theirs) >= _SIMILAR or variant_key(ours) == variant_key(theirs)
            if alike or (len(ours) == 1 and theirs.startswith(ours)):
                return True
    return False
