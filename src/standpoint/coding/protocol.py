"""What the pipeline asks of a coder: attributions with their speakers in, their meaning out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from standpoint.model import Attribution, CodedAttributions, Document, ResolvedActors


class StatementCoder(Protocol):
    """Codes issues, stance, acts, agreements and days for the attributions of one document."""

    @property
    def models(self) -> Mapping[str, str]:
        """Name to SHA-256 of every weight file that decides the output."""
        ...

    def code(
        self, document: Document, attributions: Sequence[Attribution], actors: ResolvedActors
    ) -> CodedAttributions: ...
