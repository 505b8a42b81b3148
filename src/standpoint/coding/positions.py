"""Gives each statement its positions: a view comes in, the issues it takes up with a stance on each go out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from standpoint.coding.issues import IssueFinder, IssueMention, IssueScorer
from standpoint.coding.stance import StanceModel, StancePair
from standpoint.coding.view import DocumentView
from standpoint.model import Span, StatedPosition

if TYPE_CHECKING:
    from standpoint.codebooks import Codebook

_TAKEN_UP = re.compile(
    r"\b(?:the|this|that|such an?|any|his|her|its|their|these|those)\s+(?:[\w’'-]+\s+){0,2}?"
    r"(?:moves?|decision|plans?|proposals?|steps?|idea|deal|initiative|announcement|policy|demand|offer|measure|action|"
    r"operation|process|issue|matter|question|effort|approach)\b|\b(?:it|this|that)\b",
    re.IGNORECASE,
)
_REACH = 2


class PositionReader:
    """Finds issues in a statement's own words, or in what its pronouns take up, and asks the stance model for each."""

    def __init__(
        self, codebook: Codebook, finder: IssueFinder, stance: StanceModel, scorer: IssueScorer | None
    ) -> None:
        self._issues = {issue.id: issue for issue in codebook.issues}
        self._finder, self._stance, self._scorer = finder, stance, scorer

    def read(self, view: DocumentView) -> tuple[tuple[StatedPosition, ...], ...]:
        """Positions of every attribution, in order; within one, in the codebook's order."""
        mentions = self._finder.find(view)
        pairs: list[StancePair] = []
        owners: list[tuple[int, float]] = []
        for index in range(len(view.attributions)):
            for pair, weight in self._pairs(view, index, mentions):
                pairs.append(pair)
                owners.append((index, weight))
        rows: dict[int, list[StatedPosition]] = defaultdict(list)
        for (index, weight), pair, judged in zip(owners, pairs, self._stance.judge(pairs), strict=True):
            if judged.stance is not None:
                rows[index].append(StatedPosition(pair.issue.id, judged.stance, round(judged.confidence * weight, 4)))
        return tuple(tuple(rows[i]) for i in range(len(view.attributions)))

    def _pairs(
        self, view: DocumentView, index: int, mentions: Sequence[IssueMention]
    ) -> list[tuple[StancePair, float]]:
        attribution = view.attributions[index]
        text, shift = _joined(view, index)
        named: dict[str, list[IssueMention]] = defaultdict(list)
        for m in mentions:
            if any(c.covers(m.span) for c in attribution.content) and not _is_nested(view, index, m.span):
                named[m.issue].append(m)
        inherited = {} if named else self._taken_up(view, index, mentions)
        cue = " ".join(s.of(view.text) for s in attribution.cue)
        codes = view.speaker_codes(index)
        own = tuple(
            _moved(m.span, shift)
            for span in attribution.content
            for m in view.mentions_in(span)
            if m.speaker.actor in codes and m.speaker.actor
        )
        rows = []
        for issue_id, issue in self._issues.items():
            here = named.get(issue_id)
            if here:
                spots = tuple((_moved(m.span, shift), m.pole) for m in here)
                rows.append((StancePair(issue, cue, text, attribution.kind, spots, own), max(m.weight for m in here)))
            elif issue_id in inherited:
                span, pole = inherited[issue_id]
                spot = ((_moved(span, shift), pole),)
                rows.append((StancePair(issue, cue, text, attribution.kind, spot, own), 0.6))
        return rows

    def _taken_up(
        self, view: DocumentView, index: int, mentions: Sequence[IssueMention]
    ) -> dict[str, tuple[Span, int]]:
        """The issue last named before a pronoun or "the move" of a content that names none itself."""
        attribution = view.attributions[index]
        for content in attribution.content:
            found = _TAKEN_UP.search(view.text, content.start, content.end)
            if found is None:
                continue
            sentence = view.sentence_index(found.start())
            floor = view.sentences[max(0, sentence - _REACH)].start
            before = [
                m for m in mentions if floor <= m.span.start and m.span.end <= content.start and m.weight >= 0.7
            ]
            if before:
                last = before[-1]
                return {last.issue: (Span(*found.span()), last.pole)}
        return {}


def _is_nested(view: DocumentView, index: int, span: Span) -> bool:
    """Whether the words belong to a statement inside this one, whose stance is its own speaker's."""
    return any(
        a.nested_in == index and any(c.covers(span) for c in a.content)
        for a in view.attributions
        if a.nested_in is not None
    )


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
