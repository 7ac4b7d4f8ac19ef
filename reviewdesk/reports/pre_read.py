"""The pre-read a customer gets before a review: a finished value in, PDF bytes out."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from reportlab.platypus import Flowable

from reviewdesk.domain.invitation import WORDS
from reviewdesk.domain.pre_read import PreRead
from reviewdesk.domain.words import words_in
from reviewdesk.reports.boxes import Align
from reviewdesk.reports.fonts import fonts_in
from reviewdesk.reports.goals_table import goals
from reviewdesk.reports.later_pages import last_promises
from reviewdesk.reports.lines import Run, Typesetter
from reviewdesk.reports.look import GUTTER, Look, Style
from reviewdesk.reports.page_frame import PageFrame
from reviewdesk.reports.people_line import people_runs
from reviewdesk.reports.questions import questions
from reviewdesk.reports.section import Cell, Field, Setup
from reviewdesk.reports.sheet import Sheet
from reviewdesk.reports.summary import Rendered
from reviewdesk.reports.table import Rows, Section
from reviewdesk.reports.text import gate, one_line
from reviewdesk.reports.title import title

_AGENDA: Final = (Field("", 60), Field("", 420, flexible=True), Field("", 70, align=Align.RIGHT))


def render_pre_read(value: PreRead, fonts: Path) -> Rendered:
    """Set a pre-read; the same value gives the same bytes under one program version."""
    words = words_in(value.language, value.on)
    frame = PageFrame(
        vendor=value.vendor, branding=value.branding, account=value.account, title=value.title, period=value.period,
        on=value.on, made_on=value.written_on, edition=((words["before"], True),), email=value.email,
    )  # fmt: skip
    setup = Setup(Sheet(frame, words, Look(value.branding), Typesetter(fonts_in(fonts))))
    built = setup.sheet.build(list(_page(setup, value)))
    return Rendered(built.pdf, built.template)


def _page(setup: Setup, value: PreRead) -> Iterator[Flowable]:
    yield from title(setup, value.account)
    small = Style(setup.look.quiet.ink, 13.6)
    yield from setup.prose(small, list(_occasion(setup, value, small)), before=5)
    yield from _agenda_and_questions(setup, value)
    if value.promises is not None:
        yield from last_promises(setup, value.promises)
    yield from goals(setup, value.goals)


def _occasion(setup: Setup, value: PreRead, style: Style) -> Iterator[Run]:
    """Give "Tuesday 24 November 2026, 10:00–11:00 (Europe/Warsaw), Łódź · Anna Nowak · Dana Reyes, Northgate"."""
    words, ink = setup.words, style.ink
    weekday = WORDS[words.language].weekdays[value.on.weekday()]
    for text, own in words.filled("weekday", weekday=(weekday, True), day=(words.day(value.on), True)):
        yield Run(text, ink, own)
    if value.at is not None:
        until = (datetime.combine(date(2000, 1, 1), value.at) + timedelta(minutes=value.minutes)).time()
        yield Run(f", {words.clock(value.at)} – {words.clock(until)}", ink, own=True)
        if one_line(value.zone):
            yield Run(" (", ink, own=True)
            yield Run(one_line(value.zone), ink)
            yield Run(")", ink, own=True)
    if gate(value.place):
        yield Run(", ", ink, own=True)
        yield Run(one_line(value.place), ink)
    yield from people_runs(value.theirs, value.ours, value.vendor.name, ink)


def _agenda_and_questions(setup: Setup, value: PreRead) -> Iterator[Flowable]:
    """Set the agenda, and beside it what they are asked to think about, so that nobody misses it."""
    half = (setup.sheet.width - GUTTER) / 2
    agenda = _agenda(setup, value, half)
    asked = _to_think_about(setup, value, half if agenda else setup.sheet.width)
    there = [each for each in (agenda, asked) if each is not None]
    if there:
        yield Section(*there, gap=GUTTER)


def _agenda(setup: Setup, value: PreRead, width: float) -> Rows | None:
    look, words = setup.look, setup.words
    rows = [
        (
            Cell(_starts(setup, each.starts), look.quiet, own=True),
            Cell(each.title),
            Cell(
                "".join(text for text, _ in words.filled("minutes", number=(str(each.minutes), True))),
                look.quiet,
                own=True,
            ),
        )
        for each in value.agenda
        if gate(each.title)
    ]
    return setup.headed(setup.table(_AGENDA, rows, width, heads=False), "agenda") if rows else None


def _starts(setup: Setup, starts: time | None) -> str:
    return setup.words.clock(starts) if starts else ""


def _to_think_about(setup: Setup, value: PreRead, width: float) -> Rows | None:
    asked = [(each, True) for each in value.to_think_about] + [(each, False) for each in value.figures_asked]
    if not asked:
        return None
    look = setup.look
    return questions(
        setup, setup.phrase("think", look.label.ink), asked, width, after=setup.phrase("add", look.small.ink)
    )
