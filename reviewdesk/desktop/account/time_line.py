"""The time line of one account: everything that happened, newest first, by month."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar, Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from reviewdesk.desktop.account.model import Brief
from reviewdesk.desktop.account.part import AccountPart
from reviewdesk.desktop.account.time_line_rows import sections_of
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.chips import Chip, ChipRow
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.tabs import Tab
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.happening import Event, Topic, What
from reviewdesk.services.time_line import TimeLinePage, TimeLineService

_ALL_OF_A_PAGE = 10_000
KINDS: Final = {
    **dict.fromkeys((What.REVIEW_HELD, What.REVIEW_CANCELLED, What.SUMMARY_SENT, What.NOTE), Kind.REVIEW),
    **dict.fromkeys((What.OPPORTUNITY, What.OPPORTUNITY_ENDED, What.QUESTION, What.ANSWERED, What.QUOTE), Kind.REVIEW),
    **dict.fromkeys((What.CONCERN_RAISED, What.CONCERN_STAGE), Kind.CONCERN),
    **dict.fromkeys((What.SAID, What.ENDED), Kind.FOLLOW_UP),
    **dict.fromkeys((What.JOINED, What.LEFT, What.CHANGED), Kind.PERSON),
    What.CONTACT: Kind.CONTACT,
    What.SCORE: Kind.ANSWER,
    What.SWITCH: Kind.SWITCH,
    What.BOUGHT: Kind.PURCHASE,
    What.FILE: Kind.ATTACHMENT,
    What.REACHED: Kind.AFFECTED,
    **dict.fromkeys((What.CHANGE_ANNOUNCED, What.CHANGE_TAKEN), Kind.PLANNED_CHANGE),
    **dict.fromkeys((What.HANDED_OVER, What.HAND_OFF_ANSWERED), Kind.HAND_OFF),
    What.LOSS_REVIEWED: Kind.REVIEWED_LOSS,
}
BESIDE: Final = frozenset({Kind.AFFECTED, Kind.PLANNED_CHANGE})


class TimeLineView(ScrollColumn):
    """Shows a page of what happened after the other, and lets the person narrow it and jump.

    Signals:
        seen: it came into sight.
        asked: the topics and the year the person wants, from the newest on.
        more_asked: the person wants what happened before.
        opened: what the person opened, and the id of its record.
    """

    seen = Signal()
    asked = Signal()
    more_asked = Signal()
    opened = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(self.tr("Time line"))
        self.topics = ChipRow(self.tr("What to show"), [Chip(each.name, each.value) for each in Topic])
        self.years = ChipRow(self.tr("Jump to a year"), only_one=True)
        self.rows = RowList(self.tr("What happened"), timed=True, most=_ALL_OF_A_PAGE)
        self.more = ghost_button(self.tr("Show what happened before"), "history")
        self._nothing = Label(part=Part.MUTED, wraps=True)
        self._lay_out()
        self.topics.changed.connect(self.asked)
        self.years.changed.connect(self.asked)
        self.more.clicked.connect(self.more_asked)
        self.rows.opened.connect(self._open)

    def _lay_out(self) -> None:
        self._nothing.setContentsMargins(18, 16, 18, 16)
        card = Card(edge_to_edge=True)
        card.body.setContentsMargins(0, 0, 0, 0)
        card.add(self._nothing)
        card.add(self.rows)
        below = QHBoxLayout()
        below.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addWidget(self.topics)
        self.column.addWidget(self.years)
        self.column.addWidget(card)
        self.column.addLayout(below)
        self.column.addStretch(1)

    @property
    def chosen_topics(self) -> tuple[Topic, ...]:
        """The topics the person narrowed it to; none stands for all that is not asked for apart."""
        return tuple(each for each in Topic if each.name in self.topics.on)

    @property
    def chosen_year(self) -> int | None:
        """The year the person jumped to."""
        return next((int(each) for each in self.years.on), None)

    def begin(self) -> None:
        """Stand for another account from here on: everything, from the newest on."""
        self.topics.set_on(())
        self.years.set_on(())
        self.verticalScrollBar().setValue(0)

    def show_events(self, events: Sequence[Event], years: Sequence[tuple[int, int]], *, has_more: bool) -> None:
        """Show these events in place of those before."""
        self.rows.show_sections(sections_of(events))
        self.rows.setVisible(bool(events))
        self._nothing.setVisible(not events)
        self._nothing.setText(self._no_words())
        self.years.show_chips([Chip(str(year), str(year), count) for year, count in years])
        self.years.setVisible(len(years) > 1)
        self.more.setVisible(has_more)

    def _no_words(self) -> str:
        if self.topics.on or self.years.on:
            return self.tr("Nothing of this kind has happened yet.")
        return self.tr("Nothing has happened yet. Reviews, calls, concerns, promises and purchases will stand here.")

    def showEvent(self, event: QShowEvent) -> None:
        """Say that it came into sight, so that what happened is read."""
        super().showEvent(event)
        self.seen.emit()

    def _open(self, key: tuple[object, UUID | None, int]) -> None:
        what, record_id, _ = key
        self.opened.emit(what, record_id)


class TimeLinePart(AccountPart):
    """The tab of the time line; it reads only while it is looked at.

    Signals:
        beside_asked: the kind and the id of what the person opened that stands on a page of its own.
    """

    beside_asked = Signal(object, object)
    key: ClassVar[str] = "timeline"
    after: ClassVar[str] = "overview"

    def __init__(self, time_line: TimeLineService, tasks: Tasks) -> None:
        self.line = TimeLineView()
        super().__init__(self.line)
        self._time_line, self._tasks = time_line, tasks
        self._account_id: UUID | None = None
        self._events: tuple[Event, ...] = ()
        self._is_old = True
        self.line.seen.connect(self._catch_up)
        self.line.asked.connect(self._begin_again)
        self.line.more_asked.connect(self._read_on)
        self.line.opened.connect(self._lead)

    def tab(self, brief: Brief, *, asked: bool) -> Tab | None:
        """Give the tab."""
        return Tab(self.key, self.tr("Time line"))

    def show_brief(self, brief: Brief) -> None:
        """Read anew what happened, at once or when it is looked at."""
        if brief.account.id != self._account_id:
            self._account_id = brief.account.id
            self._events = ()
            self.line.begin()
        self._is_old = True
        if self.line.isVisible():
            self._catch_up()

    def _lead(self, what: What, record_id: UUID | None) -> None:
        kind = KINDS[what]
        if kind in BESIDE:
            self.beside_asked.emit(kind, record_id)
            return
        self.record_asked.emit(Kind.ACCOUNT if record_id == self._account_id else kind, record_id)

    def _catch_up(self) -> None:
        if self._is_old:
            self._is_old = False
            self._read(skip=0)

    def _begin_again(self) -> None:
        self._read(skip=0)

    def _read_on(self) -> None:
        self._read(skip=len(self._events))

    def _read(self, *, skip: int) -> None:
        if self._account_id is None:
            return
        topics, year = self.line.chosen_topics, self.line.chosen_year
        read = partial(self._time_line.page, self._account_id, topics, year=year, skip=skip)
        self._tasks.run(read, partial(self._show, skip), self, newest="time line")

    def _show(self, skip: int, page: TimeLinePage) -> None:
        self._events = (*self._events[:skip], *page.events)
        self.line.show_events(self._events, page.years, has_more=page.has_more)
