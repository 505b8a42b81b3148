"""Finds whom a statement is aimed at: a view, an attribution and its act come in, an actor code goes out."""

from __future__ import annotations

from collections.abc import Sequence

from standpoint.coding.deeds import Deed
from standpoint.coding.view import DocumentView, bounds
from standpoint.model import Act, ActorMention, Kind, Span

_AIMED = frozenset(Act) - {Act.STATE}


class TargetReader:
    """Rules in order: the addressee beside the cue, the first actor of the content that is not the speaker's own side."""

    def read(
        self, view: DocumentView, index: int, act: Act, deeds: Sequence[Deed], own: tuple[str, ...]
    ) -> str | None:
        """The target's code, or None where nobody or several unrelated actors are meant."""
        attribution = view.attributions[index]
        content = [m for span in attribution.content for m in view.mentions_in(span)]
        others = [m for m in content if m.speaker.actor and m.speaker.actor not in own]
        if act is Act.STATE:
            return self._subject_to_infinitive(view, index, others) if attribution.kind is Kind.ASCRIBED else None
        beside = self._beside(view, index, own)
        if act in (Act.REQUEST, Act.ACCUSE, Act.SUPPORT) and others:
            return others[0].speaker.actor
        if others:
            return others[0].speaker.actor
        return beside.speaker.actor if beside else None

    def _beside(self, view: DocumentView, index: int, own: tuple[str, ...]) -> ActorMention | None:
        attribution = view.attributions[index]
        if not attribution.cue:
            return None
        cue = bounds(attribution.cue)
        sentence = view.sentence_at(cue.start)
        for mention in view.mentions_in(Span(cue.end, max(cue.end, sentence.end))):
            if any(c.covers(mention.span) for c in attribution.content):
                continue
            if mention.span.start - cue.end <= 40 and mention.speaker.actor and mention.speaker.actor not in own:
                return mention
        return None

    def _subject_to_infinitive(self, view: DocumentView, index: int, others: Sequence[ActorMention]) -> str | None:
        attribution = view.attributions[index]
        start = attribution.content[0].start
        if (
            others
            and others[0].span.start <= start + 4
            and " to " in view.text[others[0].span.end : others[0].span.end + 4]
        ):
            return others[0].speaker.actor
        return None
