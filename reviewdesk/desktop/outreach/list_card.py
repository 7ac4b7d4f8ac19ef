"""One list of calls as a card: how far it is, its script, and who is on it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from reviewdesk.desktop.widgets.buttons import IconButton
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.row_list import RowList, Section

_INSET = 18


class ListCard(Card):
    """Shows one list.

    Signals:
        acted: the id of an account on it, and what to do with it.
        opened: the id of the account to open.
        change_asked, end_asked: the list is to be changed, or ends.
    """

    acted = Signal(object, str)
    opened = Signal(object)
    change_asked = Signal()
    end_asked = Signal()

    def __init__(self) -> None:
        super().__init__(" ", " ", edge_to_edge=True)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.script = Label(part=Part.MUTED, wraps=True)
        self.script.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.rows = RowList(self.tr("Calls"))
        self.change = IconButton(self.tr("Name and script"), "pencil")
        self.end = IconButton(self.tr("End this list"), "archive")
        for each in (self.change, self.end):
            self.heading.add(each)
        around = QWidget()
        column = QVBoxLayout(around)
        column.setContentsMargins(_INSET, 12, _INSET, 12)
        column.addWidget(self.script)
        self.add(around)
        self.add(self.rows)
        self.rows.opened.connect(self.opened)
        self.rows.action_asked.connect(self.acted)
        self.change.clicked.connect(self.change_asked)
        self.end.clicked.connect(self.end_asked)

    def show_list(self, name: str, remark: str, script: str, sections: Sequence[Section]) -> None:
        """Show the list as it stands; the person stays on the row they were on."""
        self.setAccessibleName(name)
        self.heading.show_text(name)
        self.heading.show_remark(remark)
        self.script.setText(script)
        self.rows.setAccessibleName(name)
        self.rows.show_sections(sections)
