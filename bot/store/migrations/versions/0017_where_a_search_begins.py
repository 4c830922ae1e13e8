"""Searches begin at the few rows that are meant: what waits, what one member said, what is about
one thing. SQLite, which keeps no figures about its tables, began at the prompts of all time."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

WAITING = {"sqlite": " IS 0", "postgresql": " IS false"}


def upgrade() -> None:
    op.drop_index("ix_outbox_kind_subject", "outbox")
    op.create_index("ix_outbox_subject_kind", "outbox", ["subject", "kind"])
    op.drop_index("ix_replies_touched_at", "replies")
    op.drop_index("ix_replies_channel_id_thread_ts", "replies")
    op.create_index(
        "ix_replies_channel_id_thread_ts_touched_at",
        "replies",
        ["channel_id", "thread_ts", "touched_at"],
    )
    where = WAITING[op.get_bind().dialect.name]
    for column in ("greeted", "examined"):
        waits = sa.text(column + where)
        op.drop_index(f"ix_replies_{column}", "replies")
        op.create_index(
            f"ix_replies_not_{column}",
            "replies",
            ["ts"],
            sqlite_where=waits,
            postgresql_where=waits,
        )


def downgrade() -> None:
    for column in ("greeted", "examined"):
        op.drop_index(f"ix_replies_not_{column}", "replies")
        op.create_index(f"ix_replies_{column}", "replies", [column])
    op.drop_index("ix_replies_channel_id_thread_ts_touched_at", "replies")
    op.create_index("ix_replies_channel_id_thread_ts", "replies", ["channel_id", "thread_ts"])
    op.create_index("ix_replies_touched_at", "replies", ["touched_at"])
    op.drop_index("ix_outbox_subject_kind", "outbox")
    op.create_index("ix_outbox_kind_subject", "outbox", ["kind", "subject"])
