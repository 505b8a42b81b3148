"""Words of the command line -> what is listed. The record is built by hand, so no model decides."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from builders import Said, coded, lake_codebook
from standpoint.record import Record

Run = Callable[..., Result]

STATEMENTS = ["aaaa0000-001", "aaaa0000-002", "aaaa0000-003", "aaaa0000-004"]
LATER = ["aaaa1111-001", "aaaa1111-002", "aaaa1111-003"]


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ([], STATEMENTS + LATER),
        (["--actor", "RUR"], ["aaaa0000-001", "aaaa0000-004", "aaaa1111-001"]),
        (["--actor", "ruritania"], ["aaaa0000-001", "aaaa0000-004", "aaaa1111-001"]),
        (["--speaker", "Zenda"], ["aaaa0000-001", "aaaa1111-001"]),
        (["--issue", "treaty"], ["aaaa0000-001", "aaaa1111-001"]),
        (["--issue", "Lake treaty", "--since", "2001-04-01"], ["aaaa1111-001"]),
        (["--document", "aaaa1"], LATER),
        (["--until", "2001-03-09"], ["aaaa0000-001"]),
        (["--codebook", "lake-talks", "--actor", "FRE"], ["aaaa0000-003", "aaaa1111-002"]),
    ],
)
def test_filters(run: Run, talks: str, filters: list[str], ids: list[str]) -> None:
    result = run("statements", "--record", talks, "--format", "json", *filters)
    assert (result.exit_code, [row["id"] for row in json.loads(result.stdout)]) == (0, ids)


def test_a_statement_as_json_has_its_speaker_cue_kind_day_words_and_whose_word_it_is(run: Run, talks: str) -> None:
    rows = json.loads(run("statements", "-r", talks, "-f", "json").stdout)
    wanted = ("speaker", "actor", "cue", "kind", "said", "published", "words", "grade", "ascriber", "positions")
    assert [tuple(rows[n][k] for k in wanted) for n in (0, 3, 6)] == [
        ("Zenda", "RUR", "said", "indirect", "2001-03-08", "2001-03-10", "the treaty must wait", "reported", None,
         ["treaty=opposes"]),
        ("RUR", "RUR", "wants", "ascribed", None, "2001-03-10", "the dam to be shut", "ascribed", "Firefly",
         ["dam=opposes"]),
        (None, None, "said", "indirect", None, "2001-04-02", "ships were seen", "reported", None, []),
    ]  # fmt: skip
    assert rows[6]["unresolved"] == "no source is named"


@pytest.mark.parametrize(
    "words",
    [
        ["statements"],
        ["documents"],
        ["positions"],
        ["positions", "--actor", "RUR"],
        ["agreements"],
        ["brief", "RUR"],
        ["record", "check"],
    ],
)
def test_every_listing_has_three_forms(run: Run, talks: str, words: list[str]) -> None:
    for form in ("table", "json", "csv"):
        result = run(*words, "--record", talks, "--format", form)
        assert result.exit_code == 0, (form, result.output)
        if form == "json":
            json.loads(result.stdout)
        if form == "csv":
            header, *rows = csv.reader(io.StringIO(result.stdout))
            assert header
            assert {len(row) for row in rows} <= {len(header)}


@pytest.mark.parametrize("words", [["codebook", "list"], ["actors", "show", "NOR"], ["actors", "find", "Norway"]])
def test_listings_without_a_record_have_three_forms(run: Run, words: list[str]) -> None:
    for form in ("table", "json", "csv"):
        result = run(*words, "--format", form)
        assert result.exit_code == 0, result.output
        assert result.stdout
        if form == "json":
            json.loads(result.stdout)


def test_documents_say_what_was_not_coded(run: Run, talks: str) -> None:
    result = run("documents", "--record", talks)
    assert "not coded (fr)" in result.stdout
    assert "3 documents, 7 statements." in result.stdout
    rows = list(csv.DictReader(io.StringIO(run("documents", "-r", talks, "-f", "csv").stdout)))
    assert [(r["id"], r["publisher"], r["coded"], r["statements"]) for r in rows] == [
        ("aaaa0000", "The Courier", "true", "4"),
        ("bbbb2222", "The Courier", "false", "0"),
        ("aaaa1111", "The Herald", "true", "3"),
    ]


def test_positions_on_a_terminal_are_a_matrix_of_sign_count_and_grade(run: Run, talks: str) -> None:
    table = run("positions", "--record", talks).stdout
    rows = {line.split("  ")[0]: line for line in table.splitlines() if line}
    head = rows["Issue"].split()
    assert head == ["Issue", "FRE", "RUR", "SYL"]
    assert rows["Lake treaty"].split()[2:] == ["\u00b7", "+", "1", "own", "\u0394", "\u00b7"]
    assert rows["Dam"].split()[1:] == ["+", "1", "rep", "\u2212", "1", "asc", "+", "1", "own"]
    assert "Nobody has taken up: Joint patrols." in table


def test_positions_of_one_issue_are_its_history(run: Run, talks: str) -> None:
    rows = json.loads(run("positions", "-r", talks, "--issue", "treaty", "-f", "json").stdout)
    fields = ("actor", "stance", "since", "until", "grade", "shifted_from", "statements")
    assert [tuple(r[f] for f in fields) for r in rows] == [
        ("RUR", "opposes", "2001-03-08", "2001-04-02", "reported", None, ["aaaa0000-001"]),
        ("RUR", "supports", "2001-04-02", None, "own words", "opposes", ["aaaa1111-001"]),
    ]


@pytest.mark.parametrize(
    ("day", "stance"), [("2001-03-07", None), ("2001-03-31", "opposes"), ("2001-04-02", "supports")]
)
def test_positions_on_a_day(run: Run, talks: str, day: str, stance: str | None) -> None:
    rows = json.loads(run("positions", "-r", talks, "--issue", "treaty", "--at", day, "-f", "json").stdout)
    assert [r["stance"] for r in rows] == ([stance] if stance else [])


@pytest.mark.parametrize("columns", [60, 80, 100, 160])
def test_no_table_is_wider_than_the_terminal(run: Run, talks: str, columns: int) -> None:
    asked = (
        "positions",
        "positions --actor RUR",
        "statements",
        "brief RUR",
        "agreements",
        "documents",
        "show aaaa0-2",
    )
    for words in (a.split() for a in asked):
        lines = run(*words, "--record", talks, columns=columns).stdout.splitlines()
        assert [line for line in lines if len(line) > columns] == [], words
        assert [line for line in lines if line != line.rstrip()] == [], words


def test_a_brief_quotes_the_record_and_says_on_whose_word(run: Run, talks: str) -> None:
    text = run("brief", "RUR", "--record", talks).stdout
    for part in (
        "RUR  Ruritania",
        "Lake treaty  + supports",
        "before: \u2212 opposes since 2001-03-08 until 2001-04-02",
        '\u2502 "we shall sign the treaty"',
        "The Herald, 2001-04-02 [aaaa1-001]",
        "What others ascribe to it:",
        "ascribed by Firefly",
        "\u2502 the dam to be shut",
    ):
        assert part in text, part


def test_a_brief_as_json_is_the_whole_brief(run: Run, talks: str) -> None:
    brief = json.loads(run("brief", "RUR", "-r", talks, "-f", "json").stdout)
    treaty = brief["issues"][0]
    assert (treaty["id"], treaty["position"]["stance"], [p["stance"] for p in treaty["earlier"]]) == (
        "treaty",
        "supports",
        ["opposes"],
    )
    assert [[q["words"] for q in telling] for telling in treaty["quotations"]] == [
        ["the treaty must wait"],
        ['"we shall sign the treaty"'],
    ]
    assert [(s["day"], s["before"], s["after"]) for s in brief["shifts"]] == [("2001-04-02", "opposes", "supports")]


def test_agreements_name_the_clause_and_what_is_said_of_it(run: Run, talks: str) -> None:
    text = run("agreements", "--record", talks).stdout
    for part in ("Harbour accord", "clause 2", "Ships pass freely.", "Firefly (FRE)", "says it is violated"):
        assert part in text
    rows = json.loads(run("agreements", "-r", talks, "--provision", "2", "-f", "json").stdout)
    assert [(r["agreement"], r["use"], r["speakers"], r["words"]) for r in rows] == [
        ("harbour-1999", "says it is violated", ["Firefly"], "clause 2 is broken")
    ]


@pytest.mark.parametrize("id", ["aaaa0-2", "aaaa0000-002", "aaaa0-002"])
def test_a_statement_is_shown_inside_its_paragraph(run: Run, talks: str, id: str) -> None:
    text = run("show", id, "--record", talks).stdout
    assert '\u27e8Muskar\u27e9 \u2039said\u203a \u27e6"we will open the dam"\u27e7.' in text
    for part in ("Title of aaaa0000", "Syldavia (SYL)", "own words", "+ supports  Dam  The dam should be opened."):
        assert part in text


def test_the_table_of_statements_says_whose_word_is_told_by_whom(run: Run, talks: str) -> None:
    text = run("statements", "--record", talks).stdout
    for part in ("aaaa0-004", "Zenda (RUR)", "ascribed: wants", "inside aaaa0-003", "(2001-03-10)", "\u2212 dam"):
        assert part in text


def test_what_is_empty_says_so_and_what_to_do(run: Run, talks: str) -> None:
    result = run("statements", "--record", talks, "--since", "2020-01-01")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "No statement fits" in result.stderr


def test_a_text_that_lost_its_paragraphs_is_shown_nearby_only(run: Run, tmp_path: Path) -> None:
    before = "The lake was calm that day. " * 40
    with Record.open(tmp_path / "long.db", create=True) as record:
        said = Said("Zenda", "the treaty must wait", {"treaty": "opposes"})
        record.add(coded(said, id="long0001", text=before), lake_codebook())
    text = " ".join(run("show", "long-1", "--record", str(tmp_path / "long.db")).stdout.split())
    assert "[...] The lake was calm that day." in text
    assert "\u27e8Zenda\u27e9 \u2039said\u203a \u27e6the treaty must wait\u27e7." in text
    assert text.count("The lake was calm that day.") < 20
