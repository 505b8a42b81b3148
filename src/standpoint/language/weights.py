"""Where the shipped models lie: names of weight files in, their folder and their digests out."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from importlib import resources
from pathlib import Path
from types import MappingProxyType

from standpoint.errors import ModelError

SHARED = ("pieces.npy", "pieces-scales.npy", "tokenizer.json")
"""What every model reads: the table of word pieces and the tokenizer."""


def find_weights(folder: Path | None, names: Sequence[str]) -> Path:
    """The folder, by default that of the package. Raises ModelError where it lacks one of the files."""
    place = Path(str(resources.files("standpoint") / "weights")) if folder is None else folder
    missing = [name for name in (*names, *SHARED) if not (place / name).is_file()]
    if missing:
        raise ModelError(f"{place} lacks {', '.join(missing)}; install the package again, or name another folder")
    return place


def digest_weights(folder: Path, names: Sequence[str]) -> Mapping[str, str]:
    """SHA-256 of each file and of what every model reads."""
    return MappingProxyType(
        {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (*names, *SHARED)}
    )


def count_cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
