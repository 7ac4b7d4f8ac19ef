"""The saved views of the list: opened, saved, renamed, put in order and removed."""

from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from reviewdesk.desktop.accounts.ask_one import AskWords
from reviewdesk.desktop.accounts.shown import Shown
from reviewdesk.desktop.icons import icon
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.domain.saved_view import SavedView
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.saved_views import SavedViewService, ViewsShown

ICON: Final = "bookmark"


class SavedViews(QObject):
    """Knows the views of the book and which of them is open.

    Signals:
        view_opened: the SavedView that the person opened.
        open_changed: another view is open now, or none.
    """

    view_opened = Signal(object)
    open_changed = Signal()

    def __init__(self, page: QWidget, service: SavedViewService, tasks: Tasks) -> None:
        super().__init__(page)
        self._page = page
        self._service = service
        self._tasks = tasks
        self._views: tuple[SavedView, ...] = ()
        self._open: UUID | None = None
        self._wanted: UUID | None = None
        self.sheet: AskWords | None = None

    @property
    def open_view(self) -> SavedView | None:
        """The view that is open, or nothing."""
        return next((each for each in self._views if each.id == self._open), None)

    @property
    def views(self) -> tuple[SavedView, ...]:
        """The views in their order."""
        return self._views

    def reload(self) -> None:
        """Read the views as they stand."""
        self._tasks.run(self._service.all, self._show, self, newest="views")

    def _show(self, shown: ViewsShown) -> None:
        self._views = shown.views
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.open(wanted)
        elif self._open is not None and self.open_view is None:
            self.close()

    def open(self, view_id: UUID) -> None:
        """Show a view; one that was not read yet is shown once it is."""
        view = next((each for each in self._views if each.id == view_id), None)
        if view is None:
            self._wanted = view_id
            self.reload()
            return
        self._open = view_id
        self.open_changed.emit()
        self.view_opened.emit(view)

    def close(self) -> None:
        """Show the list itself again, with no view open."""
        self._open = self._wanted = None
        self.open_changed.emit()

    def show_menu(self, shown: Shown, at: QPoint) -> None:
        """Offer the views, and what can be done with what is shown."""
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for each in self._views:
            action = menu.addAction(icon(ICON, "muted"), each.name, partial(self.open, each.id))
            action.setCheckable(each.id == self._open)
            action.setChecked(each.id == self._open)
        menu.addSeparator()
        menu.addAction(icon("plus", "muted"), self.tr("Save this view …"), partial(self.ask_to_save, shown))
        view = self.open_view
        if view is not None:
            self._add_for(menu, view, shown)
        menu.popup(at)

    def _add_for(self, menu: QMenu, view: SavedView, shown: Shown) -> None:
        """Offer what can be done with the view that is open."""
        at = self._views.index(view)
        update = self.tr("Update “{view}”").format(view=view.name)
        same = menu.addAction(icon("save", "muted"), update, partial(self.update, view.id, shown))
        same.setEnabled(not shown.shows_as(view))
        menu.addAction(icon("pencil", "muted"), self.tr("Rename …"), partial(self.ask_to_rename, view))
        up = menu.addAction(icon("arrow-up", "muted"), self.tr("Move up"), partial(self.move, view.id, -1))
        down = menu.addAction(icon("arrow-down", "muted"), self.tr("Move down"), partial(self.move, view.id, 1))
        up.setEnabled(at > 0)
        down.setEnabled(at < len(self._views) - 1)
        menu.addAction(icon("trash-2", "muted"), self.tr("Remove this view"), partial(self.remove, view.id))

    def ask_to_save(self, shown: Shown) -> None:
        """Ask for the name of what is shown, and save it."""
        self._ask(self.tr("Save this view"), self.tr("Save"), "").answered.connect(partial(self._save, shown))

    def ask_to_rename(self, view: SavedView) -> None:
        """Ask for another name of a view."""
        self._ask(self.tr("Rename this view"), self.tr("Rename"), view.name).answered.connect(
            partial(self._rename, view.id)
        )

    def _ask(self, title: str, verb: str, name: str) -> AskWords:
        sheet = AskWords(title, verb, self.tr("Name"), self._page, hint=self.tr("Contracts ending in spring"))
        sheet.words.start_with(name)
        sheet.finished.connect(self._forget)
        self.sheet = sheet
        sheet.open()
        return sheet

    def _save(self, shown: Shown, name: str) -> None:
        work = partial(self._service.save, name, shown.as_view())
        self._tasks.run(work, self._saved, self, lane=Lane.WRITE, failed=self._refused)

    def _saved(self, done: Outcome[SavedView]) -> None:
        self._answered()
        self._wanted = done.value.id
        self.reload()

    def _rename(self, view_id: UUID, name: str) -> None:
        self._run(partial(self._service.rename, view_id, name))

    def update(self, view_id: UUID, shown: Shown) -> None:
        """Let a view show from now on what is shown now."""
        self._run(partial(self._service.update, view_id, shown.as_view()))

    def move(self, view_id: UUID, by: int) -> None:
        """Move a view up or down among the others."""
        self._run(partial(self._service.move, view_id, by))

    def remove(self, view_id: UUID) -> None:
        """Take a view out."""
        self._run(partial(self._service.remove, view_id))

    def _run(self, work: partial[Outcome[SavedView]] | partial[Outcome[None]]) -> None:
        self._tasks.run(work, self._changed, self, lane=Lane.WRITE, failed=self._refused)

    def _changed(self, _done: object) -> None:
        self._answered()
        self.reload()

    def _answered(self) -> None:
        if self.sheet is not None:
            self.sheet.accept()

    def _refused(self, error: ReviewDeskError) -> None:
        if self.sheet is not None:
            self.sheet.refuse(str(error))
        else:
            self._tasks.told.emit(error)

    def _forget(self) -> None:
        self.sheet = None
