"""Keeps the Monday page and the book the same."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from reviewdesk.desktop.in_sight import in_sight
from reviewdesk.desktop.monday.model import sections_of, status_of
from reviewdesk.desktop.monday.view import MondayView
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.our_side import MondayPage
from reviewdesk.services.monday import MondayService
from reviewdesk.services.our_side_text import monday_text

_CONCERNED = (
    Kind.ACCOUNT, Kind.REVIEW, Kind.CONCERN, Kind.FOLLOW_UP, Kind.CONTACT, Kind.ANSWER, Kind.BOOK, Kind.NOTE_LINE,
)  # fmt: skip


class MondayController(QObject):
    """Shows the week, and gives it away as text.

    Signals:
        account_asked, concern_asked, review_asked: where the person wants to go, with its id.
        told: a sentence about what was done.
    """

    account_asked = Signal(object)
    concern_asked = Signal(object, object)
    review_asked = Signal(object)
    told = Signal(str)

    def __init__(self, view: MondayView, monday: MondayService, tasks: Tasks) -> None:
        super().__init__(view)
        self.view = view
        self._monday, self._tasks = monday, tasks
        self._page: MondayPage | None = None
        view.account_asked.connect(self.account_asked)
        view.concern_asked.connect(self.concern_asked)
        view.review_asked.connect(self.review_asked)
        view.copy_asked.connect(self._copy)
        tasks.changed.connect(self._reload_if_concerned)

    def show_page(self) -> None:
        """Show the week as it stands."""
        self._tasks.run(self._monday.page, self._show, self, newest="monday")

    def _show(self, page: MondayPage) -> None:
        self._page = page
        self.view.show_week(sections_of(page), status_of(page))

    def _copy(self) -> None:
        if self._page is not None:
            QGuiApplication.clipboard().setText(monday_text(self._page))
            self.told.emit(self.tr("The Monday page was copied. Paste it into a mail."))

    def _reload_if_concerned(self, changes: Changes, origin: object) -> None:
        if origin is not self and changes.touch(*_CONCERNED) and in_sight(self.view):
            self.show_page()
