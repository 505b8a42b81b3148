"""What the shell offers while one types: the beginning of a word comes in, the names that fit go out."""

from __future__ import annotations

from importlib import resources


def complete_codebook(incomplete: str) -> list[str]:
    """The codebooks that ship, by file name alone: a shell does not wait for files to be read."""
    folder = resources.files("standpoint.codebooks")
    names = sorted(p.name.removesuffix(".yml") for p in folder.iterdir() if p.name.endswith(".yml"))
    return [name for name in names if name.startswith(incomplete)]
