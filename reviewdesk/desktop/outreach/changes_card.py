"""The changes for customers on the outreach: each leads to its page."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from reviewdesk.desktop.change.model import Line, line_remark
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.row_value import Row
from reviewdesk.domain.money import format_money


class ChangesCard(Card):
    """Lists changes.

    Signals:
        opened: the id of the change whose page is wanted. new_asked: a new one is.
    """

    opened = Signal(object)
    new_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Change notices"), " ", edge_to_edge=True)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.rows = RowList(self.tr("Change notices"))
        self.new_button = ghost_button(self.tr("New change notice"), "plus")
        self.heading.add(self.new_button)
        self.add(self.rows)
        self.rows.opened.connect(self.opened)
        self.new_button.clicked.connect(self.new_asked)
        self.hide()

    def show_changes(self, lines: Sequence[Line]) -> None:
        """Show these changes; without any the card goes."""
        self.setVisible(bool(lines))
        self.heading.show_remark(f"{len(lines):,}" if lines else "")
        self.rows.show_rows([_row(each) for each in lines])


def _row(line: Line) -> Row:
    change, balance = line.change, line.balance
    exposure = f"exposure {format_money(balance.exposure, line.currency)} a year"
    left = f", {format_money(balance.open, line.currency)} open" if change.announced_on is not None else ""
    tone = Tone.NEUTRAL if change.ended_on else Tone.WARN if change.announced_on is None else Tone.ACCENT
    word = "ended" if change.ended_on else "rehearsal" if change.announced_on is None else "announced"
    meta = f"{line_remark(line)} · {exposure}{left}"
    return Row(change.id, change.name, meta, icon="megaphone", pills=(PillText(word, tone),))
