"""Long work comes in; a function to call after each item goes out, and a bar is shown after two seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TYPE_CHECKING

from standpoint.cli.terminal import Terminal

if TYPE_CHECKING:
    from standpoint.record import Record

PATIENCE_S = 2.0


@contextmanager
def watched(terminal: Terminal, what: str) -> Iterator[Callable[[str], None]]:
    """Gives a function to call with a word on each item done. Nothing is shown for work under two seconds."""
    if not terminal.shows_progress:
        yield lambda _: None
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    progress = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        TimeElapsedColumn(),
        console=terminal.err,
        transient=True,
        redirect_stdout=False,  # answers go where the user sends them, not through the bar's console
        redirect_stderr=False,
    )
    task = progress.add_task(what, total=None)
    lock, over = Lock(), False

    def start() -> None:
        with lock:
            if not over:
                progress.start()

    def done(item: str) -> None:
        number = int(progress.tasks[0].completed) + 1
        room = max(10, terminal.err.width - len(what) - 30)
        shown = item if len(item) <= room else "\u2026" + item[-room:]
        progress.update(task, advance=1, description=f"{what}: {number} done, {shown}")

    timer = Timer(PATIENCE_S, start)
    timer.daemon = True
    timer.start()
    try:
        yield done
    finally:
        timer.cancel()
        with lock:
            over = True
            progress.stop()


@contextmanager
def asking(terminal: Terminal, place: str) -> Iterator[Record]:
    """An open record, watched while it is asked; what was found is printed after the block."""
    from standpoint.record import Record

    with watched(terminal, "Looking through the record"), Record.open(place) as record:
        yield record
