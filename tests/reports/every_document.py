"""Every document there is, with a typed example: what each renderer in `reviewdesk.reports` is tested with.

A test holds this complete, so that a new renderer is not forgotten.
"""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from typing import Any

from reviewdesk import reports
from reviewdesk.domain.answer import Asked
from reviewdesk.domain.gaps import Gap
from reviewdesk.domain.health_settings import Band
from reviewdesk.domain.letters.colleague_sheet import ColleagueSheet, OwedItem, OwedTo
from reviewdesk.domain.our_summary import (
    Noted,
    OurConcern,
    OurFactor,
    OurHealth,
    OurKept,
    OurLine,
    OurOpportunity,
    OurPerson,
    OurSummary,
)
from reviewdesk.domain.recovery_story import RecoveryStory
from reviewdesk.domain.summary import Vendor
from reviewdesk.reports.brief import render_brief
from reviewdesk.reports.change_notice import render_change_notice
from reviewdesk.reports.colleague_sheet import render_colleague_sheet
from reviewdesk.reports.feedback import render_feedback_form
from reviewdesk.reports.hand_off import render_hand_off
from reviewdesk.reports.letter import render_letter
from reviewdesk.reports.loss_review import render_loss_review
from reviewdesk.reports.meeting_sheet import render_meeting_sheet
from reviewdesk.reports.monday import render_monday
from reviewdesk.reports.our_summary import render_our_summary
from reviewdesk.reports.portfolio import render_portfolio
from reviewdesk.reports.pre_read import render_pre_read
from reviewdesk.reports.recovery_story import render_recovery_story
from reviewdesk.reports.reminder import render_reminder
from reviewdesk.reports.summary import render, render_summary
from reviewdesk.reports.team_sheet import render_team_sheet
from tests.reports import boss_values, feedback_forms, letters, loss_values, test_papers_pdf
from tests.reports.chart_values import BOUGHT, CHARTS
from tests.reports.summaries import FONTS, FULL


@dataclass(frozen=True, slots=True)
class Document:
    """A kind of document: what makes it, and an example with something in every place.

    `is_ours` says that it is for our side, `languages` in which ones it exists, `has_fields` that it is filled in.
    `fixed` are lists that are bounded before it is set; `head` stands on each page where the pattern
    `row` is found.
    """

    name: str
    make: Callable[..., Any]
    example: Any
    is_ours: bool = False
    languages: tuple[str, ...] = ("en", "de", "fr")
    has_fields: bool = False
    fixed: frozenset[str] = frozenset()
    row: str = ""
    head: str = ""

    def pdf(self, value: Any = None) -> bytes:
        """Make it of its example or of another value."""
        made = self.make(self.example if value is None else value, FONTS)
        return made if isinstance(made, bytes) else made.pdf


_ENGLISH = ("en",)
_DAY = date(2026, 11, 24)
_OWED = ColleagueSheet(
    vendor=Vendor("Northgate", "Freight Systems"), name="Omar Haddad", written_on=_DAY, asked_by="Dana Reyes",
    owed=(
        OwedTo(
            account="Łódź Logistics",
            items=(
                OwedItem(what="Root cause of the late deliveries", due=date(2026, 11, 20), days_over=4, is_promise=True,
                         occasion="Quarterly review", since=date(2026, 8, 25)),
                OwedItem(what="List of surcharges for next year"),
            ),
        ),
        OwedTo(account="Globex Corporation", items=(OwedItem(what="Price sheet", due=date(2026, 12, 1)),)),
    ),
)  # fmt: skip
_OURS = OurSummary(
    customer=replace(FULL, charts=CHARTS), written_on=_DAY,
    health=OurHealth(
        "71, watch", Band.WATCH, 90, 7, held="An open concern of severity 4 holds it.", moves=("Close it: 71 to 79",),
        silences=("61 days without contact",),
        factors=(OurFactor("concerns", 60, 20, "one of severity 4"), OurFactor("gut feeling", None, 10)),
    ),
    concerns=(OurConcern("Two late deliveries, and again last week", 4, "plan in place", "Operations", "Carrier"),),
    gaps=(Gap(Asked.TRUST, 7, 4, _DAY), Gap(Asked.SERVICE, 5, 1, _DAY, is_guess=True)),
    people=(OurPerson("Anna Nowak", "Supply chain director", "decides", "backs us", 5, "no surprises"),),
    opportunities=(OurOpportunity("A second hall", "80,000", "offer by March", _DAY),),
    kept=OurKept(5, 1, 1, 79), lines=(OurLine(Noted.RIVAL, "FastFreight is 3 % cheaper", "Anna Nowak"),), bought=BOUGHT,
)  # fmt: skip
_STORY = RecoveryStory(
    vendor=Vendor("Northgate", "Freight Systems"), written_on=_DAY, account="Łódź Logistics",
    told="Two deliveries came late, and nobody told us.", cause="A driver change at the depot was not in the plan.",
    fix="Driver changes are planned two days ahead, and the customer gets a message.", days=12,
    beyond="We drove the third delivery ourselves, at night.", email="dana@northgate.example",
)  # fmt: skip
DOCUMENTS = (
    Document(
        "review summary",
        render,
        replace(FULL, charts=CHARTS),
        fixed=frozenset({"charts"}),
        row="Gate log|Your finance team",
        head="Source and date",
    ),
    Document("review summary alone", render_summary, FULL),
    Document(
        "review summary for our side",
        render_our_summary,
        _OURS,
        is_ours=True,
        languages=_ENGLISH,
        fixed=frozenset({"charts", "bought"}),
    ),
    Document(
        "brief",
        render_brief,
        test_papers_pdf.brief("Short words"),
        is_ours=True,
        languages=_ENGLISH,
        fixed=frozenset({"head", "sections"}),
    ),
    Document("pre-read", render_pre_read, test_papers_pdf.pre_read("Short words")),
    Document(
        "meeting sheet", render_meeting_sheet, test_papers_pdf.sheet("Short words"), is_ours=True, languages=_ENGLISH
    ),
    Document("Monday page", render_monday, boss_values.FULL_WEEK, is_ours=True, languages=_ENGLISH),
    Document(
        "portfolio",
        render_portfolio,
        boss_values.FULL_PORTFOLIO,
        is_ours=True,
        languages=_ENGLISH,
        row="Tier C 0",
        head="Tier Accounts",
    ),
    Document("team sheet", render_team_sheet, boss_values.team_sheet("Operations"), is_ours=True, languages=_ENGLISH),
    Document("loss review", render_loss_review, loss_values.FULL_LOSS, is_ours=True, languages=_ENGLISH),
    Document(
        "hand-off pack", render_hand_off, loss_values.FULL_PACK, is_ours=True, languages=_ENGLISH, has_fields=True
    ),
    Document("first answer", render_letter, letters.first_answer()),
    Document("recovery letter", render_letter, letters.recovery()),
    Document("recovery story", render_recovery_story, _STORY),
    Document("reminder", render_reminder, letters.reminder(), row="January forecast", head="What For By"),
    Document("colleague sheet", render_colleague_sheet, _OWED, is_ours=True, languages=_ENGLISH),
    Document("change notice", render_change_notice, letters.change_notice(ends=True), row="Drive X4", head="Price now"),
    Document("feedback form", render_feedback_form, feedback_forms.a_form(), has_fields=True),
)


def renderers() -> Iterator[Callable[..., Any]]:
    """Give every public function of the reports that renders a value; not what adds to a document made already."""
    for module in pkgutil.walk_packages(reports.__path__, f"{reports.__name__}."):
        loaded = import_module(module.name)
        for name, made in inspect.getmembers(loaded, inspect.isfunction):
            if name.startswith("render") and made.__module__ == module.name and not _adds(made):
                yield made


def _adds(made: Callable[..., Any]) -> bool:
    return next(iter(inspect.signature(made).parameters.values())).annotation in {bytes, "bytes"}
