"""A notice of the system's own, while the window is in the background and the person wants it."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from reviewdesk.desktop.icons import icon


class Tray(QObject):
    """The program's icon in the system's tray; it is there only once there was something to say.

    Signals:
        opened: the person pressed the notice or the icon, and wants to see the reminders.
    """

    opened = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icon: QSystemTrayIcon | None = None
        self._menu: QMenu | None = None

    @property
    def is_of_use(self) -> bool:
        """Say whether there is a tray and the person is looking elsewhere."""
        active = QApplication.applicationState() is Qt.ApplicationState.ApplicationActive
        return QSystemTrayIcon.isSystemTrayAvailable() and not active

    def say(self, words: str) -> None:
        """Show a notice that leads to the reminders when it is pressed."""
        shown = self._icon or self._make()
        shown.setToolTip(words)
        shown.show()
        shown.showMessage(self.tr("ReviewDesk"), words, icon("bell", "accent"))

    def hide(self) -> None:
        """Take the icon away."""
        if self._icon is not None:
            self._icon.hide()

    def _make(self) -> QSystemTrayIcon:
        self._menu = QMenu()
        self._menu.addAction(self.tr("Open the reminders")).triggered.connect(self.opened)
        self._icon = QSystemTrayIcon(icon("bell", "accent"), self)
        self._icon.setContextMenu(self._menu)
        self._icon.messageClicked.connect(self.opened)
        self._icon.activated.connect(self._activated)
        return self._icon

    def _activated(self, why: QSystemTrayIcon.ActivationReason) -> None:
        if why is not QSystemTrayIcon.ActivationReason.Context:
            self.opened.emit()
