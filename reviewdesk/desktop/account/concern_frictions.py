"""The processes of ours that a concern belongs to, as buttons that lead to them."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.flow import FlowLayout
from reviewdesk.domain.friction import Friction


class ConcernFrictions(QWidget):
    """Names the processes; it is not there without one.

    Signals:
        asked: the id of a process to go to.
    """

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, gap=6)
        self.hide()

    def show_frictions(self, found: Sequence[Friction]) -> None:
        """Show these."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for each in found:
            decided = each.decision.value if each.decision is not None else self.tr("to decide")
            words = self.tr("Friction: {process}, {decided}").format(process=each.process, decided=decided)
            button = ghost_button(words, "refresh-cw")
            button.clicked.connect(partial(self._ask, each.id))
            self._flow.addWidget(button)
        self.setVisible(bool(found))

    def _ask(self, friction_id: UUID, _checked: object = None) -> None:
        self.asked.emit(friction_id)
