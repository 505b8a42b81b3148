"""Reads whether the clause around a time expression looks back or ahead: text and spans in, a tense out."""

from __future__ import annotations

import re

from standpoint.coding.days import Tense
from standpoint.model import Span

_GROUP = r"(?:\s+(?:not|also|now|then|still|only|[a-z]+ly))?(?:\s+be(?:en)?)?(?:\s+[a-z]+)?"
_AHEAD = (
    rf"(?:will|shall|won['’]t|would|could|must|should|may|might|can|cannot)\b{_GROUP}|[a-z]+['’]ll{_GROUP}|going\s+to\s+[a-z]+"
    r"|(?:is|are|was|were|be|been)\s+(?:also\s+|now\s+|still\s+)?(?:due|set|scheduled|expected|slated|planned|poised)\b(?:\s+to\s+(?:be\s+)?[a-z]+)?"
    r"|(?:is|are|was|were)\s+to\s+(?:be\s+)?[a-z]+|to\s+be\s+[a-z]+|(?<=,)\s+to\s+[a-z]+|scheduled(?:\s+to\s+(?:be\s+)?[a-z]+)?|slated|due|planned|upcoming"
    r"|(?:plans?|planning|intends?|expects?|wants?|hopes?|ready|willing|prepar(?:es|ing|ed)|agreed|promised|pledged|vowed"
    r"|invited|offered|ordered|threatened|decided|set)\s+(?:[\w’']+\s+){0,3}?to\s+(?:be\s+)?[a-z]+"
    r"|(?:is|are)\s+(?!being|saying|reporting)[a-z]+ing"
)
_BACK = (
    r"[a-z]{3,}ed|said|told|was|were|had|has|have|held|met|began|took|gave|made|came|went|saw|spoke|wrote|put|sent|left"
    r"|broke|found|shot|struck|fell|won|lost|fought|became|brought|thought|withdrew|chose|drew|kept|stood|flew|got|rose"
    r"|ran|sat|paid|sought|swore|threw|understood|did|hit"
)
_MARK = re.compile(rf"(?<!\w)(?:(?P<ahead>{_AHEAD})|(?P<back>{_BACK}))(?!\w)")
_NOT_VERBS = frozenset({"united", "need", "indeed", "hundred", "armed", "unprecedented", "limited", "rebel-held"})
_BREAK = re.compile(
    r"[;:“”\"()]|\s[–—-]\s|\b(?:that|where|which|who)\b|,\s+(?:and|but|while|as|after|when|because|although)\b"
)
_AHEAD_LEFT = re.compile(
    r"\b(?:by|until|till|no later than|starting|as of|due|(?:scheduled|planned|set|slated) for|deadline (?:of|on))\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_BACK_LEFT = re.compile(
    r"\b(?:since|as recently as|dated|signed (?:on|in)|of)\s+(?:early\s+|late\s+|mid-?)?(?:the\s+)?$", re.IGNORECASE
)


def read_tense(text: str, span: Span, sentence: Span) -> Tense:
    """The tense of the verb group that governs `span` inside `sentence`: the nearest before it in its clause, else
    after.

    `Tense.OPEN` where no verb decides.
    """
    left = text[sentence.start : span.start]
    if _BACK_LEFT.search(left):
        return Tense.PAST
    if _AHEAD_LEFT.search(left):
        return Tense.FUTURE
    breaks = [m.end() for m in _BREAK.finditer(left)]
    here = _marks(left[breaks[-1] :] if breaks else left)
    if here:
        return here[-1]
    right = text[span.end : sentence.end]
    stop = _BREAK.search(right)
    after = _marks(right[: stop.start()] if stop else right)
    if after:
        return after[0]
    before = _marks(left)
    return before[-1] if before else Tense.OPEN


def _marks(clause: str) -> list[Tense]:
    return [
        Tense.FUTURE if m["ahead"] is not None else Tense.PAST
        for m in _MARK.finditer(clause)
        if m["back"] is None or m["back"] not in _NOT_VERBS
    ]
