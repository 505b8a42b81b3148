"""Coded documents -> a codebook that passes the check and says what to review."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import Said, coded
from standpoint.assembly import open_encoder, open_pipeline, open_registry
from standpoint.codebooks import check_codebook_text, load_codebook, parse_codebook
from standpoint.errors import UsageError
from standpoint.model import CodedDocument
from standpoint.samples import SAMPLE_CODEBOOK, load_samples
from standpoint.suggestions import draft_codebook
from strategies import coded_documents
from suggestions.conftest import HashingEncoder, lake_talks


@pytest.mark.parametrize("encoder", [None, HashingEncoder()], ids=["words", "encoder"])
def test_a_draft_passes_the_check(encoder: HashingEncoder | None) -> None:
    text = draft_codebook(lake_talks(), encoder, id="lake")
    report = check_codebook_text(text, "lake.yml")
    assert report.ok, report.problems
    book = parse_codebook(text, "lake.yml")
    assert book.id == "lake"
    assert [p.code for p in book.parties][:2] == ["RUR", "SYL"]
    assert [p.role for p in book.parties] == ["core", "core", *["external"] * (len(book.parties) - 2)]
    assert any("lighthouse" in i.label.lower() for i in book.issues)
    assert all("should" in i.description for i in book.issues)


def test_a_draft_says_that_it_is_one_and_what_to_review() -> None:
    text = draft_codebook(lake_talks())
    assert parse_codebook(text, "x").description.startswith("draft: ")
    assert "# draft: 4 sentences in 3 documents (FRE 2, BOR 1, RUR 1, SYL 1), such as" in text
    assert "#   Ishmael (2)" in text, "who speaks for nobody known"
    assert "mediators" in text
    assert "TODO" not in text


def test_the_same_documents_give_the_same_bytes() -> None:
    assert draft_codebook(lake_talks()) == draft_codebook(iter(lake_talks()))


@pytest.mark.parametrize(
    ("documents", "message"),
    [
        ((), "0 documents with 0 statements: there is no actor"),
        ((coded(Said("Zenda", "the dam is old")),), "1 document with 1 statement: there is no actor"),
        (
            (coded(Said("Zenda", "the dam is old"), Said("Zenda", "herrings swim deep today")),),
            "no matter that 3 sentences speak of",
        ),
    ],
)
def test_too_little_makes_no_draft(documents: tuple[CodedDocument, ...], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        draft_codebook(documents)


@pytest.mark.parametrize("id", ["Lake Talks", "lake_talks", "", "lake-", "see: x"])
def test_an_id_that_no_codebook_may_have_is_refused(id: str) -> None:
    with pytest.raises(UsageError, match="no id of a codebook"):
        draft_codebook(lake_talks(), id=id)


HOSTILE = [
    'the "lighthouse lamp": #1 is {ours}, [all] of it & *more*',
    "the lighthouse lamp — \u2028l'île «d’Or» \x85 100%",
    "the lighthouse lamp\t| > ! @ ` \x7f \ufffe 👩‍👧 was lit",
]


def test_words_that_mean_something_to_yaml_are_quoted() -> None:
    others = [
        Said("RUR", w) for w in ("herrings swim deep", "bread was baked", "a choir sang songs", "rain fell hard")
    ]
    document = coded(*[Said("O'Brien: #1", w) for w in HOSTILE], *others)
    text = draft_codebook([document], title="Talks: 'a' \"b\" # c")
    assert check_codebook_text(text, "x").ok
    assert parse_codebook(text, "x").title == "Talks: 'a' \"b\" # c"


@given(st.lists(st.sampled_from(HOSTILE) | st.text(max_size=30), min_size=3, max_size=8), st.text(max_size=12))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_people_say_a_draft_passes_the_check(words: list[str], name: str) -> None:
    rows = [
        Said(by or "RUR", f"the lighthouse lamp {w} x") for w, by in zip(words, [name, *["RUR"] * 9], strict=False)
    ]
    try:
        text = draft_codebook([coded(*rows, id=name or "d")])
    except UsageError:
        return  # the same sentence again and again is said once
    assert check_codebook_text(text, "x").ok


@given(st.lists(coded_documents(), max_size=3))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_document_is_drafted_from_or_refused(documents: list[CodedDocument]) -> None:
    named = [replace(d, document=replace(d.document, id=f"d{i}")) for i, d in enumerate(documents)]
    try:
        text = draft_codebook(named, least=1)
    except UsageError:
        return
    assert check_codebook_text(text, "x").ok


def test_the_sample_talks_give_back_most_of_their_own_issues() -> None:
    book = load_codebook(SAMPLE_CODEBOOK)
    documents = open_pipeline(book).code(load_samples())
    text = draft_codebook(documents, open_encoder(), registry=open_registry(book))
    draft = parse_codebook(text, "draft")
    drafted = " ".join(f"{i.label} {' '.join(i.aliases)}".lower() for i in draft.issues)
    known = [
        "treaty", "talks", "garrison", "self-government", "referendum", "strait", "ferry", "observers", "prisoners",
        "mines", "islanders", "boundary", "fishing", "sanctions",
    ]  # fmt: skip
    assert len(known) == len(book.issues)
    assert sum(word in drafted for word in known) >= 8, drafted
    assert {p.name for p in draft.parties} >= {"Valmora", "Estrand", "Norhaven"}
