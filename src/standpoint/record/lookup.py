"""Finds what a user names in a record: the words typed and what there is come in, the one meant goes out.

What is not there is a UsageError that names the nearest there is; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz, process, utils

from standpoint.errors import UsageError


def look_up(typed: str, valid: Mapping[str, str], *, what: str, where: str) -> str:
    """The value of the name that equals `typed`, first as written, then without regard to case.

    `valid` maps every name that may be typed to what it stands for. Raises UsageError where none fits, or where names
    that differ only in case stand for different things.
    """
    if typed in valid:
        return valid[typed]
    folded = {value for name, value in valid.items() if name.casefold() == typed.strip().casefold()}
    if len(folded) == 1:
        return folded.pop()
    if folded:
        raise UsageError(f"{what} {typed!r} may be any of {_listed(sorted(folded))}. Write it as it stands there.")
    raise UsageError(f"There is no {what} {typed!r} in {where}. {suggest(typed, valid)}")


def suggest(typed: str, valid: Mapping[str, str]) -> str:
    """The nearest valid names, as a sentence; all of them where there are few and none is near."""
    if not valid:
        return "It has none yet."
    near = process.extract(
        typed, list(valid), scorer=fuzz.WRatio, processor=utils.default_process, limit=12, score_cutoff=60
    )
    nearest: dict[str, str] = {}
    for name, _, _ in near:
        nearest.setdefault(valid[name], name if name == valid[name] else f"{valid[name]} ({name})")
    if nearest:
        return f"Did you mean {_listed(list(nearest.values())[:3], ' or ')}?"
    rest = sorted(set(valid.values()))
    return f"It has {_listed(rest[:12])}{' and others' if len(rest) > 12 else ''}."


def pick_by_prefix(typed: str, ids: Sequence[str], *, what: str, where: str) -> str:
    """The one id that is `typed` or begins with it."""
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
