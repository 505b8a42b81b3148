"""The first tables. Nothing comes in but the connection; the schema is at 0001 afterwards."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("publisher", sa.String),
        sa.Column("published", sa.Date),
        sa.Column("title", sa.String),
        sa.Column("url", sa.String),
        sa.Column("language", sa.String),
        sa.Column("characters", sa.Integer, nullable=False),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "furniture",
        sa.Column("document_id", sa.String, sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("start_char", sa.Integer, nullable=False),
        sa.Column("end_char", sa.Integer, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
    )
    op.create_table(
        "codebooks",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("yaml", sa.Text, nullable=False),
    )
    op.create_table(
        "coders",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("models", sa.Text, nullable=False),
    )
    op.create_table(
        "codings",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("document_id", sa.String, sa.ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
        sa.Column("codebook_id", sa.String, nullable=False),
        sa.Column("codebook_sha256", sa.String(64), sa.ForeignKey("codebooks.sha256"), nullable=False),
        sa.Column("coder_sha256", sa.String(64), sa.ForeignKey("coders.sha256"), nullable=False),
        sa.Column("outcome", sa.String, nullable=False),
        sa.UniqueConstraint("document_id", "codebook_id", name="uq_codings_document_codebook"),
        sa.CheckConstraint("outcome IN ('coded', 'other-language')", name="ck_codings_outcome"),
    )
    op.create_table(
        "statements",
        sa.Column("coding_id", sa.Integer, sa.ForeignKey("codings.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("anchor", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("speaker_id", sa.String),
        sa.Column("speaker_name", sa.String),
        sa.Column("actor", sa.String),
        sa.Column("sector", sa.String),
        sa.Column("role", sa.String),
        sa.Column("how", sa.String),
        sa.Column("speaker_confidence", sa.Float),
        sa.Column("unresolved", sa.String),
        sa.Column("said", sa.Date),
        sa.Column("setting", sa.String),
        sa.Column("nested_in", sa.Integer),
        sa.Column("act", sa.String, nullable=False),
        sa.Column("target", sa.String),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.UniqueConstraint("coding_id", "id", name="uq_statements_id"),
        sa.UniqueConstraint("coding_id", "anchor", name="uq_statements_anchor"),
        sa.ForeignKeyConstraint(
            ["coding_id", "nested_in"],
            ["statements.coding_id", "statements.number"],
            name="fk_statements_nested_in",
            ondelete="CASCADE",
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.CheckConstraint("kind IN ('direct', 'mixed', 'indirect', 'ascribed')", name="ck_statements_kind"),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name="ck_statements_confidence"),
    )
    op.create_table(
        "quotations",
        sa.Column("coding_id", sa.Integer, primary_key=True),
        sa.Column("statement", sa.Integer, primary_key=True),
        sa.Column("part", sa.String, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("start_char", sa.Integer, nullable=False),
        sa.Column("end_char", sa.Integer, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(
            ["coding_id", "statement"],
            ["statements.coding_id", "statements.number"],
            name="fk_quotations_statement",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint("part IN ('source', 'cue', 'content')", name="ck_quotations_part"),
        sa.CheckConstraint("0 <= start_char AND start_char < end_char", name="ck_quotations_span"),
    )
    op.create_table(
        "stated_positions",
        sa.Column("coding_id", sa.Integer, primary_key=True),
        sa.Column("statement", sa.Integer, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("issue", sa.String, nullable=False),
        sa.Column("stance", sa.String, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.ForeignKeyConstraint(
            ["coding_id", "statement"],
            ["statements.coding_id", "statements.number"],
            name="fk_stated_positions_statement",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint(
            "stance IN ('supports', 'opposes', 'conditional', 'unclear')", name="ck_stated_positions_stance"
        ),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name="ck_stated_positions_confidence"),
    )
    op.create_table(
        "agreement_mentions",
        sa.Column("coding_id", sa.Integer, sa.ForeignKey("codings.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("start_char", sa.Integer, nullable=False),
        sa.Column("end_char", sa.Integer, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("agreement", sa.String, nullable=False),
        sa.Column("provision", sa.String),
        sa.Column("use", sa.String),
        sa.Column("statement", sa.Integer),
        sa.ForeignKeyConstraint(
            ["coding_id", "statement"],
            ["statements.coding_id", "statements.number"],
            name="fk_agreement_mentions_statement",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint("0 <= start_char AND start_char < end_char", name="ck_agreement_mentions_span"),
    )
    op.create_table(
        "date_mentions",
        sa.Column("coding_id", sa.Integer, sa.ForeignKey("codings.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("start_char", sa.Integer, nullable=False),
        sa.Column("end_char", sa.Integer, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("value", sa.String),
        sa.CheckConstraint("0 <= start_char AND start_char < end_char", name="ck_date_mentions_span"),
    )
    op.create_table(
        "events",
        sa.Column("coding_id", sa.Integer, sa.ForeignKey("codings.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("start_char", sa.Integer, nullable=False),
        sa.Column("end_char", sa.Integer, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("actor", sa.String, nullable=False),
        sa.Column("act", sa.String, nullable=False),
        sa.Column("target", sa.String),
        sa.Column("date", sa.String),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.CheckConstraint("0 <= start_char AND start_char < end_char", name="ck_events_span"),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name="ck_events_confidence"),
    )
    op.create_index("ix_statements_id", "statements", ["id"])
    op.create_index("ix_statements_actor", "statements", ["actor"])
    op.create_index("ix_stated_positions_issue", "stated_positions", ["issue", "coding_id", "statement"])
