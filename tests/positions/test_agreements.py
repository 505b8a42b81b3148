"""A record -> who cites which clause of which agreement, saying what."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from builders import Said, coded
from positions.conftest import Fill
from positions.talks import TALKS, march
from standpoint.errors import UsageError
from standpoint.model import AgreementMention, AgreementUse, Span
from standpoint.positions import list_agreement_uses

CITED = coded(
    Said("Zenda", "four", cites=("harbour-1999", "4a", AgreementUse.INVOKES)),
    Said("Muskar", "ten", cites=("harbour-1999", "10", AgreementUse.REJECTS)),
    Said("Muskar", "the whole", cites=("harbour-1999", None, None)),
    Said("Firefly", "the memorandum", cites=("pier-2001", None, AgreementUse.IMPLEMENTED)),
    id="c1",
    published=march(7),
)
OUTLET = coded(Said("Zenda", "yes"), id="c0", published=march(8), text="Under paragraph 2 ships pass. ")
OUTLET = replace(OUTLET, agreements=(AgreementMention(Span(6, 17), "harbour-1999", "2"),))

ASKED: list[tuple[dict[str, Any], list[tuple[str, str | None, tuple[str, ...]]]]] = [
    ({}, [
        ("harbour-1999", None, ("SYL",)),
        ("harbour-1999", "2", ("RUR",)),
        ("harbour-1999", "2", ()),
        ("harbour-1999", "4a", ("RUR",)),
        ("harbour-1999", "10", ("RUR", "RUR")),
        ("harbour-1999", "10", ("SYL",)),
        ("pier-2001", None, ("FRE",)),
    ]),
    ({"agreement": "Accord of the Harbour", "provision": "10"}, [
        ("harbour-1999", "10", ("RUR", "RUR")),
        ("harbour-1999", "10", ("SYL",)),
    ]),
    ({"actor": "Syldavia"}, [("harbour-1999", None, ("SYL",)), ("harbour-1999", "10", ("SYL",))]),
    ({"agreement": "pier memorandum"}, [("pier-2001", None, ("FRE",))]),
    ({"at": march(5)}, [("harbour-1999", "2", ("RUR",))]),
    ({"actor": "Borduria"}, []),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "rows"), ASKED)
def test_citations(fill: Fill, asked: dict[str, Any], rows: list[tuple[str, str | None, tuple[str, ...]]]) -> None:
    found = list_agreement_uses(fill(CITED, *TALKS, OUTLET), **asked)
    shown = [
        (c.agreement.id, c.provision and c.provision.number, tuple(s.actor for s in c.statements)) for c in found
    ]
    assert shown == rows


def test_a_citation_carries_its_words_and_what_is_said_of_it(fill: Fill) -> None:
    (row,) = list_agreement_uses(fill(OUTLET))
    assert (row.mention.words, row.agreement.title, row.provision and row.provision.summary, row.use, row.day) == (
        "paragraph 2",
        "Harbour accord",
        "Ships pass freely.",
        None,
        march(8),
    )


def test_a_clause_that_the_codebook_does_not_have_has_no_summary(fill: Fill) -> None:
    found = list_agreement_uses(fill(CITED), provision="4a")
    assert [(c.provision and c.provision.summary) for c in found] == [None]


def test_an_agreement_that_is_not_there_is_named(fill: Fill) -> None:
    with pytest.raises(
        UsageError, match=r"no agreement 'harbor acord'.*Did you mean harbour-1999 \(Harbour accord\)"
    ):
        list_agreement_uses(fill(CITED), agreement="harbor acord")
