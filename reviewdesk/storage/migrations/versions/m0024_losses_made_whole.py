"""A book knows when a loss review ended, what was learnt, and by what the loss is made up."""

from reviewdesk.storage.migrations.written import make_anew

revision = "m0024"
down_revision = "m0029"
branch_labels = None
depends_on = None

LOSS = (
    "id! version# created_at! changed_at! account_id!>account begun_on! plan_due! interviewer! team! what_happened! "
    "answers! causes! plan! lessons! cost_out_owner! revenue? margin? retention? years? discount? up_front? "
    "on_return? chance? ended_on? set_aside_on? cost_out? cost_out_due? cost_step_id?"
)


def upgrade() -> None:
    """Make room for them."""
    make_anew("reviewed_loss", LOSS, indexed="account_id", lessons="'[]'", cost_out_owner="''")
