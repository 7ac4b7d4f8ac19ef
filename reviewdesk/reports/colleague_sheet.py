"""The sheet a colleague is reminded with: all they owe, customer by customer, for our side."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from reportlab.platypus import Flowable

from reviewdesk.domain.intervals import counted_days
from reviewdesk.domain.letters.colleague_sheet import ColleagueSheet, OwedItem, OwedTo
from reviewdesk.domain.summary import Tone
from reviewdesk.domain.words import words_in
from reviewdesk.reports.boxes import Align
from reviewdesk.reports.fonts import fonts_in
from reviewdesk.reports.lines import Run, Typesetter
from reviewdesk.reports.look import Look
from reviewdesk.reports.our_side import FOR_OUR_SIDE, cut_words, title_of
from reviewdesk.reports.page_frame import PageFrame
from reviewdesk.reports.section import Cell, Field, Setup
from reviewdesk.reports.sheet import Sheet
from reviewdesk.reports.table import Section
from reviewdesk.reports.text import gate, one_line

_FIELDS: Final = (
    Field("", 400, flexible=True), Field("", 52, least=52), Field("", 138, least=138),
    Field("", 74, align=Align.RIGHT, least=74),
)  # fmt: skip


def render_colleague_sheet(value: ColleagueSheet, fonts: Path) -> bytes:
    """Set the sheet; the same value gives the same bytes under one program version."""
    words = words_in("en", value.written_on)
    frame = PageFrame(
        vendor=value.vendor, branding=value.branding, account=value.name, title="What we wait for", period="",
        on=value.written_on, made_on=value.written_on, label=FOR_OUR_SIDE,
        edition=((words.day(value.written_on), True),),
    )  # fmt: skip
    setup = Setup(Sheet(frame, words, Look(value.branding), Typesetter(fonts_in(fonts))))
    return setup.sheet.build(list(_page(setup, value))).pdf


def _page(setup: Setup, value: ColleagueSheet) -> Iterator[Flowable]:
    yield from title_of(setup, value.name, [_asked(value)])
    yield from setup.prose(setup.look.lead, _opening(setup, value), before=13)
    for each in value.owed:
        yield _owed(setup, each)
    style = setup.look.body
    ending = Run("Please say what is done, and where a day will not hold, say by when it will.", style.ink, own=True)
    yield from setup.prose(style, (ending,), before=18)


def _asked(value: ColleagueSheet) -> str:
    return f"Asked by {one_line(value.asked_by)}" if gate(value.asked_by) else ""


def _opening(setup: Setup, value: ColleagueSheet) -> tuple[Run, ...]:
    things = "One thing" if value.count == 1 else f"{value.count} things"
    waits = "waits" if value.count == 1 else "wait"
    over = f", {value.late} over the day that was agreed" if value.late else ""
    customers = "a customer" if len(value.owed) == 1 else f"{len(value.owed)} customers"
    return (Run(f"{things} for {customers} {waits} on you{over}.", setup.look.lead.ink, own=True),)


def _owed(setup: Setup, owed: OwedTo) -> Flowable:
    rows = [_row(setup, each) for each in owed.items]
    table = setup.table(_FIELDS, rows, setup.sheet.width, heads=False)
    heading = Run(cut_words(owed.account, 90), setup.look.heading.ink)
    return Section(setup.titled(table, (heading,)))


def _row(setup: Setup, item: OwedItem) -> tuple[Cell, ...]:
    look, words = setup.look, setup.words
    day = words.short_day(item.due) if item.due else "no day yet"
    over = f"{counted_days(item.days_over)} over" if item.days_over > 0 else ""
    since = words.short_day(item.since) if item.since else ""
    known = ", ".join(each for each in (one_line(item.occasion), since) if each)
    return (
        Cell(item.what),
        Cell("promised" if item.is_promise else "", look.quiet, own=True),
        Cell(f"since {known}" if known else "", look.quiet, own=True),
        Cell(day, look.toned(Tone.BAD) if over else look.cell, own=True, below=over),
    )
