"""Compiled facts on disk: entities come in with the key of their sources, and come out again if nothing is damaged.

The file is JSON behind a line with its own SHA-256; what does not match key and digest is compiled anew, never used.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from standpoint.actors.entities import Entity, Name, Role, Sense

_SENSES = {s.value: s for s in Sense}
# Raise when the layout below or the compilation changes.
LAYOUT = "7"


def cache_folder() -> Path:
    """Where this user's caches lie: `STANDPOINT_CACHE`, `XDG_CACHE_HOME`/standpoint, or ~/.cache/standpoint."""
    own = os.environ.get("STANDPOINT_CACHE")
    if own:
        return Path(own)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "standpoint"


def content_key(files: Sequence[tuple[str, bytes]], version: str) -> str:
    """SHA-256 over names and contents of the files, the program's version and the layout of the cache."""
    digest = hashlib.sha256(f"{version}\0{LAYOUT}\0".encode())
    for name, content in files:
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def read_cache(folder: Path, key: str) -> tuple[Entity, ...] | None:
    """The entities stored under `key`, or None where there are none or the file is damaged."""
    try:
        head, _, body = (folder / f"actors-{key[:16]}.json").read_bytes().partition(b"\n")
    except OSError:
        return None
    if head != _head(key, body):
        return None
    try:
        return tuple(_entity(row) for row in json.loads(body))
    except (ValueError, TypeError, KeyError):
        return None


def write_cache(folder: Path, key: str, entities: Sequence[Entity]) -> None:
    """Stores entities under `key` in one step; a folder that cannot be written to is left alone."""
    body = json.dumps([_row(e) for e in entities], ensure_ascii=False, separators=(",", ":")).encode()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix="actors-", suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(_head(key, body) + b"\n" + body)
        Path(name).replace(folder / f"actors-{key[:16]}.json")
    except OSError:
        return


def _head(key: str, body: bytes) -> bytes:
    return f"{key} {hashlib.sha256(body).hexdigest()}".encode()


def _row(entity: Entity) -> list[Any]:
    names = [[n.form, n.sense.value, n.key] for n in entity.names]
    # The bounds as ordinals, because reading them from text is what loading would spend most of its time on.
    roles = [
        [r.title, r.office, r.actor, r.sector, r.since, r.until, r.origin, r.start.toordinal(), r.end.toordinal()]
        for r in entity.roles
    ]
    return [entity.id, entity.name, entity.kind, entity.actor, entity.sector, names, roles, entity.origin]


def _entity(row: list[Any]) -> Entity:
    ident, name, kind, actor, sector, names, roles, origin = row
    return Entity(
        ident,
        name,
        kind,
        actor,
        sector,
        tuple([Name(form, _SENSES[sense], variant) for form, sense, variant in names]),
        tuple([_role(row) for row in roles]),
        origin,
    )


def _role(row: list[Any]) -> Role:
    title, office, actor, sector, since, until, origin, start, end = row
    bounds = date.fromordinal(start), date.fromordinal(end)
    return Role(title, office, actor, sector, since, until, origin, *bounds)
