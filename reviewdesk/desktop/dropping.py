"""Where what comes in leads to: tables to the import, mails and their like to a sheet, files to the account."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from reviewdesk.desktop.dropped import DroppedPicture, DroppedText
from reviewdesk.desktop.tasks import Lane
from reviewdesk.domain.errors import NotAFormError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reviewdesk.desktop.feedback.ways import FormWays
    from reviewdesk.desktop.incoming.calendar_sheet import CalendarSheet
    from reviewdesk.desktop.incoming.mail_sheet import MailSheet
    from reviewdesk.desktop.shell import Shell
    from reviewdesk.desktop.tasks import Tasks
    from reviewdesk.domain.errors import ReviewDeskError
    from reviewdesk.services.calendar_values import CalendarSeen, CalendarTaken, MeetingChoice
    from reviewdesk.services.mail_values import MailSeen, MailTaken
    from reviewdesk.services.outcome import Outcome
    from reviewdesk.services.services import Services

CALENDARS: Final = frozenset({".ics", ".ical", ".icalendar"})
MAILS: Final = frozenset({".eml", ".msg"})
FORMS: Final = frozenset({".pdf"})
TABLES: Final = frozenset({".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods", ".vcf", ".vcard", ".reviewdesk"})


class Dropping(QObject):
    """Takes what was dropped on the window or chosen to be imported, one thing after the other.

    Signals:
        import_asked: paths of files for the import.
        told: a sentence about what was done.
    """

    import_asked = Signal(object)
    told = Signal(str)

    def __init__(
        self, shell: Shell, services: Services, tasks: Tasks, account: Callable[[], UUID | None], forms: FormWays
    ) -> None:
        super().__init__(shell)
        self._shell, self._services, self._tasks = shell, services, tasks
        self._account, self._forms = account, forms
        self._waiting: list[Path] = []
        self.hand_off_form: Callable[[Path, Callable[[ReviewDeskError], None]], None] | None = None
        forms.let_go.connect(self._take_next)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Lead each file to where it belongs; calendars, mails and forms are asked about one after the other."""
        account_id = self._account()
        one_by_one = [each for each in paths if _ending(each) in CALENDARS | MAILS | FORMS]
        others = [each for each in paths if each not in one_by_one]
        kept = [each for each in others if account_id and _ending(each) not in TABLES]
        imported = [each for each in others if each not in kept]
        self._waiting += one_by_one
        if account_id and kept:
            self.attach_files(account_id, kept)
        if imported:
            self.import_asked.emit(imported)
        if one_by_one:
            self._take_next()

    def take_words(self, dropped: object) -> None:
        """Note a text under today on the account that is shown, or keep a picture there."""
        account_id = self._account()
        if account_id is None:
            self.told.emit(self.tr("Open the account it belongs to, and drop it on its page."))
        elif isinstance(dropped, DroppedText):
            work = partial(self._services.day_notes.add, account_id, dropped.text)
            self._tasks.run(work, None, None, lane=Lane.WRITE)
        elif isinstance(dropped, DroppedPicture):
            today = self._services.book.today
            name = self.tr("Picture {day}.png").format(day=f"{today.day} {today:%b %Y}")
            picture = partial(self._services.attachments.add_bytes, account_id, name, dropped.content)
            self._tasks.run(picture, None, None, lane=Lane.WRITE)

    def attach_files(self, account_id: UUID, paths: Sequence[Path]) -> None:
        """Keep files on an account, each as a step of its own."""
        for each in paths:
            self._tasks.run(partial(self._services.attachments.add, account_id, each), None, None, lane=Lane.WRITE)

    def _take_next(self) -> None:
        """Look into the next file that waits."""
        if not self._waiting:
            return
        path = self._waiting.pop(0)
        if _ending(path) in FORMS:
            self._forms.take_file(path, partial(self._no_form, path))
            return
        if _ending(path) in CALENDARS:
            calendar = partial(self._services.calendar_in.look, path)
            self._tasks.run(calendar, self._show_calendar, self, lane=Lane.LONG, failed=self._not_read)
        else:
            mail = partial(self._services.mail_in.look, path)
            self._tasks.run(mail, self._show_mail, self, lane=Lane.LONG, failed=self._not_read)

    def _not_read(self, error: ReviewDeskError) -> None:
        self._shell.tell_error(error)
        self._take_next()

    def _no_form(self, path: Path, error: ReviewDeskError) -> None:
        """Look whether a PDF that is no feedback form is that of a hand-off."""
        if isinstance(error, NotAFormError) and self.hand_off_form is not None:
            self.hand_off_form(path, partial(self._no_hand_off, path, error))
        else:
            self._is_none(path, error)

    def _no_hand_off(self, path: Path, error: ReviewDeskError, why: ReviewDeskError) -> None:
        if isinstance(why, NotAFormError):
            self._is_none(path, error)
        else:
            self._not_read(why)

    def _is_none(self, path: Path, error: ReviewDeskError) -> None:
        """Keep a PDF that is no form on the account that is shown, or may be none; else say why it is not taken in."""
        account_id = self._account()
        if not isinstance(error, UnreadableError) or account_id is None:
            self._not_read(error)
            return
        self.attach_files(account_id, [path])
        if not isinstance(error, NotAFormError):
            kept = self.tr("“{name}” is kept here as a file. In case it is a feedback form:").format(name=path.name)
            self.told.emit(f"{kept} {error}")
        self._take_next()

    def _show_calendar(self, seen: CalendarSeen) -> None:
        from reviewdesk.desktop.incoming.calendar_sheet import CalendarSheet

        if not seen.offered:
            self._take_known(seen)
            return
        sheet = CalendarSheet(seen, self._account(), self._shell)
        sheet.taken.connect(partial(self._take_calendar, seen, sheet))
        sheet.finished.connect(self._take_next)
        sheet.open()

    def _take_known(self, seen: CalendarSeen) -> None:
        """Move and cancel what the calendar knows; where it brings nothing, say so."""
        if seen.brings:
            work = partial(self._services.calendar_in.take, seen)
            self._tasks.run(work, self._tell_taken, self, lane=Lane.WRITE)
        else:
            told = [f"{each.account}: {each.brings}" for each in seen.known[:1]]
            words = told[0] if told else self.tr("nothing in it concerns this book")
            self.told.emit(f"{seen.name}: {words}.")
        self._take_next()

    def _take_calendar(self, seen: CalendarSeen, sheet: CalendarSheet, choices: tuple[MeetingChoice, ...]) -> None:
        work = partial(self._services.calendar_in.take, seen, choices)
        self._tasks.run(work, partial(self._taken, sheet), None, lane=Lane.WRITE, failed=partial(_refuse, sheet))

    def _taken(self, sheet: CalendarSheet, outcome: Outcome[CalendarTaken]) -> None:
        self._tell_taken(outcome)
        if isValid(sheet):
            sheet.accept()

    def _tell_taken(self, outcome: Outcome[CalendarTaken]) -> None:
        self.told.emit(f"{'. '.join(outcome.value.told)}.")

    def _show_mail(self, seen: MailSeen) -> None:
        from reviewdesk.desktop.incoming.mail_sheet import MailSheet

        sheet = MailSheet(seen, self._account(), self._shell)
        sheet.taken.connect(partial(self._take_mail, seen, sheet))
        sheet.finished.connect(self._take_next)
        sheet.open()

    def _take_mail(self, seen: MailSeen, sheet: MailSheet, taken: MailTaken) -> None:
        work = partial(self._services.mail_in.take, seen, taken)
        self._tasks.run(work, partial(_accept, sheet), None, lane=Lane.WRITE, failed=partial(_refuse, sheet))


def _ending(path: Path) -> str:
    return path.suffix.casefold()


def _accept(sheet: MailSheet, _done: object) -> None:
    if isValid(sheet):
        sheet.accept()


def _refuse(sheet: MailSheet | CalendarSheet, error: ReviewDeskError) -> None:
    if isValid(sheet):
        sheet.refuse(str(error))
