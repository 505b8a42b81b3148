"""What a check of a YAML file found: a report comes in, a listing and the exit status go out."""

from __future__ import annotations

import typer

from standpoint.cli.listings import Column, Field, Format, Listing
from standpoint.cli.stances import counted
from standpoint.cli.terminal import Terminal
from standpoint.codebooks import CheckReport, Problem, Severity


def show_report(terminal: Terminal, report: CheckReport, form: Format) -> None:
    """Lists the problems, and ends the command with status 1 where there are errors."""
    if form is Format.TABLE:
        for problem in report.problems:
            style = "red" if problem.severity is Severity.ERROR else "yellow"
            terminal.out.print(str(problem), style=style, soft_wrap=True)
    else:
        _LISTING.show(terminal, report.problems, form)
    errors, warnings = counted(len(report.errors), "error"), counted(len(report.warnings), "warning")
    if not report.ok:
        terminal.complain(f"{report.where}: {errors}, {warnings}. Correct the lines named and check again.")
        raise typer.Exit(1)
    terminal.note(f"{report.where}: can be used; {errors}, {warnings}.")


_LISTING: Listing[Problem] = Listing(
    fields=(
        Field("file", lambda p: p.where),
        Field("line", lambda p: p.line),
        Field("field", lambda p: p.field),
        Field("severity", lambda p: p.severity),
        Field("message", lambda p: p.message),
    ),
    columns=(Column("Problem", str),),
    nothing="",
)
