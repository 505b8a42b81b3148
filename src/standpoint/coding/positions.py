"""Gives each statement its positions: a view comes in, the issues it takes up with a stance on each go out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from standpoint.coding.issues import RESUMED, IssueFinder, IssueMention
from standpoint.coding.likeness import Likeness
from standpoint.coding.stance import Naming, StanceModel, StancePair
from standpoint.coding.view import DocumentView, bounds
from standpoint.coding.wording import word_statement
from standpoint.model import Attribution, Kind, Span, StatedPosition

if TYPE_CHECKING:
    from standpoint.codebooks import Codebook, Issue

_NOUN = re.compile(
    r"\b(?:the|this|that|such an?|any|his|her|its|their|these|those|[\w’]+['’]s)\s+(?:[\w’'-]+\s+){0,2}?"
    r"(?:moves?|decision|plans?|proposals?|steps?|idea|initiative|announcement|policy|measure|action|threat|demand)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"^(?:[“\"]\s*)?(?:it|this|that)\b(?=\s+(?:is|was|means|meant|makes|undermines|threatens|creates|risks|amounts|"
    r"(?:will|would|could|can|may|might)\s+(?:not\s+)?(?:be|lead|cause|spark|bring|create|mean|help|make|result|trigger|"
    r"undermine|threaten|destroy|harm|damage|contribute|serve|only)))",
    re.IGNORECASE,
)
_OBJECT = re.compile(r"^\W*(?:it|this|that|them)\W*$", re.IGNORECASE)
_DENIAL = re.compile(r"\b(?:den(?:y|ie|ial)|reject|dismiss|rebut|refut|contradict)")
_LEAST_LIKE = 0.2
"""Where no words name an issue, the one that a statement sounds most like is asked about, from this likeness on."""
_INHERITED = 0.6
_NOUN_REACH, _PRONOUN_REACH, _NEAR_START = 8, 1, 40


class _Topic(NamedTuple):
    """An issue spoken of at a place."""

    start: int
    issue: str
    pole: int
    weight: float
    directed: bool = False


class _Topical(NamedTuple):
    """An issue with the words of a content that name it or take it up, and how surely they do."""

    issue: str
    namings: tuple[Naming, ...]
    weight: float


class PositionReader:
    """Finds issues in a statement's own words, or in what its pronouns take up, and asks the stance model for
    each. With `likeness`, a statement that names none is put to it with the issue that it sounds most like."""

    def __init__(
        self, codebook: Codebook, finder: IssueFinder, stance: StanceModel, likeness: Likeness | None = None
    ) -> None:
        self._issues = {issue.id: issue for issue in codebook.issues}
        self._finder, self._stance, self._likeness = finder, stance, likeness

    def read(self, view: DocumentView) -> tuple[tuple[StatedPosition, ...], ...]:
        """Positions of every attribution, in order; within one, those on issues that it names first."""
        owners, pairs = self._ask(view)
        rows: dict[int, list[StatedPosition]] = defaultdict(list)
        for index, pair, judged in zip(owners, pairs, self._stance.judge(pairs), strict=True):
            if judged.stance is not None:
                rows[index].append(StatedPosition(pair.issue.id, judged.stance, round(judged.confidence, 4)))
        return tuple(tuple(rows[i]) for i in range(len(view.attributions)))

    def _ask(self, view: DocumentView) -> tuple[list[int], list[StancePair]]:
        """What the stance model is asked: pairs, and of each the attribution that it belongs to."""
        mentions = self._finder.find(view)
        wished = [c for a in view.attributions if a.kind is Kind.ASCRIBED for c in a.content]
        topics = [
            _Topic(m.span.start, m.issue, m.pole, m.weight, m.directed and not any(c.covers(m.span) for c in wished))
            for m in mentions
        ]
        owners: list[int] = []
        pairs: list[StancePair] = []
        unnamed: list[int] = []
        for index in sorted(range(len(view.attributions)), key=lambda i: (view.attributions[i].content[0].start, i)):
            found = self._named(view, index, mentions)
            if not found:
                found = self._taken_up(view, index, topics)
                unnamed += () if _passes_on(view, index) else (index,)
            owners += [index] * len(found)
            pairs += [_pair(view, index, self._issues[issue], namings, weight) for issue, namings, weight in found]
        asked = {(index, pair.issue.id) for index, pair in zip(owners, pairs, strict=True)}
        sounding = [row for row in self._sounding(view, unnamed) if (row[0], row[1].issue.id) not in asked]
        return [*owners, *(index for index, _ in sounding)], [*pairs, *(pair for _, pair in sounding)]

    def _named(self, view: DocumentView, index: int, mentions: Sequence[IssueMention]) -> list[_Topical]:
        """The issues that words of a content name, in the codebook's order."""
        whole = bounds(view.attributions[index].content)
        named: dict[str, list[IssueMention]] = defaultdict(list)
        for m in mentions:
            span = _part_in(view, index, m.span) if m.span.overlaps(whole) else None
            if span is not None and not _is_nested(view, index, span):
                named[m.issue].append(m if span == m.span else replace(m, span=span))
        rows = []
        for issue in self._issues:
            if here := _pointed(named.get(issue, [])):
                namings = tuple(Naming(m.span, m.pole, m.claim, m.weight) for m in here)
                rows.append(_Topical(issue, namings, max(m.weight for m in here)))
        return rows

    def _sounding(self, view: DocumentView, unnamed: Sequence[int]) -> list[tuple[int, StancePair]]:
        """Of statements that name no issue the pair with the one that each sounds most like."""
        if self._likeness is None or not unnamed:
            return []
        rows = []
        issues = tuple(self._issues.values())
        for index, like in zip(
            unnamed, self._likeness.score([word_statement(view, i) for i in unnamed]), strict=True
        ):
            place = int(like.argmax())
            if like[place] >= _LEAST_LIKE:
                rows.append((index, _pair(view, index, issues[place], (), 0.0, float(like[place]))))
        return rows

    def _taken_up(self, view: DocumentView, index: int, topics: list[_Topic]) -> list[_Topical]:
        """The issue that "the move" or a pronoun of this content takes up: the one most spoken of just before.

        What is taken up is noted in `topics`, so that a chain of pronouns keeps its issue.
        """
        for content in view.attributions[index].content:
            for pattern, reach in ((_NOUN, _NOUN_REACH), (_PRONOUN, _PRONOUN_REACH), (_OBJECT, _PRONOUN_REACH)):
                found = pattern.search(content.of(view.text))
                if found is None or found.start() > _NEAR_START:
                    continue
                place = Span(content.start + found.start(), content.start + found.end())
                here = view.sentence_index(place.start)
                parties = {f"@{m.speaker.actor}" for m in view.mentions_in(place)}
                salience: dict[str, float] = defaultdict(float)
                last: dict[str, _Topic] = {}
                for topic in sorted(topics):
                    away = here - view.sentence_index(topic.start)
                    if topic.start < place.start and away <= reach:
                        if parties and not parties & self._finder.parties_of(topic.issue):
                            continue
                        salience[topic.issue] += topic.weight * 0.75**away
                        if topic.directed or not (topic.issue in last and last[topic.issue].directed):
                            last[topic.issue] = topic
                if salience:
                    issue = max(salience, key=lambda i: (salience[i], i))
                    topics.append(_Topic(place.start, issue, last[issue].pole, RESUMED, last[issue].directed))
                    return [_Topical(issue, (Naming(place, last[issue].pole),), _INHERITED)]
        return []


def _pair(
    view: DocumentView, index: int, issue: Issue, namings: Sequence[Naming], weight: float, likeness: float = 0.0
) -> StancePair:
    attribution = view.attributions[index]
    text, shift = _joined(view, index)
    codes = view.speaker_codes(index)
    sides = [
        (_moved(m.span, shift), m.speaker.actor in codes)
        for span in attribution.content
        for m in view.mentions_in(span)
        if m.speaker.actor
    ]
    return StancePair(
        issue,
        " ".join(s.of(view.text) for s in attribution.cue),
        text,
        attribution.kind,
        tuple(replace(n, span=_moved(n.span, shift)) for n in namings),
        own=tuple(span for span, mine in sides if mine),
        others=tuple(span for span, mine in sides if not mine),
        told=word_statement(view, index),
        weight=weight,
        likeness=likeness,
    )


def _pointed(mentions: list[IssueMention]) -> list[IssueMention]:
    """Mentions without those that a nearby one with a direction explains: "withdrawal of (US troops)"."""
    directed = [m for m in mentions if m.directed]
    return [m for m in mentions if m.directed or not any(abs(m.span.start - d.span.start) <= 60 for d in directed)]


def _part_in(view: DocumentView, index: int, span: Span) -> Span | None:
    """The words that name an issue as far as they stand in a content; a cue may hold the rest ("its readiness [to
    negotiate]")."""
    attribution = view.attributions[index]
    for content in attribution.content:
        if content.covers(span):
            return span
        if content.overlaps(span) and any(c.end <= content.start for c in (*attribution.cue, *attribution.source)):
            return Span(content.start, span.end) if span.end <= content.end else None
    return None


def _is_same(outer: Attribution, inner: Attribution) -> bool:
    """Whether an inner statement is about all that the outer one says ("he, despite his denials, is ...")."""
    return sum(c.end - c.start for c in inner.content) >= 0.6 * sum(c.end - c.start for c in outer.content)


def _passes_on(view: DocumentView, index: int) -> bool:
    """Whether a statement tells little more than what another says or wants."""
    return any(
        _is_same(view.attributions[index], a) and _is_nested(view, index, a.content[0])
        for a in (view.attributions[i] for i in view.inner.get(index, ()))
    )


def _is_nested(view: DocumentView, index: int, span: Span) -> bool:
    """Whether the words belong to a statement inside this one, whose stance is its own speaker's alone."""
    ids = {s.id for s in view.actors.resolutions[index].speakers}
    own = set(view.speaker_codes(index))
    for inner in view.inner.get(index, ()):
        a = view.attributions[inner]
        if not any(c.covers(span) for c in a.content):
            continue
        if _is_same(view.attributions[index], a) and _DENIAL.search(" ".join(c.of(view.text) for c in a.cue)):
            continue
        named = {m.speaker.actor for s in a.source for m in view.mentions_in(s)}
        joint = len(named) > 1 and bool(own & named)
        same = bool(ids & {s.id for s in view.actors.resolutions[inner].speakers})
        first = any(s.of(view.text).lower().split()[:1] in (["i"], ["we"], ["we,"]) for s in a.source)
        if not (same or joint or first):
            return True
    return False


def _joined(view: DocumentView, index: int) -> tuple[str, tuple[tuple[Span, int], ...]]:
    """The content as one text, and for each of its spans how far offsets move."""
    parts, shift, at = [], [], 0
    for span in view.attributions[index].content:
        parts.append(span.of(view.text))
        shift.append((span, at - span.start))
        at += span.end - span.start + 1
    return " ".join(parts), tuple(shift)


def _moved(span: Span, shift: Sequence[tuple[Span, int]]) -> Span:
    by = next((move for whole, move in shift if whole.covers(span)), 0)
    return Span(span.start + by, span.end + by)
