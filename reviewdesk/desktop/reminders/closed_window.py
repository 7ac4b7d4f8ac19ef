"""A small window of our own, for a desktop that shows no notices."""

from typing import ClassVar, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.reminders.closed_place import NoticePlace
from reviewdesk.desktop.widgets.buttons import Button, ButtonKind, plain_button
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.domain.closed_notice import ClosedNotice

FROM_THE_EDGE: Final = 24


class ClosedWindow(NoticePlace):
    """Shows the notice in a window in the corner, which takes no key from whatever the person types in."""

    stays: ClassVar[int] = 30_000

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.window: NoticeWindow | None = None

    def show_notice(self, notice: ClosedNotice) -> bool:
        """Show it; a window of our own is always there."""
        self.window = NoticeWindow(notice)
        self.window.open_asked.connect(self.pressed)
        self.window.put_away.connect(self.gone)
        self.window.show_in_the_corner()
        return True

    def take_away(self) -> None:
        """Close it."""
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None


class NoticeWindow(QWidget):
    """What is due, with a way to the program and a way to go on.

    Signals:
        open_asked: the person wants to see what is due.
        put_away: the person goes on with something else.
    """

    open_asked = Signal()
    put_away = Signal()

    def __init__(self, notice: ClosedNotice) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self.title = Label(notice.title, Part.HEADING)
        self.words = Label(notice.words, Part.MUTED, wraps=True)
        self.opens = Button(self.tr("Open ReviewDesk"), kind=ButtonKind.PRIMARY)
        self.later = plain_button(self.tr("Not now"))
        self.setWindowTitle("ReviewDesk")
        self.setAccessibleName(f"{notice.title}: {notice.words}")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._lay_out()
        self.opens.clicked.connect(self.open_asked)
        self.later.clicked.connect(self.put_away)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.later)
        row.addWidget(self.opens)
        column.addLayout(row)

    def show_in_the_corner(self) -> None:
        """Show it where notices usually stand: in the lower corner of the first screen."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        corner = room.bottomRight()
        self.move(corner.x() - self.width() - FROM_THE_EDGE, corner.y() - self.height() - FROM_THE_EDGE)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc put it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let closing it be the same as putting it away."""
        self.put_away.emit()
        super().closeEvent(event)
