"""The codebooks that ship, and the schema that checks them."""

from __future__ import annotations

from standpoint.codebooks.actor_schema import ActorEntry, ActorKind, ActorRole, Office, Sector, check_partial_day
from standpoint.codebooks.loading import (
    CodebookSummary,
    check_actors,
    check_codebook,
    check_codebook_text,
    list_codebooks,
    load_actors,
    load_codebook,
    parse_actors,
    parse_codebook,
)
from standpoint.codebooks.report import CheckReport, Problem, Severity
from standpoint.codebooks.schema import Agreement, Codebook, Issue, Mediator, Party, PartyRole, Provision

__all__ = [
    "ActorEntry",
    "ActorKind",
    "ActorRole",
    "Agreement",
    "CheckReport",
    "Codebook",
    "CodebookSummary",
    "Issue",
    "Mediator",
    "Office",
    "Party",
    "PartyRole",
    "Problem",
    "Provision",
    "Sector",
    "Severity",
    "check_actors",
    "check_codebook",
    "check_codebook_text",
    "check_partial_day",
    "list_codebooks",
    "load_actors",
    "load_codebook",
    "parse_actors",
    "parse_codebook",
]
