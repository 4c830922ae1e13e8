"""Files in threads: Slack's name for a file that was handed over."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("file_id", sa.String(length=40), nullable=True))


def downgrade() -> None:
    op.drop_column("outbox", "file_id")
