"""One document as coded by hand and as predicted comes in; how well statements are coded goes out.

The measures are those of content analysis: agreement on each code of the statements that both have, and sets of
positions, clauses and days.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from standpoint.evaluation.matching import cut_tokens, is_same_source, match_contents
from standpoint.evaluation.scores import NO_PRF, NO_SHARE, PRFScore, ShareScore, add_fields, compare_sets, count_right
from standpoint.model import AgreementMention, CodedDocument, Stance, Statement

Matched = Mapping[int, int]
"""Gold statements that were found: index in gold -> index in predicted."""
_NO_LETTER = re.compile(r"[^a-z0-9 ]+")


@dataclass(frozen=True, slots=True)
class CodedScores:
    """How well statements are coded. Scores of documents are added up with `+`.

    statements: matched by their content, see `match_statements`. with_actor: those that also have the right actor.
    source, kind, act: shares of matched statements; target, said, speaker_actor, speaker_name: of those where gold
    has one. positions: of (statement, issue, stance). ledger: of (actor, issue, stance) in a document, what a reader
    takes away. agreements: overlapping mentions of the same clause. dates: gold days found with the right value.
    """

    statements: PRFScore = NO_PRF
    with_actor: PRFScore = NO_PRF
    source: ShareScore = NO_SHARE
    kind: ShareScore = NO_SHARE
    act: ShareScore = NO_SHARE
    target: ShareScore = NO_SHARE
    said: ShareScore = NO_SHARE
    speaker_actor: ShareScore = NO_SHARE
    speaker_name: ShareScore = NO_SHARE
    positions: PRFScore = NO_PRF
    ledger: PRFScore = NO_PRF
    agreements: PRFScore = NO_PRF
    dates: ShareScore = NO_SHARE

    def __add__(self, other: CodedScores) -> CodedScores:
        return add_fields(self, other)


def match_statements(text: str, gold: Sequence[Statement], predicted: Sequence[Statement]) -> Matched:
    """Which predicted statement is meant for which gold one.

    Joint speakers have one content; of those the same actor's are matched first.
    """
    return match_contents(
        [cut_tokens(text, s.content) for s in gold],
        [cut_tokens(text, s.content) for s in predicted],
        is_preferred=lambda i, j: actor_of(gold[i]) == actor_of(predicted[j]),
    )


def score_coded(text: str, gold: CodedDocument, predicted: CodedDocument | None, matched: Matched) -> CodedScores:
    """The scores of one document; `text` is gold's, `matched` what `match_statements` gave for it."""
    found = () if predicted is None else predicted.statements
    pairs = [(gold.statements[i], found[j]) for i, j in sorted(matched.items())]
    actor = _agree(pairs, actor_of)
    unnamed = sum(actor_of(g) is None for g, _ in pairs)
    return CodedScores(
        statements=PRFScore(len(matched), len(found), len(gold.statements)),
        with_actor=PRFScore(actor.right + unnamed, len(found), len(gold.statements)),
        source=count_right(is_same_source(cut_tokens(text, g.source), cut_tokens(text, p.source)) for g, p in pairs),
        kind=_agree(pairs, lambda s: s.kind),
        act=_agree(pairs, lambda s: s.act),
        target=_agree(pairs, lambda s: s.target),
        said=_agree(pairs, lambda s: s.said),
        speaker_actor=actor,
        speaker_name=count_right(
            g.speaker is not None and p.speaker is not None and is_same_name(g.speaker.name, p.speaker.name)
            for g, p in pairs
            if g.speaker is not None and g.speaker.name
        ),
        positions=_score_positions(gold.statements, found, matched),
        ledger=compare_sets(_ledger(gold.statements), _ledger(found)),
        agreements=_score_agreements(gold.agreements, () if predicted is None else predicted.agreements),
        dates=_score_dates(gold, predicted),
    )


def actor_of(statement: Statement) -> str | None:
    """For whom a statement is spoken, where that is known."""
    return (statement.speaker.actor or None) if statement.speaker is not None else None


def is_same_name(one: str, other: str) -> bool:
    """Whether two names are equal, or end in the same word, whatever their case and accents."""
    a, b = _fold(one), _fold(other)
    return bool(a and b) and (a == b or a.split()[-1] == b.split()[-1])


def stances_of(statement: Statement) -> frozenset[tuple[str, Stance]]:
    """The positions that one statement takes."""
    return frozenset((p.issue, p.stance) for p in statement.positions)


def _fold(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _NO_LETTER.sub(" ", plain).strip()


def _agree(pairs: Iterable[tuple[Statement, Statement]], code: Callable[[Statement], object]) -> ShareScore:
    """Agreement on one code, over the pairs where gold has it."""
    return count_right(code(g) == code(p) for g, p in pairs if code(g))


def _score_positions(gold: Sequence[Statement], found: Sequence[Statement], matched: Matched) -> PRFScore:
    """A predicted position counts at the gold statement that its own is meant for, else as an invented one."""
    places = {j: i for i, j in matched.items()}
    return compare_sets(
        {(i, *p) for i, s in enumerate(gold) for p in stances_of(s)},
        {(places.get(j, -1 - j), *p) for j, s in enumerate(found) for p in stances_of(s)},
    )


def _ledger(statements: Iterable[Statement]) -> frozenset[tuple[str, str, Stance]]:
    return frozenset((actor, *p) for s in statements if (actor := actor_of(s)) for p in stances_of(s))


def _score_agreements(gold: Sequence[AgreementMention], predicted: Sequence[AgreementMention]) -> PRFScore:
    taken: set[int] = set()
    for g in gold:
        free = (j for j, p in enumerate(predicted) if j not in taken and _is_same_mention(g, p))
        taken.update(j for j in (next(free, None),) if j is not None)
    return PRFScore(len(taken), len(predicted), len(gold))


def _is_same_mention(one: AgreementMention, other: AgreementMention) -> bool:
    same_clause = (one.agreement, one.provision or None) == (other.agreement, other.provision or None)
    return same_clause and one.span.overlaps(other.span)


def _score_dates(gold: CodedDocument, predicted: CodedDocument | None) -> ShareScore:
    found = () if predicted is None else predicted.dates
    return count_right(
        any(f.value == d.value and f.span.overlaps(d.span) for f in found) for d in gold.dates if d.value
    )
