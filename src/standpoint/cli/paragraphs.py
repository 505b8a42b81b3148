"""One statement in its place: a statement and its document come in, its paragraph goes out with its parts marked.

Colours mark source, cue and content on a terminal; where there are no colours, brackets do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.text import Text

from standpoint.cli.blocks import say
from standpoint.cli.stances import STYLES, signed
from standpoint.cli.terminal import Terminal, one_line, plain
from standpoint.codebooks import Codebook
from standpoint.model import Document, Span
from standpoint.record import Quotation, StatementRow

_NAME = 12
_NEARBY = 400
_SENTENCE = re.compile(r"[.!?\u2026][\"\u201d\u2019')]*\s+(?=[\"\u201c\u2018A-Z])")
_BREAK = re.compile(r"\n[ \t\r]*\n|\n")
_LOOKS = {
    "source": ("bold cyan", "\u27e8", "\u27e9"),
    "cue": ("bold magenta", "\u2039", "\u203a"),
    "content": ("black on yellow", "\u27e6", "\u27e7"),
}


def print_statement(terminal: Terminal, row: StatementRow, document: Document, codebook: Codebook) -> None:
    """Where the statement stands, the paragraph or paragraphs that it stands in, and its codes."""
    out = terminal.out
    coloured = out.color_system is not None and not out.no_color
    say(terminal, Text.assemble((row.id, "bold"), f"  {row.statement.kind}"))
    say(terminal, _origin(document), style="dim")
    out.print()
    for paragraph in mark_paragraph(row, document.text, coloured=coloured).split("\n", allow_blank=True):
        say(terminal, paragraph, indent=2)
    out.print()
    say(terminal, _legend(row, coloured))
    for name, value in describe_statement(row, codebook):
        say(terminal, Text.assemble((f"{name:<{_NAME}}", "dim"), value), hang=_NAME)
    for position in row.statement.positions:
        issue = codebook.issue(position.issue)
        stance = (signed(position.stance), STYLES[position.stance])
        line = Text.assemble((f"{'issue':<{_NAME}}", "dim"), stance, f"  {issue.label if issue else position.issue}")
        if issue:
            line.append(f"  {issue.description}", style="italic")
        say(terminal, line, hang=_NAME)


def mark_paragraph(row: StatementRow, text: str, *, coloured: bool) -> Text:
    """The paragraphs from the statement's first character to its last, its parts marked; long ones are cut."""
    whole = find_paragraph(text, row)
    start, end = _cut(text, row, *whole)
    marked = Text.assemble(("[...] " if start > whole[0] else "", "dim"))
    for piece, part in _pieces(text, row, start, end):
        words = re.sub(r"\n(?:[ \t]*\n)+", "\n\n", plain(piece))
        if part is None:
            marked.append(words)
            continue
        style, opening, closing = _LOOKS[part]
        marked.append(words if coloured else f"{opening}{words}{closing}", style=style)
    return marked.append(" [...]" if end < whole[1] else "", style="dim")


def find_paragraph(text: str, row: StatementRow) -> tuple[int, int]:
    """Where the paragraphs begin and end that hold the statement's source, cue and content."""
    first, last = _extent(row)
    starts = [m.end() for m in _BREAK.finditer(text, 0, first)]
    after = _BREAK.search(text, last)
    return (starts[-1] if starts else 0), (after.start() if after else len(text))


def _extent(row: StatementRow) -> tuple[int, int]:
    spans = [q.span for q in (*row.source, *row.cue, *row.content)]
    return min(s.start for s in spans), max(s.end for s in spans)


def _cut(text: str, row: StatementRow, start: int, end: int) -> tuple[int, int]:
    """The same, kept to the sentences nearby where a text has lost its paragraphs."""
    first, last = _extent(row)
    if first - start > _NEARBY:
        ends = [m.end() for m in _SENTENCE.finditer(text, first - _NEARBY, first)]
        start = ends[0] if ends else first
    if end - last > _NEARBY:
        ends = [m.start() + len(m.group().rstrip()) for m in _SENTENCE.finditer(text, last, last + _NEARBY)]
        end = ends[-1] if ends else last
    return start, end


def _pieces(text: str, row: StatementRow, start: int, end: int) -> Iterator[tuple[str, str | None]]:
    """The stretches between `start` and `end`, each with the part of the statement that it is, or None."""
    parts: list[tuple[Span, str]] = []
    groups: tuple[tuple[str, tuple[Quotation, ...]], ...] = (
        ("source", row.source),
        ("cue", row.cue),
        ("content", row.content),
    )
    for name, quotations in groups:
        parts.extend((q.span, name) for q in quotations)
    at = start
    for span, name in sorted(parts):
        if span.start < at:
            continue
        if at < span.start:
            yield text[at : span.start], None
        yield span.of(text), name
        at = span.end
    if at < end:
        yield text[at:end], None


def describe_statement(row: StatementRow, codebook: Codebook) -> Iterator[tuple[str, str]]:
    """What was coded of a statement, as name and value, but for its issues."""
    s = row.statement
    if s.speaker is None:
        yield "speaker", f"not known: {s.unresolved}"
    else:
        yield "speaker", describe_speaker(row, codebook)
        yield "known by", f"{s.speaker.how} ({s.speaker.confidence:.0%} sure)"
    yield "kind", f"{s.kind}, so the evidence is {row.grade}" + (f" by {row.ascriber}" if row.ascriber else "")
    if s.nested_in is not None:
        yield "told by", row.outer.name if row.outer else f"the speaker of {s.nested_in}"
    if s.said is not None:
        yield "said", s.said.isoformat()
    elif row.document.published is not None:
        yield "said", f"not dated; published {row.document.published.isoformat()}"
    if s.setting:
        yield "setting", one_line(s.setting)
    target = "" if s.target is None else f" towards {_party(s.target, codebook)}"
    yield "act", f"{s.act}{target}"
    yield "sure of it", f"{s.confidence:.0%}"
    yield "coder", f"{row.coder.name} {row.coder.version}, codebook {row.codebook}"


def describe_speaker(row: StatementRow, codebook: Codebook) -> str:
    """A speaker's name, role, and whom it speaks for."""
    speaker = row.statement.speaker
    if speaker is None:
        return ""
    role = f", {speaker.role}" if speaker.role else ""
    behalf = f", for {_party(speaker.actor, codebook)}" if speaker.actor else ", for nobody known"
    return f"{speaker.name}{role}{behalf}"


def _party(code: str, codebook: Codebook) -> str:
    party = codebook.party(code)
    return f"{party.name} ({code})" if party else code


def _origin(document: Document) -> str:
    day = document.published.isoformat() if document.published else "no day"
    return one_line(f"{document.title or 'No title'} ({document.publisher or 'no publisher'}, {day})")


def _legend(row: StatementRow, coloured: bool) -> Text:
    text = Text.assemble((f"{'marked':<{_NAME}}", "dim"))
    for name in ("source", "cue", "content"):
        if getattr(row, name):
            style, opening, closing = _LOOKS[name]
            text.append(name if coloured else f"{opening}{name}{closing}", style=style)
            text.append("  ")
    return text
