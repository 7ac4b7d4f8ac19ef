"""The end of the hand-off pack: to be accepted or returned with named gaps, typed into the file or signed on paper."""

from collections.abc import Iterator
from typing import Final

from reportlab.platypus import CondPageBreak, Flowable

from reviewdesk.domain.hand_off import HandOffPack
from reviewdesk.domain.hand_off_form import ACCEPTED, ANSWER, DAYS, DOCUMENT, GAPS, KIND, NAMES, RETURNED, ROUND
from reviewdesk.reports.boxes import Stack
from reviewdesk.reports.by_hand import LinesAbove
from reviewdesk.reports.form_boxes import Asking, Circles, Comment, Hidden, OneLine, Step
from reviewdesk.reports.form_fields import FormFields
from reviewdesk.reports.lines import Line, Run
from reviewdesk.reports.look import GUTTER
from reviewdesk.reports.section import Setup
from reviewdesk.reports.table import Column, Rows, Section

_LONGEST_NAME: Final = 120
_LONGEST_DAY: Final = 20
_LONGEST_GAPS: Final = 4000
_GAPS_HEIGHT: Final = 104.0


def acceptance(setup: Setup, value: HandOffPack, fields: FormFields) -> Iterator[Flowable]:
    """Give the form, which stands whole on one page, and last the values that say which pack it answers."""
    width = setup.sheet.width
    parts = list(_parts(setup, value, fields, width))
    room = sum(each.wrap(width, 10_000)[1] + (each.getSpaceBefore() or 0) for each in parts)
    yield CondPageBreak(room)
    yield from parts


def _parts(setup: Setup, value: HandOffPack, fields: FormFields, width: float) -> Iterator[Flowable]:
    words, look = setup.words, setup.look
    steps = tuple(Step(key, _line(setup, words[f"pack {key}"])) for key in (ACCEPTED, RETURNED))
    circles = Circles(fields, Asking(ANSWER, words["pack answer"]), steps)
    heading = (Run(words["pack answer"], look.heading.ink, own=True),)
    yield Section(setup.titled(_row(width, (circles,)), heading), before=20)
    half = (width - GUTTER) / 2
    sides = tuple(
        Rows((Column(half),), (((
            OneLine(fields, Asking(name, words[f"pack {name}"]), _line(setup, words[f"pack {name}"]), _LONGEST_NAME,
                    _filled(setup, who, half)),
            OneLine(fields, Asking(day, words[f"pack {day}"]), _line(setup, words["pack day"]), _LONGEST_DAY),
        ),),), pad=2, ruled=False)
        for name, day, who in zip(NAMES, DAYS, (value.passed_by, value.accepted_by), strict=True)
    )  # fmt: skip
    yield Section(*sides, gap=GUTTER, before=4)
    label = setup.stack(look.cell, (Run(words["pack gaps"], look.cell.ink, own=True),), width)
    gaps = Comment(fields, Asking(GAPS, words["pack gaps"]), _GAPS_HEIGHT, _LONGEST_GAPS)
    yield Section(_row(width, (*label, gaps)), before=10)
    signed = tuple(
        setup.stack(look.small, (Run(words[f"pack sign {name}"], look.small.ink, own=True),), half) for name in NAMES
    )
    yield Section(_row(width, (LinesAbove(signed),)), before=14)
    small = setup.prose(look.small, (Run(words["pack how"], look.small.ink, own=True),), before=6)
    yield from small
    known = ((DOCUMENT, KIND), (ROUND, value.id.hex))
    yield Section(_row(width, (Hidden(fields, known),)), before=0)


def _row(width: float, stack: Stack) -> Rows:
    return Rows((Column(width),), ((stack,),), pad=0, ruled=False)


def _line(setup: Setup, words: str) -> Line:
    line = setup.sheet.setter.shortened((Run(words, setup.look.cell.ink, own=True),), setup.sheet.width)
    return line if line is not None else Line((), 0.0, ())


def _filled(setup: Setup, who: str, room: float) -> tuple[str, Line]:
    """Give a name as it stands in its field from the beginning."""
    line = setup.sheet.setter.shortened((Run(who, setup.look.cell.ink),), room / 2)
    return (who[:_LONGEST_NAME], line) if line is not None else ("", Line((), 0.0, ()))
