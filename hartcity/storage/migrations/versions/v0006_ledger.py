"""How often rules and checks held: sums without names, and what a workspace has given to them, sealed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_COUNTS = ("shown", "fixed", "ignored", "disputed", "overridden")


def upgrade() -> None:
    """Make the table and the column; nothing was counted before."""
    op.create_table(
        "ledger",
        sa.Column("release", sa.String(20), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("family", sa.String(40), nullable=False),
        *(sa.Column(count, sa.BigInteger(), nullable=False) for count in _COUNTS),
        sa.PrimaryKeyConstraint("release", "name", name="pk_ledger"),
    )
    op.add_column("workspace", sa.Column("counted", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    """Drop them."""
    with op.batch_alter_table("workspace") as table:
        table.drop_column("counted")
    op.drop_table("ledger")
