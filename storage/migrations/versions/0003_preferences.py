"""How a chat wants to be spoken to: its language, the length of summaries, the hour of its digest."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "preferences",
        sa.Column("chat", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("language", sa.String(16)),
        sa.Column("sentences", sa.Integer()),
        sa.Column("digest_hour", sa.Integer()),
        sa.Column("time_zone", sa.String(64)),
        sa.Column("digested", sa.DateTime()),
        sa.Column("spoken", sa.String(16)),
    )
