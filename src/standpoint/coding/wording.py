"""A statement as a sentence that can be read by itself: its spans come in, its words go out.

The speaker's name stands for a pronoun, because a model that reads one sentence does not know who "he" is.
"""

from __future__ import annotations

import re

from standpoint.coding.view import DocumentView
from standpoint.model import Spans

_PRONOUNS = frozenset(
    {"i", "we", "he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "our", "my", "who", "which"}
)
_UNNAMED = re.compile(r"\s*\(unnamed\)$")


def word_statement(view: DocumentView, index: int) -> str:
    """Source, cue and content in the order of the text, with the speaker's name for a pronoun or no source."""
    attribution = view.attributions[index]
    speakers = view.actors.resolutions[index].speakers
    name = " and ".join(_UNNAMED.sub("", s.name) for s in speakers[:2])
    return tell(view.text, attribution.source, (*attribution.cue, *attribution.content), name)


def tell(text: str, source: Spans, said: Spans, name: str) -> str:
    """The words of some spans in the order of the text; `name` stands for a source that is a pronoun or missing."""
    parts = [(span, span.of(text)) for span in said]
    for span in source:
        words = span.of(text)
        parts.append((span, name if name and words.lower() in _PRONOUNS else words))
    told = [words for _, words in sorted(parts, key=lambda p: p[0])]
    if not source and name:
        told.insert(0, f"{name}:")
    return " ".join(" ".join(told).split())
