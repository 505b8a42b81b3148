"""What Alembic runs: an open connection comes in through the configuration, and migrations run on it.

The caller has begun the transaction, so that a schema changes whole or not at all.
"""

from __future__ import annotations

from alembic import context

from standpoint.record.tables import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
