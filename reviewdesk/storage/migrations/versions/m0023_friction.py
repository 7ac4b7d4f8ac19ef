"""A book keeps the processes that are good for us and bad for customers, and what was decided of each."""

from reviewdesk.storage.migrations.written import make_table

revision = "m0023"
down_revision = "m0017"
branch_labels = None
depends_on = None

FRICTION = "id! version# created_at! changed_at! process! noted_on! suits_us! hurts! owner! why! decision? decided_on?"


def upgrade() -> None:
    """Make the table."""
    make_table("friction", FRICTION)
