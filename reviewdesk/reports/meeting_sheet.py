"""The meeting sheet on paper: who is there, what to tick and to ask, and room to write by hand, for our side."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, cast

from reportlab.platypus import Flowable

from reviewdesk.domain.agenda import NEXT_DATE
from reviewdesk.domain.meeting_sheet import MeetingSheet, SheetItem
from reviewdesk.domain.summary import Attendee
from reviewdesk.domain.words import words_in
from reviewdesk.reports.boxes import Align, Stack
from reviewdesk.reports.by_hand import LinesAbove, RuledLines, Space, TickBox
from reviewdesk.reports.fonts import fonts_in
from reviewdesk.reports.lines import Run, Typesetter
from reviewdesk.reports.look import GUTTER, Look, Style
from reviewdesk.reports.our_side import FOR_OUR_SIDE, cut_words, title_of
from reviewdesk.reports.page_frame import PageFrame
from reviewdesk.reports.paper import Paper
from reviewdesk.reports.section import Cell, Field, Setup
from reviewdesk.reports.sheet import Sheet
from reviewdesk.reports.table import Column, Rows, Section
from reviewdesk.reports.text import gate, one_line

_TICK: Final = Field("", 12, least=12)
_PEOPLE: Final = (_TICK, Field("", 140, flexible=True), Field("", 110, flexible=True))
_PROMISES: Final = (_TICK, Field("what", 400, flexible=True), Field("owner", 60), Field("due", 72, align=Align.RIGHT))
_CONCERNS: Final = (
    _TICK, Field("concern", 400, flexible=True), Field("state", 90), Field("raised", 72, align=Align.RIGHT),
)  # fmt: skip
_WALK_INS: Final = 2
_APART: Final = 20.0
_HEADING: Final = 34.0
_FEWEST_LINES: Final = 4
_LINES_ALONE: Final = 14


class RestOfPage(Flowable):
    """Lines for notes down to the foot of the last page; nothing where there is hardly room."""

    def __init__(self, setup: Setup) -> None:
        """Fill the rest of this document's last page."""
        super().__init__()
        self.spaceBefore = 15
        self._setup = setup
        self._rows: Rows | None = None

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """Take all the room there is."""
        lines = int((aH - _HEADING) / _APART)
        self._rows = _room(self._setup, "More notes", lines) if lines >= _FEWEST_LINES else None
        self.width, self.height = aW, self._rows.height if self._rows else 0
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines."""
        if self._rows is not None:
            self._rows.draw(cast("Paper", cast("Any", self).canv), 0, self.height)


def render_meeting_sheet(value: MeetingSheet, fonts: Path) -> bytes:
    """Set a meeting sheet; the same value gives the same bytes under one program version."""
    day = value.on or value.written_on
    words = words_in("en", day)
    period = " · ".join(filter(None, (one_line(value.title), one_line(value.period))))
    frame = PageFrame(
        vendor=value.vendor, branding=value.branding, account=value.account, title="Meeting sheet", period=period,
        on=day, made_on=value.written_on, label=FOR_OUR_SIDE, edition=((words.day(value.written_on), True),),
    )  # fmt: skip
    setup = Setup(Sheet(frame, words, Look(value.branding), Typesetter(fonts_in(fonts))))
    return setup.sheet.build(list(_pages(setup, value))).pdf


def _pages(setup: Setup, value: MeetingSheet) -> Iterator[Flowable]:
    yield from title_of(setup, value.account, [_occasion(setup, value)])
    half = (setup.sheet.width - GUTTER) / 2
    theirs = _people(setup, "Who is there: theirs", value.theirs, half)
    yield Section(theirs, _people(setup, "Ours", value.ours, half), gap=GUTTER)
    yield from _promises(setup, value)
    yield from _concerns(setup, value)
    yield from _agenda(setup, value)
    yield RestOfPage(setup)


def _occasion(setup: Setup, value: MeetingSheet) -> str:
    words = setup.words
    if value.on is None:
        return one_line(value.place)
    at = words.clock(value.at) if value.at else ""
    return ", ".join(each for each in (f"{value.on:%A} {words.day(value.on)}", at, one_line(value.place)) if each)


def _titled(setup: Setup, rows: Rows, words: str) -> Rows:
    return setup.titled(rows, (Run(words, setup.look.heading.ink, own=True),))


def _people(setup: Setup, heading: str, people: Sequence[Attendee], width: float) -> Rows:
    """Set names with a box to tick for present, and below them lines for those who come along."""
    look = setup.look
    name = Style(look.label.ink._replace(colour=look.cell.ink.colour), look.cell.leading)
    rows = [
        (Cell(boxes=(TickBox(),)), Cell(cut_words(each.name, 80), name), Cell(cut_words(each.role, 80), look.quiet))
        for each in people
    ]
    more: Stack = (RuledLines(1, 15),)
    walk_ins = [(Cell(boxes=(TickBox(),)), Cell(boxes=more), Cell(boxes=more))] * _WALK_INS
    table = setup.table(_PEOPLE, [*rows, *walk_ins], width, heads=False)
    return _titled(setup, replace(table, ruled=False), heading)


def _promises(setup: Setup, value: MeetingSheet) -> Iterator[Flowable]:
    look, words = setup.look, setup.words
    rows = [
        (
            Cell(boxes=(TickBox(),)),
            Cell(each.what),
            Cell("ours" if each.is_ours else "theirs", look.quiet, own=True),
            Cell(words.short_day(each.due) if each.due else "", own=True),
        )
        for each in value.promises
        if gate(each.what)
    ]
    yield _to_tick(setup, _PROMISES, rows, "Last promises: tick what is done")


def _concerns(setup: Setup, value: MeetingSheet) -> Iterator[Flowable]:
    look, words = setup.look, setup.words
    rows = [
        (
            Cell(boxes=(TickBox(),)),
            Cell(f"“{one_line(each.words)}”"),
            Cell(each.stage, look.quiet),
            Cell(words.short_day(each.raised_on) if each.raised_on else "", look.quiet, own=True),
        )
        for each in value.concerns
        if gate(each.words)
    ]
    yield _to_tick(setup, _CONCERNS, rows, "Concerns to ask about: tick what is better")


def _to_tick(setup: Setup, fields: Sequence[Field], rows: Sequence[Sequence[Cell]], heading: str) -> Flowable:
    """Set a table whose first column is ticked; without anything in it, two lines to write on."""
    if not rows:
        return Section(_room(setup, heading, 2))
    return Section(_titled(setup, setup.table(fields, rows, setup.sheet.width), heading))


def _room(setup: Setup, heading: str, lines: int) -> Rows:
    width = setup.sheet.width
    rows = tuple(((RuledLines(1),),) for _ in range(lines))
    return _titled(setup, Rows((Column(width),), rows, pad=0, ruled=False), heading)


def _agenda(setup: Setup, value: MeetingSheet) -> Iterator[Flowable]:
    """Set each item with its time box, what to bring up, and as much room to write as it has time."""
    items = value.agenda
    if not items:
        yield Section(_room(setup, "Notes", _LINES_ALONE))
    if not any(each.title == NEXT_DATE for each in items):
        items = (*items, SheetItem(NEXT_DATE, 0))
    columns = (Column(52), Column(setup.sheet.width - 52 - 10))
    for at, each in enumerate(items):
        row = (_box(setup, each), _item(setup, each, columns[1].width))
        rows = Rows(columns, (row,), gap=10, pad=6, ruled=False)
        first = at == 0 and bool(value.agenda)
        yield Section(_titled(setup, rows, "Agenda") if first else rows, before=15 if at == 0 else 0)


def _box(setup: Setup, item: SheetItem) -> Stack:
    look = setup.look
    when = setup.words.clock(item.starts) if item.starts else ""
    bold = Style(look.label.ink, 13.8)
    minutes = setup.stack(
        look.small, (Run(f"{item.minutes} min" if item.minutes else "", look.small.ink, own=True),), 52
    )
    return (*setup.stack(bold, (Run(when, bold.ink, own=True),), 52), *minutes)


def _item(setup: Setup, item: SheetItem, width: float) -> Stack:
    look = setup.look
    title = Style(look.label.ink._replace(colour=look.cell.ink.colour, size=9.4), 13.8)
    said = [
        box
        for each in item.points
        for box in setup.stack(look.quiet, (Run(f"– {one_line(each)}", look.quiet.ink),), width)
    ]
    room: Stack = (_day_and_place(setup),) if item.title == NEXT_DATE else (Space(2), RuledLines(_lines(item)))
    return (*setup.stack(title, (Run(item.title, title.ink),), width), *said, *room)


def _lines(item: SheetItem) -> int:
    return min(8, max(2, item.minutes // 3))


def _day_and_place(setup: Setup) -> LinesAbove:
    small = setup.look.small
    said = ("Day", "Time", "Place")
    return LinesAbove(tuple(setup.stack(small, (Run(each, small.ink, own=True),), 140) for each in said))
