"""What the record says, document by document: a record comes in, (document, actor, issue, stance) rows go out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from standpoint.model import Grade, Stance
from standpoint.positions.evidence import Evidence, GradeCounts, best_grade, count_grades, list_evidence
from standpoint.record import DocumentInfo, Record


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """That a document gives an actor a stance on an issue, and the statements by which it does."""

    document: DocumentInfo
    codebook: str
    actor: str
    issue: str
    stance: Stance
    grade: Grade
    counts: GradeCounts
    statements: tuple[Evidence, ...]


def read_ledger(
    record: Record,
    *,
    actor: str | None = None,
    issue: str | None = None,
    codebook: str | None = None,
    until: date | None = None,
) -> tuple[LedgerEntry, ...]:
    """The ledger, in the order of the documents and, within each, of the text.

    Actors and issues may be typed as `Record.statements` takes them; `until` is exclusive. Statements whose speaker
    speaks for no known actor are in the record and not in the ledger.
    """
    rows = record.statements(actor=actor, issue=issue, codebook=codebook, until=until)
    wanted = None if issue is None else record.resolve_issue(issue, codebook=codebook)
    entries: dict[tuple[str, str, str, str, Stance], list[Evidence]] = {}
    for e in list_evidence(rows):
        if e.row.actor is not None and wanted in (None, e.issue):
            key = (e.row.document.id, e.row.codebook, e.row.actor, e.issue, e.stance)
            entries.setdefault(key, []).append(e)
    return tuple(
        LedgerEntry(
            document=found[0].row.document,
            codebook=book,
            actor=who,
            issue=what,
            stance=stance,
            grade=best_grade(found),
            counts=count_grades(found),
            statements=tuple(found),
        )
        for (_, book, who, what, stance), found in entries.items()
    )
