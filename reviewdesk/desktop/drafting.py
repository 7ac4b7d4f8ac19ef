"""Opens mail drafts in the person's own mail program; nothing is ever sent from here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from shiboken6 import isValid

from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.errors import LeakError, StrangerError

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.held_sheet import HeldSheet
    from reviewdesk.domain.errors import People, ReviewDeskError
    from reviewdesk.domain.held_back import HeldBack
    from reviewdesk.services.draft_files import WrittenDraft
    from reviewdesk.services.guarding import GuardService
    from reviewdesk.services.mails import MailService
    from reviewdesk.services.outcome import Outcome


def open_file(path: Path) -> bool:
    """Open a file with the program that the system has for it; say whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def open_link(link: str) -> bool:
    """Open a link with the program that the system has for it; say whether there is one."""
    return QDesktopServices.openUrl(QUrl(link))


def open_draft(draft: WrittenDraft, by: QObject, *, by_link: bool = False) -> str:
    """Open a draft in the person's mail program, and give a sentence about where it is and what it lacks."""
    lacking = ""
    if draft.lacking:
        lacking = " " + by.tr("{names} has no address: add it in the mail.").format(names=", ".join(draft.lacking))
    if by_link and open_link(draft.link):
        open_file(draft.path.parent)
        words = by.tr("A mail is begun in your mail program. Put in what lies in {folder}: {name}.")
        name = draft.attached.name if draft.attached is not None else draft.path.name
        return words.format(folder=draft.path.parent, name=name) + lacking
    if open_file(draft.path):
        words = by.tr("The draft is open in your mail program, and lies in {folder}.")
    elif open_link(draft.link):
        words = by.tr("Your mail program opens no drafts: what goes along lies in {folder}.")
    else:
        words = by.tr("No mail program was found. The draft lies in {folder} as {name}.")
    return words.format(folder=draft.path.parent, name=draft.path.name) + lacking


class Drafting(QObject):
    """Has a draft written and opens it.

    Signals:
        told: a sentence about the draft that was written.
        stranger_met: the summary, and the error that says who is none of the customer's people.
        way_kept: how this machine's mail program takes a mail, to be remembered.
    """

    told = Signal(str)
    stranger_met = Signal(object, object)
    way_kept = Signal(str)

    def __init__(
        self, mails: Callable[[], MailService], guard: Callable[[], GuardService], tasks: Tasks, owner: QObject,
        window: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(owner)
        self._guard, self._window = guard, window
        self.by_link = False
        self._mails, self._tasks = mails, tasks
        self._under_way = False

    def summary(self, summary_id: UUID, to: People | None = None, *, knowing: bool = False) -> None:
        """Draft the mail that a summary goes with, to its people or to these; `knowing` that some are strangers."""
        self._draft("summary", summary_id, to=to, knowing=knowing, apart=self.by_link)

    def choose_way(self, by_link: bool) -> None:
        """Begin mails by a link from now on, for a mail program that opens no drafts."""
        self.by_link = by_link
        self.way_kept.emit("link" if by_link else "")

    def invitation(self, review_id: UUID) -> None:
        """Draft the invitation to a review."""
        self._draft("invitation", review_id)

    def pre_read(self, review_id: UUID) -> None:
        """Draft what they read before a review."""
        self._draft("pre_read", review_id)

    def _draft(self, kind: str, of: UUID, **more: Any) -> None:  # noqa: ANN401 - as the service takes it
        """Write one draft; a second press while that is under way asks for nothing more."""

        def work() -> Outcome[WrittenDraft]:
            written: Outcome[WrittenDraft] = getattr(self._mails(), kind)(of, **more)
            return written

        if not self._under_way:
            self._under_way = True
            failed = partial(self._failed, of, partial(self._draft, kind, of, **more))
            self._tasks.run(work, self._written, self, lane=Lane.DOCUMENTS, failed=failed)

    def _failed(self, of: UUID, again: Callable[[], None], error: ReviewDeskError) -> None:
        """Say why there is no draft; where something was found in it, let that be decided first."""
        self._under_way = False
        if isinstance(error, LeakError) and error.held is not None and error.held.text:
            self._decide(error.held, again)
        elif isinstance(error, StrangerError):
            self.stranger_met.emit(of, error)
        else:
            self._tasks.told.emit(error)

    def _decide(self, held: HeldBack, again: Callable[[], None]) -> None:
        from reviewdesk.desktop.held_sheet import HeldSheet

        sheet = HeldSheet.ask(held, self._window)
        sheet.meant_asked.connect(partial(self._settle, sheet, "mean_it"))
        sheet.take_out_asked.connect(partial(self._settle, sheet, "take_out"))
        sheet.asked.connect(sheet.accept)
        sheet.accepted.connect(again)

    def _settle(self, sheet: HeldSheet, way: str, words: str) -> None:
        work = partial(getattr(self._guard(), way), sheet.held, words)
        then = partial(_settled, sheet, words)
        self._tasks.run(work, then, self, lane=Lane.WRITE, failed=partial(_not_settled, sheet))

    def _written(self, outcome: Outcome[WrittenDraft]) -> None:
        self._under_way = False
        self.told.emit(open_draft(outcome.value, self, by_link=self.by_link))


def _settled(sheet: HeldSheet, words: str, _outcome: object) -> None:
    if isValid(sheet):
        sheet.decided(words)


def _not_settled(sheet: HeldSheet, error: ReviewDeskError) -> None:
    if isValid(sheet):
        sheet.refuse(str(error))


def drafting_for(desk: Desk, owner: QObject) -> Drafting:
    """Make what drafts mails for a page of the desk."""
    services = desk.services
    mails, guard = partial(getattr, services, "mails"), partial(getattr, services, "guard")
    made = Drafting(mails, guard, desk.tasks, owner, desk.shell)
    made.by_link = desk.memory.choice("mails") == "link"
    made.way_kept.connect(partial(desk.memory.keep_choice, "mails"))
    made.told.connect(desk.tell)
    return made
