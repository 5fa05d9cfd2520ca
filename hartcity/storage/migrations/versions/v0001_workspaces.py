"""The first schema: workspaces with their plan's states, one draft each, and its versions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the four tables."""
    op.create_table(
        "workspace",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("touched_at", sa.BigInteger(), nullable=False),
        sa.Column("retention_days", sa.Integer(), nullable=True),
        sa.Column("preferences", sa.LargeBinary(), nullable=True),
        sa.Column("plan_revision", sa.Integer(), nullable=False),
        sa.Column("plan_writer", sa.String(64), nullable=False),
        sa.Column("plan_number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_workspace"),
    )
    op.create_index("ix_workspace_touched_at", "workspace", ["touched_at"])
    op.create_table(
        "plan_edit",
        sa.Column("workspace_key", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_key", "number", name="pk_plan_edit"),
        sa.ForeignKeyConstraint(
            ["workspace_key"], ["workspace.key"], name="fk_plan_edit_workspace_key_workspace", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "draft",
        sa.Column("workspace_key", sa.String(64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("writer", sa.String(64), nullable=False),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.Column("versions_made", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_key", name="pk_draft"),
        sa.ForeignKeyConstraint(
            ["workspace_key"], ["workspace.key"], name="fk_draft_workspace_key_workspace", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "version",
        sa.Column("workspace_key", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("origin", sa.String(20), nullable=False),
        sa.Column("writer", sa.String(64), nullable=False),
        sa.Column("about", sa.Integer(), nullable=True),
        sa.Column("name", sa.LargeBinary(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("fullest", sa.LargeBinary(), nullable=True),
        sa.Column("summary", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("workspace_key", "number", name="pk_version"),
        sa.ForeignKeyConstraint(
            ["workspace_key"], ["draft.workspace_key"], name="fk_version_workspace_key_draft", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    """Drop the four tables."""
    for table in ("version", "draft", "plan_edit"):
        op.drop_table(table)
    op.drop_index("ix_workspace_touched_at", table_name="workspace")
    op.drop_table("workspace")
