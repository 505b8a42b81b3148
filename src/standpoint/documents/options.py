"""How to read, and what is said of an input that could not be read: values in, frozen values out.

`ReadOptions` is the caller's word, which goes before what a file says of itself; `SetAside` is the report.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from datetime import date

from standpoint.errors import DocumentError, UsageError
from standpoint.model import Document

DEFAULT_MAX_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the caller knows better than the input, and how far reading may go.

    publisher, published, title, url and language stand for every document that is read, whatever it says itself.
    encoding: read bytes by this codec, without detection. max_bytes: the largest document, in bytes.
    timeout: seconds to wait for a server. follow: read the page behind each feed entry instead of its summary.
    """

    publisher: str | None = None
    published: date | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    encoding: str | None = None
    max_bytes: int = DEFAULT_MAX_BYTES
    timeout: float = 20.0
    follow: bool = False

    def __post_init__(self) -> None:
        if self.max_bytes < 1:
            raise UsageError(f"max_bytes is {self.max_bytes}; give a number of bytes above 0")
        if self.timeout <= 0:
            raise UsageError(f"timeout is {self.timeout}; give a number of seconds above 0")
        if self.encoding is not None:
            try:
                known = codecs.lookup(self.encoding)
            except LookupError as error:
                raise UsageError(f"no encoding is called {self.encoding!r}; try utf-8, cp1252 or utf-16") from error
            if not getattr(known, "_is_text_encoding", True):
                raise UsageError(f"{self.encoding!r} turns bytes into bytes, not text; try utf-8, cp1252 or utf-16")


@dataclass(frozen=True, slots=True)
class SetAside:
    """An input that was not read: where it is (a path, `path:line`, a URL), why, and what to do about it."""

    where: str
    reason: str
    hint: str

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}; {self.hint}"


@dataclass(frozen=True, slots=True)
class Sourced:
    """A document and where it was read: a path, `path:line` or a URL."""

    where: str
    document: Document


class RefusedError(DocumentError):
    """Raised inside this room where an input cannot be read; `read_inputs` turns it into a `SetAside`."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(f"{reason}; {hint}")
        self.reason = reason
        self.hint = hint


def refuse_size(size: int | None, limit: int, noun: str = "document") -> RefusedError:
    """What is said of an input over the limit; `size` is None where it was not read to its end."""
    held = f"more than {limit:,} bytes" if size is None else f"{size:,} bytes, and the limit is {limit:,}"
    return RefusedError(
        f"too large for one {noun} ({held})", "split it, or raise the limit with --max-bytes (max_bytes)"
    )
