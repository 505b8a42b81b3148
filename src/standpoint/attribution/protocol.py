"""What the pipeline asks of an attribution model: documents in, their attributions out, in text order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from standpoint.model import Attribution, Document


class AttributionModel(Protocol):
    """Finds attributions in a batch of documents."""

    @property
    def models(self) -> Mapping[str, str]:
        """Name to SHA-256 of every weight file that decides the output."""
        ...

    def attribute(self, documents: Sequence[Document]) -> tuple[tuple[Attribution, ...], ...]:
        """One tuple per document, sorted by where the attribution's first span begins."""
        ...
