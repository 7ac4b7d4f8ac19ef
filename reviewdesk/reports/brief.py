"""The brief on paper: one page to read in two minutes, for our side."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from reportlab.platypus import Flowable

from reviewdesk.domain.brief_page import BriefLine, BriefSection, PrintedBrief
from reviewdesk.domain.summary import Tone
from reviewdesk.domain.words import Words, words_in
from reviewdesk.reports.boxes import Align
from reviewdesk.reports.fonts import fonts_in
from reviewdesk.reports.lines import Run, Typesetter
from reviewdesk.reports.look import GUTTER, Look, Style
from reviewdesk.reports.our_side import FOR_OUR_SIDE, LONGEST_TITLE, Letters, cut_words, title_of
from reviewdesk.reports.page_frame import PageFrame
from reviewdesk.reports.questions import questions
from reviewdesk.reports.section import Cell, Field, Setup
from reviewdesk.reports.sheet import Sheet
from reviewdesk.reports.table import Column, Rows, Section
from reviewdesk.reports.text import gate

# How many lines of a part and letters of a line there is room for, from the roomiest page to the tightest.
_TRIES: Final = (
    Letters(6, 260),
    Letters(5, 200),
    Letters(5, 120),
    Letters(4, 90),
    Letters(3, 70),
    Letters(2, 50),
    Letters(1, 24),
)
_LEAST: Final = Letters(1, 4)
_OWED = (Field("what", 400, flexible=True), Field("owner", 76), Field("due", 82, align=Align.RIGHT))
_CONCERNS = (Field("what", 420, flexible=True), Field("state", 160, align=Align.RIGHT))
_ROOM = (Field("what", 130, flexible=True), Field("owner", 150, flexible=True), Field("due", 210, flexible=True))
QUESTIONS: Final = "Three questions to ask"
_HALVES: Final = (
    ("What we owe them", "What they owe us"),
    ("What is new since the last review", "What they asked and wait for"),
)


def render_brief(brief: PrintedBrief, fonts: Path) -> bytes:
    """Set a brief on one page; what there is no room for is counted. The same value gives the same bytes."""
    words = words_in("en", brief.written_on)
    setter = Typesetter(fonts_in(fonts))
    setup = Setup(Sheet(_frame(brief, words), words, Look(brief.branding), setter))
    for letters in _TRIES:
        built = setup.sheet.build(list(_page(setup, brief, letters)))
        if built.pages == 1:
            return built.pdf
    return setup.sheet.build(list(_page(setup, brief, _LEAST))).pdf


def _frame(brief: PrintedBrief, words: Words) -> PageFrame:
    return PageFrame(
        vendor=brief.vendor, branding=brief.branding, account=brief.account, title="Brief", period="",
        on=brief.written_on, made_on=brief.written_on, label=FOR_OUR_SIDE,
        edition=((words.day(brief.written_on), True),),
    )  # fmt: skip


def _page(setup: Setup, brief: PrintedBrief, letters: Letters) -> Iterator[Flowable]:
    name = cut_words(brief.account, min(LONGEST_TITLE, letters.of_a_line))
    yield from title_of(setup, name, [cut_words(each, letters.of_a_line) for each in brief.head])
    parts = {each.title: _printable(each).cut_to(letters.lines) for each in brief.sections}
    owed, later = ([parts.pop(title, None) for title in pair] for pair in _HALVES)
    asked = parts.pop(QUESTIONS, None)
    yield from _side_by_side(setup, owed, letters)
    for each in parts.values():
        yield Section(_headed(setup, each, _rows(setup, each, letters, setup.sheet.width)))
    yield from _side_by_side(setup, later, letters)
    if asked is not None:
        yield Section(_questions(setup, asked, letters))


def _printable(section: BriefSection) -> BriefSection:
    """Leave out what says nothing."""
    return replace(section, said=tuple(each for each in section.said if gate(each.words)))


def _side_by_side(setup: Setup, pair: Sequence[BriefSection | None], letters: Letters) -> Iterator[Flowable]:
    """Set two parts beside each other; one alone takes the whole width."""
    there = [each for each in pair if each is not None]
    width = setup.sheet.width if len(there) == 1 else (setup.sheet.width - GUTTER) / 2
    rows = [_headed(setup, each, _rows(setup, each, letters, width)) for each in there]
    if rows:
        yield Section(*rows, gap=GUTTER)


def _rows(setup: Setup, section: BriefSection, letters: Letters, width: float) -> Rows:
    """Set a part as the table that its lines have the cells for, else as a list."""
    fields, cell_of = _TABLES.get(section.title, ((), None))
    if cell_of is None or not section.said:
        return _and_more(setup, _list(setup, section, letters, width), section)
    cells = [cell_of(setup.look, line, letters.of_a_line) for line in section.said]
    return _and_more(setup, setup.table(fields, cells, width, heads=False), section)


def _owed(look: Look, line: BriefLine, most: int) -> tuple[Cell, ...]:
    when = look.toned(Tone.BAD) if line.is_late else look.cell
    return (
        Cell(cut_words(line.words, most * 2 // 3)),
        Cell(cut_words(line.beside, min(40, most)), look.quiet),
        Cell(cut_words(line.when, min(24, most)), when),
    )


def _concern(look: Look, line: BriefLine, most: int) -> tuple[Cell, ...]:
    return Cell(cut_words(line.words, most)), Cell(cut_words(line.beside, min(48, most)), look.quiet)


def _person(look: Look, line: BriefLine, most: int) -> tuple[Cell, ...]:
    name = Style(look.label.ink._replace(colour=look.cell.ink.colour), look.cell.leading)
    who, role = cut_words(line.words, most // 2), cut_words(line.beside, most // 2)
    return Cell(who, name), Cell(role, look.quiet), Cell(cut_words(line.when, most))


_TABLES: Final = {
    "What we owe them": (_OWED, _owed),
    "What they owe us": (_OWED, _owed),
    "What worries them, in their words": (_CONCERNS, _concern),
    "Who is in the room": (_ROOM, _person),
}


def _list(setup: Setup, section: BriefSection, letters: Letters, width: float) -> Rows:
    ink = setup.look.body.ink
    items = [(Run(cut_words(line.words, letters.of_a_line), ink),) for line in section.said]
    return setup.list(items, room=width) or Rows((Column(width),), ())


def _and_more(setup: Setup, rows: Rows, section: BriefSection) -> Rows:
    """Say below rows how many more there are."""
    if not section.more:
        return rows
    style = setup.look.small
    words = f"and {section.more} more" if section.said else f"{section.more} on the screen only"
    at = 0 if rows.ruled else len(rows.columns) - 1
    said = setup.stack(style, (Run(words, style.ink, own=True),), rows.columns[at].width)
    cells = [said if place == at else () for place in range(len(rows.columns))]
    return replace(rows, rows=(*rows.rows, tuple(cells)))


def _headed(setup: Setup, section: BriefSection, rows: Rows) -> Rows:
    return setup.titled(rows, (Run(section.title, setup.look.heading.ink, own=True),))


def _questions(setup: Setup, section: BriefSection, letters: Letters) -> Rows:
    heading = Run(section.title, setup.look.label.ink, own=True)
    asked = [(cut_words(line.words, letters.of_a_line), False) for line in section.said]
    return questions(setup, (heading,), asked, setup.sheet.width)
