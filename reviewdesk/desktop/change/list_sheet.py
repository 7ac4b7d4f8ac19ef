"""What a price list would change, looked at before anything is written."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.field import ChoiceField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import RowList, Section
from reviewdesk.desktop.widgets.row_value import Row
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.services.price_lists import Against, PriceListPlan

_ROOM: Final = 14  # lines
_SAID: Final = {
    Against.LIST: "the list price in the book, else the last price paid",
    Against.LAST: "the last price paid for a piece, else the list price",
}


class PriceListSheet(Sheet):
    """Shows the plan of a price list.

    Signals:
        against_asked: with which price of today new ones are to be compared.
        taken: the plan is to be carried out.
    """

    against_asked = Signal(object)
    taken = Signal(object)

    def __init__(self, plan: PriceListPlan, parent: QWidget) -> None:
        super().__init__(parent.tr("Price list"), parent.tr("Take these in"), parent)
        self.plan = plan
        choices = [(each, _SAID[each]) for each in Against]
        self.against = ChoiceField(self.tr("A new price without an old one is compared with"), choices, plan.against,
                                   quiet=False)  # fmt: skip
        self.count = Label(part=Part.STRONG, wraps=True)
        self.rows = RowList(self.tr("Rows of the list"))
        area = ScrollColumn(self.tr("Rows of the list"))
        area.column.addWidget(self.rows)
        area.column.addStretch(1)
        line = self.fontMetrics()
        area.setMinimumHeight(line.lineSpacing() * _ROOM)
        self.setMinimumWidth(min(line.averageCharWidth() * 80, parent.width() - 48))
        for each in (self.against, self.count, area):
            self.add(each)
        self.against.edited.connect(self._ask_against)
        self.asked.connect(self._take)
        self.show_plan(plan)

    def show_plan(self, plan: PriceListPlan) -> None:
        """Show what it would change, and which rows change nothing with the reason."""
        self.plan = plan
        changed, left = len(plan.items), len(plan.left)
        items = f"{changed:,} item{'' if changed == 1 else 's'} would change"
        self.count.setText(f"{plan.file_name}: {items}, {left:,} row{'' if left == 1 else 's'} left out. Nothing is"
                           " written yet.")  # fmt: skip
        self.go.setEnabled(bool(changed))
        parts = (
            ("Would change", tuple(
                Row(f"item {each.item.name}", each.item.name, each.basis, icon="package",
                    pills=(PillText(each.item.words, Tone.BAD if each.item.ends else Tone.ACCENT),))
                for each in plan.items)),
            ("Left out, and why", tuple(
                Row(f"line {each.line}", each.item or f"row {each.line}", f"row {each.line}: {each.why}",
                    icon="circle-alert")
                for each in plan.left)),
        )  # fmt: skip
        self.rows.show_sections([Section(title, rows, f"{len(rows):,}") for title, rows in parts if rows])

    def _ask_against(self, chosen: object) -> None:
        self.against_asked.emit(Against(str(chosen)))

    def _take(self) -> None:
        self.taken.emit(self.plan)
