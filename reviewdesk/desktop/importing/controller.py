"""Leads one import from its files through its decisions to the book."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction

from reviewdesk.desktop.importing.column_list import column_decision, ways_to_take
from reviewdesk.desktop.importing.model import PlanPicture, picture_of
from reviewdesk.desktop.importing.view import ImportView
from reviewdesk.desktop.progress import Progress
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.tokens import Tone
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.errors import ReviewDeskError, StaleError
from reviewdesk.services.import_values import ImportReport, ShownPlan, Watcher
from reviewdesk.services.imports import ImportService
from reviewdesk.services.outcome import Outcome

_CONCERNS = (Kind.ACCOUNT, Kind.PERSON, Kind.COLLEAGUE, Kind.PRODUCT, Kind.PURCHASE, Kind.SOURCE_KEY, Kind.BOOK)


@dataclass(frozen=True, slots=True)
class _Read:
    """A plan and what the page shows of it."""

    plan: ShownPlan
    picture: PlanPicture


class ImportController(QObject):
    """Answers what is done on the import page.

    Signals:
        applied: an import was written; carries its report.
        cancelled: the person left without importing.
    """

    applied = Signal(object)
    cancelled = Signal()

    def __init__(self, view: ImportView, imports: ImportService, tasks: Tasks) -> None:
        super().__init__(view)
        self.view = view
        self._imports = imports
        self._tasks = tasks
        self._plan: ShownPlan | None = None
        self._progress: Progress | None = None
        self._round = 0
        self._answers: dict[str, str] = {}
        self._asked_column: tuple[str, str] = ("", "")
        self._may_be_stale = self._is_applying = False
        self._connect()

    def _connect(self) -> None:
        view = self.view
        view.files_chosen.connect(self.show_files)
        view.pasted.connect(self.show_pasted)
        view.decided.connect(self._decide)
        view.column_asked.connect(self._ask_column)
        view.apply_asked.connect(self._apply)
        view.cancel_asked.connect(self._cancel)
        view.save_asked.connect(self._save)
        self._tasks.changed.connect(self._changed)
        self._tasks.progress_ended.connect(self._stopped)

    @property
    def is_planned(self) -> bool:
        """Whether a plan is shown that waits to be applied."""
        return self._plan is not None and self._progress is None

    def show_page(self) -> None:
        """Show the plan, made anew where the book was changed meanwhile, or ask for files."""
        if self._plan is None and self._progress is None:
            self.view.show_start()
        elif self._may_be_stale:
            self._look_again()

    def show_files(self, paths: Sequence[Path]) -> None:
        """Read files and show what importing them would do."""
        self._stop()
        self._plan = None
        self.view.show_reading([each.name for each in paths])
        self._run(self.tr("Reading files"), partial(self._imports.plan, tuple(paths), None))

    def show_pasted(self, text: str) -> None:
        """Read cells that were copied in a spreadsheet and show what importing them would do."""
        name = self.tr("Pasted cells")
        self._stop()
        self._plan = None
        self.view.show_reading([name])
        self._run(self.tr("Reading cells"), partial(self._imports.plan_pasted, text, name))

    def show_plan(self, plan: ShownPlan) -> None:
        """Show a plan that was made elsewhere, with what kept it from being applied there."""
        self._stop()
        self._plan = None
        self.view.show_reading([each.name for each in plan.tables])
        self._run(self.tr("Planning"), partial(self._imports.again, plan), " ".join(plan.missing))

    def _run(self, words: str, planning: Callable[[Watcher], ShownPlan], told: str = "") -> None:
        """Make a plan in the background; only the newest one asked for is shown."""
        self._round += 1
        show, failed = partial(self._show, self._round, told), partial(self._failed, self._round)
        self._progress = self._tasks.run_long(words, partial(_read, planning), show, self, failed=failed)

    def _show(self, asked_in: int, told: str, read: _Read) -> None:
        if asked_in != self._round:
            return
        is_new = self._plan is None
        self._progress, self._plan, self._may_be_stale, self._answers = None, read.plan, False, {}
        self.view.show_plan(read.picture, is_new=is_new)
        if told:
            self.view.tell(told, Tone.WARN)

    def _failed(self, asked_in: int, error: ReviewDeskError) -> None:
        if asked_in != self._round:
            return
        self._progress = None
        if self._plan is None:
            self.view.show_failure(str(error))
        else:
            self.view.set_busy(on=False)
            self.view.tell(str(error), Tone.BAD)

    def _decide(self, id: str, choice: str) -> None:
        self._answers[id] = choice
        self._replan()

    def _replan(self, told: str = "") -> None:
        """Plan anew with every answer given since the plan that is shown."""
        if self._plan is None:
            return
        self._stop()
        self.view.set_busy(on=True)
        planning = partial(self._imports.decide_all, self._plan, dict(self._answers))
        self._run(self.tr("Planning anew"), planning, told)

    def _ask_column(self, file: str, header: str, at: QPoint) -> None:
        if self._plan is None:
            return
        self._asked_column = (file, header)
        ways = ways_to_take(self._plan.made, file, header, self._plan.decisions)
        self.view.ask_how_to_take(ways, at).triggered.connect(self._take_column)

    def _take_column(self, action: QAction) -> None:
        self._decide(column_decision(*self._asked_column), str(action.data() or ""))

    def _apply(self) -> None:
        if self._plan is None or self._progress is not None:
            return
        self.view.set_busy(on=True)
        work = partial(_apply, self._imports, self._plan)
        words = self.tr("Importing")
        self._is_applying = True
        self._progress = self._tasks.run_long(words, work, self._applied, self, failed=self._not_applied)

    def _stopped(self, progress: Progress) -> None:
        """Come back where the person stopped, beside the page, what it waits for."""
        if progress is not self._progress or not progress.is_stopped:
            return
        self._progress, self._is_applying = None, False
        if self._plan is None:
            self.view.show_start()
        else:
            self.view.set_busy(on=False)
            self.view.tell(self.tr("Stopped. Nothing was imported."), Tone.WARN)

    def _applied(self, outcome: Outcome[ImportReport]) -> None:
        self._plan = self._progress = None
        self._is_applying = False
        self.view.show_start()
        self.applied.emit(outcome.value)

    def _not_applied(self, error: ReviewDeskError) -> None:
        self._progress, self._is_applying = None, False
        self.view.set_busy(on=False)
        if isinstance(error, StaleError):
            self._replan(str(error))
        else:
            self.view.tell(str(error), Tone.BAD)

    def _cancel(self) -> None:
        self._stop()
        self._plan = None
        self.view.show_start()
        self.cancelled.emit()

    def _stop(self) -> None:
        self._round += 1
        self._is_applying = False
        if self._progress is not None:
            self._progress.stop()
            self._progress = None

    def _save(self, place: Path) -> None:
        if self._plan is not None:
            work = partial(self._imports.save_left_out, self._plan, place)
            then = partial(self._saved, place.name)
            self._tasks.run(work, then, self, lane=Lane.DOCUMENTS, failed=self._not_saved)

    def _saved(self, name: str, _answer: None) -> None:
        self.view.tell(self.tr("The rows left out were saved to {name}.").format(name=name), Tone.GOOD)

    def _not_saved(self, error: ReviewDeskError) -> None:
        self.view.tell(str(error), Tone.BAD)

    def _changed(self, changes: Changes, origin: QObject | None) -> None:
        """Make the plan anew where something it is compared with was changed."""
        if self._plan is None or origin is self or not changes.touch(*_CONCERNS):
            return
        self._may_be_stale = True
        if self.view.isVisible():
            self._look_again()

    def _look_again(self) -> None:
        """Make the plan anew where it hangs on what was changed; one that is being written says so itself."""
        if self._plan is not None and not self._is_applying:
            work, then = partial(self._imports.is_stale, self._plan), partial(self._weigh, self._plan)
            self._tasks.run(work, then, self, newest="stale")

    def _weigh(self, plan: ShownPlan, stale: bool) -> None:
        if plan is not self._plan or self._is_applying:
            return
        self._may_be_stale = False
        if stale:
            self._replan()


def _apply(imports: ImportService, plan: ShownPlan, watcher: Watcher) -> Outcome[ImportReport]:
    return imports.apply(plan, watcher=watcher)


def _read(planning: Callable[[Watcher], ShownPlan], watcher: Watcher) -> _Read:
    """Make a plan and, still in the background, what is shown of it."""
    plan = planning(watcher)
    picture = picture_of(plan.made, plan.files, plan.decisions, writes_nothing=plan.writes_nothing)
    return _Read(plan, picture)
