"""The schema of a codebook, which describes one negotiation: YAML data comes in, frozen models go out.

Only the shape of single entries is checked here; what entries must not say of each other is in `checks`.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from standpoint.codebooks.actor_schema import ActorEntry, Code, Entry, Sector, Slug, Text

PartyRole = Literal["core", "external", "guarantor", "host", "observer", "facilitator", "mediator"]


def read_day(value: object) -> object:
    """A date from YYYY-MM-DD; ValueError for any other text, which pydantic would read as a time stamp."""
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip()):
        raise ValueError(f"{value!r} is no day; write it as YYYY-MM-DD")
    try:
        return dt.date.fromisoformat(value.strip())
    except ValueError as error:
        raise ValueError(f"{value!r} names a day that does not exist; write it as YYYY-MM-DD") from error


Day = Annotated[dt.date, BeforeValidator(read_day)]


class Party(Entry):
    """Who takes part, or is asked about. `core` parties negotiate; all other roles are third parties."""

    code: Code
    name: Text
    role: PartyRole = "core"
    aliases: tuple[Text, ...] = ()
    sector: Sector | None = None


class Mediator(Party):
    """Who mediates, by the role that it is given most often."""

    role: PartyRole = "mediator"


class Issue(Entry):
    """A proposal that one may support or oppose.

    `aliases` name the matter; `supports` are phrases that speak for the proposal, `opposes` phrases that name its
    reverse or speak against it.
    """

    id: Slug
    label: Text
    description: Text
    aliases: tuple[Text, ...] = ()
    supports: tuple[Text, ...] = ()
    opposes: tuple[Text, ...] = ()


class Provision(Entry):
    """A numbered clause, summarised. `number` is as the instrument counts ("9", "4a")."""

    number: Text
    summary: Text
    aliases: tuple[Text, ...] = ()


class Agreement(Entry):
    """An instrument. `date` is the day it was signed or published, None where that is not known.

    `summary` says what it is about, above all where it has no numbered clauses.
    """

    id: Slug
    title: Text
    date: Day | None = None
    aliases: tuple[Text, ...] = ()
    provisions: tuple[Provision, ...] = ()
    summary: str | None = None
    place: str | None = None
    signatories: tuple[Code, ...] = ()
    origin: str | None = None


class CodebookFile(Entry):
    """What stands in the YAML file. `origin` says where the facts are from."""

    id: Slug
    title: Text
    description: Text
    origin: str | None = None
    parties: Annotated[tuple[Party, ...], Field(min_length=1)]
    mediators: tuple[Mediator, ...] = ()
    issues: Annotated[tuple[Issue, ...], Field(min_length=1)]
    agreements: tuple[Agreement, ...] = ()
    actors: tuple[ActorEntry, ...] = ()


class Codebook(CodebookFile):
    """A checked codebook with the YAML text that it was read from."""

    source: Annotated[str, StringConstraints(strip_whitespace=False)] = Field(repr=False)

    @property
    def sha256(self) -> str:
        """SHA-256 of the YAML text, in hexadecimal."""
        return hashlib.sha256(self.source.encode()).hexdigest()

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all parties and mediators."""
        return frozenset(p.code for p in (*self.parties, *self.mediators))

    def party(self, code: str) -> Party | None:
        return next((p for p in (*self.parties, *self.mediators) if p.code == code), None)

    def issue(self, id: str) -> Issue | None:
        return next((i for i in self.issues if i.id == id), None)

    def agreement(self, id: str) -> Agreement | None:
        return next((a for a in self.agreements if a.id == id), None)
