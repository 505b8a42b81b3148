"""Codes what a statement does: a view and an attribution come in, a PLOVER act with its target goes out.

The cue decides where it names an act by itself ("accused", "urged"); after a neutral cue the content does, and of
several acts the strongest is taken (PLOVER; one act a statement).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from standpoint.coding.deeds import Deed, DeedReader, Mood
from standpoint.coding.lexicon import load_phrases
from standpoint.coding.phrases import PhraseFinder
from standpoint.coding.targets import Aims, TargetReader, is_place
from standpoint.coding.view import DocumentView
from standpoint.coding.words import WordReader, Words
from standpoint.model import Act, ActorMention, Kind, Span

FRIENDLY = frozenset({Act.AGREE, Act.CONSULT, Act.SUPPORT, Act.CONCEDE, Act.COOPERATE, Act.AID, Act.RETREAT})
HOSTILE = frozenset({Act.COERCE, Act.ASSAULT, Act.SANCTION, Act.MOBILIZE, Act.PROTEST, Act.THREATEN})
_STRENGTH = (
    Act.ASSAULT, Act.THREATEN, Act.COERCE, Act.SANCTION, Act.REJECT, Act.ACCUSE, Act.REQUEST, Act.RETREAT, Act.AGREE,
    Act.CONCEDE, Act.MOBILIZE, Act.SUPPORT, Act.COOPERATE, Act.AID, Act.CONSULT, Act.PROTEST,
)  # fmt: skip
# Cues that announce a deed of one's own, so that the deed is the act.
_TRANSPARENT = frozenset(
    {"order", "announc", "declar", "plan", "decid", "prepar", "decision", "stick", "determination", "mul", "confirm"}
)
_ASCRIBED = frozenset({Act.ACCUSE, Act.MOBILIZE, Act.RETREAT})
_AHEAD = {
    Act.AID: Act.AGREE,
    Act.CONCEDE: Act.AGREE,
    Act.AGREE: Act.AGREE,
    Act.REJECT: Act.REJECT,
    Act.RETREAT: Act.RETREAT,
    Act.COOPERATE: Act.COOPERATE,
}
_TOLD_TO = re.compile(r"(?:[\w’'-]+\s+){1,5}?(?:not\s+)?to\s+(?!the\b|a\b)[a-z]+\b")
_SELF_DIRECT = frozenset({"i", "we"})
_SELF_INDIRECT = frozenset({"he", "she", "it", "they", "i", "we"})
_NEGATIONS = frozenset({"not", "never", "no", "nor", "neither", "cannot", "hardly", "without"})


@dataclass(frozen=True, slots=True)
class ActReading:
    act: Act
    target: str | None


class ActReader:
    """Reads acts and targets with the shipped lexicons."""

    def __init__(self, reader: WordReader) -> None:
        self._reader = reader
        self.deeds = DeedReader(reader)
        judged = [(p, heading == "WELL") for heading, ps in load_phrases("judgements.toml").items() for p in ps]
        self._judged: PhraseFinder[bool] = PhraseFinder(judged, reader)
        self._targets = TargetReader()

    def read(self, view: DocumentView, index: int, aims: Aims) -> ActReading:
        """The act of one attribution; `aims` is who may be meant where the statement names nobody."""
        attribution = view.attributions[index]
        cue = self._reader.read(" ".join(s.of(view.text) for s in attribution.cue))
        by_cue = self._by_cue(cue, attribution.kind)
        if "tel" in cue.lemmas and _TOLD_TO.match(attribution.content[0].of(view.text)):
            by_cue = Act.REQUEST
        transparent = "tel" in cue.lemmas or bool(_TRANSPARENT & set(cue.lemmas))
        deeds = [d for s in attribution.content for d in self.deeds.read(view, s, all_forms=transparent)]
        act, hint = by_cue, None
        if by_cue is None or transparent:
            by_content, hint = self._by_content(view, index, deeds)
            keeps = by_cue is not None and by_content in (None, Act.ACCUSE, Act.SUPPORT)
            act, hint = (by_cue, None) if keeps else (by_content, hint)
        if attribution.kind is Kind.ASCRIBED and not (act in _ASCRIBED and (transparent or by_cue is not None)):
            act, hint = None, None
        act = act or Act.STATE
        return ActReading(act, hint or self._targets.read(view, index, act, aims))

    def _by_cue(self, cue: Words, kind: Kind) -> Act | None:
        act = self.deeds.cue_act(cue)
        if kind is Kind.DIRECT and {"ask", "wonder"} & set(cue.lemmas):
            return None
        return act

    def _by_content(self, view: DocumentView, index: int, deeds: list[Deed]) -> tuple[Act | None, str | None]:
        """The strongest act that the content performs, and the actor that its own words aim it at."""
        attribution = view.attributions[index]
        own = view.speaker_codes(index)
        direct = attribution.kind in (Kind.DIRECT, Kind.MIXED)
        opening = {view.words.within(s)[0] for s in attribution.content}
        found: list[tuple[Act, str | None]] = []
        for d in deeds:
            infinitive = any(0 <= d.first - first <= 3 for first in opening)
            act = _reported(d, own, direct=direct, infinitive=infinitive)
            if act is not None:
                found.append((act, _aim(view, d, own)))
        for span in attribution.content:
            demanded, subject = self._demand(view, span, direct=direct, own=own)
            if demanded:
                found.append((Act.REQUEST, subject))
            found.extend(self._judgement(view, span, own))
        return min(found, key=lambda row: _STRENGTH.index(row[0])) if found else (None, None)

    def _demand(
        self, view: DocumentView, span: Span, *, direct: bool, own: tuple[str, ...]
    ) -> tuple[bool, str | None]:
        """ "Armenia must sign", "let us start", "you should know": whether there is one, and of whom."""
        first, stop = view.words.within(span)
        lowers = view.words.lowers
        for i in range(first, stop):
            if lowers[i : i + 2] == ("let", "us") and (direct or i > first):
                return True, None
            if lowers[i] not in ("must", "should", "ought"):
                continue
            if lowers[i - 1] == "you":
                return True, None
            subjects = [m for m in view.mentions_in(span) if m.span.end <= view.words.starts[i]]
            if subjects and subjects[-1].speaker.actor not in own:
                gap = view.text[subjects[-1].span.end : view.words.starts[i]]
                if len(gap.split()) <= 6 and not set(".;,“") & set(gap):
                    return True, _outermost(subjects, view.text).speaker.actor
        return False, None

    def _judgement(self, view: DocumentView, span: Span, own: tuple[str, ...]) -> list[tuple[Act, str | None]]:
        """ACCUSE for a statement that judges ill, SUPPORT for one that thanks or agrees, with whom it judges."""
        first, stop = view.words.within(span)
        for hit in self._judged.find(view.words, first, stop):
            if _NEGATIONS & set(view.words.lowers[max(first, hit.first - 3) : hit.first]):
                continue
            place = view.words.span(hit.first, hit.stop)
            sentence = view.sentence_at(place.start)
            near = [
                m
                for m in view.mentions_in(Span(max(span.start, sentence.start), place.start))
                if m.speaker.actor and m.speaker.actor not in own and not is_place(view.text, m)
            ]
            return [(Act.SUPPORT if hit.payload else Act.ACCUSE, near[-1].speaker.actor if near else None)]
        return []


def _aim(view: DocumentView, deed: Deed, own: tuple[str, ...]) -> str | None:
    """The other side of a deed: its doer where that is not the speaker, else the one it is done to."""
    for mention in (deed.subject, deed.object):
        if mention is not None and mention.speaker.actor not in own and not is_place(view.text, mention):
            return mention.speaker.actor
    return None


def _outermost(mentions: Sequence[ActorMention], text: str) -> ActorMention:
    """The first of several actors joined by "and" that end a list of mentions."""
    at = len(mentions) - 1
    while at > 0 and text[mentions[at - 1].span.end : mentions[at].span.start].strip(" ,").split()[:1] == ["and"]:
        at -= 1
    return mentions[at]


def _reported(deed: Deed, own: tuple[str, ...], *, direct: bool, infinitive: bool) -> Act | None:
    """What telling of a deed does: one's own deeds count as done or promised, another's hostile deeds accuse."""
    if deed.predicate and deed.act in (Act.THREATEN, Act.REJECT, Act.AGREE) and not deed.negated:
        return deed.act
    code = deed.subject.speaker.actor if deed.subject else None
    mine = code is not None and code in own
    if deed.subject is None and deed.pronoun is None:
        mine = infinitive
    elif deed.pronoun is not None:
        mine = deed.pronoun in (_SELF_DIRECT if direct else _SELF_INDIRECT)
    if deed.mood is Mood.OPEN:
        return Act.THREATEN if mine and deed.act is Act.THREATEN else None
    if mine and not deed.passive:
        return _own(deed)
    return _others(deed) if code is not None else None


def _others(deed: Deed) -> Act | None:
    if deed.mood is Mood.DUE:
        return Act.REQUEST
    hostile = deed.act in HOSTILE or deed.act is Act.REJECT
    return Act.ACCUSE if hostile != deed.negated and (hostile or deed.act in FRIENDLY) else None


def _own(deed: Deed) -> Act | None:
    """What one's own deed does: refused it rejects, announced it pledges or threatens, done it counts as it is."""
    act: Act | None = None if deed.act is Act.REQUEST else deed.act
    if deed.mood is Mood.DUE:
        act = None
    elif deed.negated:
        kept = Act.AGREE if deed.act in HOSTILE else None
        act = Act.REJECT if deed.act in FRIENDLY or deed.act is Act.REJECT else kept
    elif deed.mood is Mood.AHEAD:
        act = Act.THREATEN if deed.act in HOSTILE else _AHEAD.get(deed.act)
    return act
