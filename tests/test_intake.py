"""Inputs and a pipeline of stubs -> what is stored, what is coded again, what is set aside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from builders import lake_codebook
from standpoint.documents import ReadOptions, SetAside
from standpoint.intake import ReadReport, read_inputs_into, report_on
from standpoint.model import (
    Attribution,
    CodedAttributions,
    Coding,
    Document,
    Kind,
    Resolution,
    ResolvedActors,
    Span,
)
from standpoint.pipeline import Pipeline
from standpoint.record import Outcome, Record

ENGLISH = "The treaty will be signed in the spring, and the dam will be opened, the minister said on the lake."


class Attributor:
    """One attribution a document, the whole of it; it keeps the documents that it was given."""

    def __init__(self, length: int | None = None) -> None:
        self.seen: list[str] = []
        self._length = length

    @property
    def models(self) -> Mapping[str, str]:
        return {}

    def attribute(self, documents: Sequence[Document]) -> tuple[tuple[Attribution, ...], ...]:
        self.seen.extend(d.text for d in documents)
        ends = [self._length or len(d.text) for d in documents]
        return tuple((Attribution((), (), (Span(0, end),), Kind.INDIRECT, 0.5),) for end in ends)


class Nobody:
    def resolve(self, document: Document, attributions: Sequence[Attribution]) -> ResolvedActors:
        return ResolvedActors(tuple(Resolution((), "nobody is known here") for _ in attributions), ())


class Blank:
    @property
    def models(self) -> Mapping[str, str]:
        return {}

    def code(
        self, document: Document, attributions: Sequence[Attribution], actors: ResolvedActors
    ) -> CodedAttributions:
        return CodedAttributions(tuple(Coding() for _ in attributions))


def pipeline(model: Attributor, **settings: str) -> Pipeline:
    return Pipeline(model, Nobody(), Blank(), "1.0", settings)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.txt").write_text(ENGLISH)
    (tmp_path / "two.txt").write_text(ENGLISH.replace("spring", "autumn"))
    return tmp_path


def take(model: Attributor, *inputs: str, recode: bool = False, day: str = "", **settings: str) -> ReadReport:
    options = ReadOptions(title=day or None)
    with Record.open("talks.db", create=True) as record:
        found = read_inputs_into(
            record, inputs, pipeline(model, **settings), lake_codebook(), options=options, recode=recode
        )
        return report_on(found)


def outcomes(report: ReadReport) -> list[Outcome]:
    return [t.added.outcome for t in report.taken]


def test_what_the_record_has_is_not_coded_again(folder: Path) -> None:
    first, second = Attributor(), Attributor()
    assert outcomes(take(first, "one.txt")) == [Outcome.ADDED]
    report = take(second, "one.txt", "two.txt")
    assert outcomes(report) == [Outcome.UNCHANGED, Outcome.ADDED]
    assert second.seen == [ENGLISH.replace("spring", "autumn")]
    assert report.statements == 2


@pytest.mark.parametrize(
    "change", [{"recode": True}, {"day": "Another title"}, {"threshold": "0.5"}], ids=["asked", "title", "setting"]
)
def test_what_has_changed_is_coded_again(folder: Path, change: Mapping[str, object]) -> None:
    take(Attributor(), "one.txt")
    model = Attributor()
    assert outcomes(take(model, "one.txt", **change)) == [Outcome.RECODED]  # type: ignore[arg-type]
    assert model.seen == [ENGLISH]


def test_codes_that_do_not_fit_their_text_set_the_document_aside_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "long.txt").write_text(ENGLISH * 3)
    report = take(Attributor(length=len(ENGLISH) + 50), ".")
    assert [t.where for t in report.taken] == ["./long.txt"]
    assert [(s.where, "not stored" in s.reason) for s in report.set_aside] == [
        ("./one.txt", True),
        ("./two.txt", True),
    ]


def test_the_record_itself_in_the_folder_is_no_input(folder: Path) -> None:
    take(Attributor(), ".")
    report = take(Attributor(), ".")
    assert (outcomes(report), report.set_aside, report.complete) == ([Outcome.UNCHANGED] * 2, (), True)


def test_a_report_is_complete_only_where_everything_was_read_and_coded(folder: Path) -> None:
    (folder / "paris.txt").write_text(
        "Le président a dit mardi que la guerre était finie et que les négociations allaient reprendre bientôt."
    )
    for _ in range(2):
        report = take(Attributor(), "paris.txt")
        assert (len(report.taken), report.complete) == (1, False)
    assert not take(Attributor(), "one.txt", "gone.txt").complete
    assert isinstance(take(Attributor(), "gone.txt").set_aside[0], SetAside)
