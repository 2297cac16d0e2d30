"""The tags that people give to articles."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "tags",
        sa.Column("chat", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("article", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("tag", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["chat", "article"], ["articles.chat", "articles.id"], ondelete="CASCADE"),
    )
    op.create_index("articles_by_tag", "tags", ["chat", "tag"])
