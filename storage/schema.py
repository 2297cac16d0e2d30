"""The tables as they are today; `storage.migrations` is the way there. The chat is a part of every key."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine


class Words(TypeDecorator[str]):
    """Any str, kept as bytes: databases refuse lone surrogates (SQLite) or NUL (PostgreSQL) in their own text."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, _: Dialect) -> bytes | None:
        return None if value is None else value.encode("utf-8", "surrogatepass")

    def process_result_value(self, value: bytes | None, _: Dialect) -> str | None:
        return None if value is None else value.decode("utf-8", "surrogatepass")


class Moment(TypeDecorator[datetime]):
    """An aware time, kept in UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, _: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Number(TypeDecorator[int]):
    """A 64-bit integer; one that no database can hold (from a forged button) is NULL and so matches nothing."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[int]:
        """SQLite numbers rows by itself only in columns that are called INTEGER; they too hold 64 bits."""
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else BigInteger())

    def process_bind_param(self, value: int | None, _: Dialect) -> int | None:
        return value if value is not None and -(2**63) <= value < 2**63 else None


metadata = MetaData()

articles = Table(
    "articles",
    metadata,
    Column("id", Number, primary_key=True),
    Column("chat", Number, nullable=False),
    Column("arrival", Number, nullable=False),
    Column("fingerprint", LargeBinary, nullable=False),
    Column("text", Words, nullable=False),
    Column("given_title", Words),
    Column("title", Words, nullable=False),
    Column("source_kind", String(16), nullable=False),
    Column("source_name", Words),
    Column("source_url", Words),
    Column("source_author", Words),
    Column("published", Moment),
    Column("received", Moment, nullable=False),
    Column("reading", LargeBinary, nullable=False),
    Column("reading_version", Integer, nullable=False),
    UniqueConstraint("chat", "id"),
    UniqueConstraint("chat", "arrival"),
    UniqueConstraint("chat", "fingerprint"),
    Index("articles_by_version", "chat", "reading_version"),
    Index("articles_by_time", "chat", "published", "received"),
    sqlite_autoincrement=True,  # the id of a deleted article is never given to another: old buttons keep pointing at it
)

parts = Table(
    "parts",
    metadata,
    Column("chat", Number, primary_key=True, autoincrement=False),
    Column("message", Number, primary_key=True, autoincrement=False),
    Column("article", Number, nullable=False),
    Column("arrival", Number, nullable=False),
    Column("exact", Boolean, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("entities", Words, nullable=False),
    ForeignKeyConstraint(["chat", "article"], ["articles.chat", "articles.id"], ondelete="CASCADE"),
    Index("parts_of_article", "chat", "article"),
)

mentions = Table(
    "mentions",
    metadata,
    Column("chat", Number, primary_key=True, autoincrement=False),
    Column("message", Number, primary_key=True, autoincrement=False),
    Column("article", Number, nullable=False),
    Column("start", Integer),
    Column("stop", Integer),
    Column("question", Words),
    Column("asked", Number),  # the message that asked; what follows tells how it did
    Column("asked_at", Moment),
    Column("leaning", Number),
    Column("everywhere", Boolean),
    ForeignKeyConstraint(["chat", "article"], ["articles.chat", "articles.id"], ondelete="CASCADE"),
    Index("mentions_of_article", "chat", "article"),
    Index("mentions_by_question", "chat", "asked"),
)

shown = Table(
    "shown",
    metadata,
    Column("chat", Number, primary_key=True, autoincrement=False),
    Column("message", Number, primary_key=True, autoincrement=False),
    Column("article", Number, primary_key=True, autoincrement=False),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("stop", Integer, nullable=False),
    ForeignKeyConstraint(["chat", "article"], ["articles.chat", "articles.id"], ondelete="CASCADE"),
    Index("shown_of_article", "chat", "article"),
)

speakers = Table(
    "speakers",
    metadata,
    Column("chat", Number, primary_key=True, autoincrement=False),
    Column("article", Number, primary_key=True, autoincrement=False),
    Column("key", Number, primary_key=True, autoincrement=False),  # `nlp.namesakes.key` of the name
    Column("name", Words, nullable=False),
    Column("title", Words),
    Column("statements", Integer, nullable=False),
    ForeignKeyConstraint(["chat", "article"], ["articles.chat", "articles.id"], ondelete="CASCADE"),
    Index("speakers_by_key", "chat", "key"),
)

tags = Table(
    "tags",
    metadata,
    Column("chat", Number, primary_key=True, autoincrement=False),
    Column("article", Number, primary_key=True, autoincrement=False),
    Column("tag", Number, primary_key=True, autoincrement=False),  # `storage.tags.key` of the name
    Column("name", Words, nullable=False),
    Column("place", Integer, nullable=False),  # among the tags of the article
    ForeignKeyConstraint(["chat", "article"], ["articles.chat", "articles.id"], ondelete="CASCADE"),
    Index("articles_by_tag", "chat", "tag"),
)

# The full-text index. Its rows are found by their keys alone, so they are kept in that order.

indexed = Table(
    "indexed",
    metadata,
    Column("chat", Number, primary_key=True, autoincrement=False),
    Column("article", Number, primary_key=True, autoincrement=False),
    Column("sentences", Integer, nullable=False),
    ForeignKeyConstraint(["chat", "article"], ["articles.chat", "articles.id"], ondelete="CASCADE"),
    sqlite_with_rowid=False,
)

postings = Table(
    "postings",
    metadata,
    Column("chat", Number, primary_key=True, autoincrement=False),
    Column("lemma", String, primary_key=True),
    Column("article", Number, primary_key=True, autoincrement=False),
    Column("sentences", Integer, nullable=False),  # of the article, that hold the lemma
    Column("titled", Boolean, nullable=False),  # whether its title does
    ForeignKeyConstraint(["chat", "article"], ["articles.chat", "articles.id"], ondelete="CASCADE"),
    Index("postings_of_article", "article", "chat"),  # chat first, it would tempt SQLite to read all that a chat has
    sqlite_with_rowid=False,
)

outlets = Table(
    "outlets",
    metadata,
    Column("chat", Number, primary_key=True, autoincrement=False),
    Column("lemma", String, primary_key=True),
    Column("article", Number, primary_key=True, autoincrement=False),
    ForeignKeyConstraint(["chat", "article"], ["articles.chat", "articles.id"], ondelete="CASCADE"),
    Index("outlets_of_article", "article", "chat"),
    sqlite_with_rowid=False,
)

sketches = Table(
    "sketches",
    metadata,
    Column("chat", Number, primary_key=True, autoincrement=False),
    Column("hash", Number, primary_key=True, autoincrement=False),  # one of `nlp.duplicates.sketch`
    Column("article", Number, primary_key=True, autoincrement=False),
    ForeignKeyConstraint(["chat", "article"], ["articles.chat", "articles.id"], ondelete="CASCADE"),
    Index("sketches_of_article", "article", "chat"),
    sqlite_with_rowid=False,
)

inbox = Table(
    "inbox",
    metadata,
    Column("bot", Number, primary_key=True, autoincrement=False),
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("chat", Number, nullable=False),
    Column("body", Words),  # NULL when the update is done: only its number is kept, so that it is not done twice
    Column("received", Moment, nullable=False),
    Column("lives", Integer, nullable=False),  # how many processes have taken it up
)

preferences = Table(
    "preferences",
    metadata,
    Column("chat", Number, primary_key=True, autoincrement=False),
    Column("language", String(16)),
    Column("sentences", Integer),
    Column("digest_hour", Integer),
    Column("time_zone", String(64)),
    Column("digested", Moment),
    Column("spoken", String(16)),
)
