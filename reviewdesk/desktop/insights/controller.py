"""Reads what the cards of Insights say, behind the page, and again when what they rest on changes."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.in_sight import in_sight
from reviewdesk.desktop.insights.model import Told, table_of
from reviewdesk.desktop.insights.out import InsightOut
from reviewdesk.desktop.insights.part import InsightPart
from reviewdesk.desktop.insights.view import InsightsView
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.changes import Changes
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.account_table import AccountTable


def _never() -> bool:
    return False


class InsightsController(QObject):
    """Answers what is done on the page of Insights.

    Where `is_large` says so, nobody's next page waits for what is read here.

    Signals:
        lead_asked: the Lead of what was opened.
        import_asked: the person wants to import a file.
        accounts_asked: the person wants to see the accounts.
        told: a sentence that says what was done.
    """

    lead_asked = Signal(object)
    import_asked = Signal()
    accounts_asked = Signal()
    told = Signal(str)

    def __init__(
        self, view: InsightsView, parts: Sequence[InsightPart], tasks: Tasks, is_large: Callable[[], bool] = _never
    ) -> None:
        super().__init__(view)
        self.view = view
        self.parts = tuple(parts)
        self.out = InsightOut(view, tasks)
        self._tasks = tasks
        self._is_large = is_large
        self._told: dict[str, Told | None] = {}
        self._stale = {each.key for each in parts}
        view.add_cards([each.card for each in parts])
        self._connect()

    def _connect(self) -> None:
        self.view.import_asked.connect(self.import_asked)
        self.view.accounts_asked.connect(self.accounts_asked)
        self.out.told.connect(self.told)
        for each in self.parts:
            each.card.lead_asked.connect(partial(self._lead, each))
            each.card.save_asked.connect(partial(self._save, each))
            each.card.copy_asked.connect(partial(self._copy, each))
        self._tasks.changed.connect(self._follow)

    def show_page(self) -> None:
        """Read what is not known, or was changed since it was read."""
        lane = Lane.LONG if self._is_large() else Lane.READ
        self.view.wait()
        stale = [each for each in self.parts if each.key in self._stale]
        for read in dict.fromkeys(each.read for each in stale):
            reading = tuple(each for each in self.parts if each.read == read)
            self._stale -= {each.key for each in reading}
            work = partial(_read_and_tell, read, reading)
            failed = partial(self._not_read, reading)
            self._tasks.run(work, self._show, self, lane=lane, failed=failed, newest=reading[0].key)

    def _show(self, found: dict[str, Told | None]) -> None:
        self._told |= found
        for each in self.parts:
            told = found.get(each.key)
            if told is not None:
                each.card.show_told(told)
        if all(each.key in self._told for each in self.parts):
            shown = [(each.card, told) for each in self.parts if (told := self._told[each.key]) is not None]
            status = next((told.about for _, told in shown if told.about), "")
            self.view.show_cards([card for card, _ in shown], status)

    def _not_read(self, parts: Sequence[InsightPart], error: ReviewDeskError) -> None:
        """Read these again the next time the page is looked at."""
        self._stale |= {each.key for each in parts}
        self._tasks.told.emit(error)

    def _lead(self, part: InsightPart, lead: object) -> None:
        """Lead on, and begin with this card again when the person comes back."""
        self.view.begin_with(part.card)
        self.lead_asked.emit(lead)

    def _follow(self, changes: Changes, _origin: object) -> None:
        self._stale |= {each.key for each in self.parts if changes.touch(*each.concerned)}
        if self._stale and in_sight(self.view):
            self.show_page()

    def _save(self, part: InsightPart) -> None:
        self.out.save(part.card.title, _table(part))

    def _copy(self, part: InsightPart) -> None:
        self.out.copy(part.card.title, _table(part))


def _table(part: InsightPart) -> AccountTable:
    return table_of(part.card.columns, part.card.lines, part.card.told.currency if part.card.told else "")


def _read_and_tell(read: Callable[[], Any], parts: Sequence[InsightPart]) -> dict[str, Told | None]:
    """Read once and have each card told of it; done behind the page."""
    figures = read()
    return {each.key: each.tell(figures) for each in parts}
