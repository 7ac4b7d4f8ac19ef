"""Keeps what the open concern is linked with and the book the same."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.account.concerns import ConcernsPage
from reviewdesk.desktop.account.linked import LinkSheet
from reviewdesk.desktop.in_sight import in_sight
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.concern import LinkKind
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.book import BookService
from reviewdesk.services.concern_links import ConcernLinkService, LinkedConcern


class Linking(QObject):
    """Shows what the open concern is linked with, links and unlinks.

    Signals:
        concern_asked: the account and the concern to open.
    """

    concern_asked = Signal(object, object)

    def __init__(self, view: ConcernsPage, links: ConcernLinkService, book: BookService, tasks: Tasks) -> None:
        super().__init__(view)
        self._view, self._links, self._book, self._tasks = view, links, book, tasks
        self.sheet: LinkSheet | None = None
        view.unfolded.connect(self._load)
        view.link_asked.connect(self._ask)
        view.unlinked.connect(self._unlink)
        view.link_opened.connect(self.concern_asked)
        tasks.changed.connect(self._follow)

    def _load(self, concern_id: UUID) -> None:
        show = partial(self._show, concern_id)
        self._tasks.run(partial(self._links.linked, concern_id), show, self, newest="linked")

    def _show(self, concern_id: UUID, found: tuple[LinkedConcern, ...]) -> None:
        self._view.show_linked(concern_id, found, self._book.today)

    def _follow(self, changes: Changes, _origin: object) -> None:
        if self._view.opened is not None and changes.touch(Kind.CONCERN) and in_sight(self._view):
            self._load(self._view.opened)

    def _ask(self, concern_id: UUID, words: str) -> None:
        self.sheet = LinkSheet(words, self._book.today, self._view.window())
        self.sheet.typed.connect(partial(self._look_up, concern_id))
        self.sheet.linked.connect(partial(self._link, concern_id))
        self.sheet.finished.connect(self._left)
        self.sheet.open()
        self.sheet.look_up()

    def _look_up(self, concern_id: UUID, words: str) -> None:
        work = partial(self._links.find, words, concern_id)
        self._tasks.run(work, self._offer, self, newest="to link")

    def _offer(self, found: tuple[LinkedConcern, ...]) -> None:
        if self.sheet is not None:
            self.sheet.show_found(found)

    def _link(self, concern_id: UUID, other_id: UUID, kind: LinkKind) -> None:
        work = partial(self._links.link, concern_id, other_id, kind)
        self._tasks.run(work, self._linked, self, lane=Lane.WRITE, failed=self._refused)

    def _linked(self, _outcome: object) -> None:
        if self.sheet is not None:
            self.sheet.accept()

    def _refused(self, error: ReviewDeskError) -> None:
        if self.sheet is not None:
            self.sheet.refuse(str(error))

    def _unlink(self, concern_id: UUID, other_id: UUID) -> None:
        self._tasks.run(partial(self._links.unlink, concern_id, other_id), None, self, lane=Lane.WRITE)

    def _left(self) -> None:
        self.sheet = None
