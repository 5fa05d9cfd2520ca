"""How far each writer has come, so that an old text that arrives late is known as one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "writer",
        sa.Column("workspace_key", sa.String(64), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_key", "name", name="pk_writer"),
        sa.ForeignKeyConstraint(
            ["workspace_key"], ["workspace.key"], name="fk_writer_workspace_key_workspace", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("writer")
