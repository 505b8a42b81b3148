"""Finds what a user names in a record: the words typed and what there is come in, the one meant goes out.

What is not there is a UsageError that names the nearest there is; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process, utils

from standpoint.errors import UsageError


def look_up(typed: str, named: Iterable[tuple[str, str]], *, what: str, where: str) -> str:
    """What `typed` stands for: an id first, then a name, each as written before it is taken without regard to case.

    `named` pairs every name that may be typed with the id it stands for. Raises UsageError where none fits, or where
    several fit equally well.
    """
    rows, wanted = list(named), typed.strip()
    pairs = [(id, id) for _, id in rows] + rows
    folded = wanted.casefold()
    for fits in (
        {id for _, id in pairs if id == wanted},
        {id for name, id in pairs if name == wanted},
        {id for _, id in pairs if id.casefold() == folded},
        {id for name, id in pairs if name.casefold() == folded},
    ):
        if len(fits) == 1:
            return fits.pop()
        if fits:
            raise UsageError(f"{what} {typed!r} may be any of {_listed(sorted(fits))}. Write one of these.")
    raise UsageError(f"There is no {what} {typed!r} in {where}. {suggest(typed, pairs)}")


def suggest(typed: str, named: Iterable[tuple[str, str]]) -> str:
    """The nearest names that may be typed, as a sentence; the ids where none is near."""
    meant = dict(reversed(list(named)))
    if not meant:
        return "It has none yet."
    near = process.extract(
        typed, list(meant), scorer=fuzz.WRatio, processor=utils.default_process, limit=12, score_cutoff=60
    )
    if near:
        nearest = list(dict.fromkeys(meant[name] for name, _, _ in near))[:3]
        likest = [
            max((n for n, _, _ in near if meant[n] == id), key=lambda n: fuzz.ratio(typed, n)) for id in nearest
        ]
        shown = [n if n == id else f"{id} ({n})" for n, id in zip(likest, nearest, strict=True)]
        return f"Did you mean {_listed(shown, ' or ')}?"
    rest = sorted(set(meant.values()))
    return f"It has {_listed(rest[:12])}{' and others' if len(rest) > 12 else ''}."


def pick_by_prefix(typed: str, ids: Sequence[str], *, what: str, where: str) -> str:
    """The one that is meant of `ids`, all of which begin with `typed`; UsageError where there is none, or several."""
    if not typed:
        raise UsageError(f"No {what} is named. Type its id or the beginning of it.")
    found = sorted(set(ids))
    if typed in found:
        return typed
    if len(found) == 1:
        return found[0]
    if found:
        rest = " and others" if len(found) > 5 else ""
        raise UsageError(
            f"{len(found)} {what}s of {where} begin with {typed!r}: {_listed(found[:5])}{rest}. Type more."
        )
    raise UsageError(f"There is no {what} {typed!r} in {where}. The listing of {what}s shows their ids.")


def _listed(names: Iterable[str], last: str = ", ") -> str:
    rows = list(names)
    return rows[0] if len(rows) == 1 else ", ".join(rows[:-1]) + last + rows[-1]
