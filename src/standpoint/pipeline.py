"""Documents in, coded documents out. The one place that knows the order of the steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from standpoint.model import (
    Attribution,
    CodedAttributions,
    CodedDocument,
    Coder,
    Document,
    Resolution,
    ResolvedActors,
    Speaker,
    Statement,
)

if TYPE_CHECKING:  # so that what only reads a record loads no step
    from standpoint.actors.protocol import ActorResolver
    from standpoint.attribution.protocol import AttributionModel
    from standpoint.coding.protocol import StatementCoder

CODED_LANGUAGES = (None, "en")
"""Languages of documents that are coded; None is a document whose language nobody has looked at."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Attribution, then actors, then coding. A function from a batch of documents to a batch of coded documents.

    A document in a language that is not coded comes out with no codes. `settings` are named values of a user's own
    that decide the output beside the weights, such as the SHA-256 of a file of actors; they are told with the coder.
    """

    attribution: AttributionModel
    actors: ActorResolver
    coding: StatementCoder
    version: str
    settings: Mapping[str, str] = field(default_factory=dict)

    def code(self, documents: Sequence[Document]) -> tuple[CodedDocument, ...]:
        """One coded document per document, in order. Same input and version, same output."""
        readable = [d for d in documents if d.language in CODED_LANGUAGES]
        found = self.attribution.attribute(readable)
        coded = iter([self._code_one(d, a) for d, a in zip(readable, found, strict=True)])
        return tuple(next(coded) if d.language in CODED_LANGUAGES else self._leave_uncoded(d) for d in documents)

    def code_stream(self, documents: Iterable[Document], *, batch_size: int = 16) -> Iterator[CodedDocument]:
        """The same over any number of documents, `batch_size` at a time."""
        rest = iter(documents)
        while batch := tuple(islice(rest, batch_size)):
            yield from self.code(batch)

    @property
    def coder(self) -> Coder:
        """Who gave the codes: this program's version, the SHA-256 of each weight file, and the settings."""
        models = {**self.attribution.models, **self.coding.models, **self.settings}
        return Coder("standpoint", self.version, dict(sorted(models.items())))

    def _leave_uncoded(self, document: Document) -> CodedDocument:
        return CodedDocument(document, (), (), (), (), self.coder)

    def _code_one(self, document: Document, attributions: Sequence[Attribution]) -> CodedDocument:
        actors = self.actors.resolve(document, attributions)
        coded = self.coding.code(document, attributions, actors)
        statements, first_of = _assemble(document, attributions, actors, coded)
        agreements = tuple(
            m if m.attribution is None else replace(m, attribution=first_of[m.attribution]) for m in coded.agreements
        )
        return CodedDocument(document, statements, agreements, coded.dates, coded.events, self.coder)


def _assemble(
    document: Document, attributions: Sequence[Attribution], actors: ResolvedActors, coded: CodedAttributions
) -> tuple[tuple[Statement, ...], list[int]]:
    """Statements, one per speaker of each attribution, and the index of each attribution's first statement."""
    first_of: list[int] = []
    total = 0
    for resolution in actors.resolutions:
        first_of.append(total)
        total += max(1, len(resolution.speakers))
    statements: list[Statement] = []
    for attribution, resolution, coding in zip(attributions, actors.resolutions, coded.codings, strict=True):
        for speaker in resolution.speakers or (None,):
            outer = attribution.nested_in
            statements.append(
                Statement(
                    id=_statement_id(document, len(statements)),
                    source=attribution.source,
                    cue=attribution.cue,
                    content=attribution.content,
                    kind=attribution.kind,
                    speaker=speaker,
                    unresolved=resolution.reason if speaker is None else None,
                    said=coding.said,
                    setting=coding.setting,
                    nested_in=None if outer is None else _statement_id(document, first_of[outer]),
                    act=coding.act,
                    target=_aimed(coding.target, speaker, resolution),
                    positions=coding.positions,
                    confidence=attribution.confidence,
                )
            )
    return tuple(statements), first_of


def _aimed(target: str | None, speaker: Speaker | None, resolution: Resolution) -> str | None:
    """The target as one of several joint speakers means it: what both agreed is aimed at the other one."""
    if target is None or speaker is None or target != speaker.actor:
        return target
    return next((s.actor for s in resolution.speakers if s.actor != target), None)


def _statement_id(document: Document, index: int) -> str:
    return f"{document.id}-{index + 1:03d}"
