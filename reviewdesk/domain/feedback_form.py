"""What a customer gets when they are asked for feedback: a value that has no place for anything internal."""

from dataclasses import dataclass, field
from datetime import date

from reviewdesk.domain.branding import Branding
from reviewdesk.domain.feedback import FormKind, FormMark
from reviewdesk.domain.summary import Attendee, CustomerSummary, Vendor


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackForm:
    """One form as it goes out: to whom, after which meeting, and what it bears so that it is known again.

    `met_on` is the day of the meeting, where it follows one; `person` is who answers, where it is for one person; `me`
    is who reads the answers.
    """

    vendor: Vendor
    account: str
    issued_on: date
    kind: FormKind
    mark: FormMark
    code: str
    branding: Branding = field(default_factory=Branding)
    language: str = "en"
    title: str = ""
    period: str = ""
    met_on: date | None = None
    person: str = ""
    me: str = ""
    email: str = ""

    @property
    def as_summary(self) -> CustomerSummary:
        """Give what it says in the shape in which the leak guard knows what a customer may read."""
        theirs = (Attendee(self.person),) if self.person else ()
        ours = (Attendee(self.me),) if self.me else ()
        return CustomerSummary(self.vendor, self.account, self.met_on or self.issued_on, theirs=theirs, ours=ours)
