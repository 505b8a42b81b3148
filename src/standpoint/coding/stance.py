"""What a stance model is asked and what it answers: pairs of issue and statement, and judgements.

The rules of `polarity` are the first model; a trained one stands beside them behind the same protocol (`combine`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from standpoint.model import Kind, Span, Stance

if TYPE_CHECKING:
    from standpoint.codebooks import Issue


MOST_ALIASES = 6


@dataclass(frozen=True, slots=True)
class Naming:
    """Words of a content that name the issue (see `IssueMention` for `pole`, `claim` and `weight`)."""

    span: Span
    pole: int = 1
    claim: bool = False
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class StancePair:
    """An issue and a statement that may take it up.

    `named`, `own` and `others` are offsets into `content`: the words that name the issue, the speaker's own side
    where it is named ("Moscow would attend"), and other actors ("the rebels reject it"). `told` is the statement as a
    sentence with its speaker. `weight` in 0..1 is how surely the words name the issue, 0 where none do; `likeness`
    how like it they sound (`likeness`).
    """

    issue: Issue
    cue: str
    content: str
    kind: Kind
    named: tuple[Naming, ...] = ()
    own: tuple[Span, ...] = ()
    others: tuple[Span, ...] = ()
    told: str = ""
    weight: float = 1.0
    likeness: float = 0.0


@dataclass(frozen=True, slots=True)
class StanceJudgement:
    """A stance with a confidence in 0..1, or None where the statement takes no side and does not take the issue
    up; `closed` where that is plain, so that nobody else need be asked."""

    stance: Stance | None
    confidence: float
    closed: bool = False


class StanceModel(Protocol):
    """Judges pairs of issue and statement, one judgement per pair, in order."""

    @property
    def models(self) -> Mapping[str, str]:
        """Name to SHA-256 of every weight file that decides the output."""
        ...

    def judge(self, pairs: Sequence[StancePair]) -> tuple[StanceJudgement, ...]: ...


def describe_issue(issue: Issue) -> str:
    """The proposal as a trained model reads it, with phrases by which it is known."""
    return word_proposal(issue.description or issue.label, issue.aliases)


def word_proposal(description: str, aliases: Sequence[str]) -> str:
    return f"{description} ({'; '.join(aliases[:MOST_ALIASES])})" if aliases else description


NO_POSITION, NONE_TAKEN = StanceJudgement(None, 0.0), StanceJudgement(None, 0.0, closed=True)
