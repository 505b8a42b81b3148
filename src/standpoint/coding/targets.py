"""Finds whom a statement is aimed at: a view, an attribution and its act come in, an actor code goes out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from standpoint.coding.deeds import Deed
from standpoint.coding.view import DocumentView, bounds
from standpoint.model import Act, ActorMention, Kind, Span

_PLACE = re.compile(r"\b(?:in|inside|into|from|across|near|at|over|within|throughout|around|outside)\s+(?:the\s+)?(?:\w+\s+)?$")
_AIM = re.compile(r"\b(?:to|with|against|by|on|at|of|for|toward|towards|as)\s+(?:the\s+)?$")
_BACK_ON_NOBODY = frozenset({Act.ACCUSE, Act.REJECT, Act.THREATEN, Act.SUPPORT, Act.REQUEST, Act.COERCE, Act.ASSAULT})
_NEAR = 2


class TargetReader:
    """Takes the actor named best in the content, then one beside the cue, then the one that the text is about just before."""

    def read(
        self, view: DocumentView, index: int, act: Act, deeds: Sequence[Deed], before: str | None
    ) -> str | None:
        """The target's code, or None where nobody is meant."""
        attribution = view.attributions[index]
        own = frozenset(view.speaker_codes(index))
        named = self._named(view, index, own)
        if act is Act.STATE:
            return named if attribution.kind is Kind.ASCRIBED and not deeds[:0] else None
        return named or self._beside(view, index, own) or (before if before not in own else None) or self._last(
            view, index, own, act
        )

    def _named(self, view: DocumentView, index: int, own: frozenset[str]) -> str | None:
        best: tuple[float, int, str] | None = None
        for span in view.attributions[index].content:
            mentions = view.mentions_in(span)
            for n, mention in enumerate(mentions):
                code = mention.speaker.actor
                if code is None or code in own:
                    continue
                follower = mentions[n + 1] if n + 1 < len(mentions) else None
                score = _standing(view.text, span, mention, follower)
                row = (-score, mention.span.start, code)
                best = min(best, row) if best else row
        return best[2] if best and best[0] < 0 else None

    def _beside(self, view: DocumentView, index: int, own: frozenset[str]) -> str | None:
        """An actor between the cue and the content, or within the source's own sentence after the cue."""
        attribution = view.attributions[index]
        if not attribution.cue:
            return None
        cue = bounds(attribution.cue)
        sentence = view.sentence_at(cue.start)
        for mention in view.mentions_in(Span(cue.end, max(cue.end, sentence.end))):
            inside = any(s.covers(mention.span) for s in (*attribution.content, *attribution.source))
            if not inside and mention.span.start - cue.end <= 40 and mention.speaker.actor not in own:
                return mention.speaker.actor
        return None

    def _last(self, view: DocumentView, index: int, own: frozenset[str], act: Act) -> str | None:
        """The nearest actor before the statement that is not the speaker's own side."""
        if act not in _BACK_ON_NOBODY:
            return None
        attribution = view.attributions[index]
        start = min(s.start for s in (*attribution.source, *attribution.cue, *attribution.content))
        floor = view.sentences[max(0, view.sentence_index(start) - _NEAR)].start
        before = [
            m
            for m in view.mentions_in(Span(floor, max(floor, start)))
            if m.speaker.actor and m.speaker.actor not in own and not _PLACE.search(view.text[: m.span.start][-30:])
        ]
        return before[-1].speaker.actor if before else None


def _standing(text: str, span: Span, mention: ActorMention, follower: ActorMention | None) -> float:
    """How prominently a mention stands in a content: first and as a subject, an aim, a modifier, or a mere place."""
    left = text[max(span.start, mention.span.start - 30) : mention.span.start]
    if follower is not None and text[mention.span.end : follower.span.start].strip() in ("", "-"):
        return 0.0
    if _PLACE.search(left):
        return 0.5
    opening = mention.span.start - span.start <= 8
    after = text[mention.span.end : mention.span.end + 3]
    if opening and not after.startswith(("’s", "'s")):
        return 3.0
    return 2.0 if _AIM.search(left) or opening else 1.5
