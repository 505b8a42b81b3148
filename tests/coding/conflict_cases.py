"""Reads the tables of sentences about real conflicts: a YAML file comes in, a codebook and its rows go out.

The codebooks are in draft style (a label, a description, few aliases), because that is what an analyst writes first.
A row is: who speaks, the sentence as `<source> (cue) [content]`, act, target, and the positions taken.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from tests.coding.conftest import Book, Issue, Party

from standpoint.coding import CodebookCoder
from standpoint.model import (
    ActorMention,
    Attribution,
    Coding,
    Document,
    Kind,
    Resolution,
    ResolvedActors,
    Span,
    Speaker,
)

FOLDER = Path(__file__).parent / "conflicts"
_STATES = Path(__file__).parents[2] / "src" / "standpoint" / "actors" / "data" / "states.csv"
_ASCRIBING = re.compile(r"\b(?:wants?|believes?|hopes?|is ready|is considering|expects?|sees?|fears?)$")


@dataclass(frozen=True)
class Row:
    conflict: str
    speaker: str
    sentence: str
    act: str
    target: str | None
    positions: dict[str, str]
    hard: bool = False


def read_conflicts() -> Iterator[tuple[str, Book, dict[str, str], list[Row]]]:
    """Name, codebook, names with their codes, and rows of each file."""
    for path in sorted(FOLDER.glob("*.yml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        sides = {role: tuple(Party(c, n[0], "core", tuple(n[1:])) for c, n in data[role].items())
                 for role in ("parties", "mediators") if role in data}  # fmt: skip
        issues = tuple(Issue(i, label, says, tuple(aliases)) for i, (label, says, aliases) in data["issues"].items())
        parties, mediators = sides["parties"], sides.get("mediators", ())
        names = _state_names() | {n: p.code for p in (*parties, *mediators) for n in (p.name, *p.aliases)}
        rows = [Row(path.stem, *row) for row in data["sentences"]]
        rows += [Row(path.stem, *row, hard=True) for row in data.get("beyond_rules", ())]
        yield path.stem, Book(parties, mediators, issues, ()), names, rows


class NamesOf:
    """An actor resolver that knows names from a table."""

    def __init__(self, names: dict[str, str]) -> None:
        self._names = names
        longest = sorted(names, key=len, reverse=True)
        self._pattern = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(n) for n in longest) + r")s?(?!\w)")

    def mentions(self, text: str) -> tuple[ActorMention, ...]:
        found = []
        for m in self._pattern.finditer(text):
            code = self._names.get(m.group()) or self._names[m.group()[:-1]]
            found.append(ActorMention(Span(*m.span()), _speaker(code)))
        return tuple(found)

    def resolve(self, document: Document, attributions: Any) -> ResolvedActors:
        return ResolvedActors((), self.mentions(document.text))


def code_row(coder: CodebookCoder, names: NamesOf, row: Row) -> Coding:
    text, spans, at = "", {"<": [], "(": [], "[": []}, 0
    for m in re.finditer(r"<(.*?)>|\((.*?)\)|\[(.*?)\]", row.sentence):
        words = next(w for w in m.groups() if w is not None)
        text += row.sentence[at : m.start()]
        spans[m.group()[0]].append(Span(len(text), len(text) + len(words)))
        text, at = text + words, m.end()
    text += row.sentence[at:]
    source, cue, content = (tuple(spans[k]) for k in "<([")
    words = " ".join(c.of(text) for c in content)
    kind = Kind.DIRECT if row.sentence.startswith("“") else Kind.MIXED if "“" in words else Kind.INDIRECT
    if cue and _ASCRIBING.search(cue[-1].of(text)):
        kind = Kind.ASCRIBED
    document = Document("d", text, published=date(2022, 2, 25), language="en")
    actors = ResolvedActors((Resolution((_speaker(row.speaker),)),), names.mentions(text))
    return coder.code(document, [Attribution(source, cue, content, kind, 1.0)], actors).codings[0]


def _speaker(code: str) -> Speaker:
    return Speaker(code.lower(), code, code, None, None, "name", 1.0)


def _state_names() -> dict[str, str]:
    names: dict[str, str] = {}
    with _STATES.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if row["un_member"] != "1":
                continue
            for column in ("name", "spellings", "demonyms", "metonyms", "capital"):
                names.update({n: row["code"] for n in row[column].split(";") if len(n) > 1 and n not in names})
    return names
