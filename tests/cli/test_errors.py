"""What is wrong with the words or the files -> status 2 and a message that says what, where and what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from standpoint.record.tables import VERSION_TABLE

Run = Callable[..., Result]

FRENCH = (
    "Le président a dit mardi que la guerre était finie et que les négociations allaient reprendre. "
    "Il a ajouté que toutes les parties devaient respecter l'accord signé la semaine dernière dans la capitale."
)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("missing.txt", None, ["missing.txt", "no such file", "check the name"]),
        ("empty.txt", b"", ["empty.txt", "empty", "give a file with text in it"]),
        ("photo.txt", b"\x00\x01\x02\xff" * 400, ["photo.txt", "binary", "give a text file"]),
        ("long.txt", b"The talks go on. " * 3_000_000, ["long.txt", "too large", "--max-bytes"]),
        ("paris.txt", FRENCH.encode(), ["paris.txt", "(fr)", "stored, not coded", "--language en"]),
        ("latin.txt", FRENCH.encode("cp1252"), ["latin.txt", "(fr)", "stored, not coded", "--language en"]),
    ],
)
def test_bad_input(run: Run, name: str, content: bytes | None, says: list[str]) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    result = run("read", name, "--codebook", "demo-straits", "--record", "talks.db")
    assert result.exit_code == 2
    assert [part for part in says if part not in result.stderr] == []
    assert result.stdout == ""


def test_the_others_are_read_and_the_summary_counts_what_was_set_aside_and_why(run: Run) -> None:
    Path("good.txt").write_text('"The treaty will be signed," President Kell said.')
    Path("empty.txt").write_bytes(b"")
    Path("void.txt").write_bytes(b"  \n")
    Path("photo.txt").write_bytes(b"\x00\x01" * 999)
    Path("paris.txt").write_text(FRENCH)
    result = run("read", ".", "gone.txt", "-c", "demo-straits", "-r", "talks.db")
    assert result.exit_code == 2
    assert "2 documents read (1 new, 1 in another language, stored and not coded)" in result.stderr
    assert "Set aside 4 inputs: 2 \u00d7 empty; 1 \u00d7 binary; 1 \u00d7 there is no such file." in result.stderr
    again = run("read", "good.txt", "-c", "demo-straits", "-r", "talks.db")
    assert (again.exit_code, "1 already there" in again.stderr) == (0, True)


def test_code_sets_aside_too(run: Run) -> None:
    Path("good.txt").write_text("The treaty will be signed, the president said.")
    result = run("code", "gone.txt", "good.txt")
    assert (result.exit_code, result.stdout.count("\n")) == (2, 1)
    assert "gone.txt: there is no such file" in result.stderr


def _database(place: str, *statements: str) -> None:
    connection = sqlite3.connect(place)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_record_of_a_newer_schema(run: Run, talks: str) -> None:
    _database(talks, f"UPDATE {VERSION_TABLE} SET version_num = 'v9999'")
    result = run("positions", "--record", talks)
    assert result.exit_code == 2
    for part in (talks, "newer version", "v9999", "pip install --upgrade standpoint"):
        assert part in result.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["statements", "--record", "gone.db"], ["no record at gone.db", "standpoint read FILE --record gone.db"]),
        (["statements", "--record", "."], ["is a folder"]),
        (["statements", "--record", "text.db"], ["text.db is no record", "not an SQLite database"]),
        (["read", "text.db", "-c", "demo-straits", "-r", "text.db"], ["text.db is no record"]),
        (["read", "text.db", "--record", "new.db"], ["new.db is a new record", "--codebook NAME"]),
        (["read", "text.db", "-c", "demo-strait", "-r", "new.db"], ["demo-strait", "Did you mean demo-straits?"]),
        (["read", "text.db", "-c", "bad.yml", "-r", "new.db"], ["bad.yml", "correct the lines named"]),
        (["read", "text.db", "-c", "demo-straits", "-r", "n.db", "--actors", "gone.yml"], ["gone.yml: no such file"]),
        (["read", "text.db", "-c", "demo-straits", "-r", "n.db", "--encoding", "utf-9"], ["utf-9", "try utf-8"]),
        (["codebook", "show", "nothing"], ["no codebook 'nothing'", "armenia-azerbaijan"]),
        (["actors", "show", "nobody"], ["nobody", "standpoint actors find"]),
        (["statements"], ["--record"]),
        (["statements", "--record", "x", "--since", "2022-2-3"], ["YYYY-MM-DD"]),
        (["positions", "--record", "x", "--format", "xml"], ["table", "json", "csv"]),
    ],
)
def test_words_that_cannot_be_done(run: Run, words: list[str], says: list[str]) -> None:
    Path("text.db").write_text("This is a text and not a database.")
    Path("bad.yml").write_text("id: x\nissues: 5\n")
    result = run(*words)
    assert result.exit_code == 2
    shown = " ".join(result.stderr.replace("\u2502", " ").split())
    assert [part for part in says if part not in shown] == []
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["statements", "--actor", "Ruritanja"], "Did you mean RUR (Ruritania)"),
        (["positions", "--issue", "treatys"], "Did you mean treaty"),
        (["brief", "Nobody"], "There is no actor 'Nobody'"),
        (["show", "aaaa"], "Type more."),
        (["show", "cccc-001"], "There is no statement"),
        (["statements", "--document", "aaaa"], "Type more."),
        (["agreements", "--agreement", "harbor accord"], "Did you mean harbour"),
    ],
)
def test_names_that_are_not_there_name_the_nearest(run: Run, talks: str, words: list[str], says: str) -> None:
    result = run(*words, "--record", talks)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("id: x\nissues: 5\n", 1, ["talks.yml:2", "issues"]),
        (None, 2, ["talks.yml: no such file"]),
    ],
)
def test_a_codebook_with_errors_names_file_line_and_field(
    run: Run, text: str | None, code: int, says: list[str]
) -> None:
    if text is not None:
        Path("talks.yml").write_text(text)
    result = run("codebook", "check", "talks.yml")
    assert result.exit_code == code
    assert [part for part in says if part not in result.output] == []


def test_a_damaged_record_fails_its_check_with_status_1(run: Run, talks: str) -> None:
    _database(talks, "UPDATE documents SET text = 'Other words.' WHERE id = 'aaaa0000'")
    result = run("record", "check", "--record", talks)
    assert result.exit_code == 1
    assert "not the document's" in " ".join(result.stdout.split())
    assert "problems in 3 documents" in result.stderr


@pytest.mark.parametrize(
    ("roles", "code", "says"),
    [
        ("{title: Minister, office: foreign-minister, from: 2021-01-01, to: 2020-01-01}", 1, "mine.yml:1: error"),
        ("{title: Foreign minister, office: foreign-minister, from: 2021-01-01}", 0, "while Sergei Lavrov is"),
        ("{title: Adviser, office: other, from: 2021-01-01}", 0, "0 errors, 0 warnings"),
    ],
)
def test_own_actors_are_checked_alone_and_against_the_registry(run: Run, roles: str, code: int, says: str) -> None:
    Path("mine.yml").write_text(f"- {{id: anna-x, name: Anna Xenia, kind: person, actor: RUS, roles: [{roles}]}}\n")
    result = run("actors", "check", "mine.yml")
    assert result.exit_code == code
    assert says in result.output
