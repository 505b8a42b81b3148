"""Finds what actors did towards each other in the outlet's own words: a view and dates come in, events go out."""

from __future__ import annotations

from collections.abc import Sequence

from standpoint.coding.acts import FRIENDLY, HOSTILE
from standpoint.coding.deeds import Deed, DeedReader, Mood
from standpoint.coding.view import DocumentView
from standpoint.model import Act, DateMention, Event, Span

_JOINT = frozenset({Act.AGREE, Act.CONSULT, Act.COOPERATE, Act.SUPPORT})


def find_events(view: DocumentView, reader: DeedReader, dates: Sequence[DateMention]) -> tuple[Event, ...]:
    """Deeds outside every statement that have a doer, in text order; one per sentence, doer, act and target.

    A promise is AGREE, a hostile deed announced is THREATEN, a friendly one refused is REJECT, as PLOVER has it.
    """
    contents = [c for a in view.attributions for c in (*a.content, *a.cue)]
    found: dict[tuple[Span, str, Act, str | None], Event] = {}
    for sentence in view.sentences:
        day = next((d.value for d in dates if sentence.covers(d.span) and d.value), None)
        for deed in reader.read(view, sentence):
            place = view.words.span(deed.first, deed.stop)
            if any(c.overlaps(place) for c in contents) or deed.mood is Mood.OPEN:
                continue
            act = put_act(deed)
            for actor, target in _parties(view, deed, act):
                event = Event(_stretch(deed, place), actor, act, target, day, 0.6)
                found.setdefault((sentence, actor, act, target), event)
    return tuple(sorted(found.values(), key=lambda e: (e.span, e.actor, e.target or "")))


def put_act(deed: Deed) -> Act:
    """The act of a deed with its mood and negation taken in."""
    if deed.mood is Mood.DUE:
        return Act.REQUEST
    if deed.negated:
        if deed.act in FRIENDLY:
            return Act.REJECT
        return Act.AGREE if deed.act in HOSTILE and deed.mood is Mood.AHEAD else deed.act
    if deed.mood is Mood.AHEAD:
        if deed.act in FRIENDLY:
            return Act.AGREE
        return Act.THREATEN if deed.act in HOSTILE else deed.act
    return deed.act


def _parties(view: DocumentView, deed: Deed, act: Act) -> list[tuple[str, str | None]]:
    """Doer and target; a joint deed of two subjects ("Turkey and Russia agreed") gives one event each way."""
    if deed.subject is None or deed.subject.speaker.actor is None:
        return []
    actor = deed.subject.speaker.actor
    target = deed.object.speaker.actor if deed.object else None
    partner = _partner(view, deed)
    if partner is not None and partner != actor and act in _JOINT and (target is None or target == partner):
        return [(actor, partner), (partner, actor)]
    if target == actor:
        target = None
    return [(actor, target)] if target is not None else []


def _partner(view: DocumentView, deed: Deed) -> str | None:
    assert deed.subject is not None
    for mention in view.actors.mentions:
        between = view.text[mention.span.end : deed.subject.span.start]
        if mention.span.end <= deed.subject.span.start and between.strip() in ("and", "and the", ", and"):
            return mention.speaker.actor
    return None


def _stretch(deed: Deed, place: Span) -> Span:
    ends = [place, *(m.span for m in (deed.subject, deed.object) if m is not None)]
    return Span(min(s.start for s in ends), max(s.end for s in ends))
