"""Rows of any frozen kind come in with a description of their fields; a table, JSON or CSV goes out.

JSON and CSV carry every field in full, under one name each; a table may join two in a column, or leave one out.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from standpoint.cli.terminal import Terminal, one_line

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

Row = TypeVar("Row")


class Format(StrEnum):
    """How a command that lists prints what it found."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Field(Generic[Row]):
    """One named value of a row, as JSON and CSV carry it."""

    name: str
    value: Callable[[Row], Any]


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column of the table. `whole` columns are never wrapped; `wide` ones take the room that is left.

    `text` gives plain words, or words that are styled already.
    """

    header: str
    text: Callable[[Row], str | Text]
    style: Callable[[Row], str] | str = ""
    whole: bool = False
    wide: bool = False
    right: bool = False
    least: int | None = None
    most: int | None = None

    def cell(self, row: Row) -> Text:
        """The row's words in this column, styled."""
        from rich.text import Text

        words = self.text(row)
        if isinstance(words, Text):
            return words
        return Text(words, style=self.style(row) if callable(self.style) else self.style)


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """What a listing command shows, and what it says when there is nothing."""

    fields: Sequence[Field[Row]]
    columns: Sequence[Column[Row]]
    nothing: str
    lines: bool = False
    footer: Callable[[Sequence[Row]], str] | None = field(default=None)

    def show(self, terminal: Terminal, rows: Sequence[Row], form: Format) -> None:
        """Prints the rows in one of the three forms."""
        if form is Format.JSON:
            write_json([{f.name: as_json(f.value(row)) for f in self.fields} for row in rows])
        elif form is Format.CSV:
            write_csv([f.name for f in self.fields], [[f.value(row) for f in self.fields] for row in rows])
        elif not rows:
            terminal.note(self.nothing)
        else:
            self._table(terminal, rows)

    def _table(self, terminal: Terminal, rows: Sequence[Row]) -> None:
        from standpoint.cli.blocks import say

        table = new_table(lines=self.lines)
        for c in self.columns:
            table.add_column(
                c.header,
                no_wrap=c.whole,
                overflow="fold",
                min_width=c.least,
                max_width=c.most,
                ratio=1 if c.wide else None,
                justify="right" if c.right else "left",
            )
        for row in rows:
            table.add_row(*(c.cell(row) for c in self.columns))
        print_table(terminal, table)
        if self.footer is not None:
            terminal.out.print("\n" if self.lines else "", end="")
            say(terminal, self.footer(rows), style="dim")


def print_table(terminal: Terminal, table: Table) -> None:
    """The table; without the blanks at the ends of its lines where it goes to a file or a pipe."""
    out = terminal.out
    if out.color_system is not None:
        out.print(table)
        return
    with out.capture() as capture:
        out.print(table)
    for line in capture.get().splitlines():
        out.print(line.rstrip(), soft_wrap=True)


def new_table(*, lines: bool = False, title: str | None = None) -> Table:
    """A table in the one style of the program: a rule under the heads and no frame, so that columns stay wide."""
    from rich import box
    from rich.table import Table

    return Table(
        box=box.HORIZONTALS if lines else box.SIMPLE_HEAD,
        show_edge=False,
        show_lines=lines,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        header_style="bold",
        border_style="dim",
        title=title,
        title_justify="left",
        title_style="bold",
    )


def write_json(value: Any) -> None:
    """One JSON value on standard output, UTF-8, keys in the order given."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def write_csv(header: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """RFC 4180 with a head line; several values in one cell are joined with "; "."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_as_cell(v) for v in row] for row in rows)


def as_json(value: Any) -> Any:
    """Days as ISO 8601, enumerations by value, tuples as lists; whatever JSON has already, unchanged."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Mapping):
        return {k: as_json(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [as_json(v) for v in value]
    return value


def _as_cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "; ".join(_as_cell(v) for v in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(as_json(value))


def shorten(text: str, limit: int | None) -> str:
    """`text` on one line, cut at a word with an ellipsis where it is longer than `limit` characters."""
    line = one_line(text)
    if limit is None or len(line) <= limit:
        return line
    return line[: limit - 1].rsplit(" ", 1)[0] + "…"
