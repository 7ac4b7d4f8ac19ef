"""Keeps the concerns on the page of one account and the book the same."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from reviewdesk.desktop.account.concerns import ConcernsPage
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.concern import Stage
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.concerns import ConcernService


class ConcernsController(QObject):
    """Answers what is done with the concerns of one account; the page of the account hears of it and shows it."""

    def __init__(self, view: ConcernsPage, concerns: ConcernService, tasks: Tasks) -> None:
        super().__init__(view)
        self.account_id: UUID | None = None
        self._view = view
        self._concerns = concerns
        self._tasks = tasks
        view.add_asked.connect(self._add)
        view.typed.connect(self._change)
        view.stage_asked.connect(self._bring)
        view.asked_today.connect(self._asked)
        view.unfolded.connect(self._offer)

    def _add(self, words: str, severity: int) -> None:
        if self.account_id is not None:
            work = partial(self._concerns.add, self.account_id, words, severity)
            self._tasks.run(work, self._added, self, lane=Lane.WRITE, failed=self._not_added)

    def _added(self, _done: object) -> None:
        self._view.new.clear()

    def _not_added(self, error: ReviewDeskError) -> None:
        self._view.new.refuse(str(error))

    def _offer(self, concern_id: UUID) -> None:
        if self.account_id is not None:
            work = partial(self._concerns.known, self.account_id)
            self._tasks.run(work, partial(self._view.offer_known, concern_id), self, newest="known of a concern")

    def _change(self, concern_id: UUID, name: str, text: str) -> None:
        work = partial(self._concerns.change, concern_id, name, text)
        saved, refused = partial(self._saved, concern_id, name), partial(self._refused, concern_id, name)
        self._tasks.run(work, saved, self, lane=Lane.WRITE, failed=refused)

    def _saved(self, concern_id: UUID, name: str, _done: object) -> None:
        if concern_id == self._view.opened:
            self._view.show_saved(name)

    def _refused(self, concern_id: UUID, name: str, error: ReviewDeskError) -> None:
        if concern_id == self._view.opened:
            self._view.refuse(name, str(error))
        else:
            self._tasks.told.emit(error)

    def _asked(self, concern_id: UUID) -> None:
        self._tasks.run(partial(self._concerns.asked, concern_id), None, self, lane=Lane.WRITE)

    def _bring(self, concern_id: UUID, stage: Stage) -> None:
        self._tasks.run(partial(self._concerns.bring_to, concern_id, stage), None, self, lane=Lane.WRITE)
