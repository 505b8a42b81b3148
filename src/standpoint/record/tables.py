"""The tables of a record, readable in one block. Nothing comes in; SQLAlchemy table objects go out.

A document may be coded by several codebooks: each such coding is one row of `codings`, and every code hangs on it, so
that every code has its coder, version and codebook. Statements are numbered within their coding in text order.
`anchor` names a statement by the place of its content alone ("218-356", the second of joint speakers "218-356/2"): it
stays when a newer coder reads the document again and finds the same words, so that what people add to a statement can
be kept by (document_id, codebook_id, anchor).
Offsets are Python character offsets into `documents.text`, end exclusive; `words` is what stands there.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

SCHEMA = "0001"
"""The Alembic revision that these tables are at; migrations/versions has one file for each."""

VERSION_TABLE = "standpoint_schema"
"""Where Alembic keeps the revision of a record; its name tells a record from any other database."""

metadata = MetaData()

documents = Table(
    "documents",
    metadata,
    Column("id", String, primary_key=True),
    Column("publisher", String),
    Column("published", Date),
    Column("title", String),
    Column("url", String),
    Column("language", String),  # ISO 639-1; where it is not "en" the document is stored and not coded
    Column("characters", Integer, nullable=False),
    Column("text_sha256", String(64), nullable=False),
    Column("text", Text, nullable=False),
)

furniture = Table(  # stretches that are kept but not coded: a title that stands twice
    "furniture",
    metadata,
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("start_char", Integer, nullable=False),
    Column("end_char", Integer, nullable=False),
    Column("reason", String, nullable=False),
)

codebooks = Table(  # every text of every codebook used, so that a record can be read without its files
    "codebooks",
    metadata,
    Column("sha256", String(64), primary_key=True),  # of `yaml`
    Column("id", String, nullable=False),
    Column("title", String, nullable=False),
    Column("yaml", Text, nullable=False),
)

coders = Table(
    "coders",
    metadata,
    Column("sha256", String(64), primary_key=True),  # of name, version and models
    Column("name", String, nullable=False),
    Column("version", String, nullable=False),
    Column("models", Text, nullable=False),  # JSON: name of a weight file -> its SHA-256
)

codings = Table(
    "codings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    Column("codebook_id", String, nullable=False),
    Column("codebook_sha256", ForeignKey("codebooks.sha256"), nullable=False),
    Column("coder_sha256", ForeignKey("coders.sha256"), nullable=False),
    Column("outcome", String, nullable=False),  # "coded" or "other-language"
    UniqueConstraint("document_id", "codebook_id", name="uq_codings_document_codebook"),
    CheckConstraint("outcome IN ('coded', 'other-language')", name="ck_codings_outcome"),
)

statements = Table(
    "statements",
    metadata,
    Column("coding_id", ForeignKey("codings.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False),
    Column("anchor", String, nullable=False),
    Column("kind", String, nullable=False),  # direct, mixed, indirect, ascribed
    Column("speaker_id", String),  # null where the source stays unresolved; `unresolved` then says why
    Column("speaker_name", String),
    Column("actor", String),  # whom the speaker speaks for
    Column("sector", String),
    Column("role", String),
    Column("how", String),  # how the speaker was found: name, role, pronoun, ...
    Column("speaker_confidence", Float),
    Column("unresolved", String),
    Column("said", Date),
    Column("setting", String),
    Column("nested_in", Integer),  # number of the enclosing statement of the same coding
    Column("act", String, nullable=False),  # PLOVER event type, or STATE
    Column("target", String),
    Column("confidence", Float, nullable=False),
    UniqueConstraint("coding_id", "id", name="uq_statements_id"),
    UniqueConstraint("coding_id", "anchor", name="uq_statements_anchor"),
    ForeignKeyConstraint(
        ["coding_id", "nested_in"],
        ["statements.coding_id", "statements.number"],
        name="fk_statements_nested_in",
        ondelete="CASCADE",
        deferrable=True,
        initially="DEFERRED",
    ),
    CheckConstraint("kind IN ('direct', 'mixed', 'indirect', 'ascribed')", name="ck_statements_kind"),
    CheckConstraint("confidence BETWEEN 0 AND 1", name="ck_statements_confidence"),
    Index("ix_statements_id", "id"),
    Index("ix_statements_actor", "actor"),
)

quotations = Table(  # every stored quotation: equal to its document's characters, checked on insert
    "quotations",
    metadata,
    Column("coding_id", Integer, primary_key=True),
    Column("statement", Integer, primary_key=True),
    Column("part", String, primary_key=True),  # source, cue, content
    Column("number", Integer, primary_key=True),
    Column("start_char", Integer, nullable=False),
    Column("end_char", Integer, nullable=False),
    Column("words", Text, nullable=False),
    ForeignKeyConstraint(
        ["coding_id", "statement"],
        ["statements.coding_id", "statements.number"],
        name="fk_quotations_statement",
        ondelete="CASCADE",
    ),
    CheckConstraint("part IN ('source', 'cue', 'content')", name="ck_quotations_part"),
    CheckConstraint("0 <= start_char AND start_char < end_char", name="ck_quotations_span"),
)

stated_positions = Table(  # the stance on an issue that one statement expresses
    "stated_positions",
    metadata,
    Column("coding_id", Integer, primary_key=True),
    Column("statement", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("issue", String, nullable=False),
    Column("stance", String, nullable=False),  # supports, opposes, conditional, unclear
    Column("confidence", Float, nullable=False),
    ForeignKeyConstraint(
        ["coding_id", "statement"],
        ["statements.coding_id", "statements.number"],
        name="fk_stated_positions_statement",
        ondelete="CASCADE",
    ),
    CheckConstraint("stance IN ('supports', 'opposes', 'conditional', 'unclear')", name="ck_stated_positions_stance"),
    CheckConstraint("confidence BETWEEN 0 AND 1", name="ck_stated_positions_confidence"),
    Index("ix_stated_positions_issue", "issue", "coding_id", "statement"),
)

agreement_mentions = Table(
    "agreement_mentions",
    metadata,
    Column("coding_id", ForeignKey("codings.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("start_char", Integer, nullable=False),
    Column("end_char", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("agreement", String, nullable=False),
    Column("provision", String),
    Column("use", String),  # what the speaker says of it; null where nothing is said
    Column("statement", Integer),  # null where the outlet cites it in its own words
    ForeignKeyConstraint(
        ["coding_id", "statement"],
        ["statements.coding_id", "statements.number"],
        name="fk_agreement_mentions_statement",
        ondelete="CASCADE",
    ),
    CheckConstraint("0 <= start_char AND start_char < end_char", name="ck_agreement_mentions_span"),
)

date_mentions = Table(
    "date_mentions",
    metadata,
    Column("coding_id", ForeignKey("codings.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("start_char", Integer, nullable=False),
    Column("end_char", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("value", String),  # ISO 8601 at the precision of the words: YYYY-MM-DD, YYYY-MM, YYYY
    CheckConstraint("0 <= start_char AND start_char < end_char", name="ck_date_mentions_span"),
)

events = Table(  # what actors did towards each other, in the outlet's own words
    "events",
    metadata,
    Column("coding_id", ForeignKey("codings.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("start_char", Integer, nullable=False),
    Column("end_char", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("actor", String, nullable=False),
    Column("act", String, nullable=False),
    Column("target", String),
    Column("date", String),
    Column("confidence", Float, nullable=False),
    CheckConstraint("0 <= start_char AND start_char < end_char", name="ck_events_span"),
    CheckConstraint("confidence BETWEEN 0 AND 1", name="ck_events_confidence"),
)
