"""A plain matcher of actors by name, for benchmarks: texts with known speakers come in, actor mentions go out.

It stands in for the registry where the coding step is to be measured by itself, on speakers given by hand.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from standpoint.codebooks import Codebook
from standpoint.model import ActorMention, Attribution, Document, Resolution, ResolvedActors, Span, Speaker

_STATES = Path(__file__).resolve().parents[1] / "src" / "standpoint" / "actors" / "data" / "states.csv"


def state_names() -> dict[str, str]:
    """Name, spelling, demonym or metonym to the state's code."""
    names: dict[str, str] = {}
    with _STATES.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            for field in ("name", "spellings", "demonyms", "metonyms", "capital"):
                for name in row[field].split(";"):
                    if len(name) > 1:
                        names.setdefault(name, row["code"])
    return names


def find_mentions(text: str, names: dict[str, str]) -> tuple[ActorMention, ...]:
    """Whole-word matches, the longest first where two overlap."""
    pattern = re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True)) + r")(?!\w)"
    )
    return tuple(
        ActorMention(Span(*m.span()), Speaker(names[m.group()], m.group(), names[m.group()], None, None, "name", 1.0))
        for m in pattern.finditer(text)
    )


class NameResolver:
    """Resolves mentions by a table of names and speakers not at all; for the names inside a codebook's phrases."""

    def __init__(self, names: dict[str, str]) -> None:
        self._names = names

    def resolve(self, document: Document, attributions: Sequence[Attribution]) -> ResolvedActors:
        nobody = Resolution((), "speakers are not looked up here")
        return ResolvedActors(tuple(nobody for _ in attributions), find_mentions(document.text, self._names))


def party_names(codebook: Codebook) -> dict[str, str]:
    """Names of the codebook's parties, the parts of a listed name apart, to their codes; then those of states."""
    names: dict[str, str] = {}
    parties = (*codebook.mediators, *codebook.parties)
    for party in parties:
        names.update({name: party.code for name in (party.name, party.code, *party.aliases) if len(name) > 1})
    names = state_names() | names
    for party in parties:
        for piece in re.split(r"[(),]|\band\b", party.name):
            part = piece.strip().removeprefix("the ").removesuffix(" authorities")
            if part[:1].isupper() and len(part) > 2:
                names.setdefault(part, party.code)
    return names


def last_names(speakers: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """The names of known speakers, whole and by their last word, to the codes that they speak for."""
    names: dict[str, str] = {}
    for name, actor in speakers:
        if actor and re.match(r"[A-Z]", name) and "(" not in name:
            for form in (name, name.split()[-1], name.split()[-1].rpartition("-")[2]):
                if form[:1].isupper() and len(form) > 2:
                    names.setdefault(form, actor)
    return names
