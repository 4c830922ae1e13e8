"""Replies that were looked at, and what waits for a person."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("replies", schema=None) as batch_op:
        # What was said before there was a guard is looked at with the draft it stands in.
        batch_op.add_column(
            sa.Column("examined", sa.Boolean(), nullable=False, server_default=sa.true())
        )
        batch_op.create_index(batch_op.f("ix_replies_examined"), ["examined"], unique=False)
    with op.batch_alter_table("replies", schema=None) as batch_op:
        batch_op.alter_column("examined", server_default=None)
    op.create_table(
        "held",
        sa.Column("subject", sa.String(length=120), nullable=False),
        sa.Column("partnership_id", sa.String(length=40), nullable=False),
        sa.Column("cycle_id", sa.String(length=80), nullable=False),
        sa.Column("occurrence_id", sa.String(length=120), nullable=True),
        sa.Column("findings", sa.Text(), nullable=False),
        sa.Column("failed", sa.String(length=60), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("decided_by", sa.String(length=40), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("shown", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("subject", name=op.f("pk_held")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_held_partnership_id"), "held", ["partnership_id"], unique=False)
    op.create_index(op.f("ix_held_cycle_id"), "held", ["cycle_id"], unique=False)


def downgrade() -> None:
    op.drop_table("held")
    with op.batch_alter_table("replies", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_replies_examined"))
        batch_op.drop_column("examined")
