"""Opening a record: what stands at the place -> an open record, or an error that says what, where and what next."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from builders import Said, coded
from standpoint.codebooks import Codebook
from standpoint.errors import RecordError
from standpoint.record import Record, engine


def make_folder(path: Path) -> None:
    path.mkdir()


def make_text(path: Path) -> None:
    path.write_text("Minutes of the meeting", encoding="utf-8")


def make_empty(path: Path) -> None:
    path.touch()


def make_other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE invoices (id INTEGER)")


def make_newer(path: Path) -> None:
    Record.open(path, create=True).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE standpoint_schema SET version_num = '9999'")


def make_damaged(path: Path) -> None:
    Record.open(path, create=True).close()
    data = path.read_bytes()
    path.write_bytes(data[:100] + b"\xff" * 4000 + data[4100:])


def make_nothing(path: Path) -> None:
    pass


WRONG: list[tuple[Callable[[Path], None], bool, str]] = [
    (make_nothing, False, "There is no record at .*standpoint read FILE"),
    (make_folder, False, "is a folder.*talks.db"),
    (make_folder, True, "is a folder.*talks.db"),
    (make_text, False, "is no record: it is not an SQLite database"),
    (make_text, True, "is no record: it is not an SQLite database"),
    (make_empty, False, "is no record"),
    (make_other_database, False, "is a database but no record"),
    (make_other_database, True, "is a database but no record"),
    (make_newer, False, "newer version.*9999.*pip install --upgrade"),
    (make_newer, True, "newer version.*9999.*pip install --upgrade"),
    (make_damaged, False, "damaged or no record"),
]


@pytest.mark.parametrize(("make", "create", "message"), WRONG)
@pytest.mark.parametrize("form", ["{}", "sqlite:///{}"])
def test_what_is_no_record_is_refused_and_left_as_it_is(
    tmp_path: Path, make: Callable[[Path], None], create: bool, message: str, form: str
) -> None:
    path = tmp_path / "the delegation's notes é.db"
    make(path)
    before = path.read_bytes() if path.is_file() else path.exists()
    with pytest.raises(RecordError, match=message) as caught:
        Record.open(form.format(path), create=create)
    assert path.name in str(caught.value)
    assert (path.read_bytes() if path.is_file() else path.exists()) == before


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("nowhere/at/all/talks.db", "no folder nowhere/at/all"),
        ("oracel://host/talks", "oracel"),
        ("postgresql+psycopgg://host/talks", "psycopgg"),
        ("://", "database reports"),
    ],
)
def test_a_place_that_leads_nowhere_is_named(place: str, message: str) -> None:
    with pytest.raises(RecordError, match=message):
        Record.open(place, create=True)


def test_an_empty_file_becomes_a_record(place: Path) -> None:
    place.touch()
    with Record.open(place, create=True) as record:
        assert record.check().sound


def test_a_record_at_a_url_is_the_one_in_the_file(place: Path, book: Codebook) -> None:
    with Record.open(place, create=True) as record:
        record.add(coded(Said("Zenda", "yes")), book)
    with Record.open(f"sqlite:///{place}") as record:
        assert [r.words for r in record.statements()] == ["yes"]


def test_write_ahead_log_and_foreign_keys_are_on(record: Record) -> None:
    with record._engine.connect() as connection:
        pragmas = {p: connection.exec_driver_sql(f"PRAGMA {p}").scalar() for p in ("journal_mode", "foreign_keys")}
    assert pragmas == {"journal_mode": "wal", "foreign_keys": 1}


def test_opening_again_keeps_what_is_there(place: Path, book: Codebook) -> None:
    for version in ("1.0", "1.0"):
        with Record.open(place, create=True) as record:
            record.add(coded(Said("Zenda", "yes"), version=version), book)
            assert len(record.statements()) == 1


def test_readers_go_on_while_one_writes(record: Record, place: Path, book: Codebook) -> None:
    record.add(coded(Said("Zenda", "yes")), book)
    with engine.writing(record._engine) as connection, Record.open(place) as other:
        connection.exec_driver_sql("DELETE FROM statements")
        assert len(other.statements()) == 1
    assert record.statements() == ()


def test_a_locked_record_is_waited_for_and_then_named(
    place: Path, book: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_BUSY_SECONDS", 0)
    with Record.open(place, create=True) as record:
        locker = sqlite3.connect(place, isolation_level=None)
        locker.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordError, match=r"talks\.db.*locked.*Another program is writing"):
            record.add(coded(Said("Zenda", "yes")), book)
        assert record.documents() == ()
        locker.execute("ROLLBACK")
        locker.close()
        assert record.add(coded(Said("Zenda", "yes")), book).statements == 1


def test_a_file_that_may_only_be_read_is_read_and_not_written(place: Path, book: Codebook) -> None:
    with Record.open(place, create=True) as record:
        record.add(coded(Said("Zenda", "yes")), book)
    with Record.open(f"sqlite:///file:{place}?mode=ro&uri=true") as record:
        assert [r.words for r in record.statements()] == ["yes"]
        with pytest.raises(RecordError, match=r"readonly.*permissions"):
            record.add(coded(Said("Zenda", "no"), id="d2"), book)


def test_a_record_in_a_folder_that_may_only_be_read_is_read(
    tmp_path: Path, book: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "100% #1? é.db"
    with Record.open(place, create=True) as record:
        record.add(coded(Said("Zenda", "yes")), book)
    monkeypatch.setattr(engine.os, "access", lambda *_: False)
    with Record.open(place) as record:
        assert [r.words for r in record.statements()] == ["yes"]
        with pytest.raises(RecordError, match=r"readonly.*permissions"):
            record.add(coded(Said("Zenda", "no"), id="d2"), book)
    assert sorted(p.name for p in tmp_path.iterdir()) == [place.name]


def test_damage_that_shows_while_reading_is_a_record_error(place: Path, book: Codebook) -> None:
    with Record.open(place, create=True) as record:
        for number in range(40):
            record.add(coded(Said("Zenda", f"word {number} " * 50), id=f"d{number}"), book)
    data = place.read_bytes()
    place.write_bytes(data[:8192] + b"\xff" * (len(data) - 8192))
    with pytest.raises(RecordError, match="damaged"), Record.open(place) as record:
        record.statements()
