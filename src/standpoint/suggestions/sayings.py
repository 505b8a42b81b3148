"""Cuts what people say into sentences to compare: statements come in, sayings go out.

The same sentence of a document is one saying, whoever is given as its speaker: joint speakers and the statements that
enclose others do not count twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from standpoint.language.sentences import split_sentences
from standpoint.model import CodedDocument, Spans, Statement
from standpoint.record import StatementRow

_LEAST_WORDS, _MOST_CHARACTERS = 3, 1500


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as far as suggestions need it: its words, part by part, and where it stands."""

    statement: Statement
    parts: tuple[str, ...]
    document: str


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence, the statements that say it and the actors that they speak for, as far as these are known."""

    words: str
    document: str
    statements: tuple[str, ...]
    actors: tuple[str, ...]


def said_in_rows(rows: Iterable[StatementRow]) -> tuple[Said, ...]:
    return tuple(Said(r.statement, tuple(q.words for q in r.content), r.document.id) for r in rows)


def said_in_documents(documents: Iterable[CodedDocument]) -> tuple[Said, ...]:
    return tuple(
        Said(s, tuple(span.of(d.document.text) for span in s.content), d.document.id)
        for d in documents
        for s in d.statements
    )


def leave_out_enclosing(said: Sequence[Said]) -> tuple[Said, ...]:
    """Those whose words hold no other statement: of "A said that B wants peace" what B wants."""
    return tuple(
        s
        for rows in _by_document(said)
        for s in rows
        if not any(_holds(s.statement.content, o.statement.content) for o in rows)
    )


def leave_out_covered(said: Sequence[Said]) -> tuple[Said, ...]:
    """Those that no issue covers: neither they nor a statement around or inside them has a position."""
    found = []
    for rows in _by_document(said):
        covered = [s.statement.content for s in rows if s.statement.positions]
        found += [
            s
            for s in rows
            if not any(
                c == s.statement.content or _holds(c, s.statement.content) or _holds(s.statement.content, c)
                for c in covered
            )
        ]
    return tuple(found)


def cut_sayings(said: Iterable[Said]) -> tuple[Saying, ...]:
    """The sentences of statements that are long enough to mean something, each of a document once."""
    found: dict[tuple[str, str], list[Said]] = {}
    for s in said:
        for part in s.parts:
            for span in split_sentences(part):
                words = " ".join(span.of(part).split())
                if len(words.split()) >= _LEAST_WORDS:
                    found.setdefault((s.document, words[:_MOST_CHARACTERS]), []).append(s)
    return tuple(
        Saying(words, document, _ids(rows), tuple(sorted(set(_actors(rows)))))
        for (document, words), rows in found.items()
    )


def _ids(rows: Iterable[Said]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.statement.id for s in rows))


def _actors(rows: Iterable[Said]) -> Iterator[str]:
    for s in rows:
        if s.statement.speaker is not None and s.statement.speaker.actor is not None:
            yield s.statement.speaker.actor


def _by_document(said: Iterable[Said]) -> list[list[Said]]:
    found: dict[str, list[Said]] = {}
    for s in said:
        found.setdefault(s.document, []).append(s)
    return list(found.values())


def _holds(outer: Spans, inner: Spans) -> bool:
    """Whether the words of `inner` stand within those of `outer`, which has more."""
    return outer != inner and all(any(o.covers(i) for o in outer) for i in inner)
