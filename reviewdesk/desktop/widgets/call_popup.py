"""A small pop-up with a telephone number in large type and as a code that a telephone reads, to dial it from."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.widgets.buttons import plain_button, primary_button
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.qr_code import QrCode
from reviewdesk.domain.telephone import dial_link


class CallPopup(QFrame):
    """Shows whom to call and the number, inside its window; Escape or going elsewhere closes it.

    Signals:
        log_asked: the person wants to log the call.
    """

    log_asked = Signal()

    def __init__(self, who: str, number: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setProperty("part", "card")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(f"{who}: {number}")
        self.number = Label(number, Part.NUMBER)
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.link = dial_link(number)
        self.log = primary_button(self.tr("Log the call"), "check")
        self.dial = plain_button(self.tr("Dial from here"), "phone")
        self.copy = plain_button(self.tr("Copy"), "copy")
        self._lay_out(who)
        self.dial.setVisible(bool(self.link))
        self.dial.clicked.connect(self._dial)
        self.copy.clicked.connect(self._copy)
        self.log.clicked.connect(self._log)

    def _lay_out(self, who: str) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for each in (self.log, self.dial, self.copy):
            buttons.addWidget(each)
        buttons.addStretch(1)
        column = self.column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(Label(who, Part.MUTED))
        column.addWidget(self.number)
        column.addStretch(1)
        column.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 18, 22, 18)
        row.setSpacing(22)
        row.addLayout(column)
        if self.link:
            row.addLayout(self._code())

    def _code(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        name = self.tr("A code to dial {number} with your telephone").format(number=self.number.text())
        column.addWidget(QrCode(self.link, name))
        column.addWidget(Label(self.tr("Scan to dial"), Part.SMALL), alignment=Qt.AlignmentFlag.AlignHCenter)
        return column

    def show_by(self, widget: QWidget) -> None:
        """Appear under a widget, or over it where there is no room under it."""
        self.adjustSize()
        room = self._page.rect()
        at = widget.mapTo(self._page, QPoint(widget.width() - self.width() - 18, widget.height()))
        x = max(0, min(at.x(), room.right() - self.width()))
        y = at.y() if at.y() + self.height() <= room.bottom() else at.y() - widget.height() - self.height()
        self.move(x, max(0, y))
        self.show()
        self.raise_()
        self._page.installEventFilter(self)
        self.log.setFocus(Qt.FocusReason.PopupFocusReason)
        QApplication.instance().focusChanged.connect(self._focus_went)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay inside the page when that becomes smaller."""
        if watched is self._page and event.type() is QEvent.Type.Resize:
            room = self._page.rect()
            self.move(
                max(0, min(self.x(), room.right() - self.width())), max(0, min(self.y(), room.bottom() - self.height()))
            )
        return super().eventFilter(watched, event)

    def leave(self) -> None:
        """Go away."""
        if self.isVisible():
            self.hide()
            self.deleteLater()

    def _focus_went(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and not self.isAncestorOf(now):
            self.leave()

    def _dial(self) -> None:
        QDesktopServices.openUrl(QUrl(self.link))
        self.log.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.number.text())
        self.leave()

    def _log(self) -> None:
        self.log_asked.emit()
        self.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys it knows and pass on the others."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
