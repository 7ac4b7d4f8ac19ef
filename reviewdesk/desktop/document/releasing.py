"""Lets a summary go to its customer: finished, drafted as a mail, marked as sent; open remarks are named before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.tasks import Lane, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewdesk.desktop.document.leaving import Leaving
    from reviewdesk.desktop.document.model import ShownDocument
    from reviewdesk.desktop.document.remarking import Remarking
    from reviewdesk.desktop.document.sources import Source
    from reviewdesk.desktop.document.view import DocumentView
    from reviewdesk.services.documents import DocumentService
    from reviewdesk.services.outcome import Outcome

_NAMED = 2
_LONGEST = 60


class Releasing(QObject):
    """The last step before a customer has it.

    Signals:
        mail_asked: the summary that a mail is to be drafted for.
        done: what was done, and what to show now.
    """

    mail_asked = Signal(object)
    done = Signal(object, object)

    def __init__(
        self, view: DocumentView, documents: DocumentService, leaving: Leaving, remarking: Remarking, tasks: Tasks
    ) -> None:
        super().__init__(leaving.parent())
        self._view, self._documents, self._tasks = view, documents, tasks
        self._leaving, self._remarking = leaving, remarking
        self._source: Source | None = None
        self._shown: ShownDocument | None = None
        view.mail_asked.connect(self._mail)
        view.sent_asked.connect(self._mark_sent)
        view.finish_asked.connect(self._finish)

    def show_document(self, source: Source, shown: ShownDocument) -> None:
        """Release this document from now on."""
        self._source, self._shown = source, shown
        self._view.question.hide()

    def _release(self, verb: str, then: Callable[[], None]) -> None:
        """Do it, or where remarks are open name them first."""
        remarks = self._remarking.open
        if not remarks:
            then()
            return
        named = "; ".join(f"“{_short(each.words)}” ({each.by})" for each in remarks[:_NAMED])
        one, more = self.tr("1 remark is still open: {named}."), self.tr("{n} remarks are still open: {named}.")
        more_of_them = f"{named} …" if len(remarks) > _NAMED else named
        sentence = (one if len(remarks) == 1 else more).format(n=len(remarks), named=more_of_them)
        answers = ((self.tr("Look at them"), self._remarking.look), (verb, then))
        self._view.question.ask(sentence, answers)

    def _mail(self) -> None:
        if self._source is not None and self._leaving.may_leave():
            own = self._source.mail()
            self._release(self.tr("Draft the mail all the same"), own or self._ask_mail)

    def _ask_mail(self) -> None:
        if self._shown is not None:
            self.mail_asked.emit(self._shown.summary_id)

    def _mark_sent(self) -> None:
        if self._leaving.may_leave():
            self._release(self.tr("Mark as sent all the same"), self._do_mark_sent)

    def _do_mark_sent(self) -> None:
        if self._shown is not None and self._shown.summary_id is not None:
            work = partial(self._documents.mark_sent, self._shown.summary_id)
            self._run(work, self.tr("Version {n} is marked as sent"))

    def _finish(self) -> None:
        self._release(self.tr("Finish all the same"), self._do_finish)

    def _do_finish(self) -> None:
        if self._source is not None:
            self._run(self._source.finish, "")

    def _run(self, work: Callable[[], Outcome[Any]], words: str) -> None:
        if self._source is not None:
            self._tasks.run(work, partial(self._done, self._source, words), self, lane=Lane.WRITE)

    def _done(self, source: Source, words: str, outcome: Outcome[Any]) -> None:
        self.done.emit(outcome, source.after(outcome.value))
        if words:
            self._leaving.done_told.emit(words.format(n=outcome.value.number))


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 2]}…"
