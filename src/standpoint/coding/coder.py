"""Puts the coders of one codebook together: attributions with their speakers come in, their meaning goes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from standpoint.coding.acts import ActReader, ActReading
from standpoint.coding.agreements import AgreementFinder
from standpoint.coding.combine import CombinedStance
from standpoint.coding.dates import DateFinder
from standpoint.coding.events import find_events
from standpoint.coding.exchange import Exchange
from standpoint.coding.groups import GroupFinder
from standpoint.coding.issues import IssueFinder
from standpoint.coding.lexicon import load_reader
from standpoint.coding.likeness import Likeness
from standpoint.coding.operators import OperatorReader
from standpoint.coding.polarity import RuleStance
from standpoint.coding.positions import PositionReader
from standpoint.coding.said import read_occasions
from standpoint.coding.stance import StanceModel
from standpoint.coding.trained import StanceReader
from standpoint.coding.view import DocumentView, build_view
from standpoint.model import (
    AgreementMention,
    Attribution,
    CodedAttributions,
    Coding,
    DateMention,
    Document,
    ResolvedActors,
    StatedPosition,
)

if TYPE_CHECKING:
    from standpoint.actors.protocol import ActorResolver
    from standpoint.codebooks import Codebook


class CodebookCoder:
    """Codes statements by one codebook; no rule knows any conflict. Lexicons are compiled once, here.

    `actors` reads the names in the codebook's own phrases, so that "US withdrawal" is found as "the Americans pull
    out". `stance` is a trained model that is asked where the rules find no stance (`combine`).
    The object holds no state between documents but a cache of word forms.
    """

    def __init__(
        self,
        codebook: Codebook,
        *,
        actors: ActorResolver | None = None,
        stance: StanceReader | None = None,
    ) -> None:
        self._reader = load_reader()
        operators = OperatorReader(self._reader)
        rules = RuleStance(self._reader, operators)
        self._stance: StanceModel = (
            rules if stance is None else CombinedStance(rules, stance.model, stance.taking.odds)
        )
        self._dates = DateFinder()
        self._groups = GroupFinder(codebook)
        self._agreements = AgreementFinder(codebook, self._reader)
        self._acts = ActReader(self._reader)
        self._core = frozenset(p.code for p in codebook.parties if p.role == "core")
        finder = IssueFinder(codebook, self._reader, actors)
        self._agents = {issue.id: finder.agents_of(issue) for issue in codebook.issues}
        self._signatories = {a.id: a.signatories or finder.parties_in(a.title) for a in codebook.agreements}
        likeness = None if stance is None else Likeness(codebook.issues, stance.pieces)
        self._positions = PositionReader(codebook, finder, self._stance, likeness)

    @property
    def models(self) -> Mapping[str, str]:
        """Name to SHA-256 of every weight file that decides the output; empty while rules decide."""
        return MappingProxyType(dict(self._stance.models))

    def code(
        self, document: Document, attributions: Sequence[Attribution], actors: ResolvedActors
    ) -> CodedAttributions:
        """One coding per attribution, in order, and the document's agreements, dates and events, in text order."""
        view = build_view(document, attributions, self._groups.add(document.text, actors), self._reader)
        dates = self._dates.find(document.text, document.published, view.sentences)
        agreements = self._agreements.find(view, dates)
        dates = tuple(self._with_instrument(d, agreements) for d in dates)
        occasions = read_occasions(view, dates, agreements)
        positions = self._positions.read(view)
        acts = self._read_acts(view, positions, agreements)
        codings = []
        for index, (occasion, act) in enumerate(zip(occasions, acts, strict=True)):
            codings.append(Coding(occasion.day, occasion.setting, act.act, act.target, positions[index]))
        events = find_events(view, self._acts.deeds, dates)
        return CodedAttributions(tuple(codings), agreements, dates, events)

    def _read_acts(
        self,
        view: DocumentView,
        positions: Sequence[tuple[StatedPosition, ...]],
        agreements: Sequence[AgreementMention],
    ) -> tuple[ActReading, ...]:
        """Acts in order; a statement that names nobody is aimed by the exchange that it stands in."""
        readings: dict[int, ActReading] = {}
        exchange = Exchange(view, self._core)
        for index in sorted(range(len(view.attributions)), key=lambda i: (view.attributions[i].content[0].start, i)):
            agents = tuple(self._agents[p.issue] for p in positions[index])
            cited = (m.agreement for m in agreements if m.attribution == index)
            partners = next((self._signatories[a] for a in cited if self._signatories[a]), ())
            readings[index] = reading = self._acts.read(view, index, exchange.aims(index, agents, partners))
            exchange.note(index, reading.target)
        return tuple(readings[i] for i in range(len(view.attributions)))

    def _with_instrument(self, mention: DateMention, agreements: Sequence[AgreementMention]) -> DateMention:
        """ "the November 10 statement" has the year of the instrument that it names."""
        day = self._agreements.dated(agreements, mention.span)
        same = day is not None and mention.value is not None and day[5:] == mention.value[5:]
        return replace(mention, value=day) if same else mention
