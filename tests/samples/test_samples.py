"""The made-up reports -> documents that are dated, named as made up, and speak only of made-up actors."""

from __future__ import annotations

from datetime import date

from standpoint.codebooks import load_codebook
from standpoint.model import Document
from standpoint.samples import SAMPLE_CODEBOOK, load_samples


def test_there_are_enough_over_several_months_and_outlets() -> None:
    documents = load_samples()
    assert len(documents) >= 12
    days = [d.published for d in documents if d.published is not None]
    assert days == sorted(days)
    assert len(days) == len(documents)
    assert days[-1] - days[0] > date(2025, 4, 1) - date(2024, 10, 1)
    assert len({d.publisher for d in documents}) >= 6
    assert len({d.id for d in documents}) == len(documents)


def test_each_is_short_titled_english_and_named_as_made_up() -> None:
    for document in load_samples():
        assert 150 <= len(document.text.split()) - len(_note(document).split()) <= 350
        assert document.title
        assert document.language == "en"
        assert document.publisher is not None
        assert document.publisher.endswith("(made up)")
        assert _note(document).startswith("[This report is made up.")


def test_the_note_is_marked_so_that_it_is_not_coded() -> None:
    for document in load_samples():
        notes = [f for f in document.furniture if f.reason == "note that the text is made up"]
        assert [f.span.of(document.text) for f in notes] == [_note(document)]


def test_every_person_of_the_codebook_speaks_or_is_named() -> None:
    book = load_codebook(SAMPLE_CODEBOOK)
    text = "\n".join(d.text for d in load_samples())
    assert [
        a.name for a in book.actors if a.kind == "person" and a.name not in text and a.name.upper() not in text
    ] == []
    assert [a.id for a in book.agreements if not any(n.lower() in text.lower() for n in (a.title, *a.aliases))] == []


def test_loading_twice_gives_the_same() -> None:
    assert load_samples() == load_samples()


def _note(document: Document) -> str:
    return document.text.rstrip().rsplit("\n", 1)[-1]
