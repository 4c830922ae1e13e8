"""How many people answered an asking."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("occurrences", sa.Column("heard", sa.Integer(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("occurrences") as table:
        table.drop_column("heard")
