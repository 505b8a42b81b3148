"""Long work comes in; a function to call after each item goes out, and a bar is shown after two seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Timer

from standpoint.cli.terminal import Terminal

PATIENCE_S = 2.0


@contextmanager
def watched(terminal: Terminal, what: str, total: int | None = None) -> Iterator[Callable[[str], None]]:
    """Gives a function to call with a word on each item done. Nothing is shown for work under two seconds."""
    if not terminal.shows_progress:
        yield lambda _: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    progress = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        *((BarColumn(),) if total is not None else ()),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=terminal.err,
        transient=True,
        redirect_stdout=False,  # answers go where the user sends them, not through the bar's console
        redirect_stderr=False,
    )
    task = progress.add_task(what, total=total)
    lock, over = Lock(), False

    def start() -> None:
        with lock:
            if not over:
                progress.start()

    def done(item: str) -> None:
        progress.update(task, advance=1, description=f"{what} {item}"[:60])

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
