"""The list of what was deleted, to be repeated when an older copy is put back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table; what was deleted before is not in it."""
    op.create_table(
        "erasure",
        sa.Column("workspace_key", sa.String(64), nullable=False),
        sa.Column("what", sa.String(20), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_key", "what", "number", name="pk_erasure"),
    )
    op.create_index("ix_erasure_at", "erasure", ["at"])


def downgrade() -> None:
    """Drop it."""
    op.drop_table("erasure")
