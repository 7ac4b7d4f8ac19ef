"""What a concern belongs to, as buttons that lead there: our processes, and the outreach to all who share it."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.flow import FlowLayout


class ConcernTies(QWidget):
    """Names what a concern belongs to; it is not there where that is nothing.

    Signals:
        asked: the id of what to go to.
    """

    asked = Signal(object)

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self._flow = FlowLayout(self, gap=6)
        self.hide()

    def show_ties(self, found: Sequence[tuple[UUID, str]]) -> None:
        """Show these, each with its words."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for tied_id, words in found:
            button = ghost_button(words, self._icon)
            button.clicked.connect(partial(self._ask, tied_id))
            self._flow.addWidget(button)
        self.setVisible(bool(found))

    def _ask(self, tied_id: UUID, _checked: object = None) -> None:
        self.asked.emit(tied_id)
