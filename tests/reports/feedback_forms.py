"""Made-up feedback forms for the tests of documents and of what comes back."""

from datetime import date
from uuid import UUID

from reviewdesk.domain.feedback import FormKind, IssuedForm
from reviewdesk.domain.feedback_form import FeedbackForm
from reviewdesk.domain.summary import Vendor
from reviewdesk.reports.feedback import render_feedback_form
from tests.reports.summaries import FONTS

SECRET = b"a secret of thirty-two letters!!"
ISSUED = IssuedForm(
    account_id=UUID(int=5), issued_on=date(2026, 11, 25), person_id=UUID(int=7), review_id=UUID(int=9),
    id=UUID("3f2b8a52-9c6a-4c7e-8a52-1f60c1a7d1b4"),
)  # fmt: skip


def a_form(kind=FormKind.SHORT, **changed):
    """Give a form as it goes out."""
    issued = IssuedForm(
        account_id=ISSUED.account_id, issued_on=ISSUED.issued_on, person_id=ISSUED.person_id, kind=kind, id=ISSUED.id,
        review_id=ISSUED.review_id,
    )  # fmt: skip
    usual = {
        "vendor": Vendor("Northgate", "Industrial drives"), "account": "Łódź Logistics", "kind": kind,
        "issued_on": ISSUED.issued_on, "mark": issued.mark(SECRET), "code": issued.code, "title": "Quarterly review",
        "period": "2026 Q4", "met_on": date(2026, 11, 24), "person": "Piotr Zając", "me": "Dana Reyes",
        "email": "dana@northgate.example",
    }  # fmt: skip
    return FeedbackForm(**{**usual, **changed})


def a_pdf(kind=FormKind.SHORT, **changed):
    """Give a form as a file."""
    return render_feedback_form(a_form(kind, **changed), FONTS).pdf
