"""A made-up negotiation between Arland and Borduria, mediated by Cascara, and views of sentences about it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import pytest

from standpoint.coding.lexicon import load_reader
from standpoint.coding.view import DocumentView, build_view
from standpoint.coding.words import WordReader
from standpoint.model import ActorMention, Attribution, Document, Kind, Resolution, ResolvedActors, Span, Speaker

NAMES = {
    "Arland": "ARL",
    "Arlandian": "ARL",
    "Borduria": "BOR",
    "Bordurian": "BOR",
    "Cascara": "CAS",
    "Cascaran": "CAS",
}
_PLACES = re.compile(r"\b(?:" + "|".join(sorted(NAMES, key=len, reverse=True)) + r")\b")


@dataclass(frozen=True)
class Party:
    code: str
    name: str
    role: str = "core"
    aliases: tuple[str, ...] = ()
    sector: str | None = None


@dataclass(frozen=True)
class Issue:
    id: str
    label: str
    description: str
    aliases: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    opposes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Provision:
    number: str
    summary: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Agreement:
    id: str
    title: str
    date: date | str | None
    aliases: tuple[str, ...] = ()
    provisions: tuple[Provision, ...] = ()
    place: str | None = None
    signatories: tuple[str, ...] = ()


@dataclass(frozen=True)
class Book:
    parties: tuple[Party, ...]
    mediators: tuple[Party, ...]
    issues: tuple[Issue, ...]
    agreements: tuple[Agreement, ...]
    actors: tuple[object, ...] = field(default=())


class Names:
    """An actor resolver that knows the made-up states by name."""

    def resolve(self, document: Document, attributions: object) -> ResolvedActors:
        return ResolvedActors((), mentions_in(document.text))


def speaker(code: str) -> Speaker:
    return Speaker(code.lower(), code, code, "GOV", None, "name", 1.0)


def mentions_in(text: str) -> tuple[ActorMention, ...]:
    return tuple(ActorMention(Span(*m.span()), speaker(NAMES[m.group()])) for m in _PLACES.finditer(text))


@pytest.fixture(scope="session")
def reader() -> WordReader:
    return load_reader()


@pytest.fixture(scope="session")
def names() -> Names:
    return Names()


@pytest.fixture(scope="session")
def book() -> Book:
    return Book(
        parties=(Party("ARL", "Arland"), Party("BOR", "Borduria")),
        mediators=(Party("CAS", "Cascara"),),
        issues=(
            Issue(
                "garrison", "Arlandian garrison", "Arland should keep its garrison in the Lunar Valley.",
                ("Arlandian presence", "Arlandian withdrawal", "pull out of the valley"),
            ),
            Issue(
                "truce", "Ceasefire", "Fighting should stop under a ceasefire.", ("ceasefire", "truce",
                "end to the fighting")
            ),
            Issue(
                "salt-road", "Salt Road", "The Salt Road should be reopened.", ("Salt Road",
                "opening of the Salt Road"), ("traders pass freely",), ("not one cart will pass",),
            ),
            Issue(
                "talks", "Talks without preconditions", "Arland and Borduria should negotiate without preconditions.",
                ("direct talks", "preconditions"),
            ),
        ),
        agreements=(
            Agreement(
                "marble-2019", "Marble House statement of Arland, Borduria and Cascara", date(2019, 11, 10),
                ("trilateral statement", "Marble House statement", "10 November statement"),
                (
                    Provision("1", "All shelling stops at midnight and each army holds where it stands."),
                    Provision("4", "Cascaran observers patrol the Lunar Valley for five years."),
                    Provision("9", "The Salt Road and the railway to the harbour are reopened to all traffic."),
                ),
                "Marble House", ("ARL", "BOR", "CAS"),
            ),
            Agreement(
                "veldt-2020", "Veldt memorandum on prisoners", date(2020, 3, 2), ("Veldt memorandum",
                "prisoner memorandum"),
                (Provision("2", "Prisoners and the bodies of the dead are exchanged within thirty days."),),
                 "Veldt", ("ARL", "BOR"),
            ),
            Agreement("unsc-2781", "Security Council resolution 2781", date(2021, 5, 1), ("resolution 2781",), ()),
        ),
    )  # fmt: skip


@pytest.fixture(scope="session")
def view_of(reader: WordReader) -> Callable[..., DocumentView]:
    """A view of a text; a statement's content stands in [brackets], its source and cue before it."""

    def build(marked: str, *, cue: str = "", code: str = "ARL", kind: Kind = Kind.INDIRECT) -> DocumentView:
        text, spans, at = "", [], 0
        for m in re.finditer(r"\[(.*?)\]", marked):
            text += marked[at : m.start()]
            spans.append(Span(len(text), len(text) + len(m[1])))
            text, at = text + m[1], m.end()
        text += marked[at:]
        attributions = []
        if spans:
            where = text.find(cue) if cue else -1
            cues = (Span(where, where + len(cue)),) if where >= 0 else ()
            attributions.append(Attribution((), cues, tuple(spans), kind, 1.0))
        resolutions = tuple(Resolution((speaker(code),)) for _ in attributions)
        document = Document("d", text, published=date(2022, 2, 25), language="en")
        return build_view(document, attributions, ResolvedActors(resolutions, mentions_in(text)), reader)

    return build
