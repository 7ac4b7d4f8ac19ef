"""The review summary for our side: the customer's own pages, and after them what only our side knows."""

from dataclasses import replace
from pathlib import Path

from reportlab.platypus import Flowable

from reviewdesk.domain.our_phrases import OUR_PHRASES
from reviewdesk.domain.our_summary import OurSummary
from reviewdesk.domain.summary_charts import SummaryCharts
from reviewdesk.domain.words import words_in
from reviewdesk.reports.closing import closing_strip
from reviewdesk.reports.first_page import first_page
from reviewdesk.reports.fonts import fonts_in
from reviewdesk.reports.later_pages import later_pages
from reviewdesk.reports.lines import Typesetter
from reviewdesk.reports.look import Look
from reviewdesk.reports.our_part import at_a_glance, our_part
from reviewdesk.reports.our_side import FOR_OUR_SIDE
from reviewdesk.reports.sheet import Sheet
from reviewdesk.reports.summary_setup import SummarySetup, frame_of


def render_our_summary(ours: OurSummary, fonts: Path) -> bytes:
    """Set a summary for our side, which says so on every page; the same value gives the same bytes."""
    customer = replace(ours.customer, charts=_with_bought(ours))
    english = words_in("en", customer.held_on)
    words = replace(english, phrases={**english.phrases, **OUR_PHRASES})
    frame = frame_of(customer, words)
    frame = replace(frame, label=FOR_OUR_SIDE, made_on=ours.written_on, edition=((words.day(ours.written_on), True),))
    setup = SummarySetup(Sheet(frame, words, Look(customer.branding), Typesetter(fonts_in(fonts))), customer)
    story: list[Flowable] = [
        *first_page(setup, *at_a_glance(setup, ours)),
        *later_pages(setup),
        *our_part(setup, ours),
    ]
    return setup.sheet.build(story, closing_strip(setup)).pdf


def _with_bought(ours: OurSummary) -> SummaryCharts:
    """Show what they buy in any case: it is ours to know."""
    return replace(ours.customer.charts, bought=ours.customer.charts.bought or ours.bought)
