"""The one exception tree. Split by whose fault it is; a message says what, where, and what to do next."""

from __future__ import annotations


class StandpointError(Exception):
    """Root of everything the package raises on purpose."""


class DocumentError(StandpointError):
    """A document cannot be read: missing, empty, binary, undecodable, too long, not of a supported form."""


class CodebookError(StandpointError):
    """A codebook or an actor file breaks its schema; the message names file, line and field."""


class RecordError(StandpointError):
    """A record cannot be opened or holds something it should not."""


class EvidenceError(RecordError):
    """A quotation does not equal its document's characters at its offsets."""


class ModelError(StandpointError):
    """A weight file is missing, damaged, or made for another version."""


class UsageError(StandpointError):
    """A question that cannot be answered as asked: an unknown actor, issue, statement or day."""
