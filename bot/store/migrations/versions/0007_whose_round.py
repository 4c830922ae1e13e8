"""Which round a private line is about, and what coordinators ask authors."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("cycle_id", sa.String(length=80), nullable=True))
    op.execute(
        "UPDATE outbox SET cycle_id = (SELECT cycle_id FROM occurrences"
        " WHERE occurrences.id = outbox.subject) WHERE kind IN ('private', 'whisper')"
    )
    op.create_table(
        "questions",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("reply_id", sa.String(length=80), nullable=False),
        sa.Column("cycle_id", sa.String(length=80), nullable=False),
        sa.Column("asked_by", sa.String(length=40), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questions")),
    )
    op.create_index(op.f("ix_questions_reply_id"), "questions", ["reply_id"], unique=False)
    op.create_index(op.f("ix_questions_cycle_id"), "questions", ["cycle_id"], unique=False)


def downgrade() -> None:
    op.drop_table("questions")
    op.drop_column("outbox", "cycle_id")
