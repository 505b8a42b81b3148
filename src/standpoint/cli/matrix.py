"""The position matrix as a table: issues down, actors across; as many tables as the width asks for go out.

A cell is a sign for the stance, the number of statements behind it and the best evidence grade among them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from standpoint.cli.blocks import say
from standpoint.cli.listings import new_table, print_table
from standpoint.cli.stances import SHIFT, SHORT_GRADES, SIGNS, STYLES
from standpoint.cli.terminal import Terminal
from standpoint.model import Grade, Stance
from standpoint.positions import ActorInfo, IssueInfo, Matrix, Position

_CELL_WIDTH = 10
_LABEL_WIDTH = (24, 40)
_GAP = 2
_GRADES = {Grade.OWN_WORDS: "own words", Grade.REPORTED: "reported", Grade.ASCRIBED: "ascribed by others"}

_Row = tuple[IssueInfo, tuple[Position | None, ...]]


def print_matrix(terminal: Terminal, matrix: Matrix) -> None:
    """The matrix, a legend, the actors' names, and the issues on which nobody has a position yet."""
    rows = [(i, cells) for i, cells in zip(matrix.issues, matrix.cells, strict=True) if any(cells)]
    if not rows:
        terminal.note("No positions yet: no statement takes up an issue. See what was read: standpoint statements")
        return
    books = {issue.codebook for issue in matrix.issues}
    label, blocks = _lay_out(max(len(_label(issue)) for issue, _ in rows), len(matrix.actors), terminal.out.width)
    for number, columns in enumerate(blocks):
        if number:
            terminal.out.print()
        _print_block(terminal, rows, matrix.actors, columns, label, len(books) > 1)
    terminal.out.print()
    for line in _legend(rows):
        say(terminal, line, hang=2)
    say(terminal, _names(matrix.actors), hang=2)
    silent = [_label(i) for i, cells in zip(matrix.issues, matrix.cells, strict=True) if not any(cells)]
    if silent:
        say(terminal, f"Nobody has taken up: {', '.join(silent)}.", style="dim", hang=2)


def _lay_out(longest: int, actors: int, width: int) -> tuple[int, tuple[range, ...]]:
    """The width of the labels and the columns of each table: few tables first, then labels on one line."""
    options = []
    for label in range(min(_LABEL_WIDTH[0], longest), min(longest, _LABEL_WIDTH[1]) + 1):
        most = max(1, (width - label) // (_CELL_WIDTH + _GAP))
        options.append((-(-actors // most), -label))
    tables, label = min(options)
    size = -(-actors // tables)
    return -label, tuple(range(start, min(start + size, actors)) for start in range(0, actors, size))


def _print_block(
    terminal: Terminal, rows: Sequence[_Row], actors: Sequence[ActorInfo], columns: range, label: int, mixed: bool
) -> None:
    table = new_table()
    table.add_column("Issue", width=label, overflow="fold")
    for j in columns:
        table.add_column(actors[j].code, no_wrap=True, min_width=_CELL_WIDTH)
    before = None
    for issue, cells in rows:
        if not any(cells[j] for j in columns):
            continue
        if mixed and issue.codebook != before:
            table.add_row(Text(issue.codebook, style="italic dim"))
            before = issue.codebook
        table.add_row(Text(_label(issue)), *(_cell(cells[j]) for j in columns))
    print_table(terminal, table)


def _cell(position: Position | None) -> Text:
    if position is None:
        return Text("\u00b7", style="dim")
    style = STYLES[position.stance]
    return Text.assemble(
        (SIGNS[position.stance], f"bold {style}"),
        (f"{position.counts.total:>2} ", style),
        (SHORT_GRADES[position.grade], "dim"),
        (f" {SHIFT}" if position.shift is not None else "", "bold"),
    )


def _legend(rows: Sequence[_Row]) -> Iterator[Text]:
    signs = Text()
    for stance in Stance:
        signs.append(f"{SIGNS[stance]} {stance}", style=STYLES[stance])
        signs.append("   ")
    if any(p is not None and p.shift is not None for _, cells in rows for p in cells):
        signs.append(f"{SHIFT} held another stance before", style="bold")
    yield signs
    grades = ", ".join(f"{short} = {_GRADES[grade]}" for grade, short in SHORT_GRADES.items())
    yield Text(f"then the number of statements, and the best evidence among them: {grades}", style="dim")


def _names(actors: Sequence[ActorInfo]) -> Text:
    text = Text()
    for number, actor in enumerate(actors):
        roles = ", ".join(dict.fromkeys(r.role for r in actor.roles if r.role != "core"))
        text.append("; " if number else "", style="dim")
        text.append(actor.code, style="bold")
        text.append(f" {actor.name or 'not in the codebook'}{f' ({roles})' if roles else ''}", style="dim")
    return text


def _label(issue: IssueInfo) -> str:
    return issue.label or issue.id
