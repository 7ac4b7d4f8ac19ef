"""A summary knows whom it was sent to; a second reader's remarks are kept, and what is meant in what goes out."""

from alembic import op

from reviewdesk.storage.migrations.written import make_anew, make_table

revision = "m0013"
down_revision = "m0012"
branch_labels = None
depends_on = None

SUMMARY = (
    "id! version# created_at! changed_at! account_id!>account review_id!>review number# value! finished_on! template! "
    "meant! sent_on? sent_to!"
)
REMARK = (
    "id! version# created_at! changed_at! account_id!>account review_id!>review words! by! made_on! part! line! "
    "number# page# done_on?"
)
MEANT = "id! version# created_at! changed_at! account_id!>account about! document! words! meant_on!"


def upgrade() -> None:
    """Make room for them; of what was sent so far nobody knows to whom."""
    make_anew("summary", SUMMARY, indexed="account_id review_id", sent_to="'[]'")
    make_table("remark", REMARK)
    make_table("meant_words", MEANT)
    for table, column in (("remark", "account_id"), ("remark", "review_id"), ("meant_words", "account_id")):
        op.create_index(f"ix_{table}_{column}", table, [column])
