"""Gives each statement its positions: a view comes in, the issues it takes up with a stance on each go out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from standpoint.coding.issues import RESUMED, IssueFinder, IssueMention
from standpoint.coding.likeness import Likeness
from standpoint.coding.stance import Naming, StanceModel, StancePair
from standpoint.coding.view import DocumentView, bounds
from standpoint.coding.wording import word_statement, words_before
from standpoint.model import Attribution, Kind, Span, StatedPosition

if TYPE_CHECKING:
    from standpoint.codebooks import Codebook

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


class PositionReader:
    """Finds issues in a statement's own words, or in what its pronouns take up, and asks the stance model for
    each. With `likeness`, a statement that names none is put to it with the issue that it sounds most like."""

    def __init__(
        self, codebook: Codebook, finder: IssueFinder, stance: StanceModel, likeness: Likeness | None = None
    ) -> None:
        self._issues = {issue.id: issue for issue in codebook.issues}
        self._finder, self._stance, self._likeness = finder, stance, likeness

    def read(self, view: DocumentView) -> tuple[tuple[StatedPosition, ...], ...]:
        """Positions of every attribution, in order; within one, in the codebook's order."""
        owners, pairs = self._ask(view)
        rows: dict[int, list[StatedPosition]] = defaultdict(list)
        for index, pair, judged in zip(owners, pairs, self._stance.judge(pairs), strict=True):
            if judged.stance is not None:
                rows[index].append(StatedPosition(pair.issue.id, judged.stance, round(judged.confidence, 4)))
        return tuple(tuple(rows[i]) for i in range(len(view.attributions)))

    def _ask(self, view: DocumentView) -> tuple[list[int], list[StancePair]]:
        """What the stance model is asked: pairs, and of each the attribution that it belongs to."""
        mentions = self._finder.find(view)
        told = [(word_statement(view, i), words_before(view, i)) for i in range(len(view.attributions))]
        like = self._likeness.score(told) if self._likeness else None
        wished = [c for a in view.attributions if a.kind is Kind.ASCRIBED for c in a.content]
        topics = [
            _Topic(m.span.start, m.issue, m.pole, m.weight, m.directed and not any(c.covers(m.span) for c in wished))
            for m in mentions
        ]
        owners: list[int] = []
        pairs: list[StancePair] = []
        for index in sorted(range(len(view.attributions)), key=lambda i: (view.attributions[i].content[0].start, i)):
            found = self._pairs(view, index, mentions, topics, told[index], None if like is None else like[index])
            owners += [index] * len(found)
            pairs += found
        return owners, pairs

    def _pairs(
        self,
        view: DocumentView,
        index: int,
        mentions: Sequence[IssueMention],
        topics: list[_Topic],
        told: tuple[str, str],
        like: np.ndarray | None,
    ) -> list[StancePair]:
        attribution = view.attributions[index]
        text, shift = _joined(view, index)
        whole = bounds(attribution.content)
        named: dict[str, list[IssueMention]] = defaultdict(list)
        for m in mentions:
            span = _part_in(view, index, m.span) if m.span.overlaps(whole) else None
            if span is not None and not _is_nested(view, index, span):
                named[m.issue].append(m if span == m.span else replace(m, span=span))
        inherited = {} if named else self._taken_up(view, index, topics)
        cue = " ".join(s.of(view.text) for s in attribution.cue)
        codes = view.speaker_codes(index)
        here_named = [
            (_moved(m.span, shift), m.speaker.actor in codes)
            for span in attribution.content
            for m in view.mentions_in(span)
            if m.speaker.actor
        ]
        own = tuple(span for span, mine in here_named if mine)
        others = tuple(span for span, mine in here_named if not mine)
        near = (
            set()
            if like is None or named or _passes_on(view, index) or like.max() < _LEAST_LIKE
            else {int(like.argmax())}
        )
        rows = []
        for place, (issue_id, issue) in enumerate(self._issues.items()):
            here, weight = named.get(issue_id), 0.0
            spots: tuple[Naming, ...] = ()
            if here:
                here = _pointed(here)
                weight = max(m.weight for m in here)
                spots = tuple(Naming(_moved(m.span, shift), m.pole, m.claim, m.weight) for m in here)
            elif issue_id in inherited:
                span, pole = inherited[issue_id]
                weight, spots = _INHERITED, (Naming(_moved(span, shift), pole),)
            elif place not in near:
                continue
            likeness = 0.0 if like is None else float(like[place])
            rows.append(StancePair(issue, cue, text, attribution.kind, spots, own, others, told[0], weight, likeness))
        return rows

    def _taken_up(self, view: DocumentView, index: int, topics: list[_Topic]) -> dict[str, tuple[Span, int]]:
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
                    return {issue: (place, last[issue].pole)}
        return {}


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
