"""Judges where a speaker stands on an issue by the words of a statement: pairs come in, judgements go out.

Rules over polarity, negation, modality and condition; a trained model can take their place behind `StanceModel`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from standpoint.coding.operators import CueReading, Operator, OperatorReader, Role
from standpoint.coding.words import WordReader, Words
from standpoint.model import Kind, Span, Stance

if TYPE_CHECKING:
    from standpoint.codebooks import Issue


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

    `named` and `own` are offsets into `content`: the words that name the issue, and the speaker's own side where
    it is named ("Moscow would attend"). `context` is the text before.
    """

    issue: Issue
    cue: str
    content: str
    kind: Kind
    named: tuple[Naming, ...] = ()
    own: tuple[Span, ...] = ()
    context: str = ""


@dataclass(frozen=True, slots=True)
class StanceJudgement:
    """A stance with a confidence in 0..1, or None where the statement takes no side and does not take the issue
    up."""

    stance: Stance | None
    confidence: float


class StanceModel(Protocol):
    """Judges pairs of issue and statement, one judgement per pair, in order."""

    @property
    def models(self) -> Mapping[str, str]:
        """Name to SHA-256 of every weight file that decides the output."""
        ...

    def judge(self, pairs: Sequence[StancePair]) -> tuple[StanceJudgement, ...]: ...


NO_POSITION = StanceJudgement(None, 0.0)
_STOPS = frozenset(".;?!:")
_TURNS_CLAUSE = frozenset({"but", "while", "although", "whereas", "though", "however", "because", "since"})
_CLAIMS = frozenset(
    {
        "report",
        "claim",
        "alegation",
        "allegation",
        "suggestion",
        "accusation",
        "asertion",
        "assertion",
        "rumour",
        "rumor",
    }
)
_SUBORDINATE = frozenset({"because", "which", "who", "whose", "grounds", "basis"})
_SELF = frozenset({"i", "we", "he", "she", "it", "they", "us", "our", "my"})
_IMPERATIVES = frozenset(
    {"sign", "recognise", "recognize", "open", "settle", "return", "release", "start", "begin", "end", "stop",
     "keep", "give",
     "lift", "let", "accept", "respect", "implement", "allow", "restore", "withdraw", "join", "come", "hold",
     "free", "leave"}
)  # fmt: skip
_SURE = frozenset(
    {"unless", "provided", "providing", "only", "condition", "conditional", "contingent", "precondition"}
)


@dataclass(frozen=True, slots=True)
class _Vote:
    stance: Stance
    confidence: float


@dataclass(frozen=True, slots=True)
class _Scope:
    """The clause `[first, stop)` around the naming words `[begin, end)`, and the operators in it."""

    words: Words
    first: int
    begin: int
    end: int
    stop: int
    operators: tuple[Operator, ...]
    own: tuple[tuple[int, int], ...]

    @property
    def before(self) -> tuple[Operator, ...]:
        return tuple(o for o in self.operators if o.stop <= self.begin)

    @property
    def after(self) -> tuple[Operator, ...]:
        return tuple(o for o in self.operators if o.first >= self.end)

    def is_own(self, at: int) -> bool:
        """Whether the verb group at `at` has the speaker as its subject, or none at all."""
        left = [i for i in range(max(self.first, at - 3), at) if not self.begin <= i < self.end]
        if any(self.words.lowers[i] in _SELF for i in left) or any(0 <= at - b <= 3 for _, b in self.own):
            return True
        return at == self.first or "there" in self.words.lowers[max(self.first, at - 2) : at]

    @property
    def asks(self) -> bool:
        """Whether the clause is a question."""
        return self.stop < len(self.words) and self.words.lowers[self.stop] == "?"


@dataclass(frozen=True, slots=True)
class RuleStance:
    """The first version, by rules. Confidence falls with what is guessed: no stance is read from a bare fact."""

    reader: WordReader
    operators: OperatorReader
    models: Mapping[str, str] = field(default_factory=dict)

    def judge(self, pairs: Sequence[StancePair]) -> tuple[StanceJudgement, ...]:
        return tuple(self._judge(pair) for pair in pairs)

    def _judge(self, pair: StancePair) -> StanceJudgement:
        cue = self.operators.cue(self.reader.read(pair.cue))
        words = self.reader.read(pair.content)
        found = self.operators.read(words)
        own = tuple(words.within(s) for s in pair.own)
        if cue.denies and words.lowers[:1] and words.lemmas[0] in _CLAIMS:
            return NO_POSITION
        votes = []
        for named in pair.named:
            begin, end = words.within(named.span)
            if begin < end:
                vote = _vote(_scope(words, begin, end, found, own), cue, named, pair.kind)
                if vote is not None:
                    votes.append((vote, named.weight))
        return _settle(votes)


def _scope(
    words: Words, begin: int, end: int, operators: Sequence[Operator], own: tuple[tuple[int, int], ...]
) -> _Scope:
    first = begin
    while first > 0 and not _is_break(words, first - 1):
        first -= 1
    stop = end
    while stop < len(words) and not _is_break(words, stop):
        stop += 1
    inside = tuple(o for o in operators if first <= o.first < stop)
    return _Scope(words, first, begin, end, stop, inside, own)


def _is_break(words: Words, at: int) -> bool:
    lower = words.lowers[at]
    if lower in _STOPS or lower in _SUBORDINATE:
        return True
    return lower in _TURNS_CLAUSE and at > 0 and words.lowers[at - 1] in (",", "–", "-", "—")


def _vote(scope: _Scope, cue: CueReading, named: Naming, kind: Kind) -> _Vote | None:
    condition = _condition(scope)
    if condition == "if-clause":
        return _threatened(scope, named.pole)
    if condition == "aside":
        return None
    if condition == "demand":
        wanted = named.pole * _within_condition(scope)
        return _Vote(Stance.SUPPORTS if wanted > 0 else Stance.OPPOSES, 0.6)
    if scope.asks:
        return None
    sign, attitude = _governed(scope)
    valence = _judged(scope)
    total, confidence = 0, 0.0
    if attitude:
        total, confidence = sign * (cue.sign or 1), 0.75
    elif _is_imperative(scope, kind):
        total, confidence = sign, 0.75
    elif (cue.open and not valence) or any(Role.OPEN in o.roles for o in scope.before):
        return _Vote(Stance.UNCLEAR, 0.5)
    elif valence:
        total, confidence = valence * (-1 if cue.denies else 1) * _turns(scope), 0.65
    elif cue.sign:
        total, confidence = cue.sign * sign, 0.8
    elif named.claim:
        total, confidence = sign, 0.7
    if not total:
        return None
    if condition == "condition":
        return _Vote(Stance.CONDITIONAL, 0.6)
    return _Vote(Stance.SUPPORTS if total * named.pole > 0 else Stance.OPPOSES, confidence)


def _governed(scope: _Scope) -> tuple[int, bool]:
    """The sign that operators over the naming words give, and whether one of them shows an attitude."""
    sign, attitude = 1, False
    for o in scope.before:
        if Role.NOT in o.roles:
            sign = -sign if _reaches(scope, o) else sign
        elif Role.AGAINST in o.roles:
            sign, attitude = -sign, True
        elif Role.FOR in o.roles or Role.MUST in o.roles:
            attitude = True
            if Role.TURN in o.roles:
                sign = -sign
        elif Role.TURN in o.roles:
            sign = -sign
        elif Role.WILL in o.roles and scope.is_own(o.first):
            attitude = True
    modal = -1
    for o in scope.after:
        if Role.MUST in o.roles or (Role.WILL in o.roles and scope.is_own(o.first)):
            attitude, modal = True, o.stop
        elif modal >= 0 and o.first - modal <= 2 and o.roles & {Role.NOT, Role.TURN}:
            sign, modal = -sign, o.stop
    return sign, attitude


def _reaches(scope: _Scope, negation: Operator) -> bool:
    """A negation ends at the next "and": "must not shell the city and allow aid in" wants the aid."""
    if scope.words.lowers[negation.first] in ("nor", "neither", "without"):
        return True
    return not {"and", "but"} & set(scope.words.lowers[negation.stop : scope.begin])


def _is_imperative(scope: _Scope, kind: Kind) -> bool:
    """ "Recognise our borders and sign the treaty": a bare verb opens the clause in the speaker's own words."""
    if kind not in (Kind.DIRECT, Kind.MIXED) or scope.first >= scope.begin:
        return False
    opening = next((i for i in range(scope.first, scope.begin) if scope.words.lowers[i][0].isalnum()), scope.begin)
    lower = scope.words.lowers[opening]
    return lower in _IMPERATIVES or any(o.first == opening and Role.FOR in o.roles for o in scope.operators)


def _turns(scope: _Scope) -> int:
    sign = 1
    for o in scope.before:
        if Role.TURN in o.roles and not o.roles & {Role.BAD, Role.GOOD}:
            sign = -sign
    return sign


def _judged(scope: _Scope) -> int:
    """The value that a predicate of the clause gives: GOOD or BAD, turned by a negation right before it."""
    value, flip = 0, 1
    for o in scope.operators:
        if o.first < scope.end and o.stop > scope.begin:
            continue
        if Role.NOT in o.roles:
            flip = -1
            continue
        if Role.BAD in o.roles:
            value = -flip
        elif Role.GOOD in o.roles and value >= 0:
            value = flip
        flip = 1
    return value


def _condition(scope: _Scope) -> str | None:
    """ "if-clause", "aside" or "demand" where the naming words stand in it, "condition" where the clause depends."""
    for o in scope.operators:
        if Role.IF not in o.roles:
            continue
        words = scope.words.lowers[o.first : o.stop]
        plain = words == ("if",)
        if o.stop <= scope.begin and plain:
            comma = any(scope.words.lowers[i] in (",", "then") for i in range(o.stop, scope.begin))
            if not comma:
                return "if-clause"
        if o.stop <= scope.begin and words[0] in ("until", "once", "as", "so", "when", "in", "before", "not"):
            return "aside"
        if o.stop <= scope.begin and _SURE & set(words):
            return "demand"
        if _SURE & set(words) or (plain and o.first >= scope.end):
            return "condition"
        if words[0] in ("until", "once", "before", "as", "in", "subject", "depend", "depends") and _is_refusal(
            scope, o
        ):
            return "condition"
    return None


def _within_condition(scope: _Scope) -> int:
    """What a condition asks for: "only if they stop the shelling" asks for the reverse of shelling."""
    sign, open_ = 1, False
    for o in scope.before:
        if Role.IF in o.roles:
            sign, open_ = 1, True
        elif open_ and o.roles & {Role.NOT, Role.TURN, Role.AGAINST}:
            sign = -sign
    return sign


def _is_refusal(scope: _Scope, operator: Operator) -> bool:
    if scope.words.lowers[operator.first] != "until":
        return True
    return any(Role.NOT in o.roles or Role.AGAINST in o.roles for o in scope.operators if o.first < operator.first)


def _threatened(scope: _Scope, pole: int) -> _Vote | None:
    """ "If they strike, we will respond" opposes the strike; "if ..., it would be right" supports it."""
    for o in scope.operators:
        if scope.begin <= o.first < scope.end or Role.IF in o.roles:
            continue
        if o.roles & {Role.THREAT, Role.BAD}:
            return _Vote(Stance.OPPOSES if pole > 0 else Stance.SUPPORTS, 0.65)
        if Role.GOOD in o.roles:
            return _Vote(Stance.SUPPORTS if pole > 0 else Stance.OPPOSES, 0.5)
    return None


def _settle(votes: Sequence[tuple[_Vote, float]]) -> StanceJudgement:
    """The surest vote, by the naming words first; less sure where others say otherwise."""
    if not votes:
        return NO_POSITION
    clear = [v for v in votes if v[0].stance is not Stance.UNCLEAR] or list(votes)
    best, _ = max(clear, key=lambda v: (v[1], v[0].confidence))
    against = any(v.stance is not best.stance for v, _ in clear)
    return StanceJudgement(best.stance, round(best.confidence * (0.8 if against else 1.0), 4))
