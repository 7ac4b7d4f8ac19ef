"""What stands beside the day: the time there is, who keeps us waiting, who has gone quiet, the key accounts."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewdesk.desktop.today.key_card import KeyCard
from reviewdesk.desktop.today.model import HOURS, Day, planned, quiet_rows, waiting_rows
from reviewdesk.desktop.widgets.calm_boxes import ChoiceBox
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.domain.today_plan import Task


class TimeCard(Card):
    """Says what fits into the time the person has.

    Signals:
        opened: the key of what the person wants to look at.
    """

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("You have"), edge_to_edge=True)
        self._tasks: Sequence[Task] = ()
        self.hours = ChoiceBox()
        self.hours.setAccessibleName(self.tr("Time you have"))
        for minutes, words in HOURS:
            self.hours.addItem(words, minutes)
        self.hours.setCurrentIndex(1)
        self.heading.add(self.hours)
        self.rows = RowList(self.tr("What fits into it"), timed=True)
        self.nothing = Label(self.tr("Nothing presses, and nobody is quiet."), Part.MUTED, wraps=True)
        self.nothing.setContentsMargins(18, 12, 18, 8)
        self.add(self.nothing)
        self.add(self.rows)
        self.hours.activated.connect(self._plan)
        self.rows.opened.connect(self.opened)

    def show_tasks(self, tasks: Sequence[Task]) -> None:
        """Plan these into the time chosen."""
        self._tasks = tasks
        self._plan()

    def _plan(self) -> None:
        found = planned(self._tasks, self.hours.currentData())
        self.rows.show_rows(found)
        self.rows.setVisible(bool(found))
        words = self.tr("Nothing presses, and nobody is quiet.")
        self.nothing.setText(self.tr("Nothing is so short. Take more time.") if self._tasks else words)
        self.nothing.setVisible(not found)


class BesideDay(QWidget):
    """The cards beside the day; a card with nothing in it is not there.

    Signals:
        account_asked: the person opened this account.
        mail_asked: the person wants one mail to this colleague.
        reach_asked: the id of a quiet account and how: "call" or "mail".
    """

    account_asked = Signal(object)
    mail_asked = Signal(object)
    reach_asked = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.time, self.key = TimeCard(), KeyCard()
        self.waiting = RowList(self.tr("Waiting on colleagues"))
        self.quiet = RowList(self.tr("Gone quiet"))
        self._waiting_card = Card(self.tr("Waiting on colleagues"), edge_to_edge=True)
        self._quiet_card = Card(self.tr("Gone quiet"), edge_to_edge=True)
        self._waiting_card.add(self.waiting)
        self._quiet_card.add(self.quiet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in (self.time, self._waiting_card, self._quiet_card, self.key):
            column.addWidget(card)
        column.addStretch(1)
        self.time.opened.connect(self._open_task)
        self.waiting.action_asked.connect(self._mail)
        self.waiting.opened.connect(self.mail_asked)
        self.quiet.action_asked.connect(self.reach_asked)
        self.quiet.opened.connect(self.account_asked)

    def show_day(self, page: Day) -> None:
        """Show what stands beside this day."""
        self.time.show_tasks(page.tasks)
        self.waiting.show_rows(waiting_rows(page))
        self.quiet.show_rows(quiet_rows(page.quiet))
        self._waiting_card.setVisible(bool(page.waiting))
        self._quiet_card.setVisible(bool(page.quiet))
        self._quiet_card.heading.show_remark(f"{len(page.quiet):,}" if page.quiet else "")

    def _open_task(self, key: tuple[str, object]) -> None:
        self.account_asked.emit(key[1])

    def _mail(self, colleague_id: object, _action: str) -> None:
        self.mail_asked.emit(colleague_id)
