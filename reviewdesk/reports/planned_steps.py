"""What is to be done, by whom and by when, as a part of any document."""

from collections.abc import Sequence
from typing import Final

from reportlab.platypus import Flowable

from reviewdesk.domain.loss_document import PlannedStep
from reviewdesk.reports.boss_setup import listed
from reviewdesk.reports.boxes import Align
from reviewdesk.reports.our_side import cut_words
from reviewdesk.reports.section import Cell, Field, Setup
from reviewdesk.reports.text import gate

_STEPS: Final = (
    Field("what", 300, flexible=True), Field("owner", 110, least=70), Field("by", 64, align=Align.RIGHT, least=44)
)  # fmt: skip


def planned_steps(setup: Setup, steps: Sequence[PlannedStep], title: str) -> list[Flowable]:
    """Set steps under a title; nothing where there are none."""
    rows = [
        (Cell(each.what), Cell(cut_words(each.owner, 60), setup.look.quiet),
         Cell(setup.words.short_day(each.due) if each.due else ""))
        for each in steps if gate(each.what)
    ]  # fmt: skip
    return [listed(setup.table(_STEPS, rows, setup.sheet.width), setup, title)] if rows else []
