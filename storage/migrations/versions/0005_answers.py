"""How a question was asked that a message answers, and every sentence that the message shows."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("mentions", sa.Column("asked", NUMBER))
    op.add_column("mentions", sa.Column("asked_at", sa.DateTime()))
    op.add_column("mentions", sa.Column("leaning", NUMBER))
    op.add_column("mentions", sa.Column("everywhere", sa.Boolean()))
    op.create_index("mentions_by_question", "mentions", ["chat", "asked"])
    op.create_table(
        "shown",
        sa.Column("chat", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("message", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("article", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("start", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["chat", "article"], ["articles.chat", "articles.id"], ondelete="CASCADE"),
    )
    op.create_index("shown_of_article", "shown", ["chat", "article"])
    op.execute(
        "INSERT INTO shown (chat, message, article, start, stop)"
        " SELECT chat, message, article, start, stop FROM mentions WHERE start IS NOT NULL"
    )
