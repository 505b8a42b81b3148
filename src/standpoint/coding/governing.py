"""How the words of a clause act on those that name an issue: a scope and the reading of the cue come in, signs and
values go out.

Attitudes govern what follows them, negations and reversals turn it, modal verbs and judgements stand on either side.
"""

from __future__ import annotations

from standpoint.coding.operators import CueReading, Operator, Role
from standpoint.coding.scope import Scope

_FAR, _NEAR = 12, 7
_BE = frozenset({"be", "been", "is", "are", "was", "were"})
_FINITE = frozenset(
    {"will", "would", "must", "should", "can", "could", "may", "might", "is", "are", "was", "were", "has", "had"}
)
_LINKS = frozenset({"that", "which", "who", "if", "whether", "how"})
_MODALS = frozenset({"will", "would", "shall"})


def read_governors(scope: Scope, cue: CueReading) -> tuple[int, bool]:
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
    if {"with", "through"} & set(between):
        return False  # "strangles the economy with new duties" ends no duties
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


def count_turns(scope: Scope) -> int:
    sign = 1
    for o in scope.before:
        if Role.TURN in o.roles and Role.GOOD not in o.roles:
            sign = -sign
    return sign


def read_judgement(scope: Scope) -> int:
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
