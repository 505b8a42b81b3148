"""Who cites which agreement, saying what: a record comes in, one row for each citation goes out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from standpoint.model import AgreementUse
from standpoint.positions.names import AgreementInfo, Names, ProvisionInfo, read_names
from standpoint.record import DocumentInfo, Quotation, Record, StatementRow, look_up


@dataclass(frozen=True, slots=True)
class AgreementCitation:
    """One mention of an agreement, in its words.

    `statements` are those of the speakers who cite it (several when they speak jointly); none where the outlet
    does, in its own words. `use` is what the speaker says of it, None where that is not said.
    """

    agreement: AgreementInfo
    provision: ProvisionInfo | None
    use: AgreementUse | None
    mention: Quotation
    statements: tuple[StatementRow, ...]
    document: DocumentInfo
    codebook: str

    @property
    def day(self) -> date | None:
        """When it was cited: said, else published."""
        return self.statements[0].day if self.statements else self.document.published


def list_agreement_uses(
    record: Record,
    *,
    agreement: str | None = None,
    provision: str | None = None,
    actor: str | None = None,
    at: date | None = None,
    codebook: str | None = None,
) -> tuple[AgreementCitation, ...]:
    """Citations by agreement (by its date), provision (by number; none first), then day.

    `agreement` is an id, title or alias of a codebook's; `actor` keeps what speakers for that actor cite; `at` keeps
    what was said (else published) up to and including that day. Raises UsageError for what the record does not have,
    with the nearest it has.
    """
    names = read_names(record, codebook)
    wanted = None if agreement is None else _find_agreement(agreement, names, record.place)
    code = None if actor is None else record.resolve_actor(actor)
    citations = [
        AgreementCitation(
            agreement=names.agreement(row.codebook, row.agreement),
            provision=None if row.provision is None else names.provision(row.codebook, row.agreement, row.provision),
            use=row.use,
            mention=row.quotation,
            statements=row.statements,
            document=row.document,
            codebook=row.codebook,
        )
        for row in record.agreements(codebook=codebook)
        if wanted in (None, row.agreement)
        and provision in (None, row.provision)
        and (code is None or code in {s.actor for s in row.statements})
    ]
    kept = [c for c in citations if at is None or (c.day is not None and c.day <= at)]
    return tuple(sorted(kept, key=_order))


def _find_agreement(typed: str, names: Names, where: str) -> str:
    named = [
        (name, agreement.id)
        for book in names.codebooks
        for agreement in book.agreements
        for name in (agreement.id, agreement.title, *agreement.aliases)
    ]
    return look_up(typed, named, what="agreement", where=f"the codebooks of {where}")


def _order(c: AgreementCitation) -> tuple[str, bool, date, str, list[tuple[int, str]], bool, date, str, int]:
    """Clause numbers sort as numbers ("9" before "10", "4" before "4a")."""
    signed, day = c.agreement.date, c.day
    number = re.findall(r"(\d+)?(\D*)", c.provision.number) if c.provision else []
    clause = [(int(digits or 0), rest) for digits, rest in number]
    dated = (day is None, day or date.min, c.document.id, c.mention.span.start)
    return (c.codebook, signed is None, signed or date.min, c.agreement.id, clause, *dated)
