"""Inboxes of classes, and the copies that students put into them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "inbox",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("code_key", sa.String(64), nullable=False),
        sa.Column("public", sa.LargeBinary(), nullable=False),
        sa.Column("code", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("closes_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_inbox"),
    )
    op.create_index("ix_inbox_code_key", "inbox", ["code_key"], unique=True)
    op.create_index("ix_inbox_closes_at", "inbox", ["closes_at"])
    op.create_table(
        "handed_in",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("inbox_key", sa.String(64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_handed_in"),
        sa.ForeignKeyConstraint(["inbox_key"], ["inbox.key"], name="fk_handed_in_inbox_key_inbox", ondelete="CASCADE"),
    )
    op.create_index("ix_handed_in_inbox_key", "handed_in", ["inbox_key"])


def downgrade() -> None:
    """Drop them."""
    op.drop_table("handed_in")
    op.drop_table("inbox")
