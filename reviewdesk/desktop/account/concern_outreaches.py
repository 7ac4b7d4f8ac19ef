"""The outreaches that a concern belongs to, as buttons that lead to them."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.account.model import OutreachOf
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.flow import FlowLayout


class ConcernOutreaches(QWidget):
    """Names the outreaches; it is not there without one.

    Signals:
        asked: the id of a shared problem to go to.
    """

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, gap=6)
        self.hide()

    def show_outreaches(self, found: Sequence[OutreachOf]) -> None:
        """Show these."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for each in found:
            words = self.tr("Outreach, ended: {name}") if each.has_ended else self.tr("Outreach: {name}")
            button = ghost_button(words.format(name=_short(each.name)), "megaphone")
            button.clicked.connect(partial(self._ask, each.problem_id))
            self._flow.addWidget(button)
        self.setVisible(bool(found))

    def _ask(self, problem_id: UUID, _checked: object = None) -> None:
        self.asked.emit(problem_id)


def _short(name: str) -> str:
    return name if len(name) <= 60 else f"{name[:58].rstrip()}…"
