"""Tells how a mention stands in a clause: a text and a mention come in; a place or one who acts, and how prominent,
go out.
"""

from __future__ import annotations

import re

from standpoint.model import Act, ActorMention, Span

_PLACE = re.compile(
    r"\b(?:in|inside|into|from|across|near|at|over|within|throughout|around|outside|visit to|north|south|east|west"
    r"|northern|southern|eastern|western|central)\s+(?:the\s+)?(?:\w+\s+)?$"
)
_AIMS = {
    Act.ACCUSE: re.compile(r"\b(?:by|against|on|for|as)\s+(?:the\s+)?$"),
    Act.THREATEN: re.compile(r"\b(?:to|on|against|at|with|from)\s+(?:the\s+)?$"),
}
_AIM = re.compile(r"\b(?:to|with|against|by|on|for|toward|towards|as|of)\s+(?:the\s+)?$")
_OPENING = re.compile(r"(?:^|[.!?;“\"]\s*|[.!?]\s+)(?:the\s+)?$", re.IGNORECASE)
_ADJECTIVE = re.compile(
    r"(?:[a-z]ian|ish|ese|rean|ench|utch|wiss|eek|iot|raqi|raeli|emeni|audi|waiti|jani|stani|rican|occan|xican|ghan|german|"
    r"roatian|erb|ech|ovak|elsh|hai)$",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(
    r"\s+(?!(?:and|or|to|is|was|are|were|has|had|have|will|would|must|should|can|could|may|of|in|on|by|for|with|from|that|"
    r"but|as|at|who|which|said|says|not|if|when|while|after|before|over|because|against)\b)[a-z]"
)
_THING_AFTER = re.compile(r"\s+[a-z]+(?:ship|tion|ment|ity|ism|ance|ence|rule|law|plan|deal|aid)\b")
_IF = re.compile(r"\bif\b", re.IGNORECASE)
_BODY = (
    r"government|regime|army|forces?|troops|president|prime|foreign|officials?|military|authorities|delegation|side|"
    r"leaders?|leadership|presidency|parliament|navy|police|ministers?|ministry|diplomats?|counterpart|negotiators?|"
    r"people|soldiers?"
)
_RULERS = re.compile(rf"\s+(?:{_BODY})\b")
_PREDICATE = re.compile(
    rf"(?:\s+(?:{_BODY}))*(?:\s*\([^)]*\))?(?:,[^,.]{{3,60}},|,)?\s+(?:[a-z]+ly\s+|also\s+|still\s+|again\s+|never\s+)?"
    r"(?:is|are|was|were|has|have|had|will|would|must|should|could|can|cannot|may|might|did|does|do|[a-z]+(?<!s)s(?<!ss)|"
    r"[a-z]{2,}ed|kept|held|made|took|gave|broke|sent|put|let|left|met|fought|sought|began|went|came|said|withdrew)\b"
)
_GOVERNED = re.compile(
    r"\b(?:of|in|to|with|against|for|from|on|by|over|at|into|about|between|than|toward|towards|under|near)\s+"
    r"(?:the\s+)?(?:\w+\s+)?$"
)
_EMBEDDED = re.compile(r"\bthat\s+(?:the\s+)?$")
_JUDGING = frozenset({Act.ACCUSE, Act.REJECT, Act.SUPPORT})
CLEAR, SUBJECT = 1.5, 3.0


def is_place(text: str, mention: ActorMention) -> bool:
    """Whether a mention names where something is, or what kind of thing it is, and not one who acts."""
    if _PLACE.search(text[max(0, mention.span.start - 30) : mention.span.start]):
        return True
    after = text[mention.span.end : mention.span.end + 14]
    if re.match(r"-(?:held|occupied|controlled|based|born)\b", after):
        return True
    name = mention.span.of(text)
    thing = name.isupper() and _THING_AFTER.match(text, mention.span.end) is not None  # "NATO membership"
    is_adjective = thing or (bool(_ADJECTIVE.search(name)) and bool(_NOUN_AFTER.match(after)))
    return is_adjective and _RULERS.match(text[mention.span.end : mention.span.end + 20]) is None


def standing(text: str, span: Span, mention: ActorMention, follower: ActorMention | None, act: Act) -> float:
    """How prominently a mention stands in a content: as a subject, an owner, an aim, a modifier, or a mere place."""
    left = text[max(span.start, mention.span.start - 30) : mention.span.start]
    after = text[mention.span.end : mention.span.end + 3]
    if follower is not None and text[mention.span.end : follower.span.start].strip() in ("", "-"):
        standing = 0.0
    elif is_place(text, mention):
        standing = 0.5
    elif after.startswith("-"):
        standing = 0.4
    elif act is Act.THREATEN and _IF.search(left):
        standing = 3.5
    else:
        standing = _as_part(text, span, mention, act)
    return standing


def _as_part(text: str, span: Span, mention: ActorMention, act: Act) -> float:
    """How prominently one who acts stands in a clause."""
    left = text[max(span.start, mention.span.start - 30) : mention.span.start]
    owner = text[mention.span.end : mention.span.end + 3].startswith(("’s", "'s", "’ ", "' "))
    opening = span.start + (5 if text.startswith("that ", span.start) else 0)
    if (mention.span.start - opening <= 8 or _OPENING.search(left)) and not owner:
        return SUBJECT
    if not owner and not _GOVERNED.search(left) and _PREDICATE.match(text, mention.span.end):
        return 1.8 if _EMBEDDED.search(left) else 2.6
    if owner and act in _JUDGING:
        return 2.3
    return 2.0 if _AIMS.get(act, _AIM).search(left) else CLEAR
