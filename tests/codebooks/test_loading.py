"""A name or a path -> a codebook, a listing, or an error that says what to do."""

from __future__ import annotations

import datetime as dt
import hashlib
import pickle
from pathlib import Path

import pytest

from standpoint.codebooks import (
    check_actors,
    check_codebook,
    list_codebooks,
    load_actors,
    load_codebook,
    parse_actors,
    parse_codebook,
)
from standpoint.errors import CodebookError

ACTORS = """\
- id: ann-lake
  name: Ann Lake
  kind: person
  actor: NORTH
  roles: [{title: Envoy, office: envoy, from: 2019}]
"""


def test_what_is_read_is_frozen_text_and_days(sound: str) -> None:
    book = parse_codebook(sound, "lake.yml")
    assert (book.id, [p.code for p in book.parties], [m.role for m in book.mediators]) == (
        "lake-talks",
        ["LEFT", "RIGHT"],
        ["mediator"],
    )
    pact = book.agreement("shore-pact")
    assert pact is not None
    assert pact.date == dt.date(2020, 11, 10)
    assert [p.number for p in pact.provisions] == ["1", "2"]
    role = book.actors[0].roles[0]
    assert (role.from_, role.to, role.office) == ("2019-05", "2021", "envoy")
    assert book.codes == {"LEFT", "RIGHT", "MIDD"}
    with pytest.raises(ValueError, match="frozen"):
        book.title = "other"  # type: ignore[misc]


def test_the_text_and_its_sum_are_kept(sound: str) -> None:
    book = parse_codebook(sound, "lake.yml")
    assert book.source == sound
    assert book.sha256 == hashlib.sha256(sound.encode()).hexdigest()
    assert pickle.loads(pickle.dumps(book)) == book
    assert hash(book) == hash(parse_codebook(sound, "elsewhere.yml"))


def test_words_that_yaml_would_turn_into_values_stay_words(sound: str) -> None:
    text = sound.replace("[the lake, boats]", "[NO, on, 1.5, 2020-01-01, Yes]")
    assert parse_codebook(text, "lake.yml").issues[0].aliases == ("NO", "on", "1.5", "2020-01-01", "Yes")


def test_every_error_is_in_the_message(sound: str) -> None:
    broken = sound.replace("label: Treaty", "label:").replace("kind: person", "kind: x")
    with pytest.raises(CodebookError) as caught:
        parse_codebook(broken, "lake.yml")
    assert "lake.yml: 2 errors" in str(caught.value)
    assert "lake.yml:17: error: issues[1].label" in str(caught.value)
    assert "lake.yml:32: error: actors[0].kind" in str(caught.value)


def test_lookups_give_none_for_what_is_not_there(sound: str) -> None:
    book = parse_codebook(sound, "lake.yml")
    assert (book.party("XXX"), book.issue("xxx"), book.agreement("xxx")) == (None, None, None)


def test_a_path_a_name_in_a_folder_and_a_shipped_name(sound: str, tmp_path: Path) -> None:
    file = tmp_path / "lake.yml"
    file.write_text(sound, "utf-8")
    assert load_codebook(file) == load_codebook(str(file)) == load_codebook("lake", folder=tmp_path)
    assert load_codebook("syria-talks", folder=tmp_path).id == "syria-talks"
    assert check_codebook(file).ok


def test_a_mark_of_byte_order_is_no_part_of_the_text(sound: str, tmp_path: Path) -> None:
    file = tmp_path / "lake.yml"
    file.write_bytes(b"\xef\xbb\xbf" + sound.encode())
    assert load_codebook(file).source == sound


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("armenia-azerbaijn", "Did you mean armenia-azerbaijan"),
        ("nothing-like-it", "or give the path of a .yml file"),
        ("folder/none.yml", "no such file; check the path"),
    ],
)
def test_a_name_that_leads_nowhere(name: str, message: str) -> None:
    with pytest.raises(CodebookError, match=message):
        load_codebook(name)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "bad.yml").write_bytes(b"id: lake\ntitle: \xff\xfe")
    with pytest.raises(CodebookError, match=r"bad\.yml:2: not UTF-8"):
        load_codebook(tmp_path / "bad.yml")
    with pytest.raises(CodebookError, match="cannot be read"):
        load_codebook(tmp_path)
    with pytest.raises(CodebookError, match="no such folder"):
        list_codebooks(tmp_path / "none")


def test_a_listing_has_the_shipped_ones_and_those_of_the_folder(sound: str, tmp_path: Path) -> None:
    (tmp_path / "lake.yml").write_text(sound, "utf-8")
    (tmp_path / "worse.yaml").write_text("id: worse\n", "utf-8")
    rows = list_codebooks(tmp_path)
    assert {r.id for r in rows if r.shipped} >= {"armenia-azerbaijan", "syria-talks", "demo-straits"}
    own = [(r.id, r.issues, r.problem is None) for r in rows if not r.shipped]
    assert own == [("lake-talks", 2, True), ("worse", 0, False)]


@pytest.mark.parametrize("text", [ACTORS, "actors:\n" + ACTORS])
def test_a_file_of_actors(text: str, tmp_path: Path) -> None:
    file = tmp_path / "actors.yml"
    file.write_text(text, "utf-8")
    assert [(a.id, a.actor, a.roles[0].to) for a in load_actors(file)] == [("ann-lake", "NORTH", None)]
    assert check_actors(file).problems == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id: x", "a list of actor entries"),
        ("", "the file is empty"),
        (ACTORS + ACTORS, r"actors\.yml:6: error: \[1\]\.id: id ann-lake is already used on line 1"),
        (ACTORS.replace("from: 2019", "from: 2019-02-30"), r"actors\.yml:5: error: \[0\]\.roles\[0\]\.from"),
    ],
)
def test_a_file_of_actors_with_errors(text: str, message: str) -> None:
    with pytest.raises(CodebookError, match=message):
        parse_actors(text, "actors.yml")
