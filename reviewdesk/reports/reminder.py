"""The follow-up reminder: what one person of theirs took on, and what they will get from us, on one page."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from reportlab.platypus import Flowable

from reviewdesk.domain.letters.parts import Paragraph
from reviewdesk.domain.letters.pieces import FIXED_SPACE, filled
from reviewdesk.domain.letters.reminder import Reminder, ReminderItem
from reviewdesk.reports.boxes import Align
from reviewdesk.reports.letter import build_letter, on_one_page, paragraph
from reviewdesk.reports.letter_setup import BEHIND_TABLE, LetterSetup, letter_setup
from reviewdesk.reports.section import Cell, Field
from reviewdesk.reports.sheet import Built
from reviewdesk.reports.summary import Rendered
from reviewdesk.reports.table import Section
from reviewdesk.reports.text import gate, one_line

_THEIRS: Final = (
    Field("what", 400, flexible=True), Field("for whom", 88, least=88),
    Field("by when", 66, align=Align.RIGHT, least=66), Field("agreed", 124, least=124),
)  # fmt: skip
_OURS: Final = (_THEIRS[0], Field("who", 88, least=88), *_THEIRS[2:])


def render_reminder(value: Reminder, fonts: Path) -> Rendered:
    """Set a reminder, closer where that keeps it on one page; the same value gives the same bytes."""
    return on_one_page(letter_setup(value.frame, value.subject, fonts), partial(_built, value=value))


def _built(setup: LetterSetup, value: Reminder) -> Built:
    last = filled(setup.words["reminder closing"])
    return build_letter(setup, value.frame, value.subject, list(_story(setup, value)), last, BEHIND_TABLE)


def _story(setup: LetterSetup, value: Reminder) -> Iterator[Flowable]:
    """Say once where all was agreed, where that was in one meeting, else beside each thing."""
    every = {_agreed(setup, each) for each in (*value.theirs, *value.ours)}
    once = every.pop() if len(every) == 1 else ""
    opening = (
        filled(setup.words["reminder opening once"], once=once) if once else filled(setup.words["reminder opening"])
    )
    yield paragraph(setup, Paragraph(opening))
    blank = "" if once or not any(every) else FIXED_SPACE
    yield _items(setup, "yours", _THEIRS, value.theirs, blank) or _said(setup, "nothing yours")
    yield _items(setup, "ours", _OURS, value.ours, blank) or _said(setup, "nothing ours")


def _said(setup: LetterSetup, key: str) -> Flowable:
    return paragraph(setup, Paragraph(filled(setup.words[key])))


def _items(
    setup: LetterSetup, heading: str, fields: Sequence[Field], items: Sequence[ReminderItem], blank: str
) -> Flowable | None:
    """Set a table; its last column is there where `blank` stands for what is not known."""
    rows = [_row(setup, each, blank) for each in items if gate(each.what)]
    if not rows:
        return None
    table = setup.table(fields, rows, setup.measure)
    return Section(setup.headed(setup.closer(table), heading), before=15)


def _row(setup: LetterSetup, item: ReminderItem, blank: str) -> tuple[Cell, ...]:
    look = setup.look
    return (
        Cell(item.what),
        Cell(one_line(item.who), look.quiet),
        Cell(setup.words.short_day(item.due) if item.due else "", own=True),
        Cell((_agreed(setup, item) or blank) if blank else "", look.quiet),
    )


def _agreed(setup: LetterSetup, item: ReminderItem) -> str:
    """Give "Quarterly review, 25 Aug"."""
    day = setup.words.short_day(item.agreed_on) if item.agreed_on else ""
    if not (day and item.occasion):
        return item.occasion or day
    return setup.words["occasion"].format(occasion=item.occasion, day=day)
