"""Whatever the text and wherever the spans: one answer for each attribution, and mentions within the text."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from standpoint.actors import RegistryResolver
from standpoint.model import Attribution, Document, Kind, Span

_WORDS = """Putin Aliyev Vladimir Turkey's Ankara the two leaders he said it they I we and , . " “ ” ( ) : ; - 's who
of for president Foreign Minister former deputy his counterpart US-backed Georgia officials statement by joint A an
Kremlin both sides ministers from Armenia Azerbaijan MR. Mr. Erdoğan ﬁ İ ß Straße 北京 ’s government"""
_PIECES = st.sampled_from([*_WORDS.split(), "\n", "\n\n"])


@st.composite
def readings(draw: st.DrawFn) -> tuple[Document, tuple[Attribution, ...]]:
    text = " ".join(draw(st.lists(st.one_of(_PIECES, st.text(max_size=6)), max_size=40)))
    attributions = []
    for index in range(draw(st.integers(0, 4))):
        source = _span(draw, text)
        content = _span(draw, text)
        nested = draw(st.one_of(st.none(), st.integers(0, index)))
        attributions.append(
            Attribution((source,) if draw(st.booleans()) else (), (), (content,), Kind.INDIRECT, 1.0, nested)
        )
    day = draw(st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2026, 1, 1))))
    return Document("d", text, published=day), tuple(attributions)


def _span(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text)))
    return Span(start, draw(st.integers(start, len(text))))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(readings())
def test_one_answer_each(resolver: RegistryResolver, reading: tuple[Document, tuple[Attribution, ...]]) -> None:
    document, attributions = reading
    found = resolver.resolve(document, attributions)
    assert len(found.resolutions) == len(attributions)
    assert all(0.0 <= s.confidence <= 1.0 for r in found.resolutions for s in r.speakers)
    assert all(0 <= m.span.start < m.span.end <= len(document.text) for m in found.mentions)
    assert found == resolver.resolve(document, attributions)
