"""A book knows problems that several accounts share, and the outreach to each of them."""

from alembic import op

from reviewdesk.storage.migrations.written import make_table

revision = "m0014"
down_revision = "m0013"
branch_labels = None
depends_on = None

PROBLEM = (
    "id! version# created_at! changed_at! concern_id?>concern account_id?>account name! reported_on! cause_on! causes! "
    "remedy! remedy_words! script! end_reason! ended_on? severity#"
)
AFFECTED = (
    "id! version# created_at! changed_at! problem_id!>shared_problem account_id!>account person_id?>person "
    "colleague_id?>colleague joined_on! joined_by! reach! why! attempts! given! override! due? reach_on? given_on? "
    "cost?"
)


def upgrade() -> None:
    """Make the tables and their indexes."""
    make_table("shared_problem", PROBLEM)
    make_table("affected", AFFECTED)
    for each in ("concern_id", "account_id"):
        op.create_index(f"ix_shared_problem_{each}", "shared_problem", [each])
    for each in ("problem_id", "account_id", "person_id", "colleague_id"):
        op.create_index(f"ix_affected_{each}", "affected", [each])
