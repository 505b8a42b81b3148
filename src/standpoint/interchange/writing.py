"""Writes the interchange format: coded documents come in, JSON objects and lines of JSON Lines go out.

Keys stand in a fixed order, so that the same coding gives the same bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from standpoint.model import (
    AgreementMention,
    CodedDocument,
    Document,
    Event,
    Spans,
    Speaker,
    Statement,
)

JsonObject = dict[str, Any]

# Characters that JSON may hold bare but that end a line for some readers, and halves of surrogate pairs.
_BARE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def document_to_json(document: Document) -> JsonObject:
    """The `document` part of the format; `furniture` lists the stretches that are kept but not coded."""
    return {
        "id": document.id,
        "url": document.url,
        "publisher": document.publisher,
        "published": _day_to_json(document.published),
        "title": document.title,
        "language": document.language,
        "text": document.text,
        "furniture": [{"span": list(f.span), "reason": f.reason} for f in document.furniture],
    }


def coded_to_json(coded: CodedDocument) -> JsonObject:
    """One coded document as a JSON object whose key order is fixed."""
    return {
        "document": document_to_json(coded.document),
        "statements": [_statement_to_json(s) for s in coded.statements],
        "agreements": [_agreement_to_json(a, coded.statements) for a in coded.agreements],
        "dates": [{"span": list(d.span), "value": d.value} for d in coded.dates],
        "events": [_event_to_json(e) for e in coded.events],
        "coder": {
            "name": coded.coder.name,
            "version": coded.coder.version,
            "models": dict(sorted(coded.coder.models.items())),
        },
    }


def dump_line(row: Mapping[str, Any]) -> str:
    """A JSON object as one line of JSON Lines, without the line end. The same object gives the same characters.

    Every reader finds one line in it: characters such as U+2028 are written as escapes.
    """
    text = json.dumps(row, ensure_ascii=False, separators=(", ", ": "))
    return _BARE.sub(lambda m: f"\\u{ord(m.group()):04x}", text)


def _statement_to_json(s: Statement) -> JsonObject:
    return {
        "id": s.id,
        "source": _spans_to_json(s.source),
        "cue": _spans_to_json(s.cue),
        "content": _spans_to_json(s.content),
        "kind": s.kind.value,
        "speaker": None if s.speaker is None else _speaker_to_json(s.speaker),
        "unresolved": s.unresolved,
        "said": _day_to_json(s.said),
        "setting": s.setting,
        "nested_in": s.nested_in,
        "act": s.act.value,
        "target": s.target,
        "positions": [{"issue": p.issue, "stance": p.stance.value, "confidence": p.confidence} for p in s.positions],
        "confidence": s.confidence,
    }


def _speaker_to_json(speaker: Speaker) -> JsonObject:
    return {
        "id": speaker.id,
        "name": speaker.name,
        "actor": speaker.actor,
        "sector": speaker.sector,
        "role": speaker.role,
        "how": speaker.how,
        "confidence": speaker.confidence,
    }


def _agreement_to_json(a: AgreementMention, statements: Sequence[Statement]) -> JsonObject:
    return {
        "span": list(a.span),
        "agreement": a.agreement,
        "provision": a.provision,
        "use": None if a.use is None else a.use.value,
        "statement": None if a.attribution is None else statements[a.attribution].id,
    }


def _event_to_json(e: Event) -> JsonObject:
    return {
        "span": list(e.span),
        "actor": e.actor,
        "act": e.act.value,
        "target": e.target,
        "date": e.date,
        "confidence": e.confidence,
    }


def _spans_to_json(spans: Spans) -> list[list[int]]:
    return [list(s) for s in spans]


def _day_to_json(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
