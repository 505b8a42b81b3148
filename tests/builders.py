"""Builds coded documents by hand, so that tests of the record need no model. Rows of what was said come in, a coded
document whose text holds those words goes out. All states and people are made up."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count

from standpoint.codebooks import Codebook, parse_codebook
from standpoint.model import (
    Act,
    AgreementMention,
    AgreementUse,
    CodedDocument,
    Coder,
    Document,
    Kind,
    Span,
    Speaker,
    Stance,
    StatedPosition,
    Statement,
)
from standpoint.positions import Evidence
from standpoint.record import DocumentInfo, Quotation, StatementRow

CODEBOOK = """\
id: lake-talks
title: Talks on the lake
description: Talks between Ruritania and Syldavia on a lake, with Freedonia in between.
parties:
  - {code: RUR, name: Ruritania, role: core, aliases: [Ruritanians]}
  - {code: SYL, name: Syldavia, role: core}
  - {code: BOR, name: Borduria, role: external}
mediators:
  - {code: FRE, name: Freedonia}
issues:
  - {id: treaty, label: Lake treaty, description: A treaty on the lake should be signed.}
  - {id: dam, label: Dam, description: The dam should be opened.}
  - {id: patrols, label: Joint patrols, description: Joint patrols should sail the lake.}
agreements:
  - id: harbour-1999
    title: Harbour accord
    date: 1999-05-01
    aliases: [accord of the harbour]
    provisions:
      - {number: "2", summary: Ships pass freely.}
      - {number: "10", summary: The dam stays shut in winter.}
  - {id: pier-2001, title: Pier memorandum, date: 2001-06-01, provisions: []}
"""

PEOPLE = {"Zenda": "RUR", "Rassendyll": "RUR", "Muskar": "SYL", "Firefly": "FRE", "Sponsz": "BOR"}
TODAY = date(2001, 3, 10)


def lake_codebook(text: str = CODEBOOK) -> Codebook:
    return parse_codebook(text, "the codebook of the tests")


@dataclass(frozen=True)
class Said:
    """One statement: `stances` maps issues to stances; `inside` is the number of the statement that it is nested in;
    `joint` puts it on the words of the one before."""

    by: str | None
    words: str
    stances: Mapping[str, str] = field(default_factory=dict)
    kind: Kind = Kind.INDIRECT
    cue: str = "said"
    on: date | None = None
    inside: int | None = None
    joint: bool = False
    cites: tuple[str, str | None, AgreementUse | None] | None = None
    sector: str = "GOV"


def coded(
    *rows: Said,
    id: str = "d1",
    publisher: str | None = "The Courier",
    published: date | None = TODAY,
    version: str = "1.0",
    coder: str = "standpoint",
    language: str | None = "en",
    text: str = "",
) -> CodedDocument:
    """A document whose text is made of the rows, each a sentence of source, cue and content."""
    spans: list[tuple[Span, Span, Span]] = []
    for row in rows:
        if row.joint:
            spans.append(spans[-1])
            continue
        source = Span(len(text), len(text) + len(row.by or "It"))
        cue = Span(source.end + 1, source.end + 1 + len(row.cue))
        content = Span(cue.end + 1, cue.end + 1 + len(row.words))
        spans.append((source, cue, content))
        text += f"{row.by or 'It'} {row.cue} {row.words}.\n"
    ids = [f"{id}-{n + 1:03d}" for n in range(len(rows))]
    statements = tuple(_statement(row, n, ids, spans[n]) for n, row in enumerate(rows))
    mentions = tuple(
        AgreementMention(spans[n][2], *row.cites, attribution=n) for n, row in enumerate(rows) if row.cites
    )
    document = Document(id, text or "Nothing was said.", publisher, published, f"Title of {id}", None, language)
    return CodedDocument(document, statements, mentions, (), (), Coder(coder, version, {"tagger": "0" * 64}))


def _statement(row: Said, number: int, ids: Sequence[str], spans: tuple[Span, Span, Span]) -> Statement:
    speaker = None
    if row.by is not None:
        actor = PEOPLE.get(row.by, row.by if row.by.isupper() else None)
        speaker = Speaker(row.by.lower(), row.by, actor, row.sector, None, "name", 0.9)
    return Statement(
        id=ids[number],
        source=(spans[0],),
        cue=(spans[1],),
        content=(spans[2],),
        kind=row.kind,
        speaker=speaker,
        unresolved="no source is named" if speaker is None else None,
        said=row.on,
        setting=None,
        nested_in=None if row.inside is None else ids[row.inside],
        act=Act.STATE,
        target=None,
        positions=tuple(StatedPosition(i, Stance(s), 0.8) for i, s in row.stances.items()),
        confidence=0.75,
    )


def evidence(
    stance: str,
    day: date | None,
    *,
    kind: Kind = Kind.INDIRECT,
    words: str = "",
    document: str = "",
    by: str = "Zenda",
    published: date | None = None,
) -> Evidence:
    """One piece of evidence on the issue "treaty"; each stands in a document of its own unless `document` is given.

    Without `words` it has words that no other piece is like.
    """
    key = document or f"d{next(_NUMBERS):06d}"
    spelled = words or _unlike(key)
    text = coded(Said(by, spelled, {"treaty": stance}, kind, on=day), id=key, published=published)
    statement = text.statements[0]
    if document:
        statement = replace(statement, id=f"{key}-{next(_NUMBERS):06d}")
    source, cue, content = (
        tuple(Quotation(s, s.of(text.document.text)) for s in part)
        for part in (statement.source, statement.cue, statement.content)
    )
    about = DocumentInfo(key, "The Courier", published, None, None, "en")
    row = StatementRow(statement, source, cue, content, about, None, "lake-talks", text.coder)
    return Evidence(row, "treaty", Stance(stance), 0.8)


_NUMBERS = count(1)


def _unlike(key: str) -> str:
    """Five words that no other key's are like."""
    letters = "".join(chr(97 + b % 26) for b in hashlib.sha256(key.encode()).digest())
    return " ".join(letters[i : i + 6] for i in range(0, 30, 6))
