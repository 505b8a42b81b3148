"""Finds agreements named by kind alone where somebody is to keep or has broken one: a view and the instruments named
so far come in, spans with their instrument go out.

"The deal" may be any deal; "must respect the deal" means the one that the text has named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from standpoint.coding.view import DocumentView
from standpoint.model import Span

_KEPT = re.compile(
    r"\b(?:respect|honou?r|implement|observe|fulfil+|uphold|violat|breach|break|broke|abide by|comply with|stick to|"
    r"adhere to|carry out|enforc|live up to)\w*\s+"
    r"(?P<name>(?:(?:the|this|that|its|their)\s+)?(?:peace\s+|truce\s+|ceasefire\s+)?"
    r"(?:agreement|deal|accord|memorandum|treaty|statement|pact))\b(?!\s+(?:of|on|with|between|signed|reached|from)\b)",
    re.IGNORECASE,
)


def find_kept(view: DocumentView, named: Sequence[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """Spans with the instrument named last before each; nothing where the text has named none, or several at once."""
    for sentence in view.sentences:
        for m in _KEPT.finditer(view.text, sentence.start, sentence.end):
            span = Span(*m.span("name"))
            before = [agreement for place, agreement in named if place.end <= span.start]
            if before and not any(place.overlaps(span) for place, _ in named):
                yield span, before[-1]
