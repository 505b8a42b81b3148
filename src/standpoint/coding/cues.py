"""Codes what a cue does by itself: a view, an attribution and the cue's words come in, an act goes out, or None where
the content has to tell.

"accused" and "urged" name an act; "would not agree" turns one round; "asked whether" names none.
"""

from __future__ import annotations

import re

from standpoint.coding.deeds import DeedReader
from standpoint.coding.view import DocumentView
from standpoint.coding.words import WordReader, Words
from standpoint.model import Act, Attribution, Kind, Span

FRIENDLY = frozenset({Act.AGREE, Act.CONSULT, Act.SUPPORT, Act.CONCEDE, Act.COOPERATE, Act.AID, Act.RETREAT})
_TOLD_TO = re.compile(r"(?:[\w’'-]+\s+){1,5}?(?:not\s+)?to\s+(?!the\b|a\b)[a-z]+\b")
_NAMING = frozenset({"cal", "describ", "brand", "label", "characteris", "characteriz", "see", "regard", "dub"})
_DOES_NOT_REJECT = re.compile(
    r"\b(?:not|n[’']t|never|neither|nobody)\s+(?:[a-z]+ly\s+)?(?:yet\s+)?(?:reject|refuse|oppose|dismiss|rule|object|"
    r"deny|denied|exclude|veto|dispute|contest|contradict|resist|disagree|block|renounce|abandon)|\bneither\b.*\bnor\b"
)
_NOMINAL = re.compile(r"(?:repeated |renewed |latest |own )?(?:calls?|demands?|appeals?|pleas?|requests?)")
_BARE_CALL = re.compile(r"calls?")
_OWNER = re.compile(r"(?:^|\s)(?:its|his|her|their|our|my)$|['’]s?$", re.IGNORECASE)
_CALLED_FOR = re.compile(r"(?:for|to|on|that)\b")
_QUESTION = re.compile(r"\W*(?:who|whom|whose|what|which|how|why|when|where|whether|if)\b", re.IGNORECASE)
_NEGATION = re.compile(r"\b(?:not|never|cannot|neither)\b")
_NOBODY = re.compile(r"(?:neither|nobody|no one|none|no)\b", re.IGNORECASE)
_WILL_NOT = re.compile(
    r"\b(?:(?:would|will|wo|could|can|ca|shall)\s+(?:not|never)|cannot)\s+(?:[a-z]+ly\s+|even\s+|yet\s+)?(?P<verb>[a-z]+)"
)
_WOULD = re.compile(r"\b(?:would|will|could|can)\s+(?P<verb>[a-z]+)|\bever\s+(?P<done>admitted|accepted|agreed)\b")
# What one leaves undone without refusing anything that was asked for: "would not comment", "could not rule out".
_NO_REFUSAL = frozenset({
    "comment", "confirm", "hide", "repeat", "give", "forget", "rest", "stand", "stop", "abandon", "rule", "deny",
    "exclude", "oppose", "object", "dispute", "contest", "be", "have", "mind", "hesitate", "know", "expect",
    "believe", "imagine", "understand", "see", "remember", "attack", "harm",
})  # fmt: skip
_TOLD_BY_NOBODY = _NO_REFUSAL | {"say", "explain", "tell", "predict", "speak"}
_WOULD_NOT_HAVE = re.compile(r"\b(?:would|will|wo)\s+not\s+have$")
_ACCOUNT = re.compile(
    r"(?:the|that|this|these|those|such|his|her|their|a)\s+(?:\w+\s+)?(?:versions?|reports?|accounts?|story|stories|idea|"
    r"charges?|claims?|allegations?|rumou?rs?|accusations?|suggestion|notion|theory)\b(?![’'])",
    re.IGNORECASE,
)
_UNTRUE = re.compile(
    r"\b(?:untrue|false|fiction|fantasy|fantasies|nonsense|fabrications?|fairy tales?|inventions?)\b"
)
_PICTURE = re.compile(r"[“\"‘']an?\s+(?![^”\"]*(?:\bnot\b|\bno view\b|\bmatter of\b|\bgood\b|\bright\b|\bbest\b))")
_AHEAD = re.compile(r"\b(?:will|would|shall|there (?:was|is|were|are) no)\b(?!\s+(?:not|never)\b)")
_YIELDS = re.compile(r"\b(?:will|would|could|shall)\s+(?!not\b|have\b)")
OWN_FUTURE = re.compile(
    r"\b(?:we|it|he|she|they|(?:our|its|his|her|their)\s+\w+)\b[^.;?!]*?\b(?:will|would|shall)\s+(?!not\b)",
    re.IGNORECASE,
)
_ADJOINING, _GOVERNED = 40, 80


class CueReader:
    """Reads cues with the shipped act lexicon."""

    def __init__(self, reader: WordReader, deeds: DeedReader) -> None:
        self._reader, self._deeds = reader, deeds

    def read(self, view: DocumentView, attribution: Attribution, cue: Words) -> Act | None:
        """What the cue does, with the words that it governs ("insisted [on ...]", "suspended [the truce]")."""
        if not attribution.cue:
            return None
        lemmas = set(cue.lemmas)
        content = attribution.content[0].of(view.text)
        if "tel" in lemmas and _TOLD_TO.match(content):
            return Act.REQUEST
        if {"ask", "wonder"} & lemmas and attribution.kind is Kind.DIRECT:
            return None
        if {"ask", "wonder"} & lemmas and "for" not in cue.lowers and _QUESTION.match(content):
            return Act.STATE
        if _is_nominal(view, attribution, content):
            return Act.REQUEST
        named = _names_only(cue, content)
        return self._named(view, attribution) if named else self._turned(view, attribution, cue)

    def _lexical(self, view: DocumentView, attribution: Attribution, cue: Words) -> Act | None:
        last, content = attribution.cue[-1], attribution.content[0]
        if not names(cue) and last.end <= content.start <= last.end + _ADJOINING:
            governed = Span(content.start, min(content.end, content.start + _GOVERNED)).of(view.text)
            words = " ".join(c.of(view.text) for c in attribution.cue)
            return self._deeds.cue_act(self._reader.read(f"{words} {governed}"), len(cue))
        return self._deeds.cue_act(cue)

    def _turned(self, view: DocumentView, attribution: Attribution, cue: Words) -> Act | None:
        """The act with the negation of the cue or of its source taken in, and with what follows a promise."""
        act = self._lexical(view, attribution, cue)
        words = " ".join(cue.lowers)
        content = attribution.content[0].of(view.text)
        nobody = bool(attribution.source) and _NOBODY.match(attribution.source[0].of(view.text)) is not None
        if act is Act.REJECT and (_DOES_NOT_REJECT.search(words) or nobody):
            return Act.STATE
        if attribution.kind is not Kind.ASCRIBED and (nobody or _NEGATION.search(words)):
            return _negated(words, act, nobody=nobody)
        if act is None and {"assur", "reassur"} & set(cue.lemmas) and _AHEAD.search(content):
            return Act.AGREE
        if act is Act.CONCEDE and {"conced", "admit"} & set(cue.lemmas) and not content.startswith("to "):
            return act if _YIELDS.search(content) else None
        return Act.ACCUSE if act is Act.PROTEST and attribution.kind is not Kind.ASCRIBED else act

    def _named(self, view: DocumentView, attribution: Attribution) -> Act | None:
        """ "called [the report “a fairy tale”]" contests an account."""
        if attribution.kind is Kind.ASCRIBED:
            return None
        content = " ".join(c.of(view.text) for c in attribution.content)
        return Act.REJECT if _ACCOUNT.match(content) or _UNTRUE.search(content) else None


def names(cue: Words) -> bool:
    """Whether a cue gives something a name ("called", "described")."""
    return bool(_NAMING & set(cue.lemmas))


def names_in_scorn(view: DocumentView, attribution: Attribution) -> bool:
    """Whether what is named gets a picture between quotation marks ("called it “a gift to the enemy”")."""
    if attribution.kind is not Kind.MIXED:
        return False
    return any(_PICTURE.search(c.of(view.text)) for c in attribution.content)


def _names_only(cue: Words, content: str) -> bool:
    """Whether a naming cue governs a thing named; "called for" and "called on" ask."""
    return names(cue) and not ({"for", "on", "upon", "off"} & set(cue.lowers)) and not _CALLED_FOR.match(content)


def _is_nominal(view: DocumentView, attribution: Attribution, content: str) -> bool:
    """Whether the cue is a noun that asks ("his call", "the demand"), and not "he calls them rebels"."""
    words = " ".join(s.of(view.text) for s in attribution.cue).strip().lower()
    if not _NOMINAL.fullmatch(words):
        return False
    if not _BARE_CALL.fullmatch(words) or not attribution.source or _CALLED_FOR.match(content):
        return True
    return _OWNER.search(attribution.source[-1].of(view.text)) is not None


def _negated(words: str, act: Act | None, *, nobody: bool) -> Act | None:
    """What is left of an act that is not done: refused it rejects, a demand or a charge not made states."""
    if act in (Act.REQUEST, Act.ACCUSE):
        return Act.STATE
    if act in FRIENDLY:
        return Act.REJECT
    refused = (_WOULD if nobody else _WILL_NOT).search(words)
    idle = _TOLD_BY_NOBODY if nobody else _NO_REFUSAL
    if act is None and refused and (refused["verb"] not in idle or _WOULD_NOT_HAVE.search(words)):
        return Act.REJECT
    return act
