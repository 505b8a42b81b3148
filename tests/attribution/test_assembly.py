"""What the model found -> a document's attributions: whole quotations, running quotations, repeats, nesting."""

from __future__ import annotations

import pytest

from standpoint.attribution.assembly import Found, assemble
from standpoint.language.quotes import find_quotations
from standpoint.model import Attribution, Document, Furniture, Span


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def found(text: str, source: str, cue: str, *content: str, confidence: float = 0.9) -> Found:
    return Found(
        (span_of(text, source),) if source else (),
        (span_of(text, cue),),
        tuple(span_of(text, c) for c in content),
        confidence,
    )


def put_together(text: str, *parts: Found, furniture: tuple[Furniture, ...] = ()) -> tuple[Attribution, ...]:
    return assemble(Document("d", text, furniture=furniture), parts, find_quotations(text))


def contents(text: str, attributions: tuple[Attribution, ...]) -> list[list[str]]:
    return [[s.of(text) for s in a.content] for a in attributions]


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ('"We met the guests and the talks were good," Ana said.', "the guests and the talks were good,", 0),
        ("“We met the guests and the talks were good,” Ana said.", "“We met the guests and the talks were", 0),
        ('"The whole of it, every word of it, is false," Ana said.', "is false", None),
    ],
)
def test_most_of_a_quotation_is_all_of_it(text: str, part: str, whole: int | None) -> None:
    (a,) = put_together(text, found(text, "Ana", "said", part))
    expected = part if whole is None else find_quotations(text)[whole].span.of(text)
    assert contents(text, (a,)) == [[expected]]


def test_what_another_has_of_a_quotation_stays_with_it() -> None:
    text = '"Bo told us it was over and that is what we were told by him," Ana said.'
    outer = found(text, "Ana", "said", "it was over and that is what we were told by him")
    inner = found(text, "Bo", "told", "it was over")
    assert ["it was over and that is what we were told by him"] in contents(text, put_together(text, outer, inner))


@pytest.mark.parametrize(
    ("text", "cue", "part", "whole"),
    [
        (
            "Ana said the boat would sink with all hands, and left.",
            "said",
            "the boat would",
            "the boat would sink with all hands",
        ),
        ("Ana fears an attack on the port of Lun.", "fears", "an attack on the", "an attack on the port of Lun"),
        (
            "The talks were over and the road was shut, Ana said.",
            "said",
            "The talks were over and",
            "The talks were over and the road was shut",
        ),
        ("Ana said what it would.", "said", "what it would", "what it would"),
        ("The plan of Ana, Bo said, is void.", "said", "The plan of", "The plan of"),
    ],
)
def test_no_content_stops_after_a_word_that_stops_nothing(text: str, cue: str, part: str, whole: str) -> None:
    (a,) = put_together(text, found(text, "Ana", cue, part))
    assert contents(text, (a,)) == [[whole]]


def test_no_content_runs_over_the_end_of_a_paragraph_unquoted() -> None:
    text = "Lun bars the fleet\n\nLun has barred the fleet from its port, Ana said."
    (a,) = put_together(text, found(text, "Ana", "said", "fleet\n\nLun has barred the fleet from its port"))
    assert contents(text, (a,)) == [["Lun has barred the fleet from its port"]]


RUNNING = "“The road is open now, as we said.\n\n“It will stay open for all,” the envoy said.\n\nSnow fell."


def test_a_quotation_over_paragraphs_is_one_content() -> None:
    (a,) = put_together(RUNNING, found(RUNNING, "the envoy", "said", "“It will stay open for all,”"))
    assert contents(RUNNING, (a,)) == [["“The road is open now, as we said.", "“It will stay open for all,”"]]


def test_a_part_of_a_running_quotation_found_by_itself_is_taken_up() -> None:
    alone = found(RUNNING, "", "said", "“The road is open now, as we said.", confidence=0.5)
    (a,) = put_together(RUNNING, alone, found(RUNNING, "the envoy", "said", "“It will stay open for all,”"))
    assert len(a.content) == 2


def test_the_same_told_twice_stays_once() -> None:
    text = "Ana said that the road was open."
    sure = found(text, "Ana", "said", "that the road was open")
    weak = found(text, "Ana", "was", "that the road was open", confidence=0.3)
    assert [a.confidence for a in put_together(text, weak, sure)] == [0.9]


def test_what_is_said_inside_is_nested() -> None:
    text = "Ana said Bo had denied that the road was open."
    outer = found(text, "Ana", "said", "Bo had denied that the road was open")
    inner = found(text, "Bo", "had denied", "that the road was open")
    assert [a.nested_in for a in put_together(text, inner, outer)] == [None, 0]


def test_site_furniture_is_no_statement() -> None:
    text = "Ana said that the road was open.\n\nWatch: Bo says more on YouTube"
    marked = (Furniture(span_of(text, "Watch: Bo says more on YouTube"), "site line"),)
    kept = put_together(
        text,
        found(text, "Ana", "said", "that the road was open"),
        found(text, "Bo", "says", "more on YouTube"),
        furniture=marked,
    )
    assert contents(text, kept) == [["that the road was open"]]
