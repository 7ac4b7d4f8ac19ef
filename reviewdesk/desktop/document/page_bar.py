"""The bar over the pages: which page is in sight, and how large the pages are."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from reviewdesk.desktop.document.page_layout import Fit
from reviewdesk.desktop.widgets.buttons import Button, IconButton, ghost_button
from reviewdesk.desktop.widgets.labels import Label, Part

_POINTS_AN_INCH = 72


class PageBar(QFrame):
    """Which page is in sight, of how many, and the zoom.

    Signals:
        page_asked: the number of the page to go to.
        fit_asked: what the pages are to be fitted to. smaller_asked, larger_asked: another zoom.
        search_asked: the person wants to search the pages.
    """

    page_asked = Signal(int)
    fit_asked = Signal(object)
    smaller_asked = Signal()
    larger_asked = Signal()
    search_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "top-bar")
        self.number = QLineEdit()
        self.number.setAccessibleName(self.tr("Page"))
        self.number.setToolTip(self.tr("Go to a page (Ctrl+G)"))
        self.number.setValidator(QIntValidator(1, 99_999, self))
        self.number.setFixedWidth(self.fontMetrics().averageCharWidth() * 7)
        self.of = Label(part=Part.MUTED)
        self.smaller, self.larger = Button("−", small=True), Button("+", small=True)
        self.smaller.setAccessibleName(self.tr("Smaller"))
        self.larger.setAccessibleName(self.tr("Larger"))
        self.zoom = Label(part=Part.MUTED)
        self.fit, self.whole = ghost_button(self.tr("Fit width")), ghost_button(self.tr("Fit page"))
        self.search = IconButton(self.tr("Search these pages"), "search", shortcut="Ctrl+F")
        self._lay_out()
        self.number.returnPressed.connect(self._go)
        self.smaller.clicked.connect(self.smaller_asked)
        self.larger.clicked.connect(self.larger_asked)
        self.fit.clicked.connect(self._fit_width)
        self.whole.clicked.connect(self._fit_page)
        self.search.clicked.connect(self.search_asked)

    def _lay_out(self) -> None:
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(8)
        for each in (self.number, self.of):
            row.addWidget(each)
        row.addStretch(1)
        for one in (self.smaller, self.zoom, self.larger, self.fit, self.whole, self.search):
            row.addWidget(one)
        widest = self.fontMetrics().horizontalAdvance("000 %")
        self.zoom.setMinimumWidth(widest)

    def add_button(self, button: Button) -> None:
        """Put one more button at the end, before the search."""
        self._row.insertWidget(self._row.count() - 1, button)

    def show_page(self, number: int, count: int) -> None:
        """Show which page is in sight."""
        if not self.number.hasFocus():
            self.number.setText(str(number))
        self.of.setText(self.tr("of {n}").format(n=f"{count:,}"))

    def show_zoom(self, scale: float) -> None:
        """Show how large the pages are against paper."""
        inch = self.logicalDpiX() or 96
        self.zoom.setText(f"{round(scale * _POINTS_AN_INCH / inch * 100)} %")

    def ask_page(self) -> None:
        """Let the number of a page be typed."""
        self.number.setFocus()
        self.number.selectAll()

    def _go(self) -> None:
        if self.number.text():
            self.page_asked.emit(int(self.number.text()))

    def _fit_width(self) -> None:
        self.fit_asked.emit(Fit.WIDTH)

    def _fit_page(self) -> None:
        self.fit_asked.emit(Fit.PAGE)
