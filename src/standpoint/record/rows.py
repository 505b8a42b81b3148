"""What a record gives back: frozen rows. Values come in from the tables; the rules of evidence grades are here.

A statement's grade in a record also looks at who passes it on: `Statement.grade` knows its own words only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from standpoint.model import AgreementUse, Coder, Event, Grade, Span, Speaker, Statement

_OUTLET = "MED"


class Outcome(StrEnum):
    """What became of a document that was given to a record."""

    ADDED = "added"
    RECODED = "recoded"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    OTHER_LANGUAGE = "other-language"


@dataclass(frozen=True, slots=True)
class Added:
    """One document given to a record: what became of it, and how many statements the record now has of it.

    `added`: new, or coded by a codebook for the first time. `recoded`: an earlier coding was replaced. `unchanged`:
    the same coder and codebook had read it. `kept`: a newer version of the coder had read it, whose coding stays.
    `other-language`: stored, not coded.
    """

    document: str
    outcome: Outcome
    statements: int


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """Where words stand: a document without its text."""

    id: str
    publisher: str | None
    published: date | None
    title: str | None
    url: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document and its coding by one codebook. `coded` is False where it is in a language that is not coded."""

    document: DocumentInfo
    characters: int
    codebook: str
    coder: Coder
    coded: bool
    statements: int
    unresolved: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a document and where they stand."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement with its words, its document, and who coded it by which codebook.

    `outer` is the speaker of the statement that this one is nested in, `beyond` are those of the statements around
    that one, from inside out: they pass it on. None stands where a source is unresolved.
    """

    statement: Statement
    source: tuple[Quotation, ...]
    cue: tuple[Quotation, ...]
    content: tuple[Quotation, ...]
    document: DocumentInfo
    outer: Speaker | None
    codebook: str
    coder: Coder
    beyond: tuple[Speaker | None, ...] = ()

    @property
    def id(self) -> str:
        return self.statement.id

    @property
    def actor(self) -> str | None:
        """Whom the speaker speaks for; None where unknown."""
        return None if self.statement.speaker is None else self.statement.speaker.actor

    @property
    def words(self) -> str:
        """The content's words; what was left out between its spans is marked by an ellipsis in square brackets."""
        return " [...] ".join(q.words for q in self.content)

    @property
    def day(self) -> date | None:
        """When it was said; where the text does not say, when it was published; None where neither is known."""
        return self.statement.said or self.document.published

    @property
    def through(self) -> tuple[Speaker | None, ...]:
        """All who pass the statement on, from inside out; empty where it is not nested."""
        return () if self.statement.nested_in is None else (self.outer, *self.beyond)

    @property
    def grade(self) -> Grade:
        """Whose word it is.

        Direct and mixed are `own words`, indirect is `reported`, ascribed is `ascribed`. A statement that reaches us
        through a speaker who speaks for another actor, for nobody known, or is unknown, stands on that speaker's word
        alone and is `ascribed` whatever its kind, however deep it is nested; not so where that speaker is another
        outlet (sector MED), which passes words on as the publisher does.
        """
        return self.statement.grade if all(map(self._is_faithful, self.through)) else Grade.ASCRIBED

    @property
    def ascriber(self) -> str | None:
        """On whose word an ascribed statement stands: the enclosing speaker's name, else the publisher's."""
        if self.grade is not Grade.ASCRIBED:
            return None
        if not self.through:
            return self.document.publisher
        other = next((s for s in self.through if not self._is_faithful(s)), self.through[0])
        return None if other is None else other.name

    def _is_faithful(self, speaker: Speaker | None) -> bool:
        """Whether a speaker is on the statement's own side, or an outlet."""
        if speaker is None:
            return False
        return speaker.sector == _OUTLET or (speaker.actor is not None and speaker.actor == self.actor)


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """A mention of an agreement.

    `statements` are those of the speakers who cite it (several when they speak jointly); none where the outlet
    cites it in its own words.
    """

    quotation: Quotation
    agreement: str
    provision: str | None
    use: AgreementUse | None
    statements: tuple[StatementRow, ...]
    document: DocumentInfo
    codebook: str
    coder: Coder


@dataclass(frozen=True, slots=True)
class EventRow:
    """What an actor did, in the outlet's own words."""

    event: Event
    words: str
    document: DocumentInfo
    codebook: str
    coder: Coder


@dataclass(frozen=True, slots=True)
class CodebookRow:
    """A codebook of the record, as last used, and how many documents are coded by it."""

    id: str
    title: str
    sha256: str
    documents: int


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor with statements in the record: how many statements and by how many speakers."""

    code: str
    statements: int
    speakers: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a record that should not be there, and where."""

    document: str | None
    statement: str | None
    message: str


@dataclass(frozen=True, slots=True)
class RecordCheck:
    """What `Record.check` looked at and what it found wrong; a sound record has no problems."""

    documents: int
    statements: int
    quotations: int
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        return not self.problems
