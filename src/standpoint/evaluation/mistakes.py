"""One document as coded by hand and as predicted comes in; every mistake goes out, with the words it was made on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from standpoint.evaluation.attribution import RelationMatch
from standpoint.evaluation.coded import Matched, actor_of, stances_of
from standpoint.evaluation.gold import Marked, Relation
from standpoint.evaluation.pairing import Pair
from standpoint.model import CodedDocument, Spans, Statement


class MistakeKind(StrEnum):
    """What is wrong with a statement."""

    MISSED = "missed"
    INVENTED = "invented"
    WRONG_SPEAKER = "wrong speaker"
    WRONG_STANCE = "wrong stance"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: the document's id, the words of the content, and what gold and the program say of them.

    For a wrong speaker these are actors with names, or the words of the sources where no actor is coded; for a wrong
    stance, stances with their issues. None where one side has nothing to say.
    """

    kind: MistakeKind
    document: str
    words: str
    gold: str | None
    predicted: str | None


def find_mistakes(pair: Pair, matches: Sequence[RelationMatch]) -> Iterator[Mistake]:
    """What is wrong with who said what, where gold has no codes: statements and the words of their sources."""
    gold, found = pair.gold.relations, _relations(pair.predicted)
    id, text = pair.gold.document.id, pair.gold.document.text
    matched = {m.gold for m in matches}, {m.predicted for m in matches}
    for i, r in enumerate(gold):
        if i not in matched[0]:
            yield Mistake(MistakeKind.MISSED, id, _words(text, r.content), _words(text, r.source) or None, None)
    for j, r in enumerate(found):
        if j not in matched[1]:
            yield Mistake(MistakeKind.INVENTED, id, _words(text, r.content), None, _words(text, r.source) or None)
    for m in matches:
        if not m.source_is_right:
            sources = (_words(text, r.source) or None for r in (gold[m.gold], found[m.predicted]))
            yield Mistake(MistakeKind.WRONG_SPEAKER, id, _words(text, gold[m.gold].content), *sources)


def find_coded_mistakes(gold: CodedDocument, predicted: CodedDocument | None, matched: Matched) -> Iterator[Mistake]:
    """What is wrong with coded statements: those there should be, their actors and their stances."""
    id, text = gold.document.id, gold.document.text
    found = () if predicted is None else predicted.statements
    for i, s in enumerate(gold.statements):
        if i not in matched:
            yield Mistake(MistakeKind.MISSED, id, _words(text, s.content), _describe_speaker(s), None)
    for j, s in enumerate(found):
        if j not in matched.values():
            yield Mistake(MistakeKind.INVENTED, id, _words(text, s.content), None, _describe_speaker(s))
    for i, j in sorted(matched.items()):
        g, p = gold.statements[i], found[j]
        words = _words(text, g.content)
        if actor_of(g) and actor_of(g) != actor_of(p):
            yield Mistake(MistakeKind.WRONG_SPEAKER, id, words, _describe_speaker(g), _describe_speaker(p))
        if stances_of(g) != stances_of(p):
            yield Mistake(MistakeKind.WRONG_STANCE, id, words, _describe_stances(g, p), _describe_stances(p, g))


def sample_mistakes(mistakes: Sequence[Mistake], most: int) -> tuple[Mistake, ...]:
    """At most so many, by kind, each kind as often as its share and evenly from all documents."""
    order = list(MistakeKind)
    by_kind = sorted(mistakes, key=lambda m: order.index(m.kind))
    size = min(most, len(by_kind))
    return tuple(by_kind[n * len(by_kind) // size] for n in range(size))


def _relations(marked: Marked | None) -> Sequence[Relation]:
    return () if marked is None else marked.relations


def _words(text: str, spans: Spans) -> str:
    return " … ".join(s.of(text) for s in spans if s.start >= 0)


def _describe_speaker(s: Statement) -> str | None:
    if s.speaker is None:
        return None
    actor, name = s.speaker.actor, s.speaker.name
    return name if not actor or actor == name else f"{actor} ({name})"


def _describe_stances(s: Statement, other: Statement) -> str | None:
    """The stances that the other one does not have."""
    own = sorted(stances_of(s) - stances_of(other))
    return ", ".join(f"{stance} {issue}" for issue, stance in own) or None
