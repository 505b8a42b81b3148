"""Judges by rule where a speaker stands: pairs of issue and statement come in, judgements go out.

Polarity, negation, modality and condition are read from the clause around the words that name the issue; no stance is
read from a bare fact, and confidence falls with what is guessed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from standpoint.coding.conditions import Dependence, read_dependence, read_sign_within
from standpoint.coding.governing import (
    IMPERATIVES,
    count_turns,
    is_far,
    is_recipient,
    is_refused,
    read_governors,
    read_judgement,
)
from standpoint.coding.operators import CueReading, Operator, OperatorReader, Role
from standpoint.coding.questions import asks, is_question
from standpoint.coding.retractions import find_retraction
from standpoint.coding.scope import Scope, find_breaks, read_scope
from standpoint.coding.stance import NO_POSITION, NONE_TAKEN, Naming, StanceJudgement, StancePair
from standpoint.coding.words import WordReader, Words
from standpoint.model import Kind, Stance

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
_PREPOSITIONS = frozenset({"on", "for", "against", "to", "with", "of"})
_ANNOUNCING = frozenset({"announc", "declar", "proclaim", "unveil"})
_TELLING = frozenset({"say", "tel", "acknowledg", "admit", "claim", "argu", "believ", "think", "insist", "conced"})
_TOLD = frozenset({"was", "were", "had"})
_PAST = frozenset({"is", "are", "was", "were", "had", "has", "have"})
_MODALS = frozenset({"will", "would", "shall"})


@dataclass(frozen=True, slots=True)
class _Vote:
    """A stance by one naming; `answers` where a threat answers it ("if they strike, we will respond")."""

    stance: Stance
    confidence: float
    answers: bool = False


@dataclass(frozen=True, slots=True)
class RuleStance:
    """The first version, by rules. Confidence falls with what is guessed: no stance is read from a bare fact."""

    reader: WordReader
    operators: OperatorReader
    models: Mapping[str, str] = field(default_factory=dict)

    def judge(self, pairs: Sequence[StancePair]) -> tuple[StanceJudgement, ...]:
        return tuple(_weighted(self._judge(pair), pair) for pair in pairs)

    def _judge(self, pair: StancePair) -> StanceJudgement:
        words = self.reader.recall(pair.content)
        if is_question(self.reader.recall(pair.cue), words):
            return NONE_TAKEN
        if not pair.named:
            return NO_POSITION
        cue = self._cue(pair, words)
        own = tuple(words.within(s) for s in pair.own)
        others = tuple(words.within(s) for s in pair.others)
        found = tuple(o for o in self.operators.read(words) if not _is_name(o, (*own, *others)))
        if cue.denies and words.lowers[:1] and words.lemmas[0] in _CLAIMS:
            return NONE_TAKEN
        votes: list[tuple[_Vote, float]] = []
        held_once: list[tuple[_Vote, float]] = []
        corrected, breaks = find_retraction(pair.content), find_breaks(pair.content, words)
        for named in pair.named:
            begin, end = words.within(named.span)
            if begin < end:
                scope = read_scope(words, begin, end, found, own, others, breaks)
                vote = _vote(scope, cue, named, pair.kind)
                if vote is not None:
                    once = corrected is not None and named.span.start < corrected
                    (held_once if once else votes).append((vote, named.weight))
        return _settle(votes or [(_reversed(vote), weight) for vote, weight in held_once])

    def _cue(self, pair: StancePair, words: Words) -> CueReading:
        """The cue with the preposition that opens the content ("insisted [on ...]"); "told [them to ...]" asks."""
        cue = self.reader.recall(pair.cue)
        opening = words.lowers[0] if len(words) else ""
        if opening in _PREPOSITIONS and pair.cue:
            cue = self.reader.recall(f"{pair.cue} {opening}")
        reading = self.operators.cue(cue)
        if _ANNOUNCING & set(cue.lemmas) and _PAST & set(words.lowers) and not _MODALS & set(words.lowers):
            return replace(reading, sign=0)  # "declared that the talks had failed" does not announce them
        if "insist" in cue.lemmas and _TOLD & set(words.lowers) and not _MODALS & set(words.lowers):
            return replace(reading, sign=0)  # "insisted that it was ready" asks for nothing; "insists they are" does
        if "tel" in cue.lemmas and reading.sign == 0 and "to" in words.lowers[1:6]:
            return replace(reading, sign=1)
        return reading


def _vote(scope: Scope, cue: CueReading, named: Naming, kind: Kind) -> _Vote | None:
    depends = read_dependence(scope)
    if depends is Dependence.IF_CLAUSE:
        return _threatened(scope, named.pole)
    if depends in (Dependence.ASKED, Dependence.BARRED):
        return _taken(named.pole * read_sign_within(scope) * (1 if depends is Dependence.ASKED else -1), 0.6)
    if depends is Dependence.ASIDE or (not cue.sign and not cue.wishes and _tells_of_another(scope)):
        return None
    vote = _rhetorical(scope, named, kind) if asks(scope, kind) else _weigh(scope, cue, named, kind)
    return _hedged(vote, scope, cue, depends)


def _hedged(vote: _Vote | None, scope: Scope, cue: CueReading, depends: Dependence | None) -> _Vote | None:
    """A vote with what its clause depends on: yes "if" and no "until" are conditional."""
    if (cue.wishes or cue.threatens) and depends in (Dependence.CONDITION, Dependence.UNTIL):
        return vote
    if depends is Dependence.POSSIBLE and (vote is None or vote.stance is Stance.UNCLEAR):
        return _Vote(Stance.CONDITIONAL, 0.5)
    if vote is None or vote.stance is Stance.UNCLEAR:
        return vote
    refused = vote.stance is Stance.OPPOSES or any(Role.NOT in o.roles for o in scope.before)
    if depends in (Dependence.CONDITION, Dependence.POSSIBLE) or (depends is Dependence.UNTIL and refused):
        return _Vote(Stance.CONDITIONAL, 0.6)
    return vote


def _weigh(scope: Scope, cue: CueReading, named: Naming, kind: Kind) -> _Vote | None:
    """An attitude in the content first, then an imperative, a judgement, the attitude of the cue, a bare claim."""
    sign, attitude = read_governors(scope, cue)
    valence = 0 if cue.rejects else read_judgement(scope)
    vote: _Vote | None = None
    if is_recipient(scope):
        return None
    if _is_indispensable(scope):
        vote = _taken(named.pole, 0.65)
    elif valence and cue.describes:
        vote = _taken(named.pole * valence * count_turns(scope), 0.7)
    elif attitude and not cue.contradicts:
        vote = _taken(named.pole * sign * (cue.sign or 1), 0.6 if is_far(scope, by_cue=False) else 0.75)
    elif _is_imperative(scope, kind):
        vote = _taken(named.pole * sign, 0.75)
    elif (cue.open and not valence) or any(Role.OPEN in o.roles for o in scope.before):
        vote = _Vote(Stance.UNCLEAR, 0.5)
    elif valence:
        vote = _taken(named.pole * valence * (-1 if cue.denies else 1) * count_turns(scope), 0.65)
    elif cue.sign and not cue.contradicts:
        vote = _taken(named.pole * cue.sign * sign, 0.6 if is_far(scope, by_cue=True) else 0.8)
    elif named.claim:
        vote = _taken(named.pole * sign, 0.7)
    elif is_refused(scope):
        vote = _taken(named.pole * sign, 0.6)
    return vote


def _is_indispensable(scope: Scope) -> bool:
    """ "Without land reform the war will never end": without it there is nothing good."""
    at = next((i for i in range(scope.begin - 1, max(scope.first, scope.begin - 4) - 1, -1)
               if scope.words.lowers[i] == "without"), None)  # fmt: skip
    if at is None:
        return False
    return any(
        o.roles & {Role.NOT, Role.BAD} for o in scope.operators if o.first != at and not o.first <= at < o.stop
    )


def _is_name(o: Operator, named: tuple[tuple[int, int], ...]) -> bool:
    """ "Rapid Support Forces" support nothing."""
    return any(a <= o.first and o.stop <= b for a, b in named)


def _tells_of_another(scope: Scope) -> bool:
    """ "Said the rebels reject the truce" tells what the rebels hold, and not what the speaker does."""
    tells = (i for i in range(scope.first, scope.begin) if scope.words.lemmas[i] in _TELLING)
    if any(scope.is_others(i) for i in tells):
        return True  # "the envoy had acknowledged that ..."
    verbs = [o for o in scope.before if o.roles & {Role.FOR, Role.AGAINST}]
    judged = any(
        o.roles & {Role.MUST, Role.GOOD, Role.BAD} for o in (*scope.operators, *scope.sequel) if o not in verbs
    )
    if not verbs or judged or Role.BAD in verbs[0].roles:
        return False  # "said the rebels were undermining the truce" accuses
    return scope.is_others(verbs[0].first) or scope.is_of_some


def _rhetorical(scope: Scope, named: Naming, kind: Kind) -> _Vote | None:
    """ "Why would they not sign?" speaks for it, "why should we sign?" against; other questions take no side."""
    if kind not in (Kind.DIRECT, Kind.MIXED):
        return None
    opening = scope.words.lowers[scope.first : scope.first + 4]
    if not {"why", "who"} & set(opening):
        return None
    between = scope.words.lowers[scope.first : scope.begin]
    sign = 1 if {"not", "n't"} & set(between) else -1
    for o in scope.before:
        if Role.TURN in o.roles or (Role.AGAINST in o.roles):
            sign = -sign
    return _taken(named.pole * sign, 0.5)


def _reversed(vote: _Vote) -> _Vote:
    """What was held once and has been taken back since."""
    sides = {Stance.SUPPORTS: Stance.OPPOSES, Stance.OPPOSES: Stance.SUPPORTS}
    return replace(vote, stance=sides.get(vote.stance, vote.stance), confidence=min(vote.confidence, 0.6))


def _weighted(judged: StanceJudgement, pair: StancePair) -> StanceJudgement:
    """As sure as the words name the issue."""
    return replace(judged, confidence=round(judged.confidence * pair.weight, 4))


def _taken(side: int, confidence: float) -> _Vote:
    return _Vote(Stance.SUPPORTS if side > 0 else Stance.OPPOSES, confidence)


def _is_imperative(scope: Scope, kind: Kind) -> bool:
    """ "Recognise our borders and sign the treaty": a bare verb opens the clause in the speaker's own words."""
    if kind not in (Kind.DIRECT, Kind.MIXED) or scope.first >= scope.begin:
        return False
    opening = next((i for i in range(scope.first, scope.begin) if scope.words.lowers[i][0].isalnum()), scope.begin)
    lower = scope.words.lowers[opening]
    return lower in IMPERATIVES or any(o.first == opening and Role.FOR in o.roles for o in scope.operators)


def _threatened(scope: Scope, pole: int) -> _Vote | None:
    """ "If they strike, we will respond" opposes the strike; "if ..., it would be right" supports it."""
    for o in scope.operators:
        if scope.begin <= o.first < scope.end or Role.IF in o.roles:
            continue
        if o.roles & {Role.THREAT, Role.BAD}:
            return replace(_taken(-pole, 0.65), answers=True)
        if Role.GOOD in o.roles:
            return _taken(pole, 0.5)
    return None


def _settle(votes: Sequence[tuple[_Vote, float]]) -> StanceJudgement:
    """The surest vote, by the naming words first; less sure where others say otherwise."""
    if not votes:
        return NO_POSITION
    answered = next((v for v, _ in votes if v.answers), None)
    if answered is not None:
        return StanceJudgement(answered.stance, answered.confidence)
    clear = [v for v in votes if v[0].stance is not Stance.UNCLEAR] or list(votes)
    best, _ = max(clear, key=lambda v: (v[1], v[0].confidence))
    against = any(v.stance is not best.stance for v, _ in clear)
    return StanceJudgement(best.stance, round(best.confidence * (0.8 if against else 1.0), 4))
