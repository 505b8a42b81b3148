"""Opens the database of a record: a path or URL comes in, an SQLAlchemy engine at the current schema goes out.

The only SQL here that is SQLite's own is the pragmas; everything else runs on PostgreSQL too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy import event

from standpoint.errors import RecordError
from standpoint.record.tables import SCHEMA, VERSION_TABLE

if TYPE_CHECKING:
    from alembic.config import Config

_MAGIC = b"SQLite format 3\x00"
_BEGIN = "standpoint_begin"
_BUSY_SECONDS = 30


def open_engine(place: str, *, create: bool) -> sa.Engine:
    """The engine of the record at `place`, a file path or a database URL; its schema is brought up to date.

    Raises RecordError where there is no record, where the file is something else, or where a newer version made it.
    """
    with as_record_errors(place):
        url = sa.engine.make_url(place) if "://" in place else sa.URL.create("sqlite", database=place)
        if url.get_backend_name() == "sqlite" and url.database and not url.database.startswith(("file:", ":memory:")):
            path = Path(url.database)
            _check_file(path, create=create)
            url = _as_archive(path) if _is_archive(path) else url
        engine = _connectable(url)
        try:
            _bring_up_to_date(engine, place, create=create)
        except BaseException:
            engine.dispose()
            raise
    return engine


@contextmanager
def as_record_errors(place: str) -> Iterator[None]:
    """What the database reports inside leaves as a RecordError that names the record."""
    try:
        yield
    except sa.exc.SQLAlchemyError as error:
        reason = getattr(error, "orig", None) or error
        raise RecordError(f"{place}: the database reports: {reason}. {_advice(str(reason))}") from error
    except UnicodeEncodeError as error:
        raise RecordError(
            f"{place}: {error.object[error.start : error.end]!a} at character {error.start} of a text of "
            f"{len(error.object)} is half of a surrogate pair, which no database stores. Decode the document again."
        ) from error


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection in one write transaction: all of it is kept or nothing.

    SQLite takes its write lock at the start, so that what is read inside cannot change before it is written.
    """
    with engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"}).begin() as connection:
        yield connection


def _check_file(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise RecordError(f"{path} is a folder. Name the record's file in it, for example {path / 'talks.db'}.")
    if not path.exists():
        if not create:
            raise RecordError(
                f"There is no record at {path}. Check the path, or make one: standpoint read FILE --record {path}"
            )
        if not path.parent.is_dir():
            raise RecordError(f"{path}: there is no folder {path.parent}. Make the folder first.")
        return
    try:
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except OSError as error:
        raise RecordError(f"{path} cannot be read: {error.strerror}. Check the file's permissions.") from error
    if start != _MAGIC and (start or not create):
        raise RecordError(f"{path} is no record: it is not an SQLite database. Name the file that `read` made.")


def _is_archive(path: Path) -> bool:
    """Whether a record lies in a folder that may only be read, and nothing of it waits in a log beside it.

    SQLite cannot open one in WAL mode there, but for a file of which it is told that it never changes.
    """
    log = path.with_name(path.name + "-wal")
    return path.exists() and not os.access(path.parent, os.W_OK) and not (log.exists() and log.stat().st_size)


def _as_archive(path: Path) -> sa.URL:
    return sa.URL.create("sqlite", database=f"file:{quote(str(path))}", query={"immutable": "1", "uri": "true"})


def _connectable(url: sa.URL) -> sa.Engine:
    try:
        engine = sa.create_engine(url)
    except ImportError as error:
        raise RecordError(
            f"{url.render_as_string()}: the driver {error.name} is not installed. Install it, for example psycopg."
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin)
    return engine


def _set_pragmas(connection: Any, _: object) -> None:
    connection.isolation_level = None  # pysqlite's own BEGIN comes too late for reads and not at all for DDL
    for pragma in ("foreign_keys = ON", "synchronous = NORMAL", f"busy_timeout = {_BUSY_SECONDS * 1000}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    begin = connection.get_execution_options().get(_BEGIN, "BEGIN")
    if begin:
        connection.exec_driver_sql(begin)


def _bring_up_to_date(engine: sa.Engine, place: str, *, create: bool) -> None:
    revision = _read_revision(engine, place, create=create)
    if revision == SCHEMA:
        return
    from alembic import command  # noqa: PLC0415 - slow to import, and needed only where a schema changes

    config = _alembic_config()
    if revision is not None and revision not in _known_revisions(config):
        raise RecordError(
            f"{place} was made by a newer version of Standpoint (its schema is {revision}; this version knows up to "
            f"{SCHEMA}). Install a newer version: pip install --upgrade standpoint"
        )
    if engine.dialect.name == "sqlite":
        # Readers go on while one writes. The mode stays with the file and cannot be set inside a transaction.
        with engine.execution_options(**{_BEGIN: ""}).connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _read_revision(engine: sa.Engine, place: str, *, create: bool) -> str | None:
    with engine.connect() as connection:
        tables = sa.inspect(connection).get_table_names()
        if VERSION_TABLE in tables:
            version = sa.table(VERSION_TABLE, sa.column("version_num"))
            revision: str | None = connection.execute(sa.select(version.c.version_num)).scalar()
            return revision
    if tables or not create:
        raise RecordError(f"{place} is a database but no record of Standpoint. Name the record that `read` made.")
    return None


def _alembic_config() -> Config:
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _known_revisions(config: Config) -> frozenset[str]:
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    return frozenset(s.revision for s in ScriptDirectory.from_config(config).walk_revisions())


def _advice(reason: str) -> str:
    if "not a database" in reason or "malformed" in reason:
        return "The file is damaged or no record; use a copy, or read the documents into a new record."
    if "locked" in reason:
        return "Another program is writing to it; wait until it is done."
    if "readonly" in reason or "unable to open" in reason:
        return "Check the permissions of the file and of its folder, or copy the record to a folder of your own."
    if "full" in reason:
        return "Make room on the disk and run the command again."
    return "Check the record with: standpoint record check"
