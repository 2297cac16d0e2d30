"""Articles, the messages that hold them, the messages that speak of them, and the full-text index."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "articles",
        sa.Column("id", NUMBER, primary_key=True),
        sa.Column("chat", NUMBER, nullable=False),
        sa.Column("arrival", NUMBER, nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("given_title", sa.LargeBinary()),
        sa.Column("title", sa.LargeBinary(), nullable=False),
        sa.Column("source_kind", sa.String(16), nullable=False),
        sa.Column("source_name", sa.LargeBinary()),
        sa.Column("source_url", sa.LargeBinary()),
        sa.Column("source_author", sa.LargeBinary()),
        sa.Column("published", sa.DateTime()),
        sa.Column("received", sa.DateTime(), nullable=False),
        sa.Column("reading", sa.LargeBinary(), nullable=False),
        sa.Column("reading_version", sa.Integer(), nullable=False),
        sa.UniqueConstraint("chat", "id"),
        sa.UniqueConstraint("chat", "arrival"),
        sa.UniqueConstraint("chat", "fingerprint"),
        sqlite_autoincrement=True,
    )
    op.create_index("articles_by_version", "articles", ["chat", "reading_version"])
    op.create_table(
        "parts",
        sa.Column("chat", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("message", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("article", NUMBER, nullable=False),
        sa.Column("arrival", NUMBER, nullable=False),
        sa.Column("exact", sa.Boolean(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("entities", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["chat", "article"], ["articles.chat", "articles.id"], ondelete="CASCADE"),
    )
    op.create_index("parts_of_article", "parts", ["chat", "article"])
    op.create_table(
        "mentions",
        sa.Column("chat", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("message", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("article", NUMBER, nullable=False),
        sa.Column("start", sa.Integer()),
        sa.Column("stop", sa.Integer()),
        sa.Column("question", sa.LargeBinary()),
        sa.ForeignKeyConstraint(["chat", "article"], ["articles.chat", "articles.id"], ondelete="CASCADE"),
    )
    op.create_index("mentions_of_article", "mentions", ["chat", "article"])
    op.execute("CREATE VIRTUAL TABLE article_index USING fts5(terms, tokenize = \"unicode61 tokenchars '_-'\")")
