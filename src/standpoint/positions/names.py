"""Names for codes: a record comes in, what its codebooks call actors, issues and agreements goes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from standpoint.codebooks import Codebook
from standpoint.record import Record


@dataclass(frozen=True, slots=True)
class RoleIn:
    """The role of an actor in one negotiation: mediator, core, external, ..."""

    codebook: str
    role: str


@dataclass(frozen=True, slots=True)
class ActorInfo:
    """An actor; `name` is None and `roles` empty where no codebook of the record has it."""

    code: str
    name: str | None
    roles: tuple[RoleIn, ...]


@dataclass(frozen=True, slots=True)
class IssueInfo:
    """An issue of a codebook; `label` and `description` are None where the codebook no longer has it."""

    codebook: str
    id: str
    label: str | None
    description: str | None


@dataclass(frozen=True, slots=True)
class AgreementInfo:
    """An instrument; `title` is None where the codebook no longer has it."""

    codebook: str
    id: str
    title: str | None
    date: date | None


@dataclass(frozen=True, slots=True)
class ProvisionInfo:
    """A numbered clause; `summary` is None where the codebook has none of this number."""

    number: str
    summary: str | None


@dataclass(frozen=True, slots=True)
class Names:
    """What the codebooks of a record call things, in the order in which they list them."""

    codebooks: tuple[Codebook, ...]

    def actor(self, code: str) -> ActorInfo:
        name, roles = None, []
        for book in self.codebooks:
            party = book.party(code)
            if party is not None:
                name = name or party.name
                roles.append(RoleIn(book.id, party.role))
        return ActorInfo(code, name, tuple(roles))

    def issue(self, codebook: str, id: str) -> IssueInfo:
        found = next((b.issue(id) for b in self.codebooks if b.id == codebook), None)
        if found is None:
            return IssueInfo(codebook, id, None, None)
        return IssueInfo(codebook, id, found.label, found.description)

    def agreement(self, codebook: str, id: str) -> AgreementInfo:
        found = next((b.agreement(id) for b in self.codebooks if b.id == codebook), None)
        if found is None:
            return AgreementInfo(codebook, id, None, None)
        return AgreementInfo(codebook, id, found.title, found.date)

    def provision(self, codebook: str, agreement: str, number: str) -> ProvisionInfo:
        found = next((b.agreement(agreement) for b in self.codebooks if b.id == codebook), None)
        summaries = {p.number: p.summary for p in found.provisions} if found else {}
        return ProvisionInfo(number, summaries.get(number))

    def issue_rank(self, codebook: str, id: str) -> tuple[int, int, str]:
        """Where an issue stands: by codebook, then as the codebook lists it; unknown ones last."""
        books = [b.id for b in self.codebooks]
        place = books.index(codebook) if codebook in books else len(books)
        ids = [i.id for i in self.codebooks[place].issues] if place < len(books) else []
        return place, ids.index(id) if id in ids else len(ids), id

    def actor_rank(self, code: str) -> tuple[int, str]:
        """Where an actor stands: mediators first, then parties as listed, then the rest by code."""
        codes = [p.code for b in self.codebooks for p in (*b.mediators, *b.parties)]
        return codes.index(code) if code in codes else len(codes), code


def read_names(record: Record, codebook: str | None = None) -> Names:
    """The names of a record's codebooks, or of one of them; UsageError where the record has none of that id."""
    if codebook is not None:
        return Names((record.codebook(codebook),))
    return Names(tuple(record.codebook(row.id) for row in record.codebooks()))
