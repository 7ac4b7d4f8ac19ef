"""Keeps the history on the page of an account and the book the same."""

from collections.abc import MutableMapping
from dataclasses import dataclass
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from reviewdesk.desktop.account.details import AccountDetails
from reviewdesk.desktop.account.field_menu import FieldMenu
from reviewdesk.desktop.account.history_page import HistoryPage
from reviewdesk.desktop.account.history_rows import label_of
from reviewdesk.desktop.account.part import AccountPart
from reviewdesk.desktop.account.people import PeoplePage
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.tabs import Tab
from reviewdesk.domain.changes import Kind
from reviewdesk.services.account_values import AccountBrief
from reviewdesk.services.history import Happening, HistoryService

_STORED_AS: Final = {name: f"{name}_id" for name in ("owner", "parent", "reports_to", "known_by")}


@dataclass(frozen=True, slots=True)
class _Only:
    """The one field whose history is shown."""

    record_id: UUID
    field: str
    label: str

    def holds(self, happening: Happening) -> bool:
        """Say whether a change is of this field."""
        return (happening.record_id, happening.field) == (self.record_id, self.field)


class HistoryPart(AccountPart):
    """The History tab, which comes when it is asked for."""

    key = "history"
    after = "details"

    def __init__(self, page: HistoryPage, history: HistoryService, tasks: Tasks) -> None:
        super().__init__(page)
        self.page = page
        self._history = history
        self._tasks = tasks
        self._brief: AccountBrief | None = None
        self._person_id: UUID | None = None
        self._only: _Only | None = None
        self._all: tuple[Happening, ...] = ()
        page.shown.connect(self._reload)
        page.all_asked.connect(self._show_all)
        page.back_asked.connect(self._put_back)

    def join(self, pages: MutableMapping[str, QWidget], stack: QStackedWidget) -> None:
        """Take its place, and offer the history of each field where it is typed."""
        super().join(pages, stack)
        details, people = pages["details"], pages["people"]
        if isinstance(details, AccountDetails):
            for grid in details.grids:
                FieldMenu(grid).history_asked.connect(self._ask_field)
        if isinstance(people, PeoplePage):
            people.chosen.connect(self._choose_person)
            FieldMenu(people.grid).history_asked.connect(self._ask_field_of_person)

    def tab(self, _brief: AccountBrief, *, asked: bool) -> Tab | None:
        """Give the tab once it is asked for."""
        return Tab(self.key, self.tr("History")) if asked else None

    def show_brief(self, brief: AccountBrief) -> None:
        """Tell the history of this account, if the person looks at it."""
        if self._brief is None or self._brief.account.id != brief.account.id:
            self._only, self._all = None, ()
        self._brief = brief
        if self.page.isVisible():
            self._reload()

    def _reload(self) -> None:
        if self._brief is not None:
            account_id = self._brief.account.id
            read = partial(self._history.of_account, account_id)
            self._tasks.run(read, partial(self._take, account_id), self, newest="history")

    def _take(self, account_id: UUID, happenings: tuple[Happening, ...]) -> None:
        if self._brief is not None and account_id == self._brief.account.id:
            self._all = happenings
            self._show()

    def _show(self) -> None:
        if self._brief is None:
            return
        only = self._only
        shown = [each for each in self._all if only is None or only.holds(each)]
        self.page.show_happenings(shown, self._brief.today, only.label if only else "")

    def _show_all(self) -> None:
        self._only = None
        self._show()

    def _choose_person(self, person_id: UUID | None) -> None:
        self._person_id = person_id

    def _ask_field(self, name: str) -> None:
        if self._brief is not None:
            self._ask(Kind.ACCOUNT, self._brief.account.id, name)

    def _ask_field_of_person(self, name: str) -> None:
        if self._person_id is not None:
            self._ask(Kind.PERSON, self._person_id, name)

    def _ask(self, kind: Kind, record_id: UUID, name: str) -> None:
        self._only = _Only(record_id, _STORED_AS.get(name, name), label_of(kind, name))
        self.tab_asked.emit(self.key)
        self._reload()

    def _put_back(self, happening: Happening) -> None:
        self._tasks.run(partial(self._history.put_back, happening), self._done, self, lane=Lane.WRITE)

    def _done(self, _done: object) -> None:
        self._reload()
