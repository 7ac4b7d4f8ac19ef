"""A list of rows one of which can be opened where it stands."""

from collections.abc import Hashable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.widgets.row import RowWidget
from reviewdesk.desktop.widgets.row_list import MOST_AT_ONCE, RowList, Section


class UnfoldingList(RowList):
    """Rows under headings, with a widget under the one that is open; call `show_sections` after `unfold`."""

    def __init__(self, name: str, *, most: int = MOST_AT_ONCE) -> None:
        super().__init__(name, most=most)
        self._opened: Hashable = None
        self._under: QWidget | None = None

    def unfold(self, key: Hashable, under: QWidget | None) -> None:
        """Let this widget stand under the row with this key in place of the one before."""
        before, self._opened, self._under = self._under, key, under
        if before is not None and before is not under:
            self.hold([each for each in self.held if each is not before])
            before.hide()
            before.deleteLater()

    def _widgets_of(self, section: Section, kept: dict[Hashable, RowWidget]) -> list[QWidget]:
        """Put the widget under its row, which is never folded away."""
        keys = [each.key for each in section.rows]
        if self._under is None or self._opened not in keys:
            return super()._widgets_of(section, kept)
        if keys.index(self._opened) >= self._most:
            self._unfolded.add(section.title)
        widgets = super()._widgets_of(section, kept)
        row = self._rows[self._opened]
        widgets.insert(widgets.index(row) + 1, self._under)
        return widgets

    def let_tab_go_on(self) -> None:
        """Let Tab lead from the open row, past its buttons, into what stands under it."""
        if self._under is None or self._opened not in self.keys:
            return
        row = self.row(self._opened)
        before: QWidget = [row, *row.findChildren(QWidget)][-1]
        for each in self._under.findChildren(QWidget):
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.window() is self.window():
                QWidget.setTabOrder(before, each)
                before = each
