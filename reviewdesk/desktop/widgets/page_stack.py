"""A pile of pages that asks for no more room than the one on top."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class PageStack(QStackedWidget):
    """Shows one page at a time; a wide one that was left keeps no window wide."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self._measure)

    def _measure(self, _place: int) -> None:
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Say how little room the page on top can do with."""
        page = self.currentWidget()
        return page.minimumSizeHint().expandedTo(page.minimumSize()) if page is not None else super().minimumSizeHint()
