"""Keeps the scores on the page of an account and in the book the same."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from reviewdesk.desktop.account.part import AccountPart
from reviewdesk.desktop.account.scores import ScoresPage
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.tabs import Tab
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.account_values import AccountBrief
from reviewdesk.services.answers import AccountAnswers, AnswerService, Given


class ScoresPart(AccountPart):
    """The tab Scores; it comes with the first answer or when it is asked for."""

    key = "scores"
    before = "revenue"
    after = "people"

    def __init__(self, page: ScoresPage, answers: AnswerService, tasks: Tasks) -> None:
        super().__init__(page)
        self.page = page
        self._answers, self._tasks = answers, tasks
        self._account_id: UUID | None = None
        page.given.connect(self._add)
        page.corrected.connect(self._change)
        page.remove_asked.connect(self._remove)

    def tab(self, brief: AccountBrief, *, asked: bool) -> Tab | None:
        """Give the tab with how many answers there are."""
        there = brief.answers or brief.forms_out
        return Tab(self.key, self.tr("Scores"), brief.answers) if there or asked else None

    def show_brief(self, brief: AccountBrief) -> None:
        """Show what was answered here."""
        if brief.account.id != self._account_id:
            self._account_id = brief.account.id
            self.page.begin()
        self._tasks.run(partial(self._answers.of_account, brief.account.id), self._show, self, newest="scores")

    def _show(self, answers: AccountAnswers) -> None:
        if answers.account_id == self._account_id:
            self.page.show_answers(answers)
            self.seek()

    def start_adding(self) -> None:
        """Let the person choose what somebody answered."""
        self.page.start_adding()

    def reach(self, record_id: UUID) -> bool:
        """Go to an answer."""
        self.page.rows.go_to(record_id)
        return record_id in self.page.rows.keys

    def _add(self, given: Given) -> None:
        if self._account_id is not None:
            self._write(partial(self._answers.add, self._account_id, given))

    def _change(self, answer_id: UUID, given: Given) -> None:
        self._write(partial(self._answers.change, answer_id, given))

    def _write(self, work: Callable[[], object]) -> None:
        self._tasks.run(work, self._written, self, lane=Lane.WRITE, failed=self._refused)

    def _written(self, _done: object) -> None:
        self.page.done()

    def _refused(self, error: ReviewDeskError) -> None:
        self.page.form.refuse(str(error))

    def _remove(self, answer_id: UUID) -> None:
        self._tasks.run(partial(self._answers.remove, answer_id), None, self, lane=Lane.WRITE)
