"""The checker: a small list of actors in, the problems it should name out; and the registry that ships."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from standpoint.actors import Registry
from standpoint.actors.checking import check_registry, read_known
from standpoint.actors.entities import Entity, Name, Role, Sense, make_role
from standpoint.codebooks.report import CheckReport, Severity

TODAY = date(2026, 1, 1)
BLOCK = "talks.yml"


def state(code: str, *forms: str, sector: str | None = "GOV", kind: str = "state", ident: str = "") -> Entity:
    names = tuple(Name(f, Sense.NAME) for f in forms)
    return Entity(ident or code, forms[0] if forms else code, kind, code, sector, names, (), BLOCK)


def person(name: str, *roles: Role, aliases: Sequence[str] = (), ident: str = "") -> Entity:
    names = tuple(Name(f, Sense.PERSON) for f in (name, *aliases))
    return Entity(ident or name.lower().replace(" ", "-"), name, "person", None, None, names, roles, BLOCK)


def role(since: str | None, until: str | None = None, office: str = "head-of-state", actor: str = "ARC",
         title: str = "President of Arcadia", sector: str | None = "GOV") -> Role:  # fmt: skip
    """A role as a list has it; the bounds of an impossible one are whatever its text says."""
    return make_role(title, office, actor, sector, since, until, BLOCK)


ARCADIA = state("ARC", "Arcadia")

# what is in the list | field of the problem | words of its message
ERRORS: tuple[tuple[str, list[Entity], str, str], ...] = (
    ("an id twice", [ARCADIA, state("ARC", "Arkadia")], "ARC", "stands 2 times"),
    ("a sector", [state("ARC", "Arcadia", sector="ARMY")], "ARC.sector", "there is no sector 'ARMY'"),
    ("a person's sector", [ARCADIA, person("Ann Lee", role("2001", sector="X"))], "ann-lee.sector", "no sector 'X'"),
    ("an office", [ARCADIA, person("Ann Lee", role("2001", office="boss"))], "ann-lee.roles[0]", "no office 'boss'"),
    ("a kind", [state("ARC", "Arcadia", kind="land")], "ARC.kind", "there is no kind 'land'"),
    ("no name", [state("ARC")], "ARC.name", "nobody can name it"),
    ("a short name", [state("ARC", "Arcadia", "A")], "ARC.aliases", "too short to be found"),
    ("a code in small letters", [state("arc", "Arcadia")], "arc.actor", "'arc' is no code"),
    ("an end before the start", [ARCADIA, person("Ann Lee", role("2005-03-02", "2005-02"))], "ann-lee.roles[0]",
     "ends on 2005-02 before it begins on 2005-03-02"),
    ("an early year", [ARCADIA, person("Ann Lee", role("1099", "1999"))], "ann-lee.roles[0].from", "before 1900"),
    ("a start to come", [ARCADIA, person("Ann Lee", role("2026-02"))], "ann-lee.roles[0].from", "in the future"),
    ("an end far off", [ARCADIA, person("Ann Lee", role("2020", "2202"))], "ann-lee.roles[0].to", "in the future"),
)  # fmt: skip

WARNINGS: tuple[tuple[str, list[Entity], str, str], ...] = (
    ("two heads at once",
     [ARCADIA, person("Ann Lee", role("2001", "2006-05")), person("Bo Day", role("2003", "2009"))],
     "bo-day.roles", "Bo Day is head-of-state of ARC from 2003 while Ann Lee is until 2006-05"),
    ("three heads, the first for long",
     [ARCADIA, person("Ann Lee", role("2001")), person("Bo Day", role("2003", "2004")),
      person("Cy Fox", role("2006", "2009"))],
     "cy-fox.roles", "while Ann Lee is until today"),
    ("nobody leads",
     [ARCADIA, person("Ann Lee", role("2001", "2004", "leader")), person("Bo Day", role("2006", None, "leader"))],
     "bo-day.roles", "nobody is leader of ARC from 2004-12-31 to 2006"),
    ("a term twice",
     [ARCADIA, person("Ann Lee", role("2001", "2006"), role("2002", "2006"))],
     "ann-lee.roles", "told twice for the time from 2002"),
    ("a code of nobody",
     [ARCADIA, person("Ann Lee", role("2001", actor="ARX"))],
     "ann-lee.actor", "no state, body or group has the code 'ARX'"),
    ("a name of two states",
     [ARCADIA, state("BOE", "Boeotia", "Arcadia")],
     "ARC.aliases", "'arcadia' is also BOE"),
    ("a name of two people",
     [ARCADIA, person("Ann Lee", role("2001", "2006", "minister")),
      person("Ann Lee", role("2003", "2008", "minister"), ident="ann-lee-2")],
     "ann-lee.aliases", "is also ann-lee-2"),
)  # fmt: skip

FINE: tuple[tuple[str, list[Entity]], ...] = (
    ("one day shared", [ARCADIA, person("Ann Lee", role("2001", "2006-05-01")),
                        person("Bo Day", role("2006-05-01"))]),
    ("a month shared", [ARCADIA, person("Ann Lee", role("2001", "2006-05")), person("Bo Day", role("2006-05"))]),
    ("a year shared", [ARCADIA, person("Ann Lee", role("2001", "2006")), person("Bo Day", role("2006"))]),
    ("two ministers", [ARCADIA, person("Ann Lee", role("2001", None, "minister")),
                       person("Bo Day", role("2001", None, "minister"))]),
    ("a father and a son", [ARCADIA, person("Ann Lee", role("1901", "1921")),
                            person("Ann Lee", role("1990"), ident="ann-lee-2")]),
    ("a body and a person of one name", [ARCADIA, person("Arcadia", role("2001"), ident="arcadia")]),
    ("a term that ends soon", [ARCADIA, person("Ann Lee", role("2020", "2027-05-01"))]),
)  # fmt: skip


def check(entities: list[Entity], known: dict[str, str] | None = None) -> CheckReport:
    return check_registry(entities, known=known, today=TODAY, where="talks")


@pytest.mark.parametrize(("what", "entities", "field", "words"), ERRORS, ids=[e[0] for e in ERRORS])
def test_an_error_is_named(what: str, entities: list[Entity], field: str, words: str) -> None:
    (problem,) = check(entities).errors
    assert (problem.where, problem.field) == (BLOCK, field)
    assert words in problem.message


@pytest.mark.parametrize(("what", "entities", "field", "words"), WARNINGS, ids=[w[0] for w in WARNINGS])
def test_a_doubt_is_a_warning(what: str, entities: list[Entity], field: str, words: str) -> None:
    report = check(entities)
    assert report.ok
    assert [p.severity for p in report.problems if p.field == field and words in p.message] == [Severity.WARNING]


@pytest.mark.parametrize(("what", "entities"), FINE, ids=[f[0] for f in FINE])
def test_what_is_usual_is_no_problem(what: str, entities: list[Entity]) -> None:
    assert check(entities).problems == ()


def test_every_message_says_what_to_do() -> None:
    for _, entities, _, _ in (*ERRORS, *WARNINGS):
        for problem in check(entities).problems:
            assert ";" in problem.message


def test_a_known_warning_is_not_told_again() -> None:
    two = [ARCADIA, state("BOE", "Boeotia", "Arcadia")]
    assert check(two, known={"name arcadia": "both are called so"}).problems == ()


def test_an_explanation_of_nothing_is_a_warning() -> None:
    (problem,) = check([ARCADIA], known={"overlap ARC leader": "two consuls"}).warnings
    assert "'overlap ARC leader' is explained but no such problem is found any more" in problem.message


def test_an_error_cannot_be_explained_away() -> None:
    assert check([ARCADIA, ARCADIA], known={"": "no matter"}).errors


def test_only_the_actors_asked_for_are_told_of() -> None:
    bad = [state("ARC", "Arcadia", sector="ARMY"), state("BOE", "Boeotia", sector="ARMY")]
    assert [p.field for p in check_registry(bad, ids={"BOE"}, today=TODAY).problems] == ["BOE.sector"]


def test_the_shipped_registry_has_no_errors(registry: Registry) -> None:
    report = check_registry(registry.entities, known=read_known())
    assert not report.errors, str(report)


def test_the_warnings_of_the_shipped_registry_are_explained(registry: Registry) -> None:
    report = check_registry(registry.entities, known=read_known())
    assert not report.warnings, str(report)


def test_every_explanation_has_a_reason() -> None:
    assert all(read_known().values())
