"""Each account of an outreach knows how it is reached and by which moment; problems are proposed unasked."""

from reviewdesk.storage.migrations.written import make_anew, make_table

revision = "m0022"
down_revision = "m0016"
branch_labels = None
depends_on = None

AFFECTED = (
    "id! version# created_at! changed_at! problem_id!>shared_problem account_id!>account person_id?>person "
    "colleague_id?>colleague joined_on! joined_by! channel! script! reach! why! attempts! given! override! due? "
    "due_at? reach_on? given_on? cost?"
)
PROPOSED = "id! version# created_at! changed_at! concern_ids! found_on! answered_on? is_same#"


def upgrade() -> None:
    """Make room for them; until now everybody was reached by call."""
    indexed = "problem_id account_id person_id colleague_id"
    make_anew("affected", AFFECTED, indexed=indexed, channel="'call'", script="''")
    make_table("proposed_problem", PROPOSED)
