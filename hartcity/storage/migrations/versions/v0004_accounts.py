"""To which account a workspace belongs, where people sign in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the two columns; what is there belongs to no account yet."""
    op.add_column("workspace", sa.Column("account_key", sa.String(64), nullable=True))
    op.add_column("workspace", sa.Column("address", sa.LargeBinary(), nullable=True))
    op.create_index("ix_workspace_account_key", "workspace", ["account_key"])


def downgrade() -> None:
    """Drop them."""
    op.drop_index("ix_workspace_account_key", "workspace")
    with op.batch_alter_table("workspace") as table:
        table.drop_column("address")
        table.drop_column("account_key")
