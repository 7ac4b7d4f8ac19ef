"""A process that hurts customers is linked with single concerns, and has a day by which something happens to it."""

from reviewdesk.storage.migrations.written import make_anew

revision = "m0028"
down_revision = "m0026"
branch_labels = None
depends_on = None

FRICTION = (
    "id! version# created_at! changed_at! process! noted_on! suits_us! hurts! owner! why! concern_ids! left_out_ids! "
    "decision? decided_on? due?"
)


def upgrade() -> None:
    """Make room for them; a process that was there is linked with nothing by hand."""
    make_anew("friction", FRICTION, concern_ids="'[]'", left_out_ids="'[]'")
