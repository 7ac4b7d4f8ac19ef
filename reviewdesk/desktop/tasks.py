"""Work behind the window: each lane is one thread, and every answer comes back on the window's own."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from enum import StrEnum
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from reviewdesk.desktop.progress import Progress, StoppedError
from reviewdesk.desktop.sweeping import Sweeping
from reviewdesk.domain.errors import ReviewDeskError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")

_SHOWN_AFTER = 1.0
_LOOK_EVERY = 200
# One frame asks for many turns, and Python lets a lane that is at work have five milliseconds before each of them.
_TURN = 0.0005


class Lane(StrEnum):
    """A thread of its own; work in one lane is done in the order it was asked for."""

    WRITE = "write"
    READ = "read"
    DOCUMENTS = "documents"
    LONG = "long"
    JOURNAL = "journal"
    DAY = "day"
    SPELLING = "spelling"


@dataclass(eq=False, slots=True)
class _Job:
    """One piece of work that has not been answered yet."""

    then: Callable[[Any], None] | None
    failed: Callable[[ReviewDeskError], None] | None
    owner: QObject | None
    newest: str
    progress: Progress | None
    started: float = field(default_factory=monotonic)
    shown: bool = False
    future: Future[Any] | None = None

    @property
    def is_wanted(self) -> bool:
        """Say whether whoever asked is still there."""
        return self.owner is None or isValid(self.owner)

    def let_go(self) -> None:
        """Let go of whoever asked, who must not end with the lane's thread as the last to know of them."""
        self.then = self.failed = self.owner = None


class Tasks(QObject):
    """Runs work in lanes and brings the answers back.

    Signals:
        told: a ReviewDeskError nobody else took; its sentence is for the person.
        broken: an error that is a mistake of ours, and its details.
        changed: what a service changed, and who asked for it.
        progress_shown: a Progress that has been running for a second and again as it goes on.
        progress_ended: that Progress is over.
        idle: nothing is being done any more.
    """

    told = Signal(object)
    broken = Signal(object, str)
    changed = Signal(object, object)
    progress_shown = Signal(object)
    progress_ended = Signal(object)
    idle = Signal()
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[Lane, ThreadPoolExecutor] = {}
        self._jobs: list[_Job] = []
        self._has_ended = False
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_EVERY)
        self._looking.timeout.connect(self._look)
        self._sweeping = Sweeping(self)
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Say whether every piece of work has been answered."""
        return not self._jobs

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        owner: QObject | None = None,
        *,
        lane: Lane = Lane.READ,
        failed: Callable[[ReviewDeskError], None] | None = None,
        newest: str = "",
    ) -> None:
        """Do a piece of work in a lane and hand what it answers to `then`.

        The answer is dropped when the owner has gone. Work with the same owner and the same word in `newest` makes
        what was asked before it pointless: only the newest is answered.
        """
        self._start(work, _Job(then, failed, owner, newest, None), lane)

    def run_long(
        self,
        text: str,
        work: Callable[[Progress], T],
        then: Callable[[T], None] | None = None,
        owner: QObject | None = None,
        *,
        lane: Lane = Lane.LONG,
        failed: Callable[[ReviewDeskError], None] | None = None,
    ) -> Progress:
        """Do work that says how far it is and can be stopped; stopped work answers nobody."""
        progress = Progress(text)
        job = _Job(then, failed, owner, "", progress)
        self._start(_Told(work, progress), job, lane)
        self._looking.start()
        return progress

    def wait_idle(self, milliseconds: int = 30_000) -> bool:
        """Wait until everything is answered, also what an answer asks for; answers whether it was in time."""
        loop, timeout = QEventLoop(), QTimer()
        self.idle.connect(loop.quit)
        timeout.setSingleShot(True)
        timeout.timeout.connect(loop.quit)
        timeout.start(milliseconds)
        while self._jobs and timeout.isActive():
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self.idle.disconnect(loop.quit)
        return self.is_idle

    def close(self) -> None:
        """Stop long jobs, finish what was begun in every lane, and end the threads; nothing is begun any more.

        What a timer of a closing window still asks for has nobody left to answer.
        """
        for job in self._jobs:
            if job.progress is not None:
                job.progress.stop()
        self.wait_idle()
        self._has_ended = True
        self._looking.stop()
        for lane in self._lanes.values():
            lane.shutdown(wait=True, cancel_futures=True)
        self._lanes.clear()
        self._sweeping.end()

    def _start(self, work: Callable[[], Any], job: _Job, lane: Lane) -> None:
        if self._has_ended:
            return
        self._forget_older(job)
        self._jobs.append(job)
        self._sweeping.begin()
        from concurrent.futures import ThreadPoolExecutor

        if lane not in self._lanes:
            sys.setswitchinterval(_TURN)
            self._lanes[lane] = ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"reviewdesk-{lane.value}")
        job.future = self._lanes[lane].submit(work)
        job.future.add_done_callback(_Messenger(self._answered, job))

    def _forget_older(self, job: _Job) -> None:
        if not job.newest:
            return
        for older in self._jobs:
            if older.newest == job.newest and older.owner is job.owner:
                older.then = older.failed = None
                if older.future is not None:
                    older.future.cancel()

    @Slot(object)
    def _deliver(self, job: _Job) -> None:
        self._jobs.remove(job)
        self._end_progress(job)
        try:
            self._answer(job)
        finally:
            job.let_go()
            if not self._jobs:
                self._looking.stop()
                self.idle.emit()

    def _answer(self, job: _Job) -> None:
        from reviewdesk.services.outcome import Outcome

        future = job.future
        if future is None or future.cancelled():
            return
        error = future.exception()
        if error is not None:
            self._answer_error(job, error)
            return
        answer = future.result()
        if job.then is not None and job.is_wanted:
            job.then(answer)
        if isinstance(answer, Outcome) and answer.changes:
            self.changed.emit(answer.changes, job.owner)

    def _answer_error(self, job: _Job, error: BaseException) -> None:
        from concurrent.futures import CancelledError

        if isinstance(error, StoppedError | CancelledError):
            return
        if not isinstance(error, ReviewDeskError):
            import traceback

            self.broken.emit(error, "".join(traceback.format_exception(error)))
        elif job.failed is not None and job.is_wanted:
            job.failed(error)
        elif not job.newest or job.then is not None:
            self.told.emit(error)

    def _look(self) -> None:
        """Show the long jobs that have been running for a second."""
        running = [job for job in self._jobs if job.progress is not None]
        for job in running:
            if monotonic() - job.started >= _SHOWN_AFTER:
                job.shown = True
                self.progress_shown.emit(job.progress)
        if not running:
            self._looking.stop()

    def _end_progress(self, job: _Job) -> None:
        if job.shown:
            self.progress_ended.emit(job.progress)


@dataclass(frozen=True, slots=True)
class _Told:
    """Work together with the progress it reports to."""

    work: Callable[[Progress], Any]
    progress: Progress

    def __call__(self) -> object:
        self.progress.check()
        return self.work(self.progress)


@dataclass(frozen=True, slots=True)
class _Messenger:
    """Carries the news that a job is done from its lane to the window's thread."""

    signal: Any
    job: _Job

    def __call__(self, _done: Future[Any]) -> None:
        self.signal.emit(self.job)
