"""Private replies, the keys of cycles, and the record of decisions."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "cycle_keys",
        sa.Column("cycle_id", sa.String(length=80), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("cycle_id", name=op.f("pk_cycle_keys")),
    )
    op.create_table(
        "private_replies",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("occurrence_id", sa.String(length=120), nullable=False),
        sa.Column("cycle_id", sa.String(length=80), nullable=False),
        sa.Column("author", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("visibility", sa.String(length=12), nullable=False),
        sa.Column("choice", sa.String(length=10), nullable=True),
        sa.Column("sector", sa.String(length=40), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("touched_on", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_private_replies")),
        sa.UniqueConstraint(
            "occurrence_id", "author", name=op.f("uq_private_replies_occurrence_id_author")
        ),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("private_replies", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_private_replies_cycle_id"), ["cycle_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_private_replies_occurrence_id"), ["occurrence_id"], unique=False
        )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("partnership_id", sa.String(length=40), nullable=False),
        sa.Column("who", sa.String(length=40), nullable=False),
        sa.Column("did", sa.String(length=40), nullable=False),
        sa.Column("about", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_audit_partnership_id"), ["partnership_id"], unique=False
        )


def downgrade() -> None:
    op.drop_table("audit")
    op.drop_table("private_replies")
    op.drop_table("cycle_keys")
