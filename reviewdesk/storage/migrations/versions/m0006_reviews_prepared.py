"""A review knows its template, the steps around it and when they were invited; a book has templates and call lists.

Reviews planned so far have no steps: the person takes those of a template where they want them.
"""

from reviewdesk.storage.migrations.written import make_anew, make_table

revision = "m0006"
down_revision = "m0005"
branch_labels = None
depends_on = None

REVIEW = (
    "id! version# created_at! changed_at! account_id!>account kind! period! state! zone! place! people_ids! "
    "colleague_ids! agenda! sentences! heard! ask! commitment! feelings! told_a_colleague! reason! calendar_uid! "
    "planned_on? starts_at? next_on? next_starts_at? held_on? finished_at? sent_on? length# by_call# "
    "calendar_sequence# template_number# invited_sequence# template! ladder! ladder_since? invited_on?"
)
TEMPLATE = "id! version# created_at! changed_at! name! kind! tiers! agenda! ladder! length# number# is_retired#"
CALL_LIST = "id! version# created_at! changed_at! name! asked! script! account_ids! left_out! started_on! ended_on?"


def upgrade() -> None:
    """Make room for them."""
    make_anew(
        "review", REVIEW, indexed="account_id", template_number="0", invited_sequence="0", template="''",
        ladder="'[]'",
    )  # fmt: skip
    make_table("template", TEMPLATE)
    make_table("call_list", CALL_LIST)
