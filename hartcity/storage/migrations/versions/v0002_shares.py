"""Shares of a workspace with their spoken codes, comments, and the record of who opened what."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the four tables."""
    op.create_table(
        "share",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("workspace_key", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("may", sa.String(10), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.Column("wrapped", sa.LargeBinary(), nullable=True),
        sa.Column("about", sa.LargeBinary(), nullable=False),
        sa.Column("snapshot", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("key", name="pk_share"),
        sa.ForeignKeyConstraint(
            ["workspace_key"], ["workspace.key"], name="fk_share_workspace_key_workspace", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_share_workspace_key", "share", ["workspace_key"])
    op.create_index("ix_share_expires_at", "share", ["expires_at"])
    op.create_table(
        "share_code",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("share_key", sa.String(64), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_share_code"),
        sa.ForeignKeyConstraint(["share_key"], ["share.key"], name="fk_share_code_share_key_share", ondelete="CASCADE"),
    )
    op.create_index("ix_share_code_share_key", "share_code", ["share_key"])
    op.create_index("ix_share_code_expires_at", "share_code", ["expires_at"])
    op.create_table(
        "comment",
        sa.Column("workspace_key", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("thread", sa.Integer(), nullable=True),
        sa.Column("share_key", sa.String(64), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("resolved_at", sa.BigInteger(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_key", "number", name="pk_comment"),
        sa.ForeignKeyConstraint(
            ["workspace_key"], ["workspace.key"], name="fk_comment_workspace_key_workspace", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "audit",
        sa.Column("workspace_key", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_key", "number", name="pk_audit"),
        sa.ForeignKeyConstraint(
            ["workspace_key"], ["workspace.key"], name="fk_audit_workspace_key_workspace", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    """Drop the four tables."""
    for table in ("audit", "comment", "share_code", "share"):
        op.drop_table(table)
