"""Finds what actors did towards each other in the outlet's own words: a view and dates come in, events go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standpoint.coding.acts import HOSTILE
from standpoint.coding.cues import FRIENDLY
from standpoint.coding.deeds import Deed, DeedReader, Mood
from standpoint.coding.standing import is_place
from standpoint.coding.view import DocumentView
from standpoint.model import Act, ActorMention, DateMention, Event, Span

_JOINT = frozenset({Act.AGREE, Act.CONSULT, Act.COOPERATE, Act.SUPPORT, Act.REJECT})
_AND = frozenset({"and", "and the", ", and", "-", "–", "and a group of"})
_VERBAL = frozenset({Act.REQUEST, Act.ACCUSE, Act.REJECT, Act.THREATEN, Act.AGREE})
_RELATIVE = frozenset(
    {"which", "who", "whom", "where", "when", "after", "while", "if", "unless", "because", "since", "as"}
)


@dataclass(frozen=True, slots=True)
class SentenceEvent:
    """The main event of a sentence, with every doer and every one done to."""

    act: Act
    actors: tuple[str, ...]
    targets: tuple[str, ...]


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
            if any(c.overlaps(place) for c in contents) or deed.mood is Mood.OPEN or deed.subject is None:
                continue
            act = put_act(deed)
            for actor, target in _pairs(view, deed, act):
                event = Event(_stretch(deed, place), actor, act, target, day, 0.6)
                found.setdefault((sentence, actor, act, target), event)
    return tuple(sorted(found.values(), key=lambda e: (e.span, e.actor, e.target or "")))


def main_event(view: DocumentView, reader: DeedReader) -> SentenceEvent | None:
    """The main event of a text of one sentence: its first deed in a main clause; "said it will" counts as that
    deed."""
    sentence = Span(0, len(view.text))
    deeds = reader.read(view, sentence)
    if not deeds:
        return None
    main = [d for d in deeds if not _is_subordinate(view, d)] or list(deeds)
    deed = main[0]
    act = put_act(deed)
    subject = deed.subject or next(
        (m for m in view.actors.mentions if m.span.end <= view.words.starts[deed.first]), None
    )
    if deed.passive and deed.subject is None:
        subject = None
    doers = _joined(view, subject) if subject is not None else ()
    others = [
        m
        for m in view.actors.mentions
        if m.speaker.actor not in doers and m.span.start >= view.words.starts[deed.first] and m.speaker.actor
    ]
    target = deed.object if deed.object is not None and deed.object.speaker.actor not in doers else None
    target = target or (others[0] if others else None)
    targets = _joined(view, target) if target is not None else ()
    return SentenceEvent(act, doers, tuple(t for t in targets if t not in doers))


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


def _is_subordinate(view: DocumentView, deed: Deed) -> bool:
    """Whether a relative or time clause opens shortly before the deed."""
    left = view.words.lowers[max(0, deed.first - 4) : deed.first]
    return bool(_RELATIVE & set(left))


def _joined(view: DocumentView, mention: ActorMention) -> tuple[str, ...]:
    """The codes of a mention and of those that "and" joins to it."""
    codes = [mention.speaker.actor] if mention.speaker.actor else []
    for other in view.actors.mentions:
        first, second = sorted((other, mention), key=lambda m: m.span.start)
        between = view.text[first.span.end : second.span.start].strip()
        if other is not mention and between in _AND and other.speaker.actor and other.speaker.actor not in codes:
            codes.append(other.speaker.actor)
    return tuple(codes)


def _pairs(view: DocumentView, deed: Deed, act: Act) -> list[tuple[str, str | None]]:
    """Doer and target; a joint deed of two subjects ("Turkey and Russia agreed") gives one event each way."""
    if deed.subject is None or is_place(view.text, deed.subject):
        return []
    doers = _joined(view, deed.subject)
    reached = deed.object is not None and (act is Act.SANCTION or not is_place(view.text, deed.object))
    target = deed.object.speaker.actor if deed.object is not None and reached else None
    if len(doers) == 2 and act in _JOINT and (target is None or target in doers):
        return [(doers[0], doers[1]), (doers[1], doers[0])]
    return [(doer, target) for doer in doers if target is not None and target not in doers]


def _stretch(deed: Deed, place: Span) -> Span:
    ends = [place, *(m.span for m in (deed.subject, deed.object) if m is not None)]
    return Span(min(s.start for s in ends), max(s.end for s in ends))
