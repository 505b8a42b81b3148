"""What entries of one codebook must not say of each other: entries with their paths come in, problems go out.

It works on those entries that have the right shape, so that one wrong key does not hide what else is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import resources

from standpoint.codebooks.actor_schema import ActorEntry, ActorRole
from standpoint.codebooks.report import Problem, Severity
from standpoint.codebooks.schema import Agreement, Issue, Party
from standpoint.codebooks.yaml_tree import Path, YamlTree, field_name

_PROPOSAL = re.compile(
    r"\b(?:should|must|ought to|shall|needs? to|ha(?:s|ve) to|(?:is|are) to|may|can|cannot)\b", re.I
)
_PERIOD_END = "-12-31"


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of a file that have the right shape, each with its path, and every code that the file declares."""

    parties: tuple[tuple[Path, Party], ...]
    issues: tuple[tuple[Path, Issue], ...]
    agreements: tuple[tuple[Path, Agreement], ...]
    actors: tuple[tuple[Path, ActorEntry], ...]
    codes: frozenset[str]


def check_entries(tree: YamlTree, entries: Entries) -> Iterator[Problem]:
    """Problems between the entries of a codebook."""
    check = _Checker(tree)
    yield from check.unique("code", [(p, e.code) for p, e in entries.parties])
    for rows in (entries.issues, entries.agreements, entries.actors):
        yield from check.unique("id", [(p, e.id) for p, e in rows])
    yield from check.phrases(entries.issues)
    for path, issue in entries.issues:
        yield from check.issue(path, issue)
    names = [(p, "name", (e.name,)) for p, e in entries.parties] + [
        (p, "aliases", e.aliases) for p, e in entries.parties
    ]
    yield from check.shared_names(names, "party")
    titles = [(p, "aliases", e.aliases) for p, e in entries.agreements]
    yield from check.shared_names(titles, "agreement", warn=True)
    declared = entries.codes
    for path, agreement in entries.agreements:
        yield from check.unique(
            "number", [((*path, "provisions", i), p.number) for i, p in enumerate(agreement.provisions)]
        )
        for index, code in enumerate(agreement.signatories):
            yield from check.code((*path, "signatories", index), code, declared, must_declare=True)
    yield from check_actor_entries(tree, entries.actors, declared)
    if entries.parties and sum(e.role == "core" for _, e in entries.parties) < 2:
        yield check.warn(("parties",), "fewer than two parties have the role core; a negotiation has at least two")


def check_actor_entries(
    tree: YamlTree, actors: Sequence[tuple[Path, ActorEntry]], declared: frozenset[str] | None
) -> Iterator[Problem]:
    """Problems of actor entries. Where `declared` is None (a file of actors alone) codes are not compared."""
    check = _Checker(tree)
    if declared is None:
        yield from check.unique("id", [(p, e.id) for p, e in actors])
    names = [(p, "aliases", e.aliases) for p, e in actors] + [(p, "name", (e.name,)) for p, e in actors]
    yield from check.shared_names(names, "actor", warn=True)
    for path, actor in actors:
        if declared is not None and actor.actor is not None:
            yield from check.code((*path, "actor"), actor.actor, declared)
        if actor.actor is None and not any(r.actor for r in actor.roles) and actor.kind != "person":
            yield check.warn(path, f"{actor.id} speaks for no code; give `actor`, here or in a role")
        for index, role in enumerate(actor.roles):
            place = (*path, "roles", index)
            if declared is not None and role.actor is not None:
                yield from check.code((*place, "actor"), role.actor, declared)
            yield from check.role(place, role)


class _Checker:
    """Single checks on one tree."""

    def __init__(self, tree: YamlTree) -> None:
        self._tree = tree
        self._iso_codes = read_iso_codes()

    def warn(self, path: Path, message: str) -> Problem:
        return replace(self._tree.problem(path, message), severity=Severity.WARNING)

    def unique(self, key: str, rows: Iterable[tuple[Path, str]]) -> Iterator[Problem]:
        first: dict[str, Path] = {}
        for path, value in rows:
            if value in first:
                place = self._tree.line_of((*first[value], key))
                message = f"{key} {value} is already used on line {place}; every {key} must be its own"
                yield self._tree.problem((*path, key), message)
            first.setdefault(value, path)

    def code(
        self, path: Path, code: str, declared: frozenset[str], *, must_declare: bool = False
    ) -> Iterator[Problem]:
        if code in declared:
            return
        if code not in self._iso_codes:
            yield self._tree.problem(
                path,
                f"{code} is neither a party or mediator of this codebook nor an ISO 3166 alpha-3 code; declare it",
            )
        elif must_declare:
            yield self.warn(
                path, f"{code} signed but is no party or mediator here; declare it, say with role external"
            )

    def issue(self, path: Path, issue: Issue) -> Iterator[Problem]:
        if not _PROPOSAL.search(issue.description):
            yield self.warn(
                (*path, "description"),
                "is not phrased as a proposal that one may support or oppose; say what should or must happen",
            )
        if not issue.aliases:
            yield self.warn(
                path, f"{issue.id} has no aliases, so it is found by meaning only; add phrases that name it"
            )

    def phrases(self, issues: Sequence[tuple[Path, Issue]]) -> Iterator[Problem]:
        """Phrases that stand under two issues, under two keys of one issue, or twice in one list."""
        first: dict[str, tuple[Path, str]] = {}
        for path, issue in issues:
            for key in ("aliases", "supports", "opposes"):
                for index, phrase in enumerate(getattr(issue, key)):
                    place = (*path, key, index)
                    if _fold(phrase) not in first:
                        first[_fold(phrase)] = (place, issue.id)
                        continue
                    other, owner = first[_fold(phrase)]
                    line = self._tree.line_of(other)
                    if owner != issue.id:
                        message = (
                            f"{phrase!r} stands under {owner} too (line {line}); keep it where it names one thing"
                        )
                        yield self._tree.problem(place, message)
                    elif {key, str(other[-2])} == {"supports", "opposes"}:
                        message = (
                            f"{phrase!r} stands under supports too (line {line}); it can speak for one side only"
                        )
                        yield self._tree.problem(place, message)
                    else:
                        message = (
                            f"{phrase!r} stands under {field_name(other[-2:])} already (line {line}); once is enough"
                        )
                        yield self.warn(place, message)

    def shared_names(
        self, rows: Iterable[tuple[Path, str, Sequence[str]]], noun: str, *, warn: bool = False
    ) -> Iterator[Problem]:
        first: dict[str, Path] = {}
        for path, key, names in rows:
            for index, name in enumerate(names):
                place = (*path, key) if key == "name" else (*path, key, index)
                other = first.setdefault(_fold(name), place)
                if other[: len(path)] == path:
                    continue
                line = self._tree.line_of(other)
                message = f"{name!r} names another {noun} too (line {line}); a name must lead to one {noun}"
                yield self.warn(place, message) if warn else self._tree.problem(place, message)

    def role(self, path: Path, role: ActorRole) -> Iterator[Problem]:
        if role.from_ and role.to and role.from_ > role.to + _PERIOD_END[len(role.to) - 4 :]:
            yield self._tree.problem(
                (*path, "to"), f"ends ({role.to}) before it begins ({role.from_}); swap or correct"
            )


def read_iso_codes() -> frozenset[str]:
    """ISO 3166-1 alpha-3 codes, and XKX."""
    text = resources.files("standpoint.codebooks").joinpath("data/iso3166.txt").read_text("ascii")
    return frozenset(code for line in text.splitlines() if not line.startswith("#") for code in line.split())


def _fold(name: str) -> str:
    """A name without differences that do not count: case and white space."""
    return " ".join(name.casefold().split())
