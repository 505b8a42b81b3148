"""Where output goes: the streams of the process come in, a Terminal that every command prints through goes out."""

from __future__ import annotations

import os
import re
import stat
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console

# A document is the outside world: its control characters must not reach the terminal as commands.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Terminal:
    """Answers go to `out`, all else to `err`. `quiet` keeps summaries and progress back, never errors."""

    out: Console
    err: Console
    quiet: bool = False

    def hushed(self, quiet: bool) -> Terminal:
        """The same, quiet where either the command or the program was asked to be."""
        return replace(self, quiet=self.quiet or quiet)

    @property
    def shows_progress(self) -> bool:
        """Only to a person who looks on: not when quiet, not into a file of messages, not beside a pipe."""
        return not self.quiet and self.err.is_terminal and not _is_pipe(sys.stdout)

    def note(self, message: str) -> None:
        """Says something about the run that is no part of the answer."""
        if not self.quiet:
            self.err.print(plain(message), style="dim", highlight=False, markup=False, soft_wrap=True)

    def complain(self, message: str) -> None:
        """Says what went wrong; one line of any length, so that it can be searched for."""
        self.err.print(plain(message), style="red", highlight=False, markup=False, soft_wrap=True)


def open_terminal(*, quiet: bool = False) -> Terminal:
    """Consoles over the standard streams, in UTF-8, without colours where nobody looks."""
    from rich.console import Console

    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace") if stream.isatty() else reconfigure(encoding="utf-8")
    return Terminal(
        out=Console(highlight=False, emoji=False, markup=False),
        err=Console(stderr=True, highlight=False, emoji=False, markup=False),
        quiet=quiet,
    )


def plain(text: str) -> str:
    """`text` with carriage returns dropped and every other control character shown as a question mark."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """`text` on a single line, as a table shows it."""
    return " ".join(plain(text).split())


def _is_pipe(stream: TextIO) -> bool:
    try:
        return stat.S_ISFIFO(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):
        return True
