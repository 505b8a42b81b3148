"""Migrations up to the head give the tables of `tables.py`, column for column and rule for rule."""

from __future__ import annotations

import re
from pathlib import Path

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from standpoint.record import Record
from standpoint.record.engine import _alembic_config
from standpoint.record.tables import SCHEMA, VERSION_TABLE, metadata


def read_layout(engine: sa.Engine) -> dict[str, str]:
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").all()
    return {name: re.sub(r"\s+", " ", sql) for name, sql in rows if name != VERSION_TABLE}


def test_autogenerate_finds_no_difference(record: Record) -> None:
    with record._engine.connect() as connection:
        options = {"version_table": VERSION_TABLE, "compare_type": True, "compare_server_default": True}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []


def test_rules_and_indexes_are_the_same(record: Record, tmp_path: Path) -> None:
    made = sa.create_engine(f"sqlite:///{tmp_path / 'made.db'}")
    metadata.create_all(made)
    assert read_layout(record._engine) == read_layout(made)


def test_the_head_is_the_schema_that_the_tables_name() -> None:
    script = ScriptDirectory.from_config(_alembic_config())
    assert script.get_heads() == [SCHEMA]


def test_a_record_is_made_at_the_head(record: Record) -> None:
    with record._engine.connect() as connection:
        assert connection.exec_driver_sql(f"SELECT version_num FROM {VERSION_TABLE}").all() == [(SCHEMA,)]
