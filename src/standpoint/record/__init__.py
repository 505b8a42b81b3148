"""The database: tables, reading and writing, checking. `Record.open` is where to begin."""

from standpoint.record.lookup import look_up
from standpoint.record.rows import (
    ActorRow,
    Added,
    AgreementRow,
    CodebookRow,
    DocumentInfo,
    DocumentRow,
    EventRow,
    Outcome,
    Problem,
    Quotation,
    RecordCheck,
    StatementRow,
)
from standpoint.record.store import Record

__all__ = [
    "ActorRow",
    "Added",
    "AgreementRow",
    "CodebookRow",
    "DocumentInfo",
    "DocumentRow",
    "EventRow",
    "Outcome",
    "Problem",
    "Quotation",
    "Record",
    "RecordCheck",
    "StatementRow",
    "look_up",
]
