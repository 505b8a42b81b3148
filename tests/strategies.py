"""Hypothesis strategies: any coded document that the model's own rules allow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st

from standpoint.model import (
    Act,
    AgreementMention,
    AgreementUse,
    CodedDocument,
    Coder,
    DateMention,
    Document,
    Event,
    Furniture,
    Kind,
    Span,
    Speaker,
    Stance,
    StatedPosition,
    Statement,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12)
MAYBE = st.none() | TEXT
SHARE = st.floats(0, 1)
DAYS = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))


@st.composite
def spans(draw: st.DrawFn, size: int) -> Span:
    start = draw(st.integers(0, size - 1))
    return Span(start, draw(st.integers(start + 1, size)))


@st.composite
def statements(draw: st.DrawFn, index: int, enclosing: Sequence[str], size: int) -> Statement:
    parts = st.lists(spans(size), max_size=2).map(tuple)
    speaker = st.builds(Speaker, WORDS, TEXT, MAYBE, MAYBE, MAYBE, TEXT, SHARE)
    found = draw(st.none() | speaker)
    return Statement(
        id=f"s{index}",
        source=draw(parts),
        cue=draw(parts),
        content=draw(st.lists(spans(size), min_size=1, max_size=3).map(tuple)),
        kind=draw(st.sampled_from(Kind)),
        speaker=found,
        unresolved=None if found else draw(WORDS),
        said=draw(DAYS),
        setting=draw(MAYBE),
        nested_in=draw(st.sampled_from([None, *enclosing])),
        act=draw(st.sampled_from(Act)),
        target=draw(MAYBE),
        positions=draw(
            st.lists(st.builds(StatedPosition, TEXT, st.sampled_from(Stance), SHARE), max_size=2).map(tuple)
        ),
        confidence=draw(SHARE),
    )


@st.composite
def coded_documents(draw: st.DrawFn) -> CodedDocument:
    """A coded document with up to three statements; its language is one that is coded."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=40))
    span, count = spans(len(text)), draw(st.integers(0, 3))
    numbers = st.none() if count == 0 else st.none() | st.integers(0, count - 1)
    outwards = draw(st.booleans())  # in earlier statements or in later ones: never in a circle
    around = [[f"s{j}" for j in (range(i) if outwards else range(i + 1, count))] for i in range(count)]
    document = Document(
        id=draw(WORDS),
        text=text,
        publisher=draw(MAYBE),
        published=draw(DAYS),
        title=draw(MAYBE),
        url=draw(MAYBE),
        language=draw(st.sampled_from([None, "en"])),
        furniture=draw(st.lists(st.builds(Furniture, span, TEXT), max_size=2).map(tuple)),
    )
    return CodedDocument(
        document=document,
        statements=tuple(draw(statements(i, around[i], len(text))) for i in range(count)),
        agreements=draw(
            st.lists(
                st.builds(AgreementMention, span, TEXT, MAYBE, st.none() | st.sampled_from(AgreementUse), numbers),
                max_size=2,
            ).map(tuple)
        ),
        dates=draw(st.lists(st.builds(DateMention, span, MAYBE), max_size=2).map(tuple)),
        events=draw(
            st.lists(st.builds(Event, span, TEXT, st.sampled_from(Act), MAYBE, MAYBE, SHARE), max_size=2).map(tuple)
        ),
        coder=Coder(draw(TEXT), draw(TEXT), draw(st.dictionaries(TEXT, TEXT, max_size=2))),
    )
