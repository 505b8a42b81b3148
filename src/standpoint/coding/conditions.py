"""Reads how the words that name an issue stand to a condition of their clause: a scope comes in, a dependence goes
out.

"Only if X", "no talks until X", "not while X goes on": it matters whether the issue is what depends or what is asked.
"""

from __future__ import annotations

from enum import StrEnum

from standpoint.coding.operators import Operator, Role
from standpoint.coding.scope import Scope


class Dependence(StrEnum):
    """`IF_CLAUSE` and `ASIDE`: the words stand in a clause of condition or of time; `ASKED`: they are what somebody
    makes a condition of; `BARRED`: they are what must end first; `CONDITION`: their clause depends on something;
    `UNTIL`: it holds up to some time; `POSSIBLE`: it can be talked of once something has happened."""

    IF_CLAUSE = "if-clause"
    ASIDE = "aside"
    ASKED = "asked"
    BARRED = "barred"
    CONDITION = "condition"
    UNTIL = "until"
    POSSIBLE = "possible"


_SURE = frozenset(
    {"unless", "provided", "providing", "only", "condition", "conditional", "contingent", "precondition", "dependent",
     "depend", "depends", "hinge", "hinges", "exchange", "return"}
)  # fmt: skip
_HANGING = frozenset(
    {"dependent", "depend", "depends", "conditional", "contingent", "hinge", "hinges", "subject", "tied"}
)
_ASIDE = frozenset({"before", "ahead", "after", "when", "while", "despite", "amid", "following", "whenever"})
_ATTITUDES = frozenset({Role.FOR, Role.AGAINST, Role.MUST, Role.GOOD, Role.BAD})
_FIRST = frozenset({"until", "till", "before", "without"})
_DURING = frozenset({"while", "as", "so"})
_TIME = frozenset({"until", "once", "as", "so", "when", "in", "before", "not"})
_MODALS = frozenset({"can", "could", "may", "might"})
_AS_SOON = ("as", "soon", "as")
_LIKENESS = frozenset({("as", "if"), ("as", "though"), ("even", "if"), ("even", "when"), ("what", "if")})
_PERFECT = frozenset({"had", "has", "have"})
_DAYS = frozenset({"the", "next", "this", "end", "summer", "winter", "spring", "autumn", "year", "month", "week"})
_REFUSALS = frozenset({Role.NOT, Role.AGAINST})


def read_dependence(scope: Scope) -> Dependence | None:
    """The first dependence that an operator or a conjunction of the clause gives, or None."""
    for o in scope.operators:
        if (
            o.stop <= scope.begin
            and scope.words.lowers[o.first : o.stop] in _LIKENESS
            and not _restarts(scope, o.first)
        ):
            return Dependence.ASIDE  # "even if they reject the truce, we will ..."
        if Role.IF not in o.roles:
            continue
        found = _before(scope, o) if o.stop <= scope.begin else _after(scope, o)
        if found is not None:
            return found
    return _aside(scope) or _behind(scope)


def _aside(scope: Scope) -> Dependence | None:
    """What a conjunction of time before the naming words makes of them."""
    for at in range(scope.begin - 1, scope.first - 1, -1):
        if scope.words.lowers[at] in _ASIDE and not _restarts(scope, at):
            if scope.words.lowers[at] in ("before", "while") and _refuses(scope, at):
                return Dependence.ASKED if scope.words.lowers[at] == "before" else Dependence.BARRED
            attitude = any(o.first > at and o.roles & _ATTITUDES for o in scope.before)
            return None if attitude else Dependence.ASIDE
    return None


def _behind(scope: Scope) -> Dependence | None:
    """What a conjunction of time behind the naming words makes of them."""
    for at in range(scope.end, scope.stop):
        if scope.words.lowers[at] == "while" and _refuses(scope, scope.begin):
            return Dependence.UNTIL
        if scope.words.lowers[at] == "before" and _refuses(scope, scope.begin) and not _is_day(scope, at + 1):
            return Dependence.UNTIL  # "no hostage will be freed before the siege is lifted"
        if scope.words.lowers[at] == "after" and _PERFECT & set(scope.words.lowers[at : at + 7]) and _wills(scope):
            return Dependence.CONDITION  # "would accept it after the army had gone"
        if scope.words.lowers[at] == "without" and any(Role.NOT in o.roles for o in scope.before):
            return Dependence.UNTIL  # "no truce without a swap"
    return None


def read_sign_within(scope: Scope) -> int:
    """What a condition asks for: "only if they stop the shelling" asks for the reverse of shelling, "until the checks
    are gone" for the end of checks."""
    sign, open_ = 1, False
    for o in scope.before:
        if Role.IF in o.roles or scope.words.lowers[o.first] in ("before", "without"):
            sign, open_ = 1, True
        elif open_ and o.roles & {Role.NOT, Role.TURN, Role.AGAINST}:
            sign = -sign
    for o in scope.after[:1]:
        if Role.TURN in o.roles and o.first - scope.end <= 4:
            sign = -sign
    return sign


def _before(scope: Scope, o: Operator) -> Dependence | None:
    words = scope.words.lowers[o.first : o.stop]
    between = scope.words.lowers[o.stop : scope.begin]
    if words == ("if",) and {",", "then"} & set(between):
        return None
    asked = words in (("if",), ("once",), ("when",), _AS_SOON) and _commits(scope, o.first)
    refused = words[0] in _FIRST | {"not"} and _refuses(scope, o.first)
    if asked or refused or _SURE & set(words):
        return Dependence.ASKED
    if words == ("if",):
        return Dependence.IF_CLAUSE
    if words[0] in _DURING and _refuses(scope, o.first):
        return Dependence.BARRED
    ended = any(w == "," and between[i + 1 : i + 2] not in (("and",), ("or",)) for i, w in enumerate(between))
    return Dependence.ASIDE if words[0] in _TIME and not ended else None


def _after(scope: Scope, o: Operator) -> Dependence | None:
    words = scope.words.lowers[o.first : o.stop]
    if o.first < scope.end:
        return None
    if any(w in _MODALS for w in scope.words.lowers[scope.end : scope.end + 3]) and words[0] not in _DURING:
        return Dependence.POSSIBLE
    if _HANGING & set(words):
        return Dependence.POSSIBLE
    if _SURE & set(words) or words in (("if",), _AS_SOON) or words[0] in ("before", "in", "subject", "once"):
        return Dependence.CONDITION
    return Dependence.UNTIL if words[0] in _FIRST | _DURING | {"not"} else None


def _refuses(scope: Scope, at: int) -> bool:
    """Whether the clause says no before the word `at`."""
    return any(o.roles & _REFUSALS for o in scope.operators if o.first < at)


def _wills(scope: Scope) -> bool:
    return any(Role.WILL in o.roles for o in scope.before)


def _is_day(scope: Scope, at: int) -> bool:
    """ "Before May", "before the end of the year": a time, and nothing that somebody must do first."""
    after = scope.words.lowers[at : min(at + 3, scope.stop)]
    return any(w[0].isdigit() for w in after) or len(_DAYS & set(after)) > 1


def _commits(scope: Scope, at: int) -> bool:
    """Whether the speaker's side offers something before the word `at`: "would talk if they free the crew"."""
    main = [o for o in scope.operators if o.first < at]
    if any(o.roles & {Role.THREAT, Role.BAD, Role.NOT, Role.AGAINST} for o in main):
        return False
    return any(Role.WILL in o.roles and (Role.FOR in o.roles or scope.is_own(o.first)) for o in main)


def _restarts(scope: Scope, at: int) -> bool:
    """Whether a clause of its own begins between a conjunction and the naming words: "after the deal there was"."""
    between = scope.words.lowers[at + 1 : scope.begin]
    return "there" in between or "," in between
