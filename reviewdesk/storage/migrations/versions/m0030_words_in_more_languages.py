"""A change says why it is made in each language in which customers are written to."""

from reviewdesk.storage.migrations.written import make_anew

revision = "m0030"
down_revision = "m0028"
branch_labels = None
depends_on = None

CHANGE = (
    "id! version# created_at! changed_at! name! effective! items! why! offer! wordings! steps! announced_on? "
    "figures_until? ended_on? is_service# notice_days# called#"
)


def upgrade() -> None:
    """Make room for them."""
    make_anew("planned_change", CHANGE, wordings="'[]'")
