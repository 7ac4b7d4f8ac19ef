"""A small pop-up with a telephone number in large type, to dial it from."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.widgets.buttons import plain_button, primary_button
from reviewdesk.desktop.widgets.labels import Label, Part


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
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{who}: {number}")
        self.number = Label(number, Part.NUMBER)
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = plain_button(self.tr("Copy"), "copy")
        self.log = primary_button(self.tr("Log the call"), "check")
        self._lay_out(who)
        self.copy.clicked.connect(self._copy)
        self.log.clicked.connect(self._log)

    def _lay_out(self, who: str) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.log)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        column.addWidget(Label(who, Part.MUTED))
        column.addWidget(self.number)
        column.addLayout(buttons)

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
        self.log.setFocus(Qt.FocusReason.PopupFocusReason)
        QApplication.instance().focusChanged.connect(self._focus_went)  # type: ignore[union-attr]

    def leave(self) -> None:
        """Go away."""
        if self.isVisible():
            self.hide()
            self.deleteLater()

    def _focus_went(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and not self.isAncestorOf(now):
            self.leave()

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
