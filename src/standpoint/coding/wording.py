"""A statement as a sentence that can be read by itself: a view and an attribution come in, its words and those before
it go out.

The speaker's name stands for a pronoun, because a model that reads one sentence does not know who "he" is.
"""

from __future__ import annotations

import re

from standpoint.coding.view import DocumentView

_PRONOUNS = frozenset(
    {"i", "we", "he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "our", "my", "who", "which"}
)
_UNNAMED = re.compile(r"\s*\(unnamed\)$")


def word_statement(view: DocumentView, index: int) -> str:
    """Source, cue and content in the order of the text, with the speaker's name for a pronoun or no source."""
    attribution = view.attributions[index]
    parts = [(span, span.of(view.text)) for span in (*attribution.cue, *attribution.content)]
    speakers = view.actors.resolutions[index].speakers
    name = " and ".join(_UNNAMED.sub("", s.name) for s in speakers[:2])
    for span in attribution.source:
        words = span.of(view.text)
        parts.append((span, name if name and words.lower() in _PRONOUNS else words))
    told = [words for _, words in sorted(parts, key=lambda p: p[0])]
    if not attribution.source and name:
        told.insert(0, f"{name}:")
    return " ".join(" ".join(told).split())


def words_before(view: DocumentView, index: int) -> str:
    """The sentence before the one in which a statement begins, and what stands before the statement in its own."""
    attribution = view.attributions[index]
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    first = min(spans).start
    at = view.sentence_index(first)
    begin = view.sentences[max(0, at - 1)].start if view.sentences else 0
    return " ".join(view.text[begin:first].split()) if begin < first else ""
