"""Finds what a content asks of somebody or refuses for its speaker: a view and a span come in, yes or no and of whom
go out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from standpoint.coding.view import DocumentView
from standpoint.model import ActorMention, Span

_DUE = frozenset({"must", "should", "ought"})
_REFUSING = re.compile(
    r"(?:^|[\s“\"])(?P<who>[\w’']+)\s+(?:(?:will|would|shall)\s+(?:not|never)|(?:will|would|shall)n[’']t|won[’']t"
    r"|never\s+(?:will|would)|(?:can|could)\s+never)\s+(?:[a-z]+ly\s+|ever\s+|simply\s+|again\s+)?(?!give\s+up\s+(?:hope|the\s+(?:fight|struggle)|trying|on)\b)(?P<verb>[a-z]+)",
    re.IGNORECASE,
)
_CANNOT = re.compile(
    r"(?:^|[\s“\"‘])(?P<who>[\w’']+)\s+(?:(?:can|could)\s*(?:not|never)|(?:can|could)n?[’']t)\s+(?:[a-z]+ly\s+|possibly\s+)?"
    r"(?P<verb>accept|agree|promise|guarantee|absorb|pay|allow|sign|support|recogni[sz]e|take|sell|afford|permit|consent|"
    r"commit|countenance|host|join|lift|release|hand|tie|vote)\b",
    re.IGNORECASE,
)
_NO = re.compile(
    r"^\W*no\W*$|\b(?:say|said|says|answer|answered|reply|replied)[,:]?\s+[“\"‘']?no\b(?=\W*$|[,.;!])"
    r"|\bno\s+such\b(?!\s+(?:luck|thing\s+as))|\b(?:he|she|it|they|I|we)\s+would\s+(?:rather|sooner)\b.*\bthan\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:^|[\s“\"])(?:no|not\s+(?:a|one)(?:\s+single)?|nobody|none|no\s+one)\s+(?:[\w’'-]+\s+){0,5}?"
    r"(?:will|would|shall)\s+(?!be\s+(?!allowed|let|admitted|freed|released|accepted|signed|held)|have\b|not\b)[a-z]+",
    re.IGNORECASE,
)
_ENDED = re.compile(r"\b(?:has|have|had|must|ought|needs?)\s+(?:to\s+)?(?:stop|end|cease)\b", re.IGNORECASE)
_OWN_DEMAND = re.compile(
    r"\b(?P<who>I|we|he|she|it|they)\s+(?:still\s+|also\s+|now\s+)?(?:expect(?:s|ed)?|demand(?:s|ed)?|"
    r"ask(?:s|ed)? for|insist(?:s|ed)? on)\b"
)
_ORDER = re.compile(
    r"(?:^|[.!?;:“\"]\s*)[“\"]?(?:(?P<no>[Dd]o not|[Dd]on[’']t|[Nn]ever)\s+)?(?P<verb>[A-Z]?[a-z]+)\s+"
    r"(?!(?:is|are|was|were|has|have|had|will|would|of)\b)(?=[a-z])"
)
_ORDERS = frozenset(
    ["accept", "allow", "answer", "ask", "begin", "bring", "choose", "come", "disarm", "drop", "end",
     "follow", "free", "get", "give", "go", "hand", "hold", "implement", "join", "keep", "leave", "let",
     "lift", "listen", "make", "negotiate", "open", "pay", "pull", "put", "recognise", "recognize", "release",
     "remove", "reopen", "respect", "restore", "return", "send", "settle", "show", "sign", "start", "stay",
     "stop", "take", "talk", "tell", "wait", "withdraw"]
)  # fmt: skip
# What one does not do without refusing anything: "will not rest", "would not forget", "will not attack".
_NO_REFUSAL = frozenset(
    [
        "be",
        "have",
        "stop",
        "cease",
        "rest",
        "forget",
        "hesitate",
        "tolerate",
        "stand",
        "sit",
        "abandon",
        "attack",
        "strike",
        "invade",
        "know",
        "need",
        "matter",
        "happen",
        "lose",
        "fail",
        "waver",
        "surrender",
        "yield",
        "relent",
        "forgive",
        "use",
        "target",
        "harm",
        "bomb",
        "shell",
        "interfere",
        "change",
        "mean",
        "say",
        "comment",
        "think",
        "openly",
        "end",
        "lead",
        "cause",
        "help",
        "work",
        "solve",
        "succeed",
        "last",
    ]
)
_FIRST = frozenset({"i", "we"})
_THIRD = frozenset({"he", "she", "it", "they"})
OWN_NOUNS = frozenset(
    [
        "party",
        "side",
        "country",
        "government",
        "movement",
        "people",
        "men",
        "fighters",
        "forces",
        "troops",
        "army",
        "group",
        "delegation",
        "state",
        "nation",
        "team",
        "ministry",
        "cabinet",
        "leadership",
        "front",
        "union",
        "sides",
        "parties",
        "leaders",
        "soldiers",
        "units",
    ]
)


_LET_DOWN = re.compile(
    r"\b(?:promised|assured|swore|guaranteed)\s+(?:to\s+)?(?:us|me)\b|\b(?:we|I)\s+(?:was|were|have\s+been|had\s+been)\s+"
    r"(?:promised|assured)\b",
    re.IGNORECASE,
)
_THEIR_WILL = re.compile(
    r"[“\"‘']They\s+(?:only\s+|just\s+|still\s+)?(?:want(?:ed)?|prefer(?:red)?|would\s+(?:like|rather)|do\s*n[o’']t\s+want|"
    r"refused?)\b"
)


def complains(text: str) -> bool:
    """Whether quoted words charge others with a promise forgotten or with ill will ("They assured us that ...")."""
    quoted = text.lstrip()[:1] in "“\"‘'" and text.strip() != ""
    return quoted and (_LET_DOWN.search(text) is not None or _THEIR_WILL.match(text.lstrip()) is not None)


def find_demand(view: DocumentView, span: Span, *, direct: bool, own: tuple[str, ...]) -> tuple[bool, str | None]:
    """ "Armenia must sign", "let us start", "you should know": whether there is one, and of whom."""
    if _ENDED.search(span.of(view.text)) or (direct and _orders(span.of(view.text))):
        return True, None
    if any(m["who"].lower() in _FIRST or not direct for m in _OWN_DEMAND.finditer(span.of(view.text))):
        return True, None
    first, stop = view.words.within(span)
    lowers = view.words.lowers
    for i in range(first, stop):
        if lowers[i : i + 2] == ("let", "us") and (direct or i > first):
            return True, None
        if lowers[i] not in _DUE and lowers[i : i + 2] not in (("had", "to"), ("has", "to")):
            continue
        if lowers[i - 1] == "you":
            return True, None
        subjects = [m for m in view.mentions_in(span) if m.span.end <= view.words.starts[i]]
        if subjects and subjects[-1].speaker.actor not in own:
            gap = view.text[subjects[-1].span.end : view.words.starts[i]]
            if len(gap.split()) <= 6 and not set(".;,“") & set(gap):
                return True, _outermost(subjects, view.text).speaker.actor
    return False, None


def refuses(view: DocumentView, span: Span, *, direct: bool, own: tuple[str, ...]) -> bool:
    """ "It would not return to the table": whether the speaker's own side says that it will not do something."""
    text = span.of(view.text)
    if _NOBODY.search(text) or _NO.search(text):
        return True
    for m in chain(_REFUSING.finditer(text), _CANNOT.finditer(text)):
        if m["verb"].lower() in _NO_REFUSAL:
            continue
        who = m["who"].lower()
        if who in (_FIRST if direct else _FIRST | _THIRD) or (
            who in OWN_NOUNS and _is_own_noun(text, m.start("who"))
        ):
            return True
        place = Span(span.start, span.start + m.end("who"))
        ending = [n for n in view.mentions_in(place) if n.span.end == place.end]
        if ending and ending[-1].speaker.actor in own:
            return True
    return False


def _orders(text: str) -> bool:
    """Whether a sentence of a quotation begins with a verb in the imperative ("Take the rest.")."""
    found = (m for m in _ORDER.finditer(text) if m["no"] or m["verb"][0].isupper() or m.start("verb") <= 1)
    return any(m["verb"].lower() in _ORDERS for m in found)


def _is_own_noun(text: str, at: int) -> bool:
    """ "his party", or "the country" at the very beginning, where nobody else has been named."""
    own = re.search(r"\b(?:his|her|its|their|our|my)\s+(?:\w+\s+)?$", text[:at], re.IGNORECASE)
    return own is not None or re.fullmatch(r"\W*(?:the|this)\s+", text[:at], re.IGNORECASE) is not None


def _outermost(mentions: Sequence[ActorMention], text: str) -> ActorMention:
    """The first of several actors joined by "and" that end a list of mentions."""
    at = len(mentions) - 1
    while at > 0 and text[mentions[at - 1].span.end : mentions[at].span.start].strip(" ,").split()[:1] == ["and"]:
        at -= 1
    return mentions[at]
