"""The head of a page: its title, one line of status, the search box and what can be done here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

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
        self.title = ElidedLabel(title, Part.TITLE, least=14)
        self.status = ElidedLabel(status, Part.STATUS)
        self.tile = InitialsTile(tile, lines=2.6)
        self.tile.setVisible(bool(tile))
        self.search_box = SearchBox()
        self.search_box.setVisible(searches)
        self._actions = QHBoxLayout()
        self._lay_out()
        self.search_box.search_asked.connect(self.search_asked)

    def _lay_out(self) -> None:
        self._actions.setSpacing(12)
        self._actions.addWidget(self.search_box)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.tile, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.title, 0, 1)
        grid.addLayout(self._actions, 0, 2)
        grid.addWidget(self.status, 1, 1, 1, 2)

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
