"""The review summary a customer is sent: a finished value in, PDF bytes out."""

from dataclasses import dataclass
from pathlib import Path

from reportlab.platypus import Flowable

from reviewdesk.domain.summary import CustomerSummary
from reviewdesk.domain.words import words_in
from reviewdesk.reports.closing import closing_strip
from reviewdesk.reports.first_page import first_page
from reviewdesk.reports.fonts import fonts_in
from reviewdesk.reports.later_pages import later_pages
from reviewdesk.reports.lines import Typesetter
from reviewdesk.reports.look import Look
from reviewdesk.reports.sheet import Sheet
from reviewdesk.reports.summary_setup import SummarySetup, frame_of


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document, and the pieces of its text that are the template's own and no data."""

    pdf: bytes
    template: tuple[str, ...]


def render(summary: CustomerSummary, fonts: Path) -> Rendered:
    """Set a customer's summary; the same value gives the same bytes under one program version.

    `fonts` is the folder of font files; the paper is what the value's branding says.
    """
    words = words_in(summary.language, summary.held_on)
    sheet = Sheet(frame_of(summary, words), words, Look(summary.branding), Typesetter(fonts_in(fonts)))
    setup = SummarySetup(sheet, summary)
    story: list[Flowable] = [*first_page(setup), *later_pages(setup)]
    built = sheet.build(story, closing_strip(setup))
    return Rendered(built.pdf, built.template)


def render_summary(summary: CustomerSummary, fonts: Path) -> bytes:
    """Set a customer's summary and give the PDF."""
    return render(summary, fonts).pdf
