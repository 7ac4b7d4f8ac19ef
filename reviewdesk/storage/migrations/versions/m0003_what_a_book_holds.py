"""A book holds answers, switches, files, fields of the person's own, saved views, and what went where.

All tables are new; nothing that is in a book changes.
"""

from alembic import op

from reviewdesk.storage.migrations.written import make_table

revision = "m0003"
down_revision = "m0002"
branch_labels = None
depends_on = None

RECORD = "id! version# created_at! changed_at!"
TABLES = {
    "answer": (
        f"{RECORD} account_id!>account person_id?>person review_id?>review asked! scale! answered_on! evidence! "
        "value# is_guess# importance#?"
    ),
    "switch": (f"{RECORD} account_id!>account direction! switched_on! rival! line! reason! source! price_difference?"),
    "attachment": (
        f"{RECORD} account_id!>account review_id?>review concern_id?>concern follow_up_id?>follow_up "
        "contact_id?>contact name! media_type! digest! added_on! size#"
    ),
    "custom_field": f"{RECORD} name! kind! of! audience! choices! position#",
    "custom_value": f"{RECORD} field_id!>custom_field account_id!>account person_id?>person value!",
    "saved_view": f"{RECORD} name! filter! chips! columns! sort! descending# is_roomy# position#",
    "source_file": f"{RECORD} kind! path! answers! digest! read_on?",
    "handed_over": f"{RECORD} account_id!>account source! kind! record_id! digest! handed_on!",
    "content": "digest! bytes@",
}
INDEXES = (
    ("answer", "account_id person_id review_id"),
    ("switch", "account_id"),
    ("attachment", "account_id review_id concern_id follow_up_id contact_id digest"),
    ("custom_value", "field_id account_id person_id"),
    ("handed_over", "account_id record_id"),
)


def upgrade() -> None:
    """Make the tables and their indexes."""
    for name, written in TABLES.items():
        make_table(name, written)
    for table, columns in INDEXES:
        for each in columns.split():
            op.create_index(f"ix_{table}_{each}", table, [each])
