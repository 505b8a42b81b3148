"""Actor resolution of whole documents: a document and its attributions come in, speakers and mentions go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from standpoint.actors.mentions import find_mentions
from standpoint.actors.nouns import Found
from standpoint.actors.reading import read_scene
from standpoint.actors.registry import Registry
from standpoint.actors.sources import SourceReader
from standpoint.actors.traps import Traps, load_given_names, load_traps
from standpoint.model import Attribution, Document, Kind, Resolution, ResolvedActors, Span


class RegistryResolver:
    """Resolves sources and mentions by a registry and the document's own introductions.

    Immutable after construction; one may serve many documents and threads.
    """

    def __init__(
        self, registry: Registry, *, traps: Traps | None = None, given_names: Mapping[str, str] | None = None
    ) -> None:
        self.registry = registry
        self._traps = load_traps() if traps is None else traps
        self._given_names = load_given_names() if given_names is None else given_names

    def resolve(self, document: Document, attributions: Sequence[Attribution]) -> ResolvedActors:
        """One resolution per attribution, in order, and every actor named, by the document's published day.

        A document without a day is read with the last known role of everybody.
        """
        scene = read_scene(document.text, document.published, self.registry, self._traps, self._given_names)
        if not scene.view.starts:
            return ResolvedActors(tuple(Resolution((), "the document is empty") for _ in attributions), ())
        found = SourceReader(scene, attributions).read()
        return ResolvedActors(tuple(_resolution(f) for f in found), find_mentions(scene))


def resolve_phrase(registry: Registry, text: str, day: date | None) -> Resolution:
    """Who a source phrase means on a day, without a document: "the Azerbaijani president", "Baku", "Aliyev".

    Without a day the last known role counts.
    """
    span = Span(0, len(text))
    attribution = Attribution((span,), (), (span,), Kind.INDIRECT, 1.0)
    return RegistryResolver(registry).resolve(Document("phrase", text, published=day), (attribution,)).resolutions[0]


def _resolution(found: Found) -> Resolution:
    return Resolution(tuple(r.speaker() for r in found.referents), None if found.referents else found.reason)
