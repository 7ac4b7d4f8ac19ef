"""Reads what the cards of Insights say, behind the page, and again when what they rest on changes."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from reviewdesk.desktop.in_sight import in_sight
from reviewdesk.desktop.insights.card_grid import Section
from reviewdesk.desktop.insights.model import Told, table_of
from reviewdesk.desktop.insights.out import InsightOut
from reviewdesk.desktop.insights.part import Group, InsightPart
from reviewdesk.desktop.insights.view import InsightsView
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.changes import Changes
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.account_table import AccountTable

AT_ONCE: Final = 4  # as many as are in sight when the page is opened


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
        self._made: set[str] = set()
        self._waits = False
        self._connect()

    def _connect(self) -> None:
        self.view.import_asked.connect(self.import_asked)
        self.view.accounts_asked.connect(self.accounts_asked)
        self.out.told.connect(self.told)
        self._tasks.changed.connect(self._follow)

    def show_page(self) -> None:
        """Read what is not known, or was changed since it was read."""
        self.view.wait()
        stale = [each for each in self.parts if each.key in self._stale]
        for read in dict.fromkeys(each.read for each in stale):
            reading = tuple(each for each in self.parts if each.read == read)
            self._stale -= {each.key for each in reading}
            work = partial(_read_and_tell, read, reading)
            failed = partial(self._not_read, reading)
            nobody_waits = self._is_large() or not reading[0].is_awaited
            lane = Lane.LONG if nobody_waits else Lane.READ
            self._tasks.run(work, self._show, self, lane=lane, failed=failed, newest=reading[0].key)

    def _show(self, found: dict[str, Told | None]) -> None:
        self._told |= found
        for each in self.parts:
            told = found.get(each.key)
            if told is not None and each.key in self._made:
                each.card.show_told(told)
        there = [each.key in self._told for each in self.parts if each.is_awaited or not self._telling]
        if all(there):
            self._make_some(AT_ONCE)

    def _make_some(self, count: int = 1) -> None:
        """Make the cards that are not there yet, from the top of the page on; those out of sight one by one."""
        self._waits = False
        telling = self._telling
        for each in [one for one in telling if one.key not in self._made][:count]:
            self._made.add(each.key)
            self._take(each)
        self.view.show_cards(_sections([each for each in telling if each.key in self._made]), self._about)
        self._make_more()

    def _make_more(self) -> None:
        if not self._waits and any(each.key not in self._made for each in self._telling):
            self._waits = True
            QTimer.singleShot(0, self, self._make_some)

    @property
    def _telling(self) -> list[InsightPart]:
        """The cards that have something to say, as they stand on the page."""
        order = list(Group)
        return sorted(
            (each for each in self.parts if self._told.get(each.key)), key=lambda each: order.index(each.group)
        )

    @property
    def _about(self) -> str:
        return next((told.about for told in self._told.values() if told is not None and told.about), "")

    def _take(self, part: InsightPart) -> None:
        """Make a card, and let it say what was read."""
        card, told = part.card, self._told[part.key]
        card.lead_asked.connect(partial(self._lead, part))
        card.save_asked.connect(partial(self._save, part))
        card.copy_asked.connect(partial(self._copy, part))
        if told is not None:
            card.show_told(told)

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


def _sections(parts: Sequence[InsightPart]) -> list[Section]:
    groups = dict.fromkeys(each.group for each in parts)
    return [Section(group.value, tuple(each.card for each in parts if each.group is group)) for group in groups]


def _table(part: InsightPart) -> AccountTable:
    return table_of(part.card.columns, part.card.lines, part.card.told.currency if part.card.told else "")


def _read_and_tell(read: Callable[[], Any], parts: Sequence[InsightPart]) -> dict[str, Told | None]:
    """Read once and have each card told of it; done behind the page."""
    figures = read()
    return {each.key: each.tell(figures) for each in parts}
