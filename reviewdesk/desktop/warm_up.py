"""Imports what a start did not wait for, once the person has the day before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from reviewdesk.desktop.tasks import Lane

if TYPE_CHECKING:
    from reviewdesk.desktop.tasks import Tasks
    from reviewdesk.services.services import Services

SERVICES_AFTER: Final = 1_000
DOCUMENTS_AFTER: Final = 3_000


class WarmUp(QObject):
    """Makes every service ready behind the window, and after them what sets a PDF."""

    def __init__(self, services: Services, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._timers = [QTimer(self), QTimer(self)]
        for timer, make in zip(self._timers, (self._make_services, self._make_documents), strict=True):
            timer.setSingleShot(True)
            timer.timeout.connect(make)

    def start(self) -> None:
        """Begin, a moment from now."""
        for timer, after in zip(self._timers, (SERVICES_AFTER, DOCUMENTS_AFTER), strict=True):
            timer.start(after)

    def stop(self) -> None:
        """Begin nothing any more."""
        for timer in self._timers:
            timer.stop()

    def _make_services(self) -> None:
        self._tasks.run(self._services.warm_up, None, self, lane=Lane.DOCUMENTS)

    def _make_documents(self) -> None:
        self._tasks.run(self._services.documents.warm_up, None, self, lane=Lane.DOCUMENTS)
