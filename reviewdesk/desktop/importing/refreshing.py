"""Sales figures in one click: read again, applied, and said in short; what is to be decided opens the plan."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.importing.figures import counted
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.buttons import Button, ButtonKind
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.importing.plan import REFRESH

if TYPE_CHECKING:
    from reviewdesk.desktop.shell import Shell
    from reviewdesk.services.import_values import ImportReport, ShownPlan
    from reviewdesk.services.imports import ImportService
    from reviewdesk.services.outcome import Outcome


class Refreshing(QObject):
    """Refreshes the sales figures of one book.

    Signals:
        plan_asked: a plan that somebody must look at before it is applied.
    """

    plan_asked = Signal(object)

    def __init__(self, shell: Shell, imports: ImportService, tasks: Tasks) -> None:
        super().__init__(shell)
        self._shell, self._imports, self._tasks = shell, imports, tasks
        self._is_running = False

    def refresh(self) -> None:
        """Read the sales figures again, unless that is being done."""
        if not self._is_running:
            self._is_running = True
            words = self.tr("Reading sales figures")
            self._tasks.run_long(words, self._imports.plan_refresh, self._planned, self, failed=self._failed)

    def _planned(self, plan: ShownPlan) -> None:
        self._is_running = False
        if not plan.is_settled:
            self.plan_asked.emit(plan)
        elif plan.writes_nothing:
            self._shell.mentions.say(self.tr("{files}: no figure has changed.").format(files=plan.files))
        else:
            work = partial(self._imports.apply, plan, REFRESH)
            self._tasks.run(work, partial(self._applied, plan.files), self, lane=Lane.LONG, failed=self._failed)

    def _applied(self, files: str, outcome: Outcome[ImportReport]) -> None:
        self._shell.mentions.say(refreshed_words(files, outcome.value))

    def _failed(self, error: Exception) -> None:
        self._is_running = False
        self._shell.tell_error(error)


class RefreshButton(Button):
    """Refreshes the sales figures; it is there once a file of them was imported."""

    def __init__(self, imports: ImportService, tasks: Tasks) -> None:
        super().__init__(self.tr("Refresh figures"), "refresh-cw", ButtonKind.GHOST)
        self.setToolTip(self.tr("Read the sales figures again from where they lie"))
        self._imports, self._tasks = imports, tasks
        self.hide()
        tasks.changed.connect(self._changed)
        self._look()

    def _look(self) -> None:
        self._tasks.run(self._imports.can_refresh, self._show_whether, self, newest="can refresh")

    def _show_whether(self, can: bool) -> None:
        self.setVisible(can)

    def _changed(self, changes: Changes, _origin: QObject | None) -> None:
        if changes.touch(Kind.SOURCE_FILE):
            self._look()


def refreshed_words(files: str, done: ImportReport) -> str:
    """Say in one line what refreshing did."""
    said = [
        counted(done.purchases, "new figure") if done.purchases else "",
        f"{done.updated:,} changed" if done.updated else "",
        f"{done.removed:,} taken out" if done.removed else "",
        counted(done.accounts, "new account") if done.accounts else "",
        f"{counted(done.left_out, 'row')} left out" if done.left_out else "",
        counted(done.tiers_changed, "tier") + " changed" if done.tiers_changed else "",
    ]
    return f"{files}: {', '.join(filter(None, said)) or 'read again'}."
