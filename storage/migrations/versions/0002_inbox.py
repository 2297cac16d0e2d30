"""Updates of Telegram that were received and wait for their answer."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "inbox",
        sa.Column("bot", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("number", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("chat", NUMBER, nullable=False),
        sa.Column("body", sa.LargeBinary()),
        sa.Column("received", sa.DateTime(), nullable=False),
        sa.Column("lives", sa.Integer(), nullable=False),
    )
