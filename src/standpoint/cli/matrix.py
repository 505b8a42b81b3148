"""The position matrix as a table: issues down, actors across; as many tables as the width asks for go out.

A cell is a sign for the stance, the number of statements behind it and the best evidence grade among them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from standpoint.cli.listings import new_table
from standpoint.cli.stances import SHIFT, SHORT_GRADES, SIGNS, STYLES
from standpoint.cli.terminal import Terminal
from standpoint.model import Stance
from standpoint.positions import ActorInfo, IssueInfo, Matrix, Position

_CELL_WIDTH = 10
_LABEL_WIDTH = (20, 36)
_GAP = 2

_Row = tuple[IssueInfo, tuple[Position | None, ...]]


def print_matrix(terminal: Terminal, matrix: Matrix) -> None:
    """The matrix, a legend, the actors' names, and the issues on which nobody has a position yet."""
    rows = [(i, cells) for i, cells in zip(matrix.issues, matrix.cells, strict=True) if any(cells)]
    if not rows:
        terminal.note("No positions yet: no statement takes up an issue. See what was read: standpoint statements")
        return
    width = terminal.out.width
    books = {issue.codebook for issue in matrix.issues}
    label = max(len(_label(issue)) for issue, _ in rows)
    label = min(max(label, _LABEL_WIDTH[0]), _LABEL_WIDTH[1], max(_LABEL_WIDTH[0], width // 3))
    for number, columns in enumerate(_split(len(matrix.actors), width - label)):
        if number:
            terminal.out.print()
        _print_block(terminal, rows, matrix.actors, columns, label, len(books) > 1)
    terminal.out.print()
    terminal.out.print(_legend(rows))
    terminal.out.print(_names(matrix.actors))
    silent = [_label(i) for i, cells in zip(matrix.issues, matrix.cells, strict=True) if not any(cells)]
    if silent:
        terminal.out.print(f"Nobody has taken up: {', '.join(silent)}.", style="dim")


def _split(actors: int, room: int) -> Iterator[range]:
    """The columns of each table: as many tables as are needed, about equally wide."""
    most = max(1, room // (_CELL_WIDTH + _GAP))
    blocks = -(-actors // most)
    size = -(-actors // blocks)
    for start in range(0, actors, size):
        yield range(start, min(start + size, actors))


def _print_block(
    terminal: Terminal, rows: Sequence[_Row], actors: Sequence[ActorInfo], columns: range, label: int, mixed: bool
) -> None:
    table = new_table()
    table.add_column("Issue", width=label, overflow="fold")
    for j in columns:
        table.add_column(actors[j].code, no_wrap=True, min_width=_CELL_WIDTH)
    before = None
    for issue, cells in rows:
        if mixed and issue.codebook != before:
            table.add_row(Text(issue.codebook, style="italic dim"))
            before = issue.codebook
        table.add_row(Text(_label(issue)), *(_cell(cells[j]) for j in columns))
    terminal.out.print(table)


def _cell(position: Position | None) -> Text:
    if position is None:
        return Text("\u00b7", style="dim")
    text = Text(SIGNS[position.stance], style=f"bold {STYLES[position.stance]}")
    text.append(f"{position.counts.total:>2} ", style=STYLES[position.stance])
    text.append(SHORT_GRADES[position.grade], style="dim")
    if position.shift is not None:
        text.append(f" {SHIFT}", style="bold")
    return text


def _legend(rows: Sequence[_Row]) -> Text:
    text = Text()
    for stance in Stance:
        text.append(f"{SIGNS[stance]} {stance}", style=STYLES[stance])
        text.append("  ")
    text.append("number of statements, and whose word: own words, reported, ascribed", style="dim")
    if any(p is not None and p.shift is not None for _, cells in rows for p in cells):
        text.append(f"  {SHIFT}", style="bold")
        text.append(" it held another stance before", style="dim")
    return text


def _names(actors: Sequence[ActorInfo]) -> Text:
    text = Text()
    for actor in actors:
        roles = ", ".join(dict.fromkeys(r.role for r in actor.roles if r.role != "core"))
        text.append(actor.code, style="bold")
        text.append(f" {actor.name or 'not in the codebook'}{f' ({roles})' if roles else ''}  ", style="dim")
    return text


def _label(issue: IssueInfo) -> str:
    return issue.label or issue.id
