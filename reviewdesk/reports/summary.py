"""The review summary a customer is sent: a finished value in, PDF bytes out."""

from dataclasses import dataclass
from pathlib import Path

from reportlab.platypus import Flowable

from reviewdesk.domain.summary import CustomerSummary
from reviewdesk.reports.closing import closing_strip
from reviewdesk.reports.first_page import first_page
from reviewdesk.reports.fonts import fonts_in
from reviewdesk.reports.later_pages import later_pages
from reviewdesk.reports.lines import Typesetter
from reviewdesk.reports.look import Look
from reviewdesk.reports.section import Setup
from reviewdesk.reports.sheet import A4, Sheet
from reviewdesk.reports.words import words_in


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document, and the pieces of its text that are the template's own and no data."""

    pdf: bytes
    template: tuple[str, ...]


def render(summary: CustomerSummary, fonts: Path, *, size: tuple[float, float] = A4) -> Rendered:
    """Set a customer's summary; the same value gives the same bytes under one program version.

    `fonts` is the folder of font files; `size` is the paper in points, `A4` or `LETTER`.
    """
    words = words_in(summary.language, summary.held_on)
    sheet = Sheet(summary, words, Look(summary.branding), Typesetter(fonts_in(fonts)), size)
    setup = Setup(sheet)
    story: list[Flowable] = [*first_page(setup), *later_pages(setup)]
    return Rendered(*sheet.build(story, closing_strip(setup)))


def render_summary(summary: CustomerSummary, fonts: Path, *, size: tuple[float, float] = A4) -> bytes:
    """Set a customer's summary and give the PDF."""
    return render(summary, fonts, size=size).pdf
