"""A book knows why an account left, by whom it was asked, and what winning it back is worth."""

from alembic import op

from reviewdesk.storage.migrations.written import make_table

revision = "m0017"
down_revision = "m0019"
branch_labels = None
depends_on = None

LOSS = (
    "id! version# created_at! changed_at! account_id!>account begun_on! plan_due! interviewer! team! what_happened! "
    "answers! causes! plan! revenue? margin? retention? years? discount? up_front? on_return? chance?"
)


def upgrade() -> None:
    """Make the table and its index."""
    make_table("reviewed_loss", LOSS)
    op.create_index("ix_reviewed_loss_account_id", "reviewed_loss", ["account_id"])
