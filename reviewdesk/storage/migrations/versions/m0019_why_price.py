"""A book keeps why customers talk of nothing but the price, and how we come to differ."""

from reviewdesk.storage.migrations.written import make_table

revision = "m0019"
down_revision = "m0018"
branch_labels = None
depends_on = None

PRICE_DIAGNOSIS = (
    "id! version# created_at! changed_at! made_on! about! same_evidence! poor_evidence! good_evidence! plan! number# "
    "margin? cut? same#? poor#? good#?"
)


def upgrade() -> None:
    """Make the table."""
    make_table("price_diagnosis", PRICE_DIAGNOSIS)
