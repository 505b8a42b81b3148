"""What the pipeline asks of actor resolution: a document and its attributions in, speakers and mentions out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from standpoint.model import Attribution, Document, ResolvedActors


class ActorResolver(Protocol):
    """Resolves every source of a document, and every actor mentioned in it, by the document's date."""

    def resolve(self, document: Document, attributions: Sequence[Attribution]) -> ResolvedActors: ...
