"""A notice of the desktop's own, asked for over the bus of the session (org.freedesktop.Notifications)."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, SIGNAL, SLOT, QMetaObject, QObject, Qt, QUrl, Slot
from PySide6.QtDBus import QDBusConnection, QDBusInterface

from reviewdesk.desktop.reminders.closed_place import NoticePlace
from reviewdesk.domain.closed_notice import ClosedNotice

SERVICE: Final = "org.freedesktop.Notifications"
PLACE: Final = "/org/freedesktop/Notifications"
NOTIFY: Final = "Notify(QString,uint,QString,QString,QString,QStringList,QVariantMap,int)"
AS_USUAL: Final = -1  # as long as the desktop shows notices


class ClosedBus(NoticePlace):
    """Asks the desktop to show a notice, and hears whether it is pressed.

    The desktop keeps it in its list of notices after this program has ended; there it can be read and put away.
    """

    def __init__(self, parent: QObject, resources: Path) -> None:
        super().__init__(parent)
        self._icon = QUrl.fromLocalFile(str(resources / "app" / "reviewdesk.svg")).toString()
        self._shown = 0

    def show_notice(self, notice: ClosedNotice) -> bool:
        """Show it where this desktop shows notices."""
        bus = QDBusConnection.sessionBus()
        desktop = QDBusInterface(SERVICE, PLACE, SERVICE, bus, self) if bus.isConnected() else None
        # The number has to be sent without a sign, which only the desktop's own description of its calls brings about.
        if desktop is None or desktop.metaObject().indexOfMethod(NOTIFY) < 0:
            return False
        desktop.connect(SIGNAL("ActionInvoked(uint,QString)"), self, SLOT("_press(uint,QString)"))
        desktop.connect(SIGNAL("NotificationClosed(uint,uint)"), self, SLOT("_go(uint,uint)"))
        self._shown = self._notify(desktop, notice)
        return self._shown > 0

    def _notify(self, desktop: QDBusInterface, notice: ClosedNotice) -> int:
        words = self.tr("Open ReviewDesk")
        number: object = QMetaObject.invokeMethod(
            desktop, "Notify", Qt.ConnectionType.DirectConnection, Q_RETURN_ARG("uint"),
            Q_ARG("QString", "ReviewDesk"), Q_ARG("uint", 0), Q_ARG("QString", self._icon),
            Q_ARG("QString", notice.title), Q_ARG("QString", notice.words),
            Q_ARG("QStringList", ["default", words, "open", words]), Q_ARG("QVariantMap", {}), Q_ARG("int", AS_USUAL),
        )  # fmt: skip
        return number if isinstance(number, int) else 0

    @Slot("uint", str)
    def _press(self, number: int, _action: str) -> None:
        if number == self._shown:
            self.pressed.emit()

    @Slot("uint", "uint")
    def _go(self, number: int, _why: int) -> None:
        if number == self._shown:
            self.gone.emit()
