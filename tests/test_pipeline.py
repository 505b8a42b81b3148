"""The order of the steps: documents in, statements with speakers and codes out, with stand-ins for each step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest

from standpoint.model import (
    Act,
    AgreementMention,
    Attribution,
    CodedAttributions,
    Coding,
    DateMention,
    Document,
    Event,
    Kind,
    Resolution,
    ResolvedActors,
    Span,
    Speaker,
    Stance,
    StatedPosition,
)
from standpoint.pipeline import Pipeline

ZENDA = Speaker("zenda", "Zenda", "RUR", "GOV", None, "name", 0.9)
MUSKAR = Speaker("muskar", "Muskar", "SYL", "GOV", None, "name", 0.9)
NOBODY = Resolution((), "no source is named")


def attribution(start: int, nested_in: int | None = None) -> Attribution:
    return Attribution((Span(start, start + 1),), (), (Span(start + 1, start + 3),), Kind.INDIRECT, 0.75, nested_in)


@dataclass
class Steps:
    """Stands in for attribution, actors and coding: gives what it was made with for every document."""

    attributions: tuple[Attribution, ...]
    resolutions: tuple[Resolution, ...]
    coded: CodedAttributions
    seen: list[str] = field(default_factory=list)
    models: Mapping[str, str] = field(default_factory=lambda: {"b": "2", "a": "1"})

    def attribute(self, documents: Sequence[Document]) -> tuple[tuple[Attribution, ...], ...]:
        self.seen.append("attribute " + "".join(d.id for d in documents))
        return tuple(self.attributions for _ in documents)

    def resolve(self, document: Document, attributions: Sequence[Attribution]) -> ResolvedActors:
        self.seen.append("resolve " + document.id)
        return ResolvedActors(self.resolutions, ())

    def code(
        self, document: Document, attributions: Sequence[Attribution], actors: ResolvedActors
    ) -> CodedAttributions:
        self.seen.append("code " + document.id)
        return self.coded


def pipeline(steps: Steps) -> Pipeline:
    return Pipeline(steps, steps, steps, "1.0")


def simple(*resolutions: Resolution, codings: Sequence[Coding] = (), **mentions: object) -> Steps:
    made = tuple(codings) or tuple(Coding() for _ in resolutions)
    return Steps(
        tuple(attribution(4 * i) for i in range(len(resolutions))),
        resolutions,
        CodedAttributions(made, **mentions),  # type: ignore[arg-type]
    )


TEXT = "a bc d ef g hi"


def test_steps_follow_each_other_document_by_document() -> None:
    steps = simple(NOBODY)
    pipeline(steps).code([Document("x", TEXT), Document("y", TEXT)])
    assert steps.seen == ["attribute xy", "resolve x", "code x", "resolve y", "code y"]


@pytest.mark.parametrize(("language", "count"), [(None, 1), ("en", 1), ("fr", 0), ("und", 0)])
def test_a_document_in_another_language_comes_out_uncoded_in_its_place(language: str | None, count: int) -> None:
    steps = simple(Resolution((ZENDA,)))
    documents = [Document("x", TEXT, language="en"), Document("y", TEXT, language=language), Document("z", TEXT)]
    found = pipeline(steps).code(documents)
    assert [(c.document.id, len(c.statements)) for c in found] == [("x", 1), ("y", count), ("z", 1)]
    assert {c.coder.version for c in found} == {"1.0"}


def test_a_statement_takes_from_every_step() -> None:
    coding = Coding(date(2001, 3, 1), "in Zeta", Act.AGREE, "SYL", (StatedPosition("treaty", Stance.SUPPORTS, 0.5),))
    (found,) = pipeline(simple(Resolution((ZENDA,)), codings=[coding])).code([Document("x", TEXT)])
    (s,) = found.statements
    assert (s.id, s.source, s.content, s.kind, s.confidence) == (
        "x-001",
        (Span(0, 1),),
        (Span(1, 3),),
        "indirect",
        0.75,
    )
    assert (s.speaker, s.unresolved) == (ZENDA, None)
    assert (s.said, s.setting, s.act, s.target, s.positions) == (
        coding.said,
        "in Zeta",
        "AGREE",
        "SYL",
        coding.positions,
    )


def test_an_unresolved_source_leaves_its_reason() -> None:
    (found,) = pipeline(simple(NOBODY)).code([Document("x", TEXT)])
    assert (found.statements[0].speaker, found.statements[0].unresolved) == (None, "no source is named")


def test_joint_speakers_are_one_statement_each_and_what_points_at_them_at_the_first() -> None:
    steps = Steps(
        (attribution(0), attribution(4, nested_in=0), attribution(8, nested_in=1)),
        (Resolution((ZENDA, MUSKAR)), NOBODY, Resolution((MUSKAR,))),
        CodedAttributions(
            (Coding(), Coding(), Coding()),
            agreements=(
                AgreementMention(Span(1, 2), "pact", attribution=0),
                AgreementMention(Span(9, 10), "pact", attribution=2),
                AgreementMention(Span(3, 4), "pact"),
            ),
        ),
    )
    (found,) = pipeline(steps).code([Document("x", TEXT)])
    assert [(s.id, s.speaker and s.speaker.id, s.nested_in) for s in found.statements] == [
        ("x-001", "zenda", None),
        ("x-002", "muskar", None),
        ("x-003", None, "x-001"),
        ("x-004", "muskar", "x-003"),
    ]
    assert found.statements[0].content == found.statements[1].content
    assert [m.attribution for m in found.agreements] == [0, 3, None]


@pytest.mark.parametrize(
    ("speakers", "target", "targets"),
    [
        ((ZENDA, MUSKAR), "SYL", ["SYL", "RUR"]),
        ((ZENDA, MUSKAR), "FRE", ["FRE", "FRE"]),
        ((ZENDA, MUSKAR), None, [None, None]),
        ((ZENDA,), "RUR", [None]),
    ],
)
def test_what_joint_speakers_do_is_aimed_at_the_other(
    speakers: tuple[Speaker, ...], target: str | None, targets: list[str | None]
) -> None:
    (found,) = pipeline(simple(Resolution(speakers), codings=[Coding(target=target)])).code([Document("x", TEXT)])
    assert [s.target for s in found.statements] == targets


def test_dates_and_events_pass_through() -> None:
    dates, events = (DateMention(Span(0, 1), "2001"),), (Event(Span(0, 3), "RUR", Act.AID, None, None, 0.5),)
    (found,) = pipeline(simple(NOBODY, dates=dates, events=events)).code([Document("x", TEXT)])
    assert (found.dates, found.events) == (dates, events)


def test_the_coder_names_version_and_weights_in_order() -> None:
    assert list(pipeline(simple(NOBODY)).coder.models.items()) == [("a", "1"), ("b", "2")]


@pytest.mark.parametrize("size", [1, 2, 5])
def test_a_stream_is_coded_in_batches_and_in_order(size: int) -> None:
    steps = simple(NOBODY)
    stream = (Document(str(n), TEXT, language=None if n % 2 else "fr") for n in range(5))
    found = list(pipeline(steps).code_stream(stream, batch_size=size))
    assert [c.document.id for c in found] == ["0", "1", "2", "3", "4"]
    assert sum(s.startswith("attribute") for s in steps.seen) == -(-5 // size)


def test_nothing_in_nothing_out() -> None:
    assert pipeline(simple(NOBODY)).code([]) == ()
