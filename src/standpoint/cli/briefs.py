"""A brief as a person reads it: an actor's brief comes in, stances, quotations and their origins go out on the terminal.

Words of the record stand behind a bar; everything else is names, days and counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from standpoint.cli.ids import ShortIds
from standpoint.cli.stances import STYLES, counted, describe_counts, signed
from standpoint.cli.terminal import Terminal, one_line, plain
from standpoint.model import Grade
from standpoint.positions import AgreementCitation, Brief, Evidence, IssueBrief, Position, Telling
from standpoint.record import StatementRow

if TYPE_CHECKING:
    from rich.text import Text


def print_brief(terminal: Terminal, brief: Brief, ids: ShortIds) -> None:
    """The whole brief: a head, one section for each issue, then agreements, and what touches no issue."""
    out = terminal.out
    out.print(_head(brief))
    out.print(_extent(brief), style="dim")
    for issue in brief.issues:
        _print_issue(terminal, issue, ids)
    if brief.agreements:
        out.print()
        out.print("Agreements that it cites", style="bold underline")
        for citation in brief.agreements:
            _print_citation(terminal, citation, ids)
    if brief.other:
        out.print()
        out.print(
            f"{counted(len(brief.other), 'more statement touches', 'more statements touch')} no issue of the codebook: "
            f"standpoint statements --actor {brief.actor.code}",
            style="dim",
        )


def print_words(terminal: Terminal, words: str, style: str = "") -> None:
    """Words of a document, wrapped behind a bar."""
    from rich.text import Text

    width = max(20, min(terminal.out.width, 100) - 8)
    for line in Text(one_line(plain(words)), style=style).wrap(terminal.out, width):
        text = Text("    \u2502 ", style="dim")
        text.append_text(line)
        terminal.out.print(text)


def print_origin(terminal: Terminal, row: StatementRow, ids: ShortIds) -> None:
    """The outlet, its day and the statement's id, dim, under its words."""
    d = row.document
    parts = [d.publisher or "no publisher", d.published.isoformat() if d.published else "no day"]
    terminal.out.print(f"      {', '.join(parts)}  [{ids.statement(row.id)}]", style="dim")


def _head(brief: Brief) -> Text:
    from rich.text import Text

    roles = ", ".join(f"{r.role} in {r.codebook}" for r in brief.actor.roles)
    text = Text(brief.actor.code, style="bold")
    if brief.actor.name:
        text.append(f"  {brief.actor.name}", style="bold")
    text.append(f"  {roles}" if roles else "  not in the codebook", style="dim")
    return text


def _extent(brief: Brief) -> str:
    if not brief.statements:
        return "It has said nothing in this record" + (f" by {brief.at}." if brief.at else ".")
    said = f"{counted(brief.statements, 'statement')} in {counted(brief.documents, 'document')}"
    days = f", {brief.first} to {brief.last}" if brief.first != brief.last else f", {brief.first}" if brief.first else ""
    return said + days + (f", as of {brief.at}" if brief.at else "")


def _print_issue(terminal: Terminal, issue: IssueBrief, ids: ShortIds) -> None:
    from rich.text import Text

    out = terminal.out
    out.print()
    title = Text(issue.issue.label or issue.issue.id, style="bold underline")
    title.append("  ", style="not underline")
    title.append(signed(issue.position.stance), style=f"bold not underline {STYLES[issue.position.stance]}")
    out.print(title)
    if issue.issue.description:
        out.print(Text(f"  {issue.issue.description}", style="italic"))
    out.print(Text(f"  {_stretch(issue.position)}; {describe_counts(issue.counts)}", style="dim"))
    for before in issue.earlier:
        line = Text("  before: ", style="dim")
        line.append(signed(before.stance), style=STYLES[before.stance])
        line.append(f", {_stretch(before)}", style="dim")
        out.print(line)
    for telling in issue.quotations:
        _print_telling(terminal, telling, ids)
    if issue.ascribed:
        out.print(Text("  What others ascribe to it", style="italic"))
    for telling in issue.ascribed:
        _print_telling(terminal, telling, ids)


def _stretch(position: Position) -> str:
    since = f"since {position.since}" if position.since else "no day known"
    until = f" until {position.until}" if position.until else ""
    return f"{since}{until}, evidence: {position.grade}"


def _print_telling(terminal: Terminal, telling: Telling, ids: ShortIds) -> None:
    out = terminal.out
    if telling.differs:
        out.print("  told differently by several outlets:", style="italic dim")
    for evidence in telling.evidence:
        out.print(_by_whom(evidence))
        print_words(terminal, evidence.row.words)
        print_origin(terminal, evidence.row, ids)


def _by_whom(evidence: Evidence) -> Text:
    from rich.text import Text

    row = evidence.row
    text = Text("  ")
    text.append(signed(evidence.stance), style=STYLES[evidence.stance])
    text.append(f"  {_when(row)}  ")
    speaker = row.statement.speaker
    text.append(speaker.name if speaker else "not known", style="bold")
    if speaker and speaker.role:
        text.append(f", {speaker.role}")
    text.append(f"  {evidence.grade}", style="dim")
    if evidence.grade is Grade.ASCRIBED:
        text.append(f" by {row.ascriber or 'a source that is not known'}", style="dim")
    return text


def _when(row: StatementRow) -> str:
    if row.statement.said:
        return row.statement.said.isoformat()
    return f"by {row.document.published.isoformat()}" if row.document.published else "no day"


def _print_citation(terminal: Terminal, citation: AgreementCitation, ids: ShortIds) -> None:
    from rich.text import Text

    clause = f", clause {citation.provision.number}" if citation.provision else ""
    text = Text(f"  {citation.agreement.title or citation.agreement.id}{clause}")
    text.append(f"  {citation.use or 'mentions'}", style="bold")
    terminal.out.print(text)
    row: Sequence[StatementRow] = citation.statements[:1]
    for statement in row:
        print_words(terminal, statement.words)
        print_origin(terminal, statement, ids)
