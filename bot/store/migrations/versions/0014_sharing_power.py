"""What members propose, and what they set aside."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "proposals",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("partnership_id", sa.String(length=40), nullable=False),
        sa.Column("user_id", sa.String(length=40), nullable=True),
        sa.Column("channel_id", sa.String(length=40), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("same_words", sa.String(length=64), nullable=True),
        sa.Column("practice", sa.String(length=3), nullable=True),
        sa.Column("credit", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
        sa.UniqueConstraint("form", name=op.f("uq_proposals_form")),
        sa.UniqueConstraint(
            "partnership_id", "same_words", name=op.f("uq_proposals_partnership_id_same_words")
        ),
    )
    op.create_table(
        "asides",
        sa.Column("partnership_id", sa.String(length=40), nullable=False),
        sa.Column("cycle_id", sa.String(length=80), nullable=False),
        sa.Column("prompt_id", sa.String(length=60), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "cycle_id", "prompt_id", name=op.f("pk_asides")),
    )
    op.create_table(
        "aside_wishes",
        sa.Column("partnership_id", sa.String(length=40), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("prompt_id", sa.String(length=60), nullable=False),
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint(
            "partnership_id", "on", "prompt_id", "member", name=op.f("pk_aside_wishes")
        ),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("aside_wishes")
    op.drop_table("asides")
    op.drop_table("proposals")
