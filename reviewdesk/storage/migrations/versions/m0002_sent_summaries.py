"""A summary knows on which day its own version was sent, and not only its review.

The table is made anew, so that it reads like that of a book made today. A review that was sent until now says of which
day, and its history mostly of which moment: it was the newest version there was then.
"""

import sqlalchemy as sa
from alembic import op

revision = "m0002"
down_revision = "m0001"
branch_labels = None
depends_on = None

WORDS = ("id", "created_at", "changed_at", "account_id", "review_id", "value", "finished_on", "template", "meant")
POINTS_TO = ("account", "review")
OLD = "id, version, created_at, changed_at, account_id, review_id, number, value, finished_on, template, meant"
SENT = """
UPDATE summary SET sent_on = (SELECT review.sent_on FROM review WHERE review.id = summary.review_id)
WHERE number = (
    SELECT max(one.number) FROM summary AS one JOIN review ON review.id = one.review_id
    WHERE one.review_id = summary.review_id AND review.sent_on IS NOT NULL AND one.finished_on <= review.sent_on
    AND one.created_at <= coalesce((
        SELECT max(step.at) FROM step JOIN change ON change.step_id = step.id
        WHERE change.record_id = review.id AND change.field = 'sent_on'
        AND change.new = '"' || review.sent_on || '"'
    ), one.created_at)
)
"""


def upgrade() -> None:
    """Give each version the day it was sent on."""
    for name in POINTS_TO:
        op.drop_index(f"ix_summary_{name}_id", "summary")
    op.rename_table("summary", "summary_before")
    words = {name: sa.Column(name, sa.Text(), nullable=False) for name in WORDS}
    whole = {name: sa.Column(name, sa.Integer(), nullable=False) for name in ("version", "number")}
    columns = [(words | whole)[name] for name in OLD.split(", ")]
    op.create_table(
        "summary",
        *columns,
        sa.Column("sent_on", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_summary"),
        *(_key(name) for name in POINTS_TO),
    )
    op.execute(f"INSERT INTO summary ({OLD}) SELECT {OLD} FROM summary_before")  # noqa: S608 - names in this file
    op.drop_table("summary_before")
    for name in POINTS_TO:
        op.create_index(f"ix_summary_{name}_id", "summary", [f"{name}_id"])
    op.execute(SENT)


def _key(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_summary_{table}_id_{table}"
    return sa.ForeignKeyConstraint([f"{table}_id"], [f"{table}.id"], name=name, deferrable=True, initially="DEFERRED")
