"""A follow-up may belong to an outreach, a change notice, a hand-off or the review of a loss."""

from alembic import op

from reviewdesk.storage.migrations.written import make_anew

revision = "m0015"
down_revision = "m0014"
branch_labels = None
depends_on = None

FOLLOW_UP = (
    "id! version# created_at! changed_at! account_id!>account review_id?>review line_id? concern_id?>concern "
    "colleague_id?>colleague person_id?>person what! side! waits_on! remind_before! reason! moves! due? said_on? "
    "snoozed_until? repeat_anchor? ending? ended_on? about_id? minutes#? repeat_months#? is_promise# repeat_count# "
    "withdrawn#"
)


def upgrade() -> None:
    """Make room for what it belongs to, and find by it."""
    op.drop_index("ix_follow_up_due", "follow_up")
    make_anew("follow_up", FOLLOW_UP, indexed="account_id colleague_id concern_id person_id review_id")
    op.create_index("ix_follow_up_due", "follow_up", ["ending", "due"])
    op.create_index("ix_follow_up_about", "follow_up", ["about_id"])
