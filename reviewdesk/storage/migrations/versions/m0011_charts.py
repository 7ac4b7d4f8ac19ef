"""A review says which charts its summary shows, and what it was worth to the customer."""

from reviewdesk.storage.migrations.written import make_anew

revision = "m0011"
down_revision = "m0009"
branch_labels = None
depends_on = None

REVIEW = (
    "id! version# created_at! changed_at! account_id!>account kind! period! state! zone! place! people_ids! "
    "colleague_ids! agenda! sentences! heard! ask! commitment! feelings! told_a_colleague! reason! calendar_uid! "
    "planned_on? starts_at? next_on? next_starts_at? held_on? finished_at? sent_on? length# by_call# "
    "calendar_sequence# template_number# invited_sequence# template! ladder! parts! worth! ladder_since? invited_on?"
)
USUAL = (
    '\'["satisfaction over reviews","concerns by quarter","our promises by review","bars beside the goals",'
    '"our kept rate"]\''
)


def upgrade() -> None:
    """Make room for them; the charts of what is theirs to see are shown, revenue where somebody says so."""
    make_anew("review", REVIEW, indexed="account_id", parts=USUAL, worth="'[]'")
