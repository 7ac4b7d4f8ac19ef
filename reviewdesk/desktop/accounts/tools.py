"""What stands over the list of accounts: the filter, the chips, and how the list is shown."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.icons import icon
from reviewdesk.desktop.widgets.buttons import IconButton
from reviewdesk.desktop.widgets.chips import ChipRow
from reviewdesk.desktop.widgets.search_box import FilterBox

_CHIPS_BESIDE_FROM: Final = 96
COLUMNS_KEY: Final = "Ctrl+Shift+L"
DENSITY_KEY: Final = "Ctrl+Shift+D"
VIEWS_KEY: Final = "Ctrl+Shift+V"


class ListTools(QWidget):
    """A line of tools; where the page is narrow the chips go under it."""

    def __init__(self) -> None:
        super().__init__()
        self.filter = FilterBox(self.tr("Filter"))
        self.chips = ChipRow(self.tr("Show only"), one_line=True)
        self.views = IconButton(self.tr("Saved views"), "bookmark", shortcut=VIEWS_KEY)
        self.columns = IconButton(self.tr("Choose columns"), "columns-3", shortcut=COLUMNS_KEY)
        self.density = IconButton(self.tr("Roomy rows"), "rows-2", shortcut=DENSITY_KEY)
        self._grid, self._level = QGridLayout(self), QWidget()
        self._is_narrow = False
        self._lay_out()

    def _lay_out(self) -> None:
        grid = self._grid
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        level = QVBoxLayout(self._level)
        level.setContentsMargins(0, 5, 0, 0)
        level.addWidget(self.chips)
        level.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        for each in (self.views, self.columns, self.density):
            buttons.addWidget(each)
        grid.addWidget(self.filter, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._level, 0, 1)
        grid.addLayout(buttons, 0, 2, Qt.AlignmentFlag.AlignTop)

    def show_density(self, *, is_roomy: bool) -> None:
        """Offer the other density."""
        self.density.setAccessibleName(self.tr("Dense rows") if is_roomy else self.tr("Roomy rows"))
        self.density.setIcon(icon("rows-3" if is_roomy else "rows-2", "muted"))
        self.density.show_shortcut(DENSITY_KEY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chips beside the filter, or under it where the page is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _CHIPS_BESIDE_FROM
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._grid.removeWidget(self._level)
            place = (1, 0, 1, 3) if narrow else (0, 1, 1, 1)
            self._grid.addWidget(self._level, *place)
