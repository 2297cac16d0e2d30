"""By which hashes an article that comes again with small changes is found."""

import sqlalchemy as sa
from alembic import op

from nlp.duplicates import sketch

revision = "0007"
down_revision = "0006"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    sketches = op.create_table(
        "sketches",
        sa.Column("chat", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("hash", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("article", NUMBER, primary_key=True, autoincrement=False),
        sa.ForeignKeyConstraint(["chat", "article"], ["articles.chat", "articles.id"], ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_index("sketches_of_article", "sketches", ["article", "chat"])
    for chat, article, text in op.get_bind().execute(sa.text("SELECT chat, id, text FROM articles")):
        hashes = sketch(text.decode("utf-8", "surrogatepass"))
        op.bulk_insert(sketches, [{"chat": chat, "hash": one, "article": article} for one in hashes])
