"""A second window for projector or shared screen, with only what the customer may see."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.ink import line_height
from reviewdesk.desktop.review.words import breakable
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.domain.show import ShownLine, ShownPart, ShowPage

LARGER: Final = 1.35
_FIRST_SIZE: Final = (1100, 720)


class ShowWindow(QWidget):
    """Shows one review to its customer; it knows nothing but the page it is given.

    Signals:
        closed: the window is gone.
    """

    closed = Signal()

    def __init__(self, review_id: UUID) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.review_id = review_id
        self._page: ShowPage | None = None
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("part", "show")
        self.account, self.title = Label(part=Part.SHOW_TITLE), Label(part=Part.SHOW_MUTED)
        self.agenda, self.known, self.agreed = (ScrollColumn(each, gap=8) for each in ("Agenda", "Known", "Agreed"))
        self._lay_out()
        self.resize(*_FIRST_SIZE)

    def _lay_out(self) -> None:
        line = line_height(self.font())
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.account)
        head.addWidget(self.title)
        columns = QHBoxLayout()
        columns.setSpacing(line * 2)
        self.agenda.setFixedWidth(line * 13)
        for each, share in ((self.agenda, 0), (self.known, 1), (self.agreed, 1)):
            each.column.addStretch(1)
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            columns.addWidget(each, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(line * 2, line * 2, line * 2, line)
        column.setSpacing(line)
        column.addLayout(head)
        column.addWidget(_hairline())
        column.addLayout(columns, 1)

    def show_page(self, page: ShowPage) -> None:
        """Show this page; what did not change stays where it is."""
        if page == self._page:
            return
        before, self._page = self._page, page
        self.setWindowTitle(f"{page.account}, {page.title}")
        self.account.setText(page.account)
        self.title.setText(" · ".join(each for each in (page.title, page.when) if each))
        if before is None or (before.agenda, before.at) != (page.agenda, page.at):
            _fill(self.agenda, [_caps(page.agenda_heading), *_agenda(page)])
        if before is None or before.known != page.known:
            _fill(self.known, _parts(page.known))
        if before is None or before.agreed != page.agreed:
            _fill(self.agreed, _parts(page.agreed))
            bar = self.agreed.verticalScrollBar()
            bar.rangeChanged.connect(self._follow_end, Qt.ConnectionType.SingleShotConnection)

    def _follow_end(self, _least: int, most: int) -> None:
        """Keep in sight what is being agreed."""
        self.agreed.verticalScrollBar().setValue(most)

    def open_on_the_other_screen(self, beside: QWidget) -> None:
        """Fill the second screen where there is one; else stand as a window, to be shared or moved."""
        others = [each for each in QGuiApplication.screens() if each is not beside.screen()]
        if others:
            self.setGeometry(others[0].geometry())
            self.showFullScreen()
        else:
            self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fill the screen with F11 or Enter, and leave with Escape: first the full screen, then the window."""
        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.showNormal()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_F11, Qt.Key.Key_Return):
            (self.showNormal if self.isFullScreen() else self.showFullScreen)()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that nothing is shown any more."""
        super().closeEvent(event)
        self.closed.emit()


def _fill(column: ScrollColumn, widgets: Sequence[QWidget]) -> None:
    while column.column.count() > 1:
        item = column.column.takeAt(0)
        old = item.widget() if item is not None else None
        if old is not None:
            old.hide()
            old.deleteLater()
    for at, each in enumerate(widgets):
        column.column.insertWidget(at, each)


def _agenda(page: ShowPage) -> list[QWidget]:
    found: list[QWidget] = []
    for at, (title, minutes) in enumerate(page.agenda):
        part = Part.SHOW_STRONG if at == page.at else Part.SHOW_MUTED if at < page.at else Part.SHOW
        found.append(_row(title, f"{minutes}", part))
    return found


def _parts(parts: Sequence[ShownPart]) -> list[QWidget]:
    found: list[QWidget] = []
    for part in parts:
        found.append(_caps(part.heading))
        found.extend(_line(each) for each in part.lines)
    return found


def _line(line: ShownLine) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 6)
    column.setSpacing(0)
    column.addWidget(Label(breakable(line.words), Part.SHOW_MUTED if line.is_done else Part.SHOW, wraps=True))
    if line.remark:
        column.addWidget(Label(breakable(line.remark), Part.MUTED, wraps=True))
    return holder


def _row(words: str, remark: str, part: Part) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 4)
    row.addWidget(Label(breakable(words), part, wraps=True), 1)
    row.addWidget(Label(remark, Part.SHOW_MUTED), 0, Qt.AlignmentFlag.AlignTop)
    return holder


def _caps(words: str) -> Label:
    label = Label(words, Part.CAPS)
    label.setContentsMargins(0, 10, 0, 0)
    return label


def _hairline() -> QFrame:
    line = QFrame()
    line.setProperty("part", "hairline")
    line.setFixedHeight(1)
    return line
