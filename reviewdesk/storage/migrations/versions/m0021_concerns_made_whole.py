"""A concern says which product, lot or site it is about, what it is linked with, and when it came to each stage."""

import json

import sqlalchemy as sa
from alembic import op

from reviewdesk.storage.migrations.written import make_anew

revision = "m0021"
down_revision = "m0015"
branch_labels = None
depends_on = None

CONCERN = (
    "id! version# created_at! changed_at! account_id!>account review_id?>review line_id? raised_by_id?>person "
    "colleague_id?>colleague words! summary! raised_on! stage! reasons! tags! team! root_cause! fix! "
    "beyond_the_fix! stage_since? plan_due? told_on? severity# set_aside# withdrawn# cause_kind? mismatch? asks! "
    "by_letter# cause_on? cost? asked_on! products! lots! sites! carriers! processes! contract_terms! why_withdrawn! "
    "links! came! fix_due? raised_at?"
)
NONE_YET = ("products", "lots", "sites", "carriers", "processes", "contract_terms", "links", "came")


def upgrade() -> None:
    """Make room for them, and take from the history when each concern came to its stages."""
    make_anew(
        "concern", CONCERN, indexed="account_id colleague_id raised_by_id review_id", why_withdrawn="''",
        **dict.fromkeys(NONE_YET, "'[]'"),
    )  # fmt: skip
    _take_stages_from_history()


def _take_stages_from_history() -> None:
    book = op.get_bind()
    raised = book.execute(sa.text("SELECT id, raised_on FROM concern WHERE stage <> 'reported'"))
    days: dict[str, str] = {each[0]: each[1] for each in raised}
    came: dict[str, list[dict[str, str]]] = {}
    query = (
        "SELECT change.record_id, change.old, step.at FROM change JOIN step ON step.id = change.step_id "
        "WHERE change.kind = 'concern' AND change.field = 'stage' ORDER BY change.number"
    )
    for concern, old, at in book.execute(sa.text(query)):
        if concern in days and old:
            came.setdefault(concern, []).append({"stage": json.loads(old), "on": days[concern]})
            days[concern] = at[:10]
    for concern, stages in came.items():
        written = {"came": json.dumps(stages, separators=(",", ":")), "id": concern}
        book.execute(sa.text("UPDATE concern SET came = :came WHERE id = :id"), written)
