"""Finds, reads and checks codebooks and actor files: a name or a path comes in, frozen models or a report go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path as FilePath
from typing import TypeVar

from pydantic import BaseModel

from standpoint.codebooks.actor_schema import ActorEntry
from standpoint.codebooks.checks import Entries, check_actor_entries, check_entries
from standpoint.codebooks.report import CheckReport
from standpoint.codebooks.schema import Agreement, Codebook, CodebookFile, Issue, Mediator, Party
from standpoint.codebooks.shape import read_entry
from standpoint.codebooks.yaml_tree import Data, Path, YamlTree, read_yaml
from standpoint.errors import CodebookError

M = TypeVar("M", bound=BaseModel)
_ENDINGS = (".yml", ".yaml")
_LARGEST_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class CodebookSummary:
    """One line of a listing. `problem` says why the file cannot be used; then the counts are 0."""

    id: str
    title: str
    path: str
    shipped: bool
    parties: int = 0
    mediators: int = 0
    issues: int = 0
    agreements: int = 0
    problem: str | None = None


def load_codebook(name_or_path: str | FilePath, *, folder: FilePath | None = None) -> Codebook:
    """The codebook of that name (in the user's folder, or shipped) or in that file. CodebookError lists errors."""
    text, where = _read_named(name_or_path, folder)
    return parse_codebook(text, where)


def parse_codebook(text: str, where: str) -> Codebook:
    """The codebook in a YAML text; `where` names it in messages. CodebookError lists every error."""
    codebook, report = _read_codebook(text, where)
    report.raise_errors()
    assert codebook is not None
    return codebook


def check_codebook(name_or_path: str | FilePath, *, folder: FilePath | None = None) -> CheckReport:
    """Everything that is wrong or doubtful in a codebook. CodebookError only where there is no such file."""
    return _read_codebook(*_read_named(name_or_path, folder))[1]


def check_codebook_text(text: str, where: str) -> CheckReport:
    """The same for a YAML text."""
    return _read_codebook(text, where)[1]


def list_codebooks(folder: FilePath | None = None) -> tuple[CodebookSummary, ...]:
    """The codebooks that ship, by id, then those in the user's folder, by file name."""
    shipped = sorted(_shipped().items())
    rows = [_summarise(path.read_text("utf-8"), str(path), name, True) for name, path in shipped]
    if folder is not None:
        for file in _files_in(folder):
            rows.append(_summarise(_read_file(file), str(file), file.stem, False))
    return tuple(rows)


def load_actors(path: str | FilePath) -> tuple[ActorEntry, ...]:
    """The actor entries of a user's file. CodebookError lists every error."""
    return parse_actors(_read_file(FilePath(path)), str(path))


def parse_actors(text: str, where: str) -> tuple[ActorEntry, ...]:
    """The actor entries in a YAML text: a list, or a list under `actors:`. CodebookError lists every error."""
    actors, report = _read_actors(text, where)
    report.raise_errors()
    return actors


def check_actors(path: str | FilePath) -> CheckReport:
    """Everything that is wrong or doubtful in a file of actors."""
    return _read_actors(_read_file(FilePath(path)), str(path))[1]


def _read_codebook(text: str, where: str) -> tuple[Codebook | None, CheckReport]:
    tree = read_yaml(text, where)
    problems = list(tree.problems)
    if tree.data is None and problems:
        return None, CheckReport.of(where, problems)
    file, shape = read_entry(tree, (), tree.data, CodebookFile)
    problems.extend(shape)
    entries = Entries(
        (*_entries(tree, "parties", Party), *_entries(tree, "mediators", Mediator)),
        _entries(tree, "issues", Issue),
        _entries(tree, "agreements", Agreement),
        _entries(tree, "actors", ActorEntry),
        _declared(tree),
    )
    problems.extend(check_entries(tree, entries))
    codebook = None if file is None else Codebook(**dict(file), source=text)
    return codebook, CheckReport.of(where, problems)


def _read_actors(text: str, where: str) -> tuple[tuple[ActorEntry, ...], CheckReport]:
    tree = read_yaml(text, where)
    problems = list(tree.problems)
    data: Data = tree.data
    path: Path = ()
    if isinstance(data, dict) and set(data) == {"actors"}:
        data, path = data["actors"], ("actors",)
    if not isinstance(data, list):
        if not problems:
            problems.append(tree.problem((), "should be a list of actor entries, or hold one under the key actors"))
        return (), CheckReport.of(where, problems)
    rows: list[tuple[Path, ActorEntry]] = []
    for index, item in enumerate(data):
        entry, shape = read_entry(tree, (*path, index), item, ActorEntry)
        problems.extend(shape)
        if entry is not None:
            rows.append(((*path, index), entry))
    problems.extend(check_actor_entries(tree, rows, None))
    return tuple(entry for _, entry in rows), CheckReport.of(where, problems)


def _entries(tree: YamlTree, key: str, model: type[M]) -> tuple[tuple[Path, M], ...]:
    """Those entries of a list that have the right shape, with their paths."""
    items = tree.data.get(key) if isinstance(tree.data, dict) else None
    rows: list[tuple[Path, M]] = []
    for index, item in enumerate(items if isinstance(items, list) else ()):
        entry, _ = read_entry(tree, (key, index), item, model)
        if entry is not None:
            rows.append(((key, index), entry))
    return tuple(rows)


def _declared(tree: YamlTree) -> frozenset[str]:
    """The codes of parties and mediators, those of misshapen entries too."""
    found: set[str] = set()
    for key in ("parties", "mediators"):
        items = tree.data.get(key) if isinstance(tree.data, dict) else None
        for item in items if isinstance(items, list) else ():
            code = item.get("code") if isinstance(item, dict) else None
            if isinstance(code, str):
                found.add(code.strip())
    return frozenset(found)


def _shipped() -> Mapping[str, Traversable]:
    folder = resources.files("standpoint.codebooks")
    return {p.name.rsplit(".", 1)[0]: p for p in folder.iterdir() if p.name.endswith(_ENDINGS)}


def _files_in(folder: FilePath) -> Sequence[FilePath]:
    if not folder.is_dir():
        raise CodebookError(f"{folder}: no such folder; name a folder that holds codebooks (.yml)")
    return sorted(p for p in folder.iterdir() if p.suffix in _ENDINGS and p.is_file())


def _read_named(name_or_path: str | FilePath, folder: FilePath | None) -> tuple[str, str]:
    """The text of a codebook and what to call it in messages."""
    name = str(name_or_path)
    if isinstance(name_or_path, FilePath) or name.endswith(_ENDINGS) or "/" in name or "\\" in name:
        return _read_file(FilePath(name_or_path)), name
    own = {p.stem: p for p in _files_in(folder)} if folder is not None else {}
    if name in own:
        return _read_file(own[name]), str(own[name])
    shipped = _shipped()
    if name in shipped:
        return shipped[name].read_text("utf-8"), shipped[name].name
    if FilePath(name).is_file():
        return _read_file(FilePath(name)), name
    known = sorted({*shipped, *own})
    near = get_close_matches(name, known, n=1)
    meant = f" Did you mean {near[0]}?" if near else ""
    raise CodebookError(
        f"no codebook {name!r}.{meant} Name one of {', '.join(known)}, or give the path of a .yml file"
    )


def _read_file(path: FilePath) -> str:
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise CodebookError(f"{path}: no such file; check the path") from error
    except OSError as error:
        raise CodebookError(f"{path}: cannot be read ({error.strerror}); name a file that you may read") from error
    if len(data) > _LARGEST_BYTES:
        raise CodebookError(f"{path}: {len(data):,} bytes are too many for a codebook; is it another kind of file?")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CodebookError(f"{path}:{line}: not UTF-8; save the file as UTF-8 text") from error


def _summarise(text: str, path: str, name: str, shipped: bool) -> CodebookSummary:
    codebook, report = _read_codebook(text, path)
    if codebook is None or not report.ok:
        return CodebookSummary(name, "", path, shipped, problem=str(report.errors[0]))
    return CodebookSummary(
        codebook.id,
        codebook.title,
        path,
        shipped,
        len(codebook.parties),
        len(codebook.mediators),
        len(codebook.issues),
        len(codebook.agreements),
    )
