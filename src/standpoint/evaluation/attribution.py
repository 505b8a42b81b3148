"""One document as marked by hand and as predicted comes in; how well who said what was found goes out.

The measures are those of the research on attribution: tokens and spans of each role, and whole relations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standpoint.evaluation.gold import Relation
from standpoint.evaluation.matching import cover_tokens, is_same_source, match_contents, tokenize, trim_span
from standpoint.evaluation.scores import NO_PRF, NO_SHARE, Judged, PRFScore, ShareScore, add_fields, compare_sets
from standpoint.model import Kind, Span, Spans

_ANY_MARK = frozenset('"“”„«»')
_OPENING_MARK = _ANY_MARK | frozenset("‘‹")


@dataclass(frozen=True, slots=True)
class RoleScores:
    """A score for each role of an attribution."""

    source: PRFScore = NO_PRF
    cue: PRFScore = NO_PRF
    content: PRFScore = NO_PRF

    def __add__(self, other: RoleScores) -> RoleScores:
        return add_fields(self, other)


@dataclass(frozen=True, slots=True)
class KindRecall:
    """How many gold relations were found, by the quotation marks around their content."""

    direct: ShareScore = NO_SHARE
    mixed: ShareScore = NO_SHARE
    indirect: ShareScore = NO_SHARE

    def __add__(self, other: KindRecall) -> KindRecall:
        return add_fields(self, other)


_NO_ROLES, _NO_KINDS = RoleScores(), KindRecall()


@dataclass(frozen=True, slots=True)
class AttributionScores:
    """How well who said what was found. Scores of documents are added up with `+`.

    tokens: over word tokens, a token counting where it starts within a span. spans: exact, but for blanks, quotation
    marks and punctuation at both ends. relations: matched by their content, see `match_contents`. source_given_match:
    the share of matches with the right source. with_source: as relations, only with the right source; its F1 is
    attribution F1. recall_by_kind: of gold relations.
    """

    tokens: RoleScores = _NO_ROLES
    spans: RoleScores = _NO_ROLES
    relations: PRFScore = NO_PRF
    source_given_match: ShareScore = NO_SHARE
    recall_by_kind: KindRecall = _NO_KINDS

    def __add__(self, other: AttributionScores) -> AttributionScores:
        return add_fields(self, other)

    @property
    def with_source(self) -> PRFScore:
        return PRFScore(self.source_given_match.right, self.relations.predicted, self.relations.gold)


@dataclass(frozen=True, slots=True)
class RelationMatch:
    """A gold relation and the predicted one that is meant for it, by index, and whether the source is right."""

    gold: int
    predicted: int
    source_is_right: bool


def match_relations(text: str, gold: Sequence[Relation], predicted: Sequence[Relation]) -> tuple[RelationMatch, ...]:
    """Which predicted relation is meant for which gold one, in gold's order."""
    starts = tokenize(text)
    matched = match_contents(
        [cover_tokens(starts, r.content) for r in gold], [cover_tokens(starts, r.content) for r in predicted]
    )
    return tuple(
        RelationMatch(i, j, is_same_source(*(cover_tokens(starts, r.source) for r in (gold[i], predicted[j]))))
        for i, j in sorted(matched.items())
    )


def score_attribution(
    text: str, gold: Sequence[Relation], predicted: Sequence[Relation], matches: Sequence[RelationMatch]
) -> AttributionScores:
    """The scores of one document; `matches` is what `match_relations` gave for it."""
    starts = tokenize(text)

    def score_tokens(role: str) -> PRFScore:
        return compare_sets(*(cover_tokens(starts, _spans_of(rows, role)) for rows in (gold, predicted)))

    def score_spans(role: str) -> PRFScore:
        marked, found = (
            frozenset(t for s in _spans_of(rows, role) if (t := trim_span(text, s))) for rows in (gold, predicted)
        )
        return compare_sets(marked, found)

    return AttributionScores(
        tokens=RoleScores(score_tokens("source"), score_tokens("cue"), score_tokens("content")),
        spans=RoleScores(score_spans("source"), score_spans("cue"), score_spans("content")),
        relations=PRFScore(len(matches), len(predicted), len(gold)),
        source_given_match=ShareScore(sum(m.source_is_right for m in matches), len(matches)),
        recall_by_kind=_recall_kinds(text, gold, {m.gold for m in matches}),
    )


def judge_relations(predicted: Sequence[Relation], matches: Sequence[RelationMatch]) -> tuple[Judged, ...]:
    """Every predicted relation with its confidence; right are those that match a gold one and its source."""
    right = {m.predicted for m in matches if m.source_is_right}
    return tuple(Judged(r.confidence, j in right) for j, r in enumerate(predicted))


def _spans_of(relations: Sequence[Relation], role: str) -> Iterator[Span]:
    for r in relations:
        yield from getattr(r, role)


def _recall_kinds(text: str, gold: Sequence[Relation], found: set[int]) -> KindRecall:
    total = _NO_KINDS
    for i, r in enumerate(gold):
        one = ShareScore(int(i in found), 1)
        total += KindRecall(**{_see_kind(text, r.content).value: one})
    return total


def _see_kind(text: str, content: Spans) -> Kind:
    """The kind as far as quotation marks show it: where each span begins, and whether any is inside."""
    if all(_opens_quoted(text, s) for s in content):
        return Kind.DIRECT
    return Kind.MIXED if any(c in _ANY_MARK for s in content for c in s.of(text)) else Kind.INDIRECT


def _opens_quoted(text: str, span: Span) -> bool:
    """Whether a span begins with a quotation mark, or right after one."""
    return any(c in _OPENING_MARK for c in (span.of(text).lstrip()[:1], text[max(0, span.start - 1) : span.start]))
