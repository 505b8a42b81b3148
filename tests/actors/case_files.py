"""Reads texts with marked sources: files of cases come in; documents, attributions and expectations go out.

A case is a line `day | text | expected`. In the text, [[...]] is a source and <<...>> the content of the source of
the same number; without <<...>> a content runs from its source to the end of the sentence. A source inside the
content of another is nested in it. [[]] is a statement without a source, whose content follows it. Expected are
the answers for the last source, or for all of them where they are separated by " ; ": `ACTOR Name (how)`, several
joined by " + ", with "-" for no actor, or `? words of the reason`. A line that begins with `xfail REASON | ` is a
known failure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from standpoint.model import Attribution, Document, Kind, Resolution, Span

_MARK = re.compile(r"\[\[|\]\]|<<|>>")
_ANSWER = re.compile(
    r"(?P<actor>[A-Z][A-Z0-9-]*|-) (?P<name>.+?)(?: \((?P<how>name|role|pronoun|apposition|metonym|implied)\))?"
)


@dataclass(frozen=True, slots=True)
class Case:
    where: str
    codebook: str | None
    document: Document
    attributions: tuple[Attribution, ...]
    expected: tuple[str, ...]
    failing: str | None


def read_cases(folder: Path) -> tuple[Case, ...]:
    """Every case in the folder's files, in order."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                found.append(_read_case(line, f"{path.stem}:{number}", _codebook(path.stem)))
    return tuple(found)


def _codebook(stem: str) -> str | None:
    """The codebook that a file's cases are read with: `with-NAME.txt`."""
    return stem.removeprefix("with-") if stem.startswith("with-") else None


def _read_case(line: str, where: str, codebook: str | None = None) -> Case:
    failing = None
    if line.startswith("xfail "):
        failing, _, line = line.removeprefix("xfail ").partition(" | ")
    day, marked, expected = (part.strip() for part in line.split(" | "))
    text, sources, contents = _strip_marks(marked.replace("\\n", "\n"))
    attributions = []
    for index, source in enumerate(sources):
        content = contents[index] if index < len(contents) else _rest(text, source)
        attributions.append((source, content))
    made = tuple(
        Attribution((s,) if s.start < s.end else (), (), (c,), _kind(text, c), 1.0, _outer(s, attributions))
        for s, c in attributions
    )
    published = None if day == "-" else date.fromisoformat(day)
    document = Document(where, text, published=published)
    return Case(where, codebook, document, made, tuple(expected.split(" ; ")), failing)


def _strip_marks(marked: str) -> tuple[str, list[Span], list[Span]]:
    text, open_at = "", {"[[": 0, "<<": 0}
    sources: list[Span] = []
    contents: list[Span] = []
    nested: list[int] = []
    at = 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark.group() == "[[":
            open_at["[["] = len(text)
        elif mark.group() == "]]":
            sources.append(Span(open_at["[["], len(text)))
        elif mark.group() == "<<":
            nested.append(len(contents))
            contents.append(Span(len(text), len(text)))
        else:
            place = nested.pop()
            contents[place] = Span(contents[place].start, len(text))
    return text + marked[at:], sources, contents


def _rest(text: str, source: Span) -> Span:
    end = re.search(r"[.!?][\"”]?(?=\s|$)", text[source.end :])
    stop = source.end + end.end() if end else len(text)
    return Span(source.end, stop) if text[source.end : stop].strip(" .,") else Span(0, source.start)


def _kind(text: str, content: Span) -> Kind:
    return Kind.DIRECT if content.of(text).strip()[:1] in ('"', "“") else Kind.INDIRECT


def _outer(source: Span, attributions: list[tuple[Span, Span]]) -> int | None:
    if source.start == source.end:
        return None
    around = [i for i, (s, c) in enumerate(attributions) if c.covers(source) and s != source]
    return min(around, key=lambda i: attributions[i][1].end - attributions[i][1].start) if around else None


def differences(case: Case, resolutions: tuple[Resolution, ...]) -> list[str]:
    """What is not as expected, in words; empty where all is."""
    asked = resolutions if len(case.expected) > 1 else resolutions[-1:]
    if len(asked) != len(case.expected):
        return [f"{len(asked)} sources, {len(case.expected)} answers"]
    return [d for e, r in zip(case.expected, asked, strict=True) for d in _differ(e, r)]


def _differ(expected: str, got: Resolution) -> list[str]:
    shown = [f"{s.actor or '-'} {s.name} ({s.how})" for s in got.speakers]
    if expected.startswith("?"):
        right = not got.speakers and expected[1:].strip() in (got.reason or "")
        return [] if right else [f"{expected}: {shown or got.reason}"]
    wanted = expected.split(" + ")
    if len(wanted) != len(shown):
        return [f"{expected}: {shown or got.reason}"]
    for want, speaker in zip(wanted, got.speakers, strict=True):
        parts = _ANSWER.fullmatch(want.strip())
        assert parts is not None, want
        same = (speaker.actor or "-") == parts["actor"] and speaker.name == parts["name"]
        if not same or (parts["how"] and parts["how"] != speaker.how):
            return [f"{expected}: {shown}"]
    return []
