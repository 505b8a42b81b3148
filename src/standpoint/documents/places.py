"""The words of a command line in; the files, addresses and standard input that they mean out, each once, in order."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from standpoint.documents.forms import is_known_suffix
from standpoint.documents.options import SetAside

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")
_FORMS_HINT = "files that are read end in .txt .md .html .xml .rss .json .jsonl; name others one by one"


@dataclass(frozen=True, slots=True)
class Place:
    """Where one input lies: a file (`path`), an address (`url`), or, with neither, the standard input."""

    where: str
    path: Path | None = None
    url: str | None = None


def find_places(inputs: Sequence[str]) -> Iterator[Place | SetAside]:
    """Every place that the inputs name. A file named twice, or found again through a link, is given once."""
    seen: set[str] = set()
    for item in inputs:
        for found in _expand(item):
            if isinstance(found, Place):
                key = found.url or "-" if found.path is None else os.path.realpath(found.path)
                if key in seen:
                    continue
                seen.add(key)
            yield found


def describe_os_error(where: str, error: OSError) -> SetAside:
    """What is said of a file that the operating system will not give."""
    if isinstance(error, FileNotFoundError):
        return SetAside(where, "there is no such file", "check the name, and where you are")
    if isinstance(error, PermissionError):
        return SetAside(where, "permission denied", "ask for the right to read it")
    if isinstance(error, IsADirectoryError):
        return SetAside(where, "a folder where a file was meant", "name the folder itself")
    return SetAside(where, f"cannot be read ({error.strerror or error})", "check the file and the disk")


def _expand(item: str) -> Iterator[Place | SetAside]:
    if item == "-":
        yield Place("standard input")
    elif not item.strip():
        yield SetAside(repr(item), "an empty name", "name a file, a folder, an address, or - for the standard input")
    elif scheme := _SCHEME.match(item):
        yield from _expand_url(item, scheme[1].lower())
    else:
        yield from _expand_path(item)


def _expand_url(item: str, scheme: str) -> Iterator[Place | SetAside]:
    if scheme in ("http", "https"):
        yield Place(item, url=item)
    elif scheme != "file":
        yield SetAside(item, f"addresses of {scheme}: are not read", "give an http, https or file address")
    elif (parts := urlsplit(item)).netloc not in ("", "localhost"):
        yield SetAside(item, f"a file on another machine ({parts.netloc})", "write file:///path")
    else:
        yield from _expand_existing(url2pathname(parts.path))


def _expand_path(item: str) -> Iterator[Place | SetAside]:
    name = os.path.expanduser(item)
    if not os.path.lexists(name) and "\x00" not in name and glob.has_magic(name):
        matches = sorted(glob.glob(name, recursive=True))
        if not matches:
            yield SetAside(
                item, "nothing matches this pattern", "check the pattern, and quote it if the shell expands it"
            )
        for match in matches:
            if "**" not in name or not os.path.isdir(match):
                yield from _expand_existing(match)
    else:
        yield from _expand_existing(name)


def _expand_existing(name: str) -> Iterator[Place | SetAside]:
    if "\x00" in name:
        yield SetAside(repr(name), "no file name (it holds a NUL)", "check the name")
        return
    try:
        mode = os.stat(name).st_mode
    except OSError as error:
        yield describe_os_error(name, error)
        return
    if stat.S_ISDIR(mode):
        yield from _walk(name)
    elif stat.S_ISREG(mode) or stat.S_ISFIFO(mode):
        yield _file_place(name)
    else:
        yield SetAside(name, "a device or a socket, not a file", "give a text file")


def _walk(folder: str) -> Iterator[Place | SetAside]:
    """The readable files under a folder, sorted by path; hidden ones are passed over, others reported."""
    readable, reported, others = 0, False, []
    for found in _walk_sorted(folder, (), set()):
        if isinstance(found, SetAside):
            reported = True
            yield found
        elif is_known_suffix(found):
            readable += 1
            yield from _file_of_folder(found)
        else:
            others.append(found)
    if readable:
        yield from (SetAside(o, f"not a form that is read ({Path(o).suffix})", _FORMS_HINT) for o in others)
    elif others:
        kinds = ", ".join(sorted({Path(o).suffix for o in others}))
        yield SetAside(folder, f"a folder with nothing readable ({len(others)} files of {kinds})", _FORMS_HINT)
    elif not reported:
        yield SetAside(folder, "an empty folder", "name a folder with texts in it")


def _walk_sorted(folder: str, above: tuple[str, ...], visited: set[str]) -> Iterator[str | SetAside]:
    real = os.path.realpath(folder)
    if real in above:
        yield SetAside(
            folder, "a folder that holds itself through a link", "its files are read once; remove the link"
        )
        return
    if real in visited:
        return
    visited.add(real)
    try:
        names = sorted(n for n in os.listdir(folder) if not n.startswith("."))
    except OSError as error:
        yield describe_os_error(folder, error)
        return
    for name in names:
        path = os.path.join(folder, name)
        if os.path.isdir(path):
            yield from _walk_sorted(path, (*above, real), visited)
        else:
            yield path


def _file_of_folder(path: str) -> Iterator[Place | SetAside]:
    try:
        regular = stat.S_ISREG(os.stat(path).st_mode)
    except OSError as error:
        yield describe_os_error(path, error)
        return
    yield _file_place(path) if regular else SetAside(path, "not a regular file", "give a text file")


def _file_place(name: str) -> Place:
    """A file under a name that can be printed, whatever bytes the file system gave."""
    return Place(name.encode("utf-8", "backslashreplace").decode("utf-8"), path=Path(name))
