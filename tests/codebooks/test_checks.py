"""One line of a sound codebook is changed -> the problem that is reported, with its line and field."""

from __future__ import annotations

import pytest

from standpoint.codebooks import Severity, check_codebook_text

Case = tuple[str, str, int, str, str]
ERRORS: list[Case] = [
    # line as it is, line as it becomes, line number, field, part of the message
    ("title: Talks over", "titel: Talks over", 2, "titel", "unknown key titel; did you mean title?"),
    ("title: Talks over the lake\n", "", 1, "title", "title is missing; add it"),
    ("id: lake-talks", "id: Lake Talks", 1, "id", "use lower-case letters, digits and single hyphens"),
    ("id: lake-talks", "id:", 1, "id", "id has no value; fill it in or leave the key out"),
    ("id: lake-talks", 'id: ""', 1, "id", "may not stand here"),
    ("role: core}\n  - {code: RIGHT", "role: boss}\n  - {code: RIGHT", 5, "parties[0].role", "'boss' is not one of"),
    ("code: LEFT", "code: left", 5, "parties[0].code", "capital letters"),
    ("code: RIGHT", "code: LEFT", 6, "parties[1].code", "code LEFT is already used on line 5"),
    ("code: MIDD, name", "code: LEFT, name", 8, "mediators[0].code", "code LEFT is already used on line 5"),
    ("name: Rightland", "name: leftland", 6, "parties[1].name", "names another party too (line 5)"),
    ("name: Midland", "names: Midland", 8, "mediators[0].name", "name is missing"),
    ("  - id: treaty", "  - id: open-lake", 16, "issues[1].id", "id open-lake is already used on line 10"),
    ("label: Treaty", "label: [Treaty]", 17, "issues[1].label", "should be text, not a list"),
    (
        "aliases: [treaty, lasting peace]",
        "aliases: treaty",
        19,
        "issues[1].aliases",
        "should be a list, not 'treaty'",
    ),
    (
        "[treaty, lasting peace]",
        "[treaty, Boats]",
        19,
        "issues[1].aliases[1]",
        "'Boats' stands under open-lake too (line 13)",
    ),
    ("[treaty, lasting peace]", "[treaty, '']", 19, "issues[1].aliases[1]", "is empty"),
    ("opposes: [close", "opposes: [Open", 15, "issues[0].opposes[0]", "it can speak for one side only"),
    ("opposes: [close", "supports: [close", 15, "issues[0].supports", "this key stands twice"),
    (
        "date: 2020-11-10",
        "date: 2020-11-31",
        23,
        "agreements[0].date",
        "'2020-11-31' names a day that does not exist",
    ),
    ("date: 2020-11-10", "date: November 2020", 23, "agreements[0].date", "write it as YYYY-MM-DD"),
    ("date: 2020-11-10", "date: 1604966400", 23, "agreements[0].date", "write it as YYYY-MM-DD"),
    ("[LEFT, RIGHT]", "[LEFT, NOWHERE]", 25, "agreements[0].signatories[1]", "nor an ISO 3166 alpha-3 code"),
    ("number: 2", "number: 1", 28, "agreements[0].provisions[1].number", "number 1 is already used on line 27"),
    ("summary: Nets are marked.", "sumary: x", 28, "agreements[0].provisions[1].sumary", "did you mean summary?"),
    ("actor: MIDD", "actor: MIDT", 33, "actors[0].actor", "MIDT is neither a party or mediator"),
    ("kind: person", "kind: human", 32, "actors[0].kind", "'human' is not one of 'person'"),
    ("office: envoy", "office: boss", 35, "actors[0].roles[0].office", "'boss' is not one of 'head-of-state'"),
    ("from: 2019-05", "from: 2019-13", 35, "actors[0].roles[0].from", "names a month that does not exist"),
    ("from: 2019-05", "from: May 2019", 35, "actors[0].roles[0].from", "write YYYY-MM-DD, YYYY-MM or YYYY"),
    ("to: 2021", "to: 2019-04", 35, "actors[0].roles[0].to", "ends (2019-04) before it begins (2019-05)"),
    ("from: 2019-05", "frm: 2019-05", 35, "actors[0].roles[0].frm", "did you mean from?"),
]

WARNINGS: list[Case] = [
    ("A treaty must be signed.", "A treaty is good.", 18, "issues[1].description", "not phrased as a proposal"),
    ("    aliases: [treaty, lasting peace]\n", "", 16, "issues[1]", "treaty has no aliases"),
    ("[treaty, lasting peace]", "[treaty, Treaty]", 19, "issues[1].aliases[1]", "once is enough"),
    ("[LEFT, RIGHT]", "[LEFT, FRA]", 25, "agreements[0].signatories[1]", "declare it, say with role external"),
    ("name: Rightland, role: core", "name: Rightland, role: external", 4, "parties", "fewer than two parties"),
]  # fmt: skip


def test_a_sound_codebook_has_no_problems(sound: str) -> None:
    assert check_codebook_text(sound, "lake.yml").problems == ()


@pytest.mark.parametrize("case", ERRORS, ids=lambda c: f"{c[3]}-{c[1].strip()[:24]}")
def test_error(sound: str, case: Case) -> None:
    old, new, line, field, message = case
    assert sound.count(old) == 1
    report = check_codebook_text(sound.replace(old, new), "lake.yml")
    assert not report.ok
    found = [p for p in report.errors if (p.where, p.line, p.field) == ("lake.yml", line, field)]
    assert [p for p in found if message in p.message], str(report)


@pytest.mark.parametrize("case", WARNINGS, ids=lambda c: f"{c[3]}-{c[1].strip()[:24]}")
def test_warning(sound: str, case: Case) -> None:
    old, new, line, field, message = case
    assert sound.count(old) == 1
    report = check_codebook_text(sound.replace(old, new), "lake.yml")
    assert report.ok
    assert [(p.line, p.field, p.severity) for p in report.problems] == [(line, field, Severity.WARNING)]
    assert message in report.problems[0].message


def test_all_problems_are_told_at_once_in_the_order_of_lines(sound: str) -> None:
    broken = sound.replace("Opening of the lake", "").replace("kind: person", "kind: x").replace("must", "will")
    assert [p.line for p in check_codebook_text(broken, "lake.yml").problems] == [11, 18, 32]


def test_a_problem_reads_as_one_line(sound: str) -> None:
    report = check_codebook_text(sound.replace("id: treaty", "id: open-lake"), "lake.yml")
    assert str(report) == (
        "lake.yml:16: error: issues[1].id: id open-lake is already used on line 10; every id must be its own"
    )


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", None, "the file is empty"),
        ("# nothing but a comment\n", None, "the file is empty"),
        ("id: [lake\ntitle: x", 2, "no valid YAML"),
        ("id: lake\n\ttitle: x", 2, "no valid YAML"),
        ("id: \x00", None, "no valid YAML"),
        ("just words", 1, "should be an entry with keys"),
        ("- a list", 1, "should be an entry with keys"),
        ("id: &a [*a]", None, "an anchor inside itself"),
    ],
)
def test_a_text_that_is_no_codebook(text: str, line: int | None, message: str) -> None:
    report = check_codebook_text(text, "x.yml")
    assert not report.ok
    assert [p for p in report.errors if p.line == line and message in p.message], str(report)
