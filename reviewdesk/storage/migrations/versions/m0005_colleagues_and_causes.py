"""A book knows when each colleague works, and of a concern its kind of cause, its mismatch and what was asked for.

Nobody could say so far on which days a colleague works, so that all of them begin with the days of the book.
"""

from reviewdesk.storage.migrations.written import make_anew

revision = "m0005"
down_revision = "m0004"
branch_labels = None
depends_on = None

COLLEAGUE = "id! version# created_at! changed_at! name! email! phone! role! team! week! holidays! is_me# hours_a_week?"
CONCERN = (
    "id! version# created_at! changed_at! account_id!>account review_id?>review line_id? raised_by_id?>person "
    "colleague_id?>colleague words! summary! raised_on! stage! reasons! tags! team! root_cause! fix! "
    "beyond_the_fix! stage_since? plan_due? told_on? severity# set_aside# withdrawn# cause_kind? mismatch? asks!"
)


def upgrade() -> None:
    """Make room for them."""
    make_anew("colleague", COLLEAGUE, week="'[]'")
    make_anew("concern", CONCERN, indexed="account_id colleague_id raised_by_id review_id", asks="'[]'")
