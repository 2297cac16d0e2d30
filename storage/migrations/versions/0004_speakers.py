"""Who speaks in which article."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "speakers",
        sa.Column("chat", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("article", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("key", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("title", sa.LargeBinary()),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["chat", "article"], ["articles.chat", "articles.id"], ondelete="CASCADE"),
    )
    op.create_index("speakers_by_key", "speakers", ["chat", "key"])
    op.execute("UPDATE articles SET reading_version = 0")  # each is read anew, and then its speakers are noted
