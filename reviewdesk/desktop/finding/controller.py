"""Keeps the page of the search and what is found in the book the same."""

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from reviewdesk.desktop.finding.model import chips_of, preview_of, status_of
from reviewdesk.desktop.finding.view import FindingView
from reviewdesk.desktop.in_sight import in_sight
from reviewdesk.desktop.search.results import result_of
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.services.finding import AT_ONCE, MOST, FindingService, as_text
from reviewdesk.services.found_values import Around, Found, FoundPage, Looked


class SaveFoundDialog:
    """Asks where what was found is saved; a test puts its own answer in its place."""

    @classmethod
    def ask(cls, parent: QWidget) -> Path | None:
        """Give the file the person chose, or nothing."""
        chosen, _ = QFileDialog.getSaveFileName(parent, parent.tr("Save as CSV"), "found.csv", "CSV files (*.csv)")
        return Path(chosen).with_suffix(".csv") if chosen else None


class FindingController(QObject):
    """Looks for what is typed, and says what the person opens.

    Signals:
        found_opened: a Found the person goes to.
        told: a sentence about what went well.
    """

    found_opened = Signal(object)
    told = Signal(str)

    def __init__(self, view: FindingView, finding: FindingService, tasks: Tasks) -> None:
        super().__init__(view)
        self.view = view
        self._finding = finding
        self._tasks = tasks
        self._limit = AT_ONCE
        self._page = FoundPage(looked=Looked())
        self._account: tuple[str, UUID | None] = ("", None)
        view.asked.connect(self._look_anew)
        view.opened.connect(self.found_opened)
        view.moved_to.connect(self._show_around)
        view.more_asked.connect(self._look_on)
        view.copy_asked.connect(self._copy)
        view.save_asked.connect(self._save)
        tasks.changed.connect(self._look_again)

    def look_for(self, words: str, account: str = "", account_id: UUID | None = None) -> None:
        """Begin anew with these words, inside an account or everywhere."""
        self._account = account, account_id
        self.view.look_for(words, account)
        self._look_anew()

    def show_page(self) -> None:
        """Show what is found now, where the person was."""
        self._look()

    @property
    def _looked(self) -> Looked:
        view = self.view
        account = view.account.text()
        return Looked(
            words=view.line.text(),
            kinds=tuple(Kind(each) for each in sorted(view.chips.on)),
            account=account,
            account_id=self._account[1] if account == self._account[0] else None,
            since=view.since.text(),
            until=view.until.text(),
            best_first=view.order.key == "best",
        )

    def _look_anew(self) -> None:
        self._limit = AT_ONCE
        self._look()

    def _look_on(self) -> None:
        if self._limit < MOST and len(self._page.found) >= self._limit // 2:
            self._limit += AT_ONCE
            self._look()

    def _look(self) -> None:
        self._tasks.run(partial(self._finding.look, self._looked, self._limit), self._show, self, newest="found")

    def _show(self, page: FoundPage) -> None:
        view, words = self.view, page.looked.words.strip()
        if page.sentence:
            view.refuse(page.sentence)
            return
        self._page = page
        if page.found:
            view.show_found([result_of(each) for each in page.found], chips_of(page), status_of(page))
        elif words:
            sentence = self.tr("Try fewer letters, other days, or all accounts and kinds.")
            view.show_nothing(self.tr("Nothing holds “{words}”").format(words=words), sentence, chips_of(page))
        else:
            sentence = self.tr("Every account, person, note, concern, file and answer of this book is looked through.")
            view.show_nothing(self.tr("Search everything"), sentence)

    def _show_around(self, found: Found) -> None:
        read = partial(self._finding.around, found, self._page.looked.words)
        self._tasks.run(read, self._show_preview, self, newest="around")

    def _show_preview(self, around: Around) -> None:
        self.view.preview.show_lines(around.title, preview_of(around))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._page.found))
        self.told.emit(self.tr("Copied {n} lines.").format(n=len(self._page.found)))

    def _save(self) -> None:
        path = SaveFoundDialog.ask(self.view)
        if path is not None:
            self._tasks.run(partial(self._finding.save, self._page.looked, path), self._saved, self)

    def _saved(self, rows: int) -> None:
        self.told.emit(self.tr("Saved {n} rows.").format(n=rows))

    def _look_again(self, _changes: Changes, _origin: object) -> None:
        if in_sight(self.view):
            self._look()
