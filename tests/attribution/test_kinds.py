"""Kinds of attribution: a sentence with its source, cue and content -> kind."""

from __future__ import annotations

import pytest

from standpoint.attribution.kinds import classify_kind
from standpoint.attribution.lexicon import ASCRIBED, SPEECH, load_lexicon
from standpoint.language.quotes import find_quotations
from standpoint.model import Span


def _spans(text: str, part: str) -> tuple[Span, ...]:
    start = text.index(part) if part else -1
    return (Span(start, start + len(part)),) if part else ()


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "kind"),
    [
        ("“We will sign,” Rell said.", "Rell", "said", "“We will sign,”", "direct"),
        ("“No.”", "", "", "“No.”", "direct"),
        ("Rell said the offer was “a joke”.", "Rell", "said", "the offer was “a joke”", "mixed"),
        ("Rell called it “a joke”.", "Rell", "called", "“a joke”", "mixed"),
        ("Rell said the offer had lapsed.", "Rell", "said", "the offer had lapsed", "indirect"),
        ("Tesk voted against the text.", "Tesk", "voted against", "the text", "indirect"),
        ("Tesk wants the text changed.", "Tesk", "wants", "the text changed", "ascribed"),
        ("Tesk is determined to hold the pass.", "Tesk", "is determined", "to hold the pass", "ascribed"),
        ("Tesk is widely believed to hold back.", "Tesk", "is widely believed", "to hold back", "ascribed"),
        ("Tesk is said to be ready.", "", "is said", "Tesk", "indirect"),
        ("“Rell told me the war is over,” Ode said.", "Rell", "told", "the war is over", "indirect"),
        ("“Rell wants the war to end,” Ode said.", "Rell", "wants", "the war to end", "ascribed"),
        ("RELL: It is over.", "RELL", ":", "It is over", "direct"),
        ("Q: Is it over?", "Q", ":", "Is it over?", "direct"),
        ("Ministry: talks go on", "Ministry", ":", "talks go on", "indirect"),
    ],
)
def test_kind(text: str, source: str, cue: str, content: str, kind: str) -> None:
    parts = [_spans(text, p) for p in (source, cue, content)]
    assert classify_kind(text, *parts, find_quotations(text)) == kind


@pytest.mark.parametrize(
    ("cue", "group"),
    [
        ("has repeatedly denied", SPEECH),
        ("said", SPEECH),
        ("calls for", SPEECH),
        ("emphasized", SPEECH),
        ("emphasised", SPEECH),
        ("made it clear", SPEECH),
        ("did not rule out", SPEECH),
        ("insistence", SPEECH),
        ("is understood to", ASCRIBED),
        ("sought", ASCRIBED),
        ("favors", ASCRIBED),
        ("remains firmly opposed to", ASCRIBED),
        ("has no intention of", ASCRIBED),
        ("would like", ASCRIBED),
        ("fears", ASCRIBED),
        (":", None),
        ("table", None),
    ],
)
def test_head_of_cue(cue: str, group: str | None) -> None:
    assert load_lexicon().head_group(cue) == group


def test_no_entry_stands_in_both_groups() -> None:
    entries = [e for found in load_lexicon().entries.values() for e in found]
    assert len(entries) > 700
    assert len({entry for entry, _ in entries}) == len(entries)
    assert {group for _, group in entries} == {SPEECH, ASCRIBED}
