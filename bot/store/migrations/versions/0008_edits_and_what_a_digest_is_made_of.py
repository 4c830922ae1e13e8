"""Edits of a digest, and what it is made of."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "digest_edits",
        sa.Column("cycle_id", sa.String(length=80), nullable=False),
        sa.Column("target", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("edit", sa.Text(), nullable=True),
        sa.Column("by", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["cycle_id"], ["cycles.id"], name=op.f("fk_digest_edits_cycle_id_cycles")
        ),
        sa.PrimaryKeyConstraint("cycle_id", "target", "version", name=op.f("pk_digest_edits")),
    )
    op.create_table(
        "digest_sources",
        sa.Column("cycle_id", sa.String(length=80), nullable=False),
        sa.Column("grouped", sa.Text(), nullable=False),
        sa.Column("frozen", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cycle_id"], ["cycles.id"], name=op.f("fk_digest_sources_cycle_id_cycles")
        ),
        sa.PrimaryKeyConstraint("cycle_id", name=op.f("pk_digest_sources")),
    )


def downgrade() -> None:
    op.drop_table("digest_sources")
    op.drop_table("digest_edits")
