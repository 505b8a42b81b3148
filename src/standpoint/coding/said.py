"""Says when and in what setting each statement was made: a view and its dates come in, days and settings go out.

The day stands in the clause of the cue, or is that of the event reported around it; later statements of the same speaker
take it over where the text plainly goes on, and a statement inside another takes that of the outer one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from standpoint.coding.view import DocumentView, bounds
from standpoint.model import AgreementMention, Attribution, DateMention, Kind, Span

_EVENTS = (
    r"press conference|news conference|press briefing|briefing|interview|summit|meeting|talks|negotiations|visit|speech|address|"
    r"session|forum|congress|conference|hearing|rally|phone call|telephone call|phone conversation|telephone conversation|"
    r"conversation|debate|ceremony|trip|radio show|programme|program|broadcast|consultations|round of talks|news briefing"
)
_SETTING = re.compile(
    rf"\b(?:at|during|in|after|on|following|on the sidelines of|in the course of)\s+"
    rf"(?P<setting>(?:(?:an?|the|his|her|its|their|this|that|[A-Z][\w’'-]+)\s+)?(?:[\w’'-]+\s+){{0,6}}?(?:{_EVENTS})\b"
    r"(?:\s+(?:with|in|to|of|between|at|on|for)\s+(?:the\s+)?(?:(?:[A-Z][\w’'.-]+|president|minister|prime|foreign|of|the|and|state|television|security|council)\s*){1,8})?)"
)
_ONLINE = re.compile(
    r"\b(?:on|via|in a post on|in a message on)\s+(?P<setting>Twitter|X|Facebook|Telegram|YouTube|Instagram|state television|state TV|social media)\b"
)
_TOLD = re.compile(
    r"\btold\s+(?P<setting>(?:the\s+)?(?:[A-Z][\w’'&.-]+\s*){1,5}(?:news agency|television|TV|radio|newspaper)?|reporters|journalists|lawmakers|parliament)"
)
_PAST_FRAME = re.compile(
    r"\b(?:previously|earlier|repeatedly|always|long|often|for (?:weeks|months|years)|once|in the past)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """When and where a statement was made, as far as the text says."""

    day: date | None = None
    setting: str | None = None


def read_occasions(
    view: DocumentView, dates: Sequence[DateMention], agreements: Sequence[AgreementMention]
) -> tuple[Occasion, ...]:
    """One occasion per attribution, in order."""
    usable = [
        (d.span, date.fromisoformat(d.value))
        for d in dates
        if d.value is not None and len(d.value) == 10 and not any(a.span.covers(d.span) for a in agreements)
    ]
    own = [_own_occasion(view, a, usable) for a in view.attributions]
    return _spread(view, own)


def _own_occasion(view: DocumentView, attribution: Attribution, dates: Sequence[tuple[Span, date]]) -> Occasion:
    """The day and setting that the statement's own sentence names outside its content."""
    sentence = _sentence(view, attribution)
    published = view.document.published
    days = [
        (span, day)
        for span, day in dates
        if sentence.covers(span)
        and not any(c.covers(span) for c in attribution.content)
        and (published is None or day <= published)
    ]
    setting = _setting(view.text, sentence, attribution)
    if not days:
        return Occasion(None, setting)
    anchor = bounds(attribution.cue or attribution.source or attribution.content)
    nearest = min(days, key=lambda d: (abs(d[0].start - anchor.start), d[0].start))
    return Occasion(nearest[1], setting)


def _sentence(view: DocumentView, attribution: Attribution) -> Span:
    frame = attribution.cue or attribution.source or attribution.content
    return view.sentence_at(frame[0].start)


def _setting(text: str, sentence: Span, attribution: Attribution) -> str | None:
    for pattern in (_SETTING, _TOLD, _ONLINE):
        for m in pattern.finditer(text, sentence.start, sentence.end):
            span = Span(*m.span("setting"))
            if not any(c.overlaps(span) for c in attribution.content):
                return " ".join(span.of(text).split()).rstrip(" ,.")
    return None


def _spread(view: DocumentView, own: Sequence[Occasion]) -> tuple[Occasion, ...]:
    """Hands days on: from the outer statement, from the same speaker's statement before, and from the one right after."""
    out = list(own)
    last: dict[str, tuple[int, Occasion]] = {}
    order = sorted(range(len(own)), key=lambda i: (_sentence(view, view.attributions[i]).start, i))
    for i in order:
        attribution = view.attributions[i]
        name = _speaker(view, i)
        here = out[i]
        if attribution.nested_in is not None:
            outer = out[attribution.nested_in]
            if here.day is None and not _is_past(view, attribution):
                out[i] = Occasion(outer.day, here.setting or outer.setting)
            continue
        if name is None:
            continue
        before = last.get(name)
        sentence = view.sentence_index(_sentence(view, attribution).start)
        if here.day is None and before is not None and attribution.kind is not Kind.ASCRIBED:
            if sentence - before[0] <= 8 and not _is_past(view, attribution):
                out[i] = here = Occasion(before[1].day, here.setting or before[1].setting)
        if here.day is not None or here.setting is not None:
            last[name] = (sentence, here)
    for i, j in zip(reversed(order[:-1]), reversed(order[1:]), strict=True):
        a, b = view.attributions[i], view.attributions[j]
        if out[i].day is None and out[j].day is not None and _speaker(view, i) == _speaker(view, j) is not None:
            gap = view.sentence_index(_sentence(view, b).start) - view.sentence_index(_sentence(view, a).start)
            if gap <= 1 and a.kind is not Kind.ASCRIBED and a.nested_in is None and not _is_past(view, a):
                out[i] = Occasion(out[j].day, out[i].setting or out[j].setting)
    return tuple(out)


def _speaker(view: DocumentView, index: int) -> str | None:
    speakers = view.actors.resolutions[index].speakers
    return "+".join(s.id for s in speakers) or None


def _is_past(view: DocumentView, attribution: Attribution) -> bool:
    """Whether the cue looks back to another occasion ("has repeatedly said", "had previously")."""
    if not attribution.cue:
        return False
    cue = bounds(attribution.cue)
    frame = view.text[max(0, cue.start - 25) : cue.end]
    return bool(_PAST_FRAME.search(frame))
