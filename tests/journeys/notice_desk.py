"""A desktop that shows notices, in a test's place: it says on its output what it is given, and does as it is told."""

import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusConnection

NAME = "org.freedesktop.Notifications"
PLACE = "/org/freedesktop/Notifications"


@ClassInfo({"D-Bus Interface": NAME})
class NoticeDesk(QObject):
    """Takes notices, and after each closes it, presses it, or leaves it alone.

    Signals:
        ActionInvoked: a notice was pressed.
        NotificationClosed: a notice was put away.
    """

    ActionInvoked = Signal("uint", str)
    NotificationClosed = Signal("uint", "uint")

    def __init__(self, does: str) -> None:
        super().__init__()
        self._does = does
        self._shown = 0

    @Slot(str, "uint", str, str, str, "QStringList", "QVariantMap", int, result="uint")
    def Notify(self, *given: object) -> int:
        """Take a notice; give its number."""
        self._shown += 1
        print("notice", *(str(each).replace("\n", " ") for each in (given[0], *given[3:7])), sep="\t", flush=True)
        QTimer.singleShot(20, self, self._do)
        return self._shown

    def _do(self) -> None:
        if self._does == "close":
            self.NotificationClosed.emit(self._shown, 2)
        elif self._does == "press":
            self.ActionInvoked.emit(self._shown, "default")


def main(does: str) -> None:
    """Take notices until the output is no longer read."""
    app = QCoreApplication([])
    desk, bus = NoticeDesk(does), QDBusConnection.sessionBus()
    everything = QDBusConnection.RegisterOption.ExportAllSlots | QDBusConnection.RegisterOption.ExportAllSignals
    bus.registerObject(PLACE, desk, everything)
    bus.registerService(NAME)
    print("ready", flush=True)
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1])
