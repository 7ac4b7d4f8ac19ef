"""A book knows who passes an account to whom, what is in the pack, and what came of it."""

from alembic import op

from reviewdesk.storage.migrations.written import make_table

revision = "m0018"
down_revision = "m0022"
branch_labels = None
depends_on = None

HAND_OFF = (
    "id! version# created_at! changed_at! account_id!>account from_id?>colleague begun_on! to! about! terms! sceptics! "
    "rival! won_because! rival_may! risks! rounds! checks! starts_on? price? withdrawn_on?"
)


def upgrade() -> None:
    """Make the table and its indexes."""
    make_table("hand_off", HAND_OFF)
    for each in ("account_id", "from_id"):
        op.create_index(f"ix_hand_off_{each}", "hand_off", [each])
