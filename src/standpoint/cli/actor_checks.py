"""Checks of actors: a user's files or nothing come in, one report of their problems goes out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from standpoint.actors import Registry
from standpoint.actors.checking import check_registry, read_known
from standpoint.actors.facts import read_entry
from standpoint.assembly import open_registry
from standpoint.codebooks import CheckReport, check_actors, load_actors


def check_shipped() -> CheckReport:
    """The registry that ships."""
    return check_registry(Registry.load().entities, known=read_known())


def check_own(files: Sequence[Path]) -> CheckReport:
    """Each file by itself; where all can be used, also what they say against the registry and each other."""
    alone = [check_actors(file) for file in files]
    where = ", ".join(str(file) for file in files)
    problems = [problem for report in alone for problem in report.problems]
    if all(report.ok for report in alone):
        ids = {read_entry(entry, str(file)).id for file in files for entry in load_actors(file)}
        problems.extend(check_registry(open_registry(actor_files=files).entities, ids=ids, where=where).problems)
    return CheckReport.of(where, problems)
