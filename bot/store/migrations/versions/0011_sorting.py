"""What coordinators decide while they sort a quarter's replies."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sorting_decisions",
        sa.Column("cycle_id", sa.String(length=80), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(length=80), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["cycle_id"], ["cycles.id"], name=op.f("fk_sorting_decisions_cycle_id_cycles")
        ),
        sa.PrimaryKeyConstraint("cycle_id", "number", name=op.f("pk_sorting_decisions")),
        sa.UniqueConstraint(
            "cycle_id", "form_id", name=op.f("uq_sorting_decisions_cycle_id_form_id")
        ),
    )


def downgrade() -> None:
    op.drop_table("sorting_decisions")
