"""The Outreach page, as widgets: change notices, shared problems and satisfaction calls, each a part of its own."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from reviewdesk.desktop.change.model import Line
from reviewdesk.desktop.outreach.changes_card import ChangesCard
from reviewdesk.desktop.outreach.list_card import ListCard
from reviewdesk.desktop.outreach.lists_part import ListsPart
from reviewdesk.desktop.outreach.model import Shown
from reviewdesk.desktop.outreach.problem_card import ProblemCard
from reviewdesk.desktop.outreach.problem_model import Problem
from reviewdesk.desktop.outreach.problems_part import ProblemsPart
from reviewdesk.desktop.outreach.proposal_strip import ProposalStrip
from reviewdesk.desktop.widgets.buttons import plain_button, primary_button
from reviewdesk.desktop.widgets.empty import EmptyState
from reviewdesk.desktop.widgets.page import Page, ScrollColumn


class OutreachView(Page):
    """The parts of the outreach one under the other; while all are empty it says what they are for.

    Signals:
        new_asked: the person wants a new list of calls.
        account_asked: the id of the account to open. concern_asked: the account and the id of the concern to open.
    """

    new_asked = Signal()
    account_asked = Signal(object)
    concern_asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(self.tr("Outreach"))
        self.new_button = primary_button(self.tr("New list of calls"), "plus")
        self.first_button = primary_button(self.tr("New list of calls"), "plus")
        self.change_button = plain_button(self.tr("New change notice"), "megaphone")
        self.proposals = ProposalStrip()
        self.changes, self.shared, self.calls = ChangesCard(), ProblemsPart(self), ListsPart(self)
        self._lines: tuple[Line, ...] = ()
        self._column = ScrollColumn(self.tr("Outreach"))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.header.add_action(self.new_button)
        for each in (self.changes, self.shared, self.calls):
            self._column.column.addWidget(each)
        self._column.column.addStretch(1)
        sentence = self.tr(
            "Call the customers that matter and ask one question, not for an order. Who scores you 6 or less is made"
            " good to first. Or rehearse what changes for customers before anybody is told."
        )
        ways = self.first_button, self.change_button
        nothing = EmptyState("megaphone", self.tr("Nobody is being asked"), sentence, ways)
        for page in (self._column, nothing):
            self._stack.addWidget(page)
        self.add(self.proposals)
        self.add(self._stack, 1)

    def _connect(self) -> None:
        for each in (self.new_button, self.first_button):
            each.clicked.connect(self.new_asked)
        self.change_button.clicked.connect(self.changes.new_asked)
        self.shared.account_asked.connect(self.account_asked)
        self.shared.concern_asked.connect(self.concern_asked)
        self.calls.account_asked.connect(self.account_asked)

    @property
    def cards(self) -> dict[UUID, ListCard]:
        """The cards of the lists of calls."""
        return self.calls.cards

    @property
    def problems(self) -> dict[UUID, ProblemCard]:
        """The cards of the shared problems."""
        return self.shared.cards

    def show_lists(self, lists: Sequence[Shown], today: date) -> None:
        """Show these lists of calls; the person stays where they were."""
        self.calls.show_lists(lists, today)
        self._say_how_it_stands()

    def show_problems(self, problems: Sequence[Problem], today: date) -> None:
        """Show these shared problems above the lists; the person stays where they were."""
        self.shared.show_problems(problems, today)
        self._say_how_it_stands()

    def go_to_problem(self, problem_id: UUID) -> None:
        """Go to the first account of a shared problem, where it is still shown."""
        card = self.shared.go_to(problem_id)
        if card is not None:
            self._column.ensureWidgetVisible(card)

    def show_changes(self, lines: Sequence[Line]) -> None:
        """Show these changes for customers above all else."""
        self._lines = tuple(lines)
        self.changes.show_changes(lines)
        self._say_how_it_stands()

    def _say_how_it_stands(self) -> None:
        calls = sum(each.to_call for each in self._lines if each.change.announced_on is not None)
        changes = f"{calls:,} to call about a change" if calls else ""
        self.header.show_status(" · ".join(each for each in (changes, self.shared.status, self.calls.status) if each))
        some = bool(self.cards or self.problems or self._lines)
        self.new_button.setVisible(some)
        self._stack.setCurrentIndex(0 if some else 1)
