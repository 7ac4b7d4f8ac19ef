"""What stands around a document's pages: who sends it, what it is, for whom, and when it was made."""

from dataclasses import dataclass
from datetime import date

from reviewdesk.domain.branding import Branding
from reviewdesk.domain.summary import Vendor


@dataclass(frozen=True, slots=True)
class PageFrame:
    """The letter head, running header and footer of a document.

    `edition` is the second line at the right in pieces, each with whether it is the template's own; `label` says on
    every page whom the document is for, where that is not the customer; `made_on` is the day its file is dated.
    """

    vendor: Vendor
    branding: Branding
    account: str
    title: str
    period: str
    on: date
    made_on: date
    edition: tuple[tuple[str, bool], ...] = ()
    email: str = ""
    label: str = ""
