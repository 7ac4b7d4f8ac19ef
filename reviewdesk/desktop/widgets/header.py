"""The head of a page: its title, one line of status, the search box and what can be done here."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from reviewdesk.desktop.widgets.buttons import Button
from reviewdesk.desktop.widgets.labels import ElidedLabel, Part
from reviewdesk.desktop.widgets.search_box import SearchBox
from reviewdesk.desktop.widgets.tile import InitialsTile

_GAP = 12
_BETWEEN = 14


class PageHeader(QWidget):
    """Title, status and actions of a page.

    Where the room is short the search box gives way first, down to its sign; then buttons with an icon lose their
    words, the primary one last; the title is cut only when nothing else is left to give.

    Signals:
        search_asked: the person wants to search everything.
    """

    search_asked = Signal()

    def __init__(self, title: str = "", status: str = "", *, tile: str = "", searches: bool = True) -> None:
        super().__init__()
        self.title = ElidedLabel(title, Part.TITLE)
        self.status = ElidedLabel(status, Part.STATUS)
        self.tile = InitialsTile(tile, lines=2.6)
        self.search_box = SearchBox()
        self._actions = QHBoxLayout()
        self._buttons: list[Button] = []
        self._lay_out()
        self.tile.setVisible(bool(tile))
        self.search_box.setVisible(searches)
        self.search_box.search_asked.connect(self.search_asked)

    def _lay_out(self) -> None:
        self._actions.setSpacing(_GAP)
        self._actions.addWidget(self.search_box)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_BETWEEN)
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
        self._share_out()

    def show_status(self, status: str) -> None:
        """Show another line under the title."""
        self.status.setText(status)
        self.status.setVisible(bool(status))

    def add_action(self, button: Button, *, first: bool = False) -> None:
        """Place a button at the right end, or before the others; the primary one comes last."""
        at = 0 if first else len(self._buttons)
        self._buttons.insert(at, button)
        self._actions.insertWidget(at + 1, button)  # behind the search box

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be: the buttons by their icons, the search box by its sign, the title cut."""
        tile = 0 if self.tile.isHidden() else self.tile.sizeHint().width() + _BETWEEN
        search = 0 if self.search_box.isHidden() else self.search_box.minimumSizeHint().width() + _GAP
        buttons = sum(each.short_width + _GAP for each in self._buttons if not each.isHidden())
        return QSize(tile + search + buttons, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the room anew."""
        super().resizeEvent(event)
        self._share_out()

    def event(self, event: QEvent) -> bool:
        """Share out the room anew when something in the head comes, goes or grows."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._share_out()
        return super().event(event)

    def _share_out(self) -> None:
        """Let the search box give way, then words on buttons, so that the title stays whole."""
        tile = 0 if self.tile.isHidden() else self.tile.sizeHint().width() + _BETWEEN
        room = self.width() - tile - self.title.sizeHint().width() - _BETWEEN
        shown = [each for each in self._buttons if not each.isHidden()]
        search = 0 if self.search_box.isHidden() else self.search_box.minimumSizeHint().width() + _GAP
        taken = search + sum(each.full_width + _GAP for each in shown) - _GAP
        for each in shown:
            short = taken > room and each.can_shorten
            taken -= each.full_width - each.short_width if short else 0
            each.shorten(on=short)
        spare = max(0, room - taken + self.search_box.minimumSizeHint().width())
        self.search_box.setMaximumWidth(max(self.search_box.minimumSizeHint().width(), spare))
