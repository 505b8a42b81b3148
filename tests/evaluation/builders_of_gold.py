"""Builds marked documents from words: a text and the words of each statement come in, documents with spans go out."""

from __future__ import annotations

from dataclasses import dataclass, field

from standpoint.evaluation import Marked
from standpoint.interchange import coded_from_json


@dataclass(frozen=True)
class Coded:
    """A statement by its words in the text, "|" standing between the parts of one role."""

    content: str
    source: str = ""
    cue: str = ""
    actor: str | None = None
    name: str | None = None
    kind: str = "indirect"
    act: str = "STATE"
    target: str | None = None
    said: str | None = None
    stances: dict[str, str] = field(default_factory=dict)
    confidence: float = 1.0


def spans(text: str, words: str) -> list[list[int]]:
    return [[text.index(w), text.index(w) + len(w)] for w in words.split("|") if w]


def mark(
    text: str,
    *rows: Coded,
    id: str = "d1",
    agreements: tuple[tuple[str, str, str | None], ...] = (),
    dates: tuple[tuple[str, str | None], ...] = (),
    language: str | None = None,
) -> Marked:
    """agreements: words, agreement and provision. dates: words and value."""
    row = {
        "document": {"id": id, "text": text, "language": language},
        "statements": [
            {
                "source": spans(text, r.source),
                "cue": spans(text, r.cue),
                "content": spans(text, r.content),
                "kind": r.kind,
                "speaker": {"name": r.name or r.actor, "actor": r.actor} if r.name or r.actor else None,
                "said": r.said,
                "act": r.act,
                "target": r.target,
                "positions": [{"issue": i, "stance": s} for i, s in r.stances.items()],
                "confidence": r.confidence,
            }
            for r in rows
        ],
        "agreements": [{"span": spans(text, w)[0], "agreement": a, "provision": p} for w, a, p in agreements],
        "dates": [{"span": spans(text, w)[0], "value": v} for w, v in dates],
    }
    return Marked.of(coded_from_json(row), "the tests")
