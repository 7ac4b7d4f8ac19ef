"""A book knows the feedback forms it made, and keeps the secret by which they are known again.

Both tables are new; the secret is made with the first form.
"""

from alembic import op

from reviewdesk.storage.migrations.written import make_table

revision = "m0009"
down_revision = "m0008"
branch_labels = None
depends_on = None

FORM = (
    "id! version# created_at! changed_at! account_id!>account person_id?>person review_id?>review kind! issued_on! "
    "language! returns! version_asked# asked_again_on?"
)


def upgrade() -> None:
    """Make the tables and their indexes."""
    make_table("feedback_form", FORM)
    for each in ("account_id", "person_id", "review_id"):
        op.create_index(f"ix_feedback_form_{each}", "feedback_form", [each])
    make_table("form_secret", "number# secret@")
