"""What the ledger keeps beside the records: settings, history, spellings, import columns, frozen files, own forms."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table

metadata = MetaData()

setting = Table("setting", metadata, Column("name", String, primary_key=True), Column("value", String))

# One line per thing an officer did; "undoes" names the change that this one took back.
change = Table(
    "change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("operator", String, nullable=False),
    Column("title", String, nullable=False),
    Column("undoes", Integer, ForeignKey("change.id")),
    sqlite_autoincrement=True,
)

# One line per record touched: JSON of its fields before and after, null where it did not exist.
history = Table(
    "history",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("change_id", Integer, ForeignKey("change.id"), nullable=False),
    Column("kind", String, nullable=False),
    Column("record_id", Integer, nullable=False),
    Column("before", String),
    Column("after", String),
    Index("ix_history_change", "change_id"),
    Index("ix_history_record", "kind", "record_id"),
    sqlite_autoincrement=True,
)

# How each searchable word sounds; words repeat over records, so a log of 1,000,000 lines needs few of these.
spelling = Table(
    "spelling",
    metadata,
    Column("text", String, primary_key=True),
    Column("pinyin", String, primary_key=True),
    Column("initials", String, nullable=False),
)

import_column = Table(
    "import_column",
    metadata,
    Column("kind", String, primary_key=True),
    Column("head", String, primary_key=True),
    Column("field", String),
)

# What a submission froze: each file as it was handed in, the values behind it (role "data"), a scan added later.
# Rows are added and read, never changed; "submission_id" is the id of a submission record.
submission_file = Table(
    "submission_file",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("submission_id", Integer, nullable=False, index=True),
    Column("role", String, nullable=False),
    Column("name", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("content", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

# Forms of the officer's own, made from what a superior sent: they travel with the ledger.
own_form = Table(
    "own_form",
    metadata,
    Column("code", String, primary_key=True),
    Column("description", String, nullable=False),
    Column("template", LargeBinary, nullable=False),
    Column("added_at", String, nullable=False),
)

# The text of a letter as the officer has changed it, until it is handed in.
letter_draft = Table(
    "letter_draft",
    metadata,
    Column("form_code", String, primary_key=True),
    Column("occasion", String, primary_key=True),
    Column("text", String, nullable=False),
    Column("saved_at", String, nullable=False),
)
