"""Reads what a statement says of an agreement that it cites: a view and a mention's span come in, the use goes
out."""

from __future__ import annotations

from standpoint.coding.lexicon import load_phrases
from standpoint.coding.phrases import PhraseFinder
from standpoint.coding.view import DocumentView, bounds
from standpoint.coding.words import WordReader
from standpoint.model import AgreementUse, Span

_USES = {
    "VIOLATED": AgreementUse.VIOLATED,
    "REJECTS": AgreementUse.REJECTS,
    "IMPLEMENTED": AgreementUse.IMPLEMENTED,
    "PROPOSES": AgreementUse.PROPOSES,
    "INVOKES": AgreementUse.INVOKES,
}
_NEGATORS = frozenset({"not", "never", "no", "cannot", "without", "hardly", "yet"})
_DEMANDS = frozenset({"must", "should", "shall", "need", "urge", "call", "demand", "ask", "have"})


class UsageReader:
    """Decides by the words around a mention, the nearest first; a mention with nothing of the kind merely invokes."""

    def __init__(self, reader: WordReader) -> None:
        phrases = [(p, _USES[use]) for use, entries in load_phrases("usage.toml").items() for p in entries]
        self._finder: PhraseFinder[AgreementUse] = PhraseFinder(phrases, reader)

    def read(self, view: DocumentView, span: Span) -> AgreementUse | None:
        """The use made of the agreement by the statement that encloses `span`; None in the outlet's own words."""
        index = view.innermost(span)
        if index is None:
            return None
        attribution = view.attributions[index]
        around = view.sentence_at(span.start)
        area = Span(
            min(around.start, bounds((*attribution.cue, *attribution.content)).start)
            if attribution.cue
            else around.start,
            max(around.end, span.end),
        )
        first, stop = view.words.within(area)
        begin, end = view.words.within(span)
        best: tuple[int, int, AgreementUse] | None = None
        for hit in self._finder.find(view.words, first, stop):
            if hit.first >= begin and hit.stop <= end:
                continue
            away = begin - hit.stop if hit.stop <= begin else hit.first - end + 2
            use = self._negated(view, hit.first, hit.payload)
            if use is not None and (best is None or (away, hit.first) < best[:2]):
                best = (away, hit.first, use)
        return best[2] if best else AgreementUse.INVOKES

    def _negated(self, view: DocumentView, at: int, use: AgreementUse) -> AgreementUse | None:
        """Not implemented is violated; not violated is implemented; "must be implemented" invokes."""
        before = view.words.lowers[max(0, at - 4) : at]
        negated = any(w in _NEGATORS for w in before)
        asked = any(w in _DEMANDS for w in before)
        if use is AgreementUse.IMPLEMENTED:
            if asked:
                return AgreementUse.INVOKES
            return AgreementUse.VIOLATED if negated else use
        if use is AgreementUse.VIOLATED and (negated or asked):
            return AgreementUse.IMPLEMENTED if negated and not asked else AgreementUse.INVOKES
        if use is AgreementUse.REJECTS and negated:
            return AgreementUse.INVOKES
        return use
