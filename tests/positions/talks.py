"""A small negotiation, told by two outlets over some days, for the tests of what a record says."""

from __future__ import annotations

from datetime import date

from builders import Said, coded
from standpoint.model import AgreementUse, Kind


def march(day: int) -> date:
    return date(2001, 3, day)


OPENED = "the dam will be opened as soon as the treaty has been signed by both"

TALKS = (
    coded(
        Said("Zenda", "we want the treaty", {"treaty": "supports"}, Kind.DIRECT, on=march(1)),
        Said("Muskar", "no paper is worth the ink", {"treaty": "opposes", "dam": "unclear"}, on=march(1)),
        Said("SYL", "the dam under its own flag", {"dam": "opposes"}, Kind.ASCRIBED),
        id="d1",
        published=march(2),
    ),
    coded(
        Said("Muskar", OPENED, {"dam": "conditional", "treaty": "supports"}, Kind.MIXED, on=march(4)),
        Said("Zenda", "Syldavia broke the accord", cites=("harbour-1999", "2", AgreementUse.VIOLATED)),
        Said("Muskar", "its own promise was sham", {"treaty": "opposes"}, Kind.DIRECT, inside=1),
        id="d2",
        published=march(5),
    ),
    coded(
        Said("Muskar", OPENED + " in daylight", {"dam": "supports"}, on=march(4)),
        Said("Firefly", "both sides are near", {"treaty": "supports"}),
        Said("Sponsz", "", joint=True),
        Said(None, "somebody is against it", {"treaty": "opposes"}),
        Said("Ishmael", "nobody asks the fishermen", {"treaty": "opposes"}, sector="CVL"),
        Said("Zenda", "he has read the accord", cites=("harbour-1999", "10", None)),
        Said("Rassendyll", "", joint=True),
        id="d3",
        publisher="The Herald",
        published=march(6),
    ),
)
