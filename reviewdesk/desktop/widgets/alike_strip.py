"""Names accounts that are much alike, each of which opens."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.widgets.buttons import Button, ghost_button
from reviewdesk.desktop.widgets.flow import FlowLayout
from reviewdesk.desktop.widgets.labels import Label, Part


@dataclass(frozen=True, slots=True)
class AlikeName:
    """An account that is much alike, as it is named: its name, its city and why."""

    id: UUID
    name: str
    city: str
    why: str

    @property
    def words(self) -> str:
        """Give all of it in a line."""
        where = f", {self.city}" if self.city else ""
        return f"{self.name}{where} · {self.why}"


class AlikeStrip(QWidget):
    """A line with the accounts that are much alike; it is there only while there are any.

    Signals:
        open_asked: the id of the account to open.
    """

    open_asked = Signal(object)

    def __init__(self, words: str) -> None:
        super().__init__()
        self._flow = FlowLayout(self, gap=4)
        self._words = Label(words, Part.WARN)
        self._words.setContentsMargins(0, 6, 6, 6)
        self._flow.addWidget(self._words)
        self.buttons: list[Button] = []
        self.hide()

    def show_alike(self, alike: Sequence[AlikeName]) -> None:
        """Show these in place of those before."""
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(each) for each in alike]
        self.setVisible(bool(alike))
        self.updateGeometry()

    def _button(self, alike: AlikeName) -> Button:
        button = ghost_button(alike.words, "building-2")
        button.setObjectName(alike.id.hex)
        button.setAccessibleDescription(self._words.text())
        button.clicked.connect(self._open)
        self._flow.addWidget(button)
        button.show()
        return button

    def _open(self) -> None:
        self.open_asked.emit(UUID(self.sender().objectName()))
