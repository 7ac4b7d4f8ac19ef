"""Of a concern a book knows when its cause was found, when they were asked whether it is fixed, and what it cost."""

from reviewdesk.storage.migrations.written import make_anew

revision = "m0012"
down_revision = "m0011"
branch_labels = None
depends_on = None

CONCERN = (
    "id! version# created_at! changed_at! account_id!>account review_id?>review line_id? raised_by_id?>person "
    "colleague_id?>colleague words! summary! raised_on! stage! reasons! tags! team! root_cause! fix! "
    "beyond_the_fix! stage_since? plan_due? told_on? severity# set_aside# withdrawn# cause_kind? mismatch? asks! "
    "by_letter# cause_on? cost? asked_on!"
)


def upgrade() -> None:
    """Make room for them."""
    make_anew(
        "concern", CONCERN, indexed="account_id colleague_id raised_by_id review_id", by_letter="0", asked_on="'[]'"
    )
