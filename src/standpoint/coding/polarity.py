"""Judges by rule where a speaker stands: pairs of issue and statement come in, judgements go out.

Polarity, negation, modality and condition are read from the clause around the words that name the issue; no stance is
read from a bare fact, and confidence falls with what is guessed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from standpoint.coding.conditions import Dependence, read_dependence, read_sign_within
from standpoint.coding.operators import CueReading, Operator, OperatorReader, Role
from standpoint.coding.scope import Scope, read_scope
from standpoint.coding.stance import NO_POSITION, Naming, StanceJudgement, StancePair
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
_IMPERATIVES = frozenset(
    {"sign", "recognise", "recognize", "open", "settle", "return", "release", "start", "begin", "end", "stop",
     "keep", "give",
     "lift", "let", "accept", "respect", "implement", "allow", "restore", "withdraw", "join", "come", "hold",
     "free", "leave"}
)  # fmt: skip
_FAR, _NEAR = 12, 7
_PREPOSITIONS = frozenset({"on", "for", "against", "to", "with", "of"})
_ANNOUNCING = frozenset({"announc", "declar", "proclaim", "unveil"})
_PAST = frozenset({"is", "are", "was", "were", "had", "has", "have"})
_BE = frozenset({"be", "been", "is", "are", "was", "were"})
_FINITE = frozenset(
    {"will", "would", "must", "should", "can", "could", "may", "might", "is", "are", "was", "were", "has", "had"}
)
_LINKS = frozenset({"that", "which", "who", "if", "whether", "how"})
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
        return tuple(self._judge(pair) for pair in pairs)

    def _judge(self, pair: StancePair) -> StanceJudgement:
        words = self.reader.read(pair.content)
        cue = self._cue(pair, words)
        own = tuple(words.within(s) for s in pair.own)
        others = tuple(words.within(s) for s in pair.others)
        found = tuple(o for o in self.operators.read(words) if not _is_name(o, (*own, *others)))
        if cue.denies and words.lowers[:1] and words.lemmas[0] in _CLAIMS:
            return NO_POSITION
        votes = []
        for named in pair.named:
            begin, end = words.within(named.span)
            if begin < end:
                scope = read_scope(words, begin, end, found, own, others)
                vote = _vote(scope, cue, named, pair.kind)
                if vote is not None:
                    votes.append((vote, named.weight))
        return _settle(votes)

    def _cue(self, pair: StancePair, words: Words) -> CueReading:
        """The cue with the preposition that opens the content ("insisted [on ...]"); "told [them to ...]" asks."""
        cue = self.reader.read(pair.cue)
        opening = words.lowers[0] if len(words) else ""
        if opening in _PREPOSITIONS and pair.cue:
            cue = self.reader.read(f"{pair.cue} {opening}")
        reading = self.operators.cue(cue)
        if _ANNOUNCING & set(cue.lemmas) and _PAST & set(words.lowers) and not _MODALS & set(words.lowers):
            return replace(reading, sign=0)  # "declared that the talks had failed" does not announce them
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
    vote = _rhetorical(scope, named, kind) if scope.asks else _weigh(scope, cue, named, kind)
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
    sign, attitude = _governed(scope, cue)
    valence = 0 if cue.rejects else _judged(scope)
    vote: _Vote | None = None
    if _is_indispensable(scope):
        vote = _taken(named.pole, 0.65)
    elif attitude and not cue.contradicts:
        vote = _taken(named.pole * sign * (cue.sign or 1), 0.75)
    elif _is_imperative(scope, kind):
        vote = _taken(named.pole * sign, 0.75)
    elif (cue.open and not valence) or any(Role.OPEN in o.roles for o in scope.before):
        vote = _Vote(Stance.UNCLEAR, 0.5)
    elif valence:
        vote = _taken(named.pole * valence * (-1 if cue.denies else 1) * _turns(scope), 0.65)
    elif cue.sign and not cue.contradicts:
        vote = _taken(named.pole * cue.sign * sign, 0.8)
    elif named.claim:
        vote = _taken(named.pole * sign, 0.7)
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
    verbs = [o for o in scope.before if o.roles & {Role.FOR, Role.AGAINST}]
    judged = any(
        o.roles & {Role.MUST, Role.GOOD, Role.BAD} for o in (*scope.operators, *scope.sequel) if o not in verbs
    )
    return bool(verbs) and not judged and scope.is_others(verbs[0].first)


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


def _taken(side: int, confidence: float) -> _Vote:
    return _Vote(Stance.SUPPORTS if side > 0 else Stance.OPPOSES, confidence)


def _governed(scope: Scope, cue: CueReading) -> tuple[int, bool]:
    """The sign that operators over the naming words give, and whether one of them shows an attitude."""
    sign, attitude = 1, False
    for o in scope.before:
        if Role.ONLY in o.roles:
            sign, attitude = 1, True
        elif Role.NOT in o.roles:
            sign = -sign if _reaches(scope, o) and not (sign < 0 and _continues(scope, o)) else sign
        elif cue.warns and scope.words.lowers[o.first : o.stop] == ("against",):
            continue  # "warned [them against X]" says no once
        elif Role.AGAINST in o.roles:
            sign, attitude = -sign, True
        elif Role.FOR in o.roles or Role.MUST in o.roles:
            attitude = True
            if Role.TURN in o.roles:
                sign = -sign
        elif Role.TURN in o.roles:
            sign = -sign if _is_over(scope, o) else sign
        elif Role.WILL in o.roles and scope.is_own(o.first):
            attitude = True
    return _followed(scope, sign, attitude=attitude)


def _followed(scope: Scope, sign: int, *, attitude: bool) -> tuple[int, bool]:
    """What stands behind the naming words adds: "must stop", "will go ahead", "would not be accepted"."""
    modal, negated, turned = -1, False, False
    for o in scope.after:
        left = scope.words.lowers[max(scope.end, o.first - 3) : o.first]
        near = modal >= 0 and o.first - modal <= 2
        if Role.PROCEED in o.roles and any(w in _MODALS for w in left):
            attitude = True
        elif o.roles & {Role.MUST, Role.WILL}:
            attitude = attitude or Role.MUST in o.roles or scope.is_own(o.first)
            sign = -sign if Role.TURN in o.roles else sign  # "has to go"
            modal, turned = o.stop, False
        elif o.roles & {Role.FOR, Role.AGAINST} and any(w in _BE for w in left) and any(w in _MODALS for w in left):
            attitude, sign = (
                True,
                sign * (-1 if Role.AGAINST in o.roles else 1) * (-1 if negated and not turned else 1),
            )
        elif Role.FOR in o.roles and negated and not turned and o.first - scope.end <= _NEAR:
            attitude, sign = True, -sign  # "was not something it could accept"
        elif near and (Role.NOT in o.roles or Role.TURN in o.roles):
            sign, modal, turned = -sign, o.stop, True
        negated = Role.NOT in o.roles or (negated and not o.roles & {Role.MUST, Role.WILL, Role.GOOD, Role.BAD})
    return sign, attitude


def _is_over(scope: Scope, o: Operator) -> bool:
    """Whether a verb reaches the naming words: "a deal to end the war will require compromise" ends no compromise."""
    between = scope.words.lowers[o.head_stop : scope.begin]
    if "and" in between and _FINITE & set(scope.words.lowers[scope.end : scope.end + 1]):
        return False  # "must not waste time and aid must move"
    finite = next((i for i, w in enumerate(between) if w in _FINITE), None)
    return finite is None or any(w in _LINKS for w in between[:finite])


def _continues(scope: Scope, o: Operator) -> bool:
    """ "No talks and no truce": the second no only repeats the first."""
    return o.first > scope.first and scope.words.lowers[o.first - 1] in ("and", "or", "nor")


def _reaches(scope: Scope, negation: Operator) -> bool:
    """A negation ends at the next "and": "must not shell the city and allow aid in" wants the aid."""
    if scope.words.lowers[negation.first] in ("nor", "neither", "without"):
        return True
    return not {"and", "but"} & set(scope.words.lowers[negation.stop : scope.begin])


def _is_imperative(scope: Scope, kind: Kind) -> bool:
    """ "Recognise our borders and sign the treaty": a bare verb opens the clause in the speaker's own words."""
    if kind not in (Kind.DIRECT, Kind.MIXED) or scope.first >= scope.begin:
        return False
    opening = next((i for i in range(scope.first, scope.begin) if scope.words.lowers[i][0].isalnum()), scope.begin)
    lower = scope.words.lowers[opening]
    return lower in _IMPERATIVES or any(o.first == opening and Role.FOR in o.roles for o in scope.operators)


def _turns(scope: Scope) -> int:
    sign = 1
    for o in scope.before:
        if Role.TURN in o.roles and Role.GOOD not in o.roles:
            sign = -sign
    return sign


def _judged(scope: Scope) -> int:
    """The value that a predicate of the clause gives: GOOD or BAD, turned by a negation right before it."""
    value, flip = 0, 1
    for o in scope.operators:
        if (o.first < scope.end and o.stop > scope.begin) or o.first - scope.end > _FAR:
            continue
        if o.stop <= scope.begin and {Role.TURN, Role.BAD} <= o.roles:
            continue  # "sabotaging the deal" harms what is named
        if Role.NOT in o.roles:
            flip = -1
            continue
        if Role.BAD in o.roles:
            value = -flip
        elif Role.GOOD in o.roles and value >= 0:
            value = flip
        flip = 1
    return value


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
