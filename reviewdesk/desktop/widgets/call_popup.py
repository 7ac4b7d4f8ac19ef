"""A small pop-up with a telephone number in large type, to dial it from."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.widgets.buttons import plain_button, primary_button
from reviewdesk.desktop.widgets.labels import Label, Part


class CallPopup(QFrame):
    """Shows whom to call and the number; Escape or a click beside it closes it.

    Signals:
        log_asked: the person wants to log the call.
    """

    log_asked = Signal()

    def __init__(self, who: str, number: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("part", "popup")
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
        """Appear under a widget, inside its window's screen."""
        self.adjustSize()
        at = widget.mapToGlobal(QPoint(widget.width() - self.width() - 18, widget.height()))
        edge = widget.screen().availableGeometry()
        x = max(edge.left(), min(at.x(), edge.right() - self.width()))
        y = at.y() if at.y() + self.height() <= edge.bottom() else at.y() - widget.height() - self.height()
        self.move(x, max(edge.top(), y))
        self.show()
        self.log.setFocus(Qt.FocusReason.PopupFocusReason)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.number.text())
        self.close()

    def _log(self) -> None:
        self.close()
        self.log_asked.emit()
