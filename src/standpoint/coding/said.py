"""Says when and in what setting each statement was made: a view and its dates come in, days and settings go out.

The day stands in the clause of the cue, or is that of the event reported around it; later statements of the same
speaker take it over where the text plainly goes on, and a statement inside another takes that of the outer one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from standpoint.coding.view import DocumentView, bounds
from standpoint.model import AgreementMention, Attribution, DateMention, Kind, Span

_EVENTS = (
    r"press conference|news conference|press briefing|briefing|interview|summit|meeting|talks|negotiations"
    r"|visit|speech|address|"
    r"session|forum|congress|conference|hearing|rally|phone call|telephone call|phone conversation"
    r"|telephone conversation|"
    r"conversation|debate|ceremony|trip|radio show|programme|program|broadcast|consultations|round of talks"
    r"|news briefing"
)
_SETTING = re.compile(
    rf"\b(?i:at|during|in|after|on|following|on the sidelines of|in the course of)\s+"
    rf"(?P<setting>(?:(?:an?|the|his|her|its|their|this|that|[A-Z][\w’'-]+)\s+)?(?:[\w’'-]+\s+){{0,6}}?(?:{_EVENTS})\b"
    r"(?:\s+(?:with|in|to|of|between|at|on|for)\s+(?:the\s+)?(?:(?:[A-Z][\w’'.-]+|president|minister|prime|foreign|of|the|and|state|television|security|council)\s*){1,8})?)"
)
_ONLINE = re.compile(
    r"\b(?:on|via|in a post on|in a message on)\s+(?P<setting>Twitter|X|Facebook|Telegram|YouTube|Instagram"
    r"|state television|state TV|social media)\b"
)
_TOLD = re.compile(
    r"\btold\s+(?P<setting>(?:the\s+|an?\s+)?(?:(?:[A-Z][\w’'&.-]+|state|news|radio|security|council|agency|television|TV|"
    r"newspaper|channel|show|station|broadcaster)\b\s*){1,6}|reporters|journalists|lawmakers|parliament)"
)
_INFINITIVE = re.compile(r"\s+(?:not\s+)?to\s")
_PAST_FRAME = re.compile(
    r"\b(?:previously|earlier|repeatedly|always|long|often|for (?:weeks|months|years)|once(?! again)|in the past)\b",
    re.IGNORECASE,
)


_STANDING = re.compile(r"\b(?:has|have|had|is|are|says|say|wants?|believes?|insists|claims|calls|according)\b")
_SAME_SPEAKER, _COLLEAGUE, _GATHERING = 8, 3, 15
_MEETING = re.compile(
    r"\b(?:as|while|after|when)\s+(?:\w+\s+){1,3}?(?:hosted|met|received|welcomed|greeted)\b"
    r"|\b(?:alongside|next to|beside|flanked by|talks with|(?:a|the) meeting with|"
    r"at (?:a|an|the) (?:joint )?(?:\w+ )?(?:news|press) conference with)\b"
)
_MET = re.compile(
    r"\b(?:met|agreed|signed|hosted|received|held|spoke|talks|summit|meeting|conference|visit(?:ed)?)\b"
)
_GATHERED = re.compile(
    r"^the\s+(?:[\w-]+\s+){0,3}(?:summit|meeting|conference|talks|gathering|session|congress)\b", re.I
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
    return _spread(view, own, usable)


def _own_occasion(view: DocumentView, attribution: Attribution, dates: Sequence[tuple[Span, date]]) -> Occasion:
    """The day and setting that the statement's own sentence names outside its content."""
    sentence = _sentence(view, attribution)
    published = view.document.published
    days = [
        (span, day)
        for span, day in dates
        if sentence.covers(span)
        and (_is_of_cue(view.text, attribution, span) or not any(c.covers(span) for c in attribution.content))
        and (published is None or day <= published)
    ]
    setting = _setting(view.text, sentence, attribution)
    if not days:
        return Occasion(None, setting)
    anchor = bounds(attribution.cue or attribution.source or attribution.content)
    nearest = min(days, key=lambda d: (abs(d[0].start - anchor.start), d[0].start))
    return Occasion(nearest[1], setting)


def _is_of_cue(text: str, attribution: Attribution, span: Span) -> bool:
    """Whether a day inside the content dates the cue: "urged Borduria on Tuesday to sign"."""
    if not attribution.cue:
        return False
    away = span.start - attribution.cue[-1].end
    return 0 <= away <= 40 and _INFINITIVE.match(text[span.end : span.end + 8]) is not None


def _sentence(view: DocumentView, attribution: Attribution) -> Span:
    frame = attribution.cue or attribution.source or attribution.content
    return view.sentence_at(frame[0].start)


def _setting(text: str, sentence: Span, attribution: Attribution) -> str | None:
    for pattern in (_SETTING, _TOLD, _ONLINE):
        for m in pattern.finditer(text, sentence.start, sentence.end):
            start, end = m.span("setting")
            frame = [
                s.start for s in (*attribution.source, *attribution.cue, *attribution.content) if s.start > start
            ]
            span = Span(start, min(end, *frame) if frame else end)
            if not any(c.overlaps(span) for c in attribution.content):
                return " ".join(span.of(text).split()).rstrip(" ,.")
    return None


@dataclass(frozen=True, slots=True)
class _Heard:
    """A dated statement: the sentences it runs over, its occasion, and who spoke for whom."""

    first: int
    last: int
    occasion: Occasion
    speakers: frozenset[str]
    actors: frozenset[str]


_Places = Sequence[tuple[int, int]]


def _spread(view: DocumentView, own: Sequence[Occasion], dates: Sequence[tuple[Span, date]]) -> tuple[Occasion, ...]:
    """Hands days on: from the same speaker's statements, from a colleague's just before, from the outer statement."""
    out = list(own)
    outer = [i for i, a in enumerate(view.attributions) if a.nested_in is None]
    places = [_place(view, i) for i in range(len(view.attributions))]
    order = sorted(outer, key=lambda i: (places[i][0], i))
    _forward(view, order, places, out)
    _backward(view, order, places, out)
    _together(view, order, places, out, _gatherings(view, dates))
    for i, attribution in sorted(enumerate(view.attributions), key=lambda row: _depth(view, row[0])):
        if attribution.nested_in is None or out[i].day is not None or _is_past(view, attribution):
            continue
        if not (_speakers(view, i) & _speakers(view, attribution.nested_in)):  # "I told him" is of another day
            around = out[attribution.nested_in]
            out[i] = Occasion(around.day, out[i].setting or around.setting)
    return tuple(out)


def _forward(view: DocumentView, order: Sequence[int], places: _Places, out: list[Occasion]) -> None:
    heard: list[_Heard] = []
    for i in order:
        first, last = places[i]
        ids, codes = _speakers(view, i), frozenset(view.speaker_codes(i))
        if out[i].day is None and _may_follow(view, view.attributions[i]):
            for before in reversed(heard):
                if ids & before.speakers:
                    if first - before.last <= _SAME_SPEAKER:
                        out[i] = Occasion(before.occasion.day, out[i].setting or before.occasion.setting)
                    break
                if codes & before.actors and 0 <= first - before.last <= _COLLEAGUE and _is_narrated(view, i):
                    out[i] = Occasion(before.occasion.day, out[i].setting)
                    break
        if out[i].day is not None:
            heard.append(_Heard(first, last, out[i], ids, codes))


def _backward(view: DocumentView, order: Sequence[int], places: _Places, out: list[Occasion]) -> None:
    """A speaker who is dated a little later was heard on that day before, too, unless the text looks back."""
    later: dict[str, tuple[int, Occasion]] = {}
    sides: dict[str, tuple[int, Occasion]] = {}
    for i in reversed(order):
        first, last = places[i]
        attribution = view.attributions[i]
        if out[i].day is None and _may_follow(view, attribution):
            for name in sorted(_speakers(view, i)):
                if name in later and later[name][0] - last <= _SAME_SPEAKER:
                    out[i] = Occasion(later[name][1].day, out[i].setting)
                    break
        if out[i].day is None and _may_follow(view, attribution) and _is_narrated(view, i):
            for code in view.speaker_codes(i):  # "after Washington announced it. On Sunday the coalition said ..."
                if code in sides and 0 <= sides[code][0] - last <= 1:
                    out[i] = Occasion(sides[code][1].day, out[i].setting)
                    break
        if out[i].day is not None and attribution.kind is not Kind.ASCRIBED:
            later.update(dict.fromkeys(_speakers(view, i), (first, out[i])))
            sides.update(dict.fromkeys(view.speaker_codes(i), (first, out[i])))


def _gatherings(view: DocumentView, dates: Sequence[tuple[Span, date]]) -> list[tuple[int, Occasion, frozenset[str]]]:
    """Sentences of the outlet's own that tell on which day people met or agreed, with who they were."""
    published = view.document.published
    told = []
    for span, day in dates:
        inner = view.innermost(span)
        told_by = inner is not None and view.actors.resolutions[inner].speakers
        if told_by or (published is not None and day > published):
            continue
        sentence = view.sentence_at(span.start)
        if _MET.search(sentence.of(view.text)):
            names = {n for m in view.mentions_in(sentence) for n in (m.speaker.id, m.speaker.actor) if n}
            told.append((view.sentence_index(span.start), Occasion(day), frozenset(names)))
    return told


def _together(
    view: DocumentView,
    order: Sequence[int],
    places: _Places,
    out: list[Occasion],
    gatherings: Sequence[tuple[int, Occasion, frozenset[str]]],
) -> None:
    """Those who meet are heard on one day: "X said as he hosted Y ... Y said", "the summit endorsed"."""
    met: dict[str, tuple[int, Occasion]] = {}
    last_day: tuple[int, Occasion] | None = None
    waiting = list(gatherings)
    for i in order:
        first, last = places[i]
        attribution = view.attributions[i]
        while waiting and waiting[0][0] <= first:
            sentence_number, occasion, names = waiting.pop(0)
            met.update(dict.fromkeys(names, (sentence_number, occasion)))
        if out[i].day is None and _may_follow(view, attribution) and _is_narrated(view, i):
            shared = next(
                (met[name] for name in sorted(_speakers(view, i) | {*view.speaker_codes(i)}) if name in met), None
            )
            if shared is None and _is_event(view, attribution):
                shared = last_day
            if shared is not None and 0 <= first - shared[0] <= _GATHERING:
                out[i] = Occasion(shared[1].day, out[i].setting or shared[1].setting)
        if out[i].day is None:
            continue
        last_day = (last, out[i])
        sentence = _sentence(view, attribution)
        for m in _MEETING.finditer(view.text, sentence.start, sentence.end):
            if any(c.covers(Span(*m.span())) for c in attribution.content):
                continue
            for mention in view.mentions_in(Span(m.end(), sentence.end)):
                if mention.speaker.actor not in view.speaker_codes(i):
                    met[mention.speaker.id] = met[mention.speaker.actor or mention.speaker.id] = (last, out[i])


def _is_event(view: DocumentView, attribution: Attribution) -> bool:
    """Whether a gathering itself is the source ("the three-way summit endorsed")."""
    return any(_GATHERED.search(s.of(view.text)) for s in attribution.source)


def _place(view: DocumentView, index: int) -> tuple[int, int]:
    """The first and last sentence of a statement."""
    a = view.attributions[index]
    spans = (*a.source, *a.cue, *a.content)
    return (
        view.sentence_index(min(s.start for s in spans)),
        view.sentence_index(max(s.end for s in spans) - 1),
    )


def _may_follow(view: DocumentView, attribution: Attribution) -> bool:
    return attribution.kind is not Kind.ASCRIBED and not _is_past(view, attribution)


def _is_narrated(view: DocumentView, index: int) -> bool:
    """Whether the cue tells of one occasion in the simple past ("said"), not of a standing view ("has said",
    "says")."""
    cue = " ".join(s.of(view.text) for s in view.attributions[index].cue).lower()
    return bool(cue) and not _STANDING.search(cue)


def _speakers(view: DocumentView, index: int) -> frozenset[str]:
    return frozenset(s.id for s in view.actors.resolutions[index].speakers)


def _depth(view: DocumentView, index: int) -> int:
    depth, at = 0, view.attributions[index].nested_in
    while at is not None and depth < 9:
        depth, at = depth + 1, view.attributions[at].nested_in
    return depth


def _is_past(view: DocumentView, attribution: Attribution) -> bool:
    """Whether the cue looks back to another occasion ("has repeatedly said", "had previously")."""
    if not attribution.cue:
        return False
    cue = bounds(attribution.cue)
    frame = view.text[max(0, cue.start - 25) : cue.end]
    return bool(_PAST_FRAME.search(frame))
