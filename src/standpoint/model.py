"""The nouns of the product, as frozen dataclasses. Nothing comes in but values; each checks only its own invariants.

Offsets are Python character offsets into `Document.text`, end exclusive. Spans of one role are in text order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open interval of characters, `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


class Kind(StrEnum):
    """How the words reach the reader (PARC 3.0; `ascribed` is ours)."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    ASCRIBED = "ascribed"


class Stance(StrEnum):
    SUPPORTS = "supports"
    OPPOSES = "opposes"
    CONDITIONAL = "conditional"
    UNCLEAR = "unclear"


class Grade(StrEnum):
    """Evidence grade, best first: direct and mixed > indirect > ascribed."""

    OWN_WORDS = "own words"
    REPORTED = "reported"
    ASCRIBED = "ascribed"


class Act(StrEnum):
    """PLOVER event types, and STATE for a statement that does none of them."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    STATE = "STATE"


class AgreementUse(StrEnum):
    """What a speaker says of the agreement that is cited."""

    INVOKES = "invokes"
    IMPLEMENTED = "says it is implemented"
    VIOLATED = "says it is violated"
    REJECTS = "rejects"
    PROPOSES = "proposes"


class Furniture(NamedTuple):
    """A stretch of a document that is kept but not coded: a repeated title, "on YouTube"."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text as published. `text` is the decoded input unchanged, line ends and all."""

    id: str
    text: str
    publisher: str | None = None
    published: date | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    furniture: tuple[Furniture, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, a cue and a content (PARC 3.0, PolNeAR). `nested_in` is an index into the document's attributions."""

    source: Spans
    cue: Spans
    content: Spans
    kind: Kind
    confidence: float
    nested_in: int | None = None

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("an attribution needs content")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, and for whom, on the document's day. `how`: name, role, pronoun, apposition, metonym, implied."""

    id: str
    name: str
    actor: str | None
    sector: str | None
    role: str | None
    how: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Resolution:
    """The speakers of one attribution (several when they speak jointly), or none and the reason."""

    speakers: tuple[Speaker, ...]
    reason: str | None = None

    def __post_init__(self) -> None:
        if not self.speakers and not self.reason:
            raise ValueError("an unresolved source needs a reason")


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor named anywhere in a document, resolved by the document's date."""

    span: Span
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class ResolvedActors:
    """One resolution per attribution, in order, and every actor mention in text order."""

    resolutions: tuple[Resolution, ...]
    mentions: tuple[ActorMention, ...]


@dataclass(frozen=True, slots=True)
class StatedPosition:
    """The stance on one issue that one statement expresses."""

    issue: str
    stance: Stance
    confidence: float


@dataclass(frozen=True, slots=True)
class Coding:
    """What one attribution means: when it was said, what it does and to whom, and where it stands."""

    said: date | None = None
    setting: str | None = None
    act: Act = Act.STATE
    target: str | None = None
    positions: tuple[StatedPosition, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementMention:
    """A mention of an instrument, its clause where named, and what the enclosing attribution says of it.

    `attribution` is an index into the document's attributions; in a coded document, into its statements.
    """

    span: Span
    agreement: str
    provision: str | None = None
    use: AgreementUse | None = None
    attribution: int | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression and its ISO 8601 value at the precision that the words give (YYYY-MM-DD, YYYY-MM, YYYY)."""

    span: Span
    value: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """What one actor did towards another, in the outlet's own words."""

    span: Span
    actor: str
    act: Act
    target: str | None
    date: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class CodedAttributions:
    """One coding per attribution, in order, and what the document as a whole mentions."""

    codings: tuple[Coding, ...]
    agreements: tuple[AgreementMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution whose source has been looked up and whose content is coded.

    `nested_in` is the id of the enclosing statement. `unresolved` says why `speaker` is None.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    kind: Kind
    speaker: Speaker | None
    unresolved: str | None
    said: date | None
    setting: str | None
    nested_in: str | None
    act: Act
    target: str | None
    positions: tuple[StatedPosition, ...]
    confidence: float

    @property
    def grade(self) -> Grade:
        if self.kind in (Kind.DIRECT, Kind.MIXED):
            return Grade.OWN_WORDS
        return Grade.REPORTED if self.kind is Kind.INDIRECT else Grade.ASCRIBED


@dataclass(frozen=True, slots=True)
class Coder:
    """Which program, version and weights gave the codes."""

    name: str
    version: str
    models: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CodedDocument:
    """A document with everything that was read in it. `AgreementMention.attribution` indexes `statements`."""

    document: Document
    statements: tuple[Statement, ...]
    agreements: tuple[AgreementMention, ...]
    dates: tuple[DateMention, ...]
    events: tuple[Event, ...]
    coder: Coder
