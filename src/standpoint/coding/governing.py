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
IMPERATIVES = frozenset(
    {"sign", "recognise", "recognize", "open", "settle", "return", "release", "start", "begin", "end", "stop",
     "keep", "give",
     "lift", "let", "accept", "respect", "implement", "allow", "restore", "withdraw", "join", "come", "hold",
     "free", "leave"}
)  # fmt: skip
_SAYING = frozenset({"tell", "say", "note", "see", "repeat", "explain", "add", "answer", "mention", "recall", "wait"})
_RELATIVES = frozenset({"that", "which", "who"})
_AWAY = frozenset({"out", "gone", "off", "away"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "this", "these", "those"})
_GIVING = frozenset(
    {"give", "giv", "hand", "deliver", "send", "pas", "submit", "supply", "report", "transfer", "show"}
)
_LIGHT = frozenset({"chance", "boost", "impetus", "momentum", "push", "way", "end", "halt", "priority", "weight"})
_CHAIN = frozenset({"of", "in", "on", "over", "with", "from", "beside", "at", "by", "for", "under", ","})


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
        elif not cue.sign and _accuses(scope, o):
            attitude = True
        elif Role.AGAINST in o.roles:
            sign, attitude = (sign if _by_doing(scope, o) else -sign), True
        elif Role.FOR in o.roles or Role.MUST in o.roles:
            attitude = True
            if Role.TURN in o.roles:
                sign = -sign
        elif Role.TURN in o.roles:
            sign = -sign if _is_over(scope, o) else sign
        elif Role.WILL in o.roles and scope.is_own(o.first) and not _only_says(scope, o):
            attitude = True
    if _is_sent_away(scope):
        sign = -sign
    return _followed(scope, sign, attitude=attitude)


def _followed(scope: Scope, sign: int, *, attitude: bool) -> tuple[int, bool]:
    """What stands behind the naming words adds: "must stop", "will go ahead", "would not be accepted"."""
    modal, negated, turned, judged = -1, False, False, -1
    for o in scope.after:
        if judged >= 0 and _RELATIVES & set(scope.words.lowers[judged : o.first]):
            break  # "was a mistake that they would pay for"
        judged = o.stop if o.roles & {Role.GOOD, Role.BAD} else judged
        left = scope.words.lowers[max(scope.end, o.first - 3) : o.first]
        near = modal >= 0 and o.first - modal <= 2
        if Role.PROCEED in o.roles and any(w in _MODALS for w in left):
            attitude = True
        elif o.roles & {Role.MUST, Role.WILL}:
            attitude = attitude or Role.MUST in o.roles or (scope.is_own(o.first) and not _only_says(scope, o))
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
    if _begins_anew(scope, between) and not (
        "to" in scope.words.lowers[o.stop - 1 : o.stop + 1] and "to" not in between[-2:]
    ):
        return False
    if {"with", "through"} & set(between) or _by_doing(scope, o):
        return False  # "strangles the economy with new duties" ends no duties
    finite = next((i for i, w in enumerate(between) if w in _FINITE), None)
    return finite is None or any(w in _LINKS for w in between[:finite])


def _begins_anew(scope: Scope, between: tuple[str, ...]) -> bool:
    """ "To free the doctors and to let aid in", "to end the curfew and hold elections": a second verb is joined."""
    if "and" not in between:
        return False
    at = scope.begin - between[::-1].index("and")
    rest = scope.words.lowers[at : scope.begin]
    if rest[:1] == ("to",) or any(o.first == at and o.roles & {Role.FOR, Role.MUST} for o in scope.operators):
        return True
    return not rest and scope.words.lowers[at] in IMPERATIVES


def _is_sent_away(scope: Scope) -> bool:
    """ "Wants the soldiers out", "put the vote off"; "leave them out" has said so with its verb."""
    turned = any(Role.TURN in o.roles for o in scope.before[-1:])
    return scope.end < scope.stop and scope.words.lowers[scope.end] in _AWAY and not turned


def _by_doing(scope: Scope, o: Operator) -> bool:
    """ "Violating the truce by shelling the port": the port is shelled and not violated."""
    between = scope.words.lowers[o.stop : scope.begin + 1]
    return any(w == "by" and between[i + 1].endswith("ing") for i, w in enumerate(between[:-1]))


def _accuses(scope: Scope, o: Operator) -> bool:
    """ "Said they were undermining the truce" speaks for it; "undermining the truce in favour of a raid", against the
    raid."""
    helped = any(Role.FOR in other.roles and other.first > o.first for other in scope.before)
    return {Role.AGAINST, Role.BAD} <= o.roles and not helped and not scope.is_own(o.first)


def _only_says(scope: Scope, o: Operator) -> bool:
    """ "I will tell you", "we will see": what will be done is no more than saying."""
    return bool(_SAYING & set(scope.words.lowers[o.stop : o.stop + 2]))


def is_refused(scope: Scope) -> bool:
    """ "No accord will be signed": what is said no to stands before its verb."""
    no = any(Role.NOT in o.roles and scope.begin - 2 <= o.stop <= scope.begin for o in scope.before)
    return no and bool(_MODALS & set(scope.words.lowers[scope.end : scope.end + 3]))


def is_recipient(scope: Scope) -> bool:
    """ "Hand the maps to the peacekeepers" says nothing of the peacekeepers; "give a chance to peace" does."""
    lowers, at = scope.words.lowers, scope.begin - 1
    while at > scope.first and lowers[at] in _ARTICLES:
        at -= 1
    if at <= scope.first or lowers[at] != "to":
        return False
    verb = next(
        (i for i in range(at - 1, max(scope.first, at - 9) - 1, -1) if scope.words.lemmas[i] in _GIVING), None
    )
    if verb is None or at - verb < 2:
        return False
    weighs = any(verb < o.first < at and o.roles & {Role.FOR, Role.GOOD, Role.TURN} for o in scope.operators)
    return not weighs and not _LIGHT & set(lowers[verb:at])


def is_far(scope: Scope, *, by_cue: bool) -> bool:
    """Whether so much stands between the governing word and the naming words that it may govern something else."""
    heads = [o.stop for o in scope.before if o.roles & {Role.FOR, Role.AGAINST, Role.MUST, Role.WILL}]
    if not heads and not by_cue:
        return False
    if by_cue and scope.words.lowers[scope.first - 1 : scope.first] and scope.first > 0:
        return scope.words.lowers[scope.first - 1] in (".", "?", "!", "“", '"')
    between = scope.words.lowers[max(heads, default=scope.first) : scope.begin]
    return len(between) > _FAR or len([w for w in between if w in _CHAIN]) > 2


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
