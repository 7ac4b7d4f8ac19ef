"""A book knows changes for customers before they are made, and what becomes of each account they touch."""

from alembic import op

from reviewdesk.storage.migrations.written import make_table

revision = "m0016"
down_revision = "m0021"
branch_labels = None
depends_on = None

CHANGE = (
    "id! version# created_at! changed_at! name! effective! items! why! offer! announced_on? figures_until? ended_on? "
    "is_service# notice_days# called#"
)
TOUCHED = (
    "id! version# created_at! changed_at! change_id!>planned_change account_id!>account signs! words! concession! "
    "exposure? spend? letter_on? taken? taken_on? cost? closed_on? by_letter# is_called# is_lost# place#? accepted#?"
)


def upgrade() -> None:
    """Make the tables and their indexes."""
    make_table("planned_change", CHANGE)
    make_table("touched_by_change", TOUCHED)
    for each in ("change_id", "account_id"):
        op.create_index(f"ix_touched_by_change_{each}", "touched_by_change", [each])
