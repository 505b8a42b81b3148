"""A brief as a person reads it: a brief comes in, stances, quotations and their origins go out on the terminal.

Words of the record stand behind a bar; everything else is names, days and counts.
"""

from __future__ import annotations

from rich.text import Text

from standpoint.cli.blocks import say, say_words
from standpoint.cli.ids import ShortIds
from standpoint.cli.listings import new_table, print_table
from standpoint.cli.stances import STYLES, counted, describe_counts, signed
from standpoint.cli.terminal import Terminal
from standpoint.model import Grade
from standpoint.positions import AgreementCitation, Brief, Evidence, IssueBrief, Position, Telling
from standpoint.record import StatementRow


def print_brief(terminal: Terminal, brief: Brief, ids: ShortIds) -> None:
    """The whole brief: the stances at a glance, a section for each issue, agreements, and what touches no issue."""
    out = terminal.out
    say(terminal, _head(brief))
    say(terminal, _extent(brief), style="dim")
    if len(brief.issues) > 1:
        out.print()
        _print_glance(terminal, brief)
    for issue in brief.issues:
        out.print()
        _print_issue(terminal, issue, ids)
    if brief.agreements:
        out.print()
        out.print("Agreements that it cites", style="bold underline")
        for citation in brief.agreements:
            _print_citation(terminal, citation, ids)
    if brief.other:
        more = counted(len(brief.other), "more statement touches", "more statements touch")
        out.print()
        say(
            terminal,
            f"{more} no issue of the codebook; all of them: standpoint statements --actor {brief.actor.code}",
            style="dim",
        )


def print_origin(terminal: Terminal, row: StatementRow, ids: ShortIds) -> None:
    """The outlet, its day and the statement's id, dim, under its words."""
    d = row.document
    parts = [d.publisher or "no publisher", d.published.isoformat() if d.published else "no day"]
    say(terminal, f"{', '.join(parts)} [{ids.statement(row.id)}]", style="dim", indent=6)


def _head(brief: Brief) -> Text:
    roles = ", ".join(f"{r.role} in {r.codebook}" for r in brief.actor.roles)
    name = f"{brief.actor.code}  {brief.actor.name}" if brief.actor.name else brief.actor.code
    return Text.assemble((name, "bold"), (f"  {roles or 'not in the codebook'}", "dim"))


def _extent(brief: Brief) -> str:
    if not brief.statements:
        return "It has said nothing in this record" + (f" by {brief.at}." if brief.at else ".")
    said = f"{counted(brief.statements, 'statement')} in {counted(brief.documents, 'document')}"
    days = brief.first.isoformat() if brief.first else "no day known"
    if brief.last and brief.last != brief.first:
        days += f" to {brief.last.isoformat()}"
    return f"{said}, {days}" + (f", as of {brief.at}" if brief.at else "")


def _print_glance(terminal: Terminal, brief: Brief) -> None:
    table = new_table()
    table.add_column("Issue", overflow="fold")
    for head in ("Stance", "Since", "Evidence"):
        table.add_column(head, no_wrap=True)
    table.add_column("Statements", justify="right")
    for issue in brief.issues:
        p = issue.position
        table.add_row(
            Text(issue.issue.label or issue.issue.id),
            Text(signed(p.stance), style=STYLES[p.stance]),
            Text(p.since.isoformat() if p.since else "\u2013"),
            Text(p.grade),
            Text(str(issue.counts.total)),
        )
    print_table(terminal, table)


def _print_issue(terminal: Terminal, issue: IssueBrief, ids: ShortIds) -> None:
    position = issue.position
    title = Text(issue.issue.label or issue.issue.id, style="bold underline")
    title.append("  ", style="not underline")
    title.append(signed(position.stance), style=f"not underline {STYLES[position.stance]}")
    say(terminal, title)
    if issue.issue.description:
        say(terminal, issue.issue.description, style="italic", indent=2)
    say(terminal, f"{_stretch(position)} ({describe_counts(issue.counts)})", style="dim", indent=2)
    for before in issue.earlier:
        line = Text("before: ", style="dim")
        line.append(signed(before.stance), style=STYLES[before.stance])
        line.append(f" {_stretch(before)}", style="dim")
        say(terminal, line, indent=2)
    for telling in issue.quotations:
        _print_telling(terminal, telling, ids)
    if issue.ascribed:
        say(terminal, "What others ascribe to it:", style="italic dim", indent=2)
    for telling in issue.ascribed:
        _print_telling(terminal, telling, ids)


def _stretch(position: Position) -> str:
    since = f"since {position.since}" if position.since else "no day known"
    until = f" until {position.until}" if position.until else ""
    return f"{since}{until}, {position.grade}"


def _print_telling(terminal: Terminal, telling: Telling, ids: ShortIds) -> None:
    if telling.differs:
        say(terminal, "told differently:", style="italic dim", indent=2)
    for evidence in telling.evidence:
        say(terminal, _by_whom(evidence), indent=2, hang=4)
        say_words(terminal, evidence.row.words)
        print_origin(terminal, evidence.row, ids)


def _by_whom(evidence: Evidence) -> Text:
    row = evidence.row
    text = Text(signed(evidence.stance), style=STYLES[evidence.stance])
    text = Text.assemble(text, f"  {_when(row)}  ")
    speaker = row.statement.speaker
    text.append(speaker.name if speaker else "not known", style="bold")
    if speaker and speaker.role and speaker.role.casefold() != speaker.name.casefold():
        text.append(f", {speaker.role}")
    grade = f"{evidence.grade}"
    if evidence.grade is Grade.ASCRIBED:
        grade += f" by {row.ascriber or 'a source that is not known'}"
    text.append(f" \u2013 {grade}", style="dim")
    return text


def _when(row: StatementRow) -> str:
    if row.statement.said:
        return row.statement.said.isoformat()
    return f"by {row.document.published.isoformat()}" if row.document.published else "no day"


def _print_citation(terminal: Terminal, citation: AgreementCitation, ids: ShortIds) -> None:
    clause = f", clause {citation.provision.number}" if citation.provision else ""
    text = Text(f"{citation.agreement.title or citation.agreement.id}{clause}")
    text.append(f" \u2013 {citation.use or 'mentioned'}", style="bold")
    say(terminal, text, indent=2, hang=4)
    for statement in citation.statements[:1]:
        say_words(terminal, statement.words)
        print_origin(terminal, statement, ids)
