"""What changed in a draft since the version before, in words."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("digests", sa.Column("changes", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("digests", "changes")
