"""What the sections of a review summary need, and what stands around its pages."""

from dataclasses import dataclass

from reviewdesk.domain.summary import CustomerSummary
from reviewdesk.domain.words import Words
from reviewdesk.reports.page_frame import PageFrame
from reviewdesk.reports.section import Setup


@dataclass(frozen=True, slots=True)
class SummarySetup(Setup):
    """The sheet of a summary and the value that is printed on it."""

    summary: CustomerSummary


def frame_of(summary: CustomerSummary, words: Words) -> PageFrame:
    """Give the letter head, running header and footer of a summary."""
    return PageFrame(
        vendor=summary.vendor,
        branding=summary.branding,
        account=summary.account,
        title=summary.title,
        period=summary.period,
        on=summary.held_on,
        made_on=summary.finished_on or summary.held_on,
        edition=_edition(summary, words),
        email=summary.tell_us.email if summary.tell_us else "",
    )


def _edition(summary: CustomerSummary, words: Words) -> tuple[tuple[str, bool], ...]:
    if summary.finished_on is None:
        return ((words["draft"], True),)
    day = words.day(summary.finished_on)
    return tuple(words.filled("finished", number=(str(summary.version), True), day=(day, True)))
