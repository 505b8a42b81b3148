"""What goes between the steps: an opened input, and the text of one document with what its input says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Draft:
    """One text with the facts that came with it. `where` names its place for a report."""

    where: str
    text: str
    id: str | None = None
    publisher: str | None = None
    published: date | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """An input open for reading: its bytes, its name for the suffix, and what a server said of it."""

    where: str
    stream: BinaryIO
    name: str
    head: bytes
    size: int | None = None
    url: str | None = None
    content_type: str | None = None
    charset: str | None = None
