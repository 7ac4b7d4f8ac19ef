"""The head of a page: its title, one line of status, the search box and what can be done here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.widgets.buttons import Button
from reviewdesk.desktop.widgets.labels import ElidedLabel, Part
from reviewdesk.desktop.widgets.search_box import SearchBox
from reviewdesk.desktop.widgets.tile import InitialsTile


class PageHeader(QWidget):
    """Title, status and actions of a page.

    Signals:
        search_asked: the person wants to search everything.
    """

    search_asked = Signal()

    def __init__(self, title: str = "", status: str = "", *, tile: str = "", searches: bool = True) -> None:
        super().__init__()
        self.title = ElidedLabel(title, Part.TITLE)
        self.status = ElidedLabel(status, Part.STATUS)
        self.tile = InitialsTile(tile, lines=2.6)
        self.tile.setVisible(bool(tile))
        self.search_box = SearchBox()
        self.search_box.setVisible(searches)
        self._actions = QHBoxLayout()
        self._lay_out()
        self.search_box.search_asked.connect(self.search_asked)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.status)
        self._actions.setSpacing(12)
        self._actions.addWidget(self.search_box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.tile, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addLayout(self._actions)
        row.setAlignment(self._actions, Qt.AlignmentFlag.AlignTop)

    def show_title(self, title: str, status: str = "", *, tile: str = "") -> None:
        """Show another title, status and tile."""
        self.title.setText(title)
        self.show_status(status)
        self.tile.show_name(tile)
        self.tile.setVisible(bool(tile))

    def show_status(self, status: str) -> None:
        """Show another line under the title."""
        self.status.setText(status)
        self.status.setVisible(bool(status))

    def add_action(self, button: Button) -> None:
        """Place a button at the right end; the primary one comes last."""
        self._actions.addWidget(button)
