"""The Outreach page, as widgets."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from reviewdesk.desktop.change.model import Line
from reviewdesk.desktop.outreach.changes_card import ChangesCard
from reviewdesk.desktop.outreach.list_card import ListCard
from reviewdesk.desktop.outreach.model import Shown, remark_of, row_of, sections_of, status_of
from reviewdesk.desktop.outreach.problem_card import ProblemCard
from reviewdesk.desktop.outreach.problem_model import Problem, ToReach
from reviewdesk.desktop.outreach.proposal_strip import ProposalStrip
from reviewdesk.desktop.widgets.buttons import plain_button, primary_button
from reviewdesk.desktop.widgets.call_popup import CallPopup
from reviewdesk.desktop.widgets.empty import EmptyState
from reviewdesk.desktop.widgets.page import Page, ScrollColumn


class OutreachView(Page):
    """Shared problems, and below them lists of satisfaction calls, one under the other.

    Signals:
        new_asked: the person wants a new list.
        log_asked: the id of a list and of the account a call is logged with.
        skip_asked, after_all_asked: the ids of a list and of an account on it.
        change_asked, end_asked: the id of a list.
        account_asked: the id of the account to open.
        problem_acted: the id of an account that shares a problem, and what to do with it.
        problem_change_asked: the shared problem whose name, words or gravity are to be changed.
        problem_end_asked: the id of a shared problem, and how many are neither reached nor excused.
    """

    new_asked = Signal()
    log_asked = Signal(object, object)
    skip_asked = Signal(object, object)
    after_all_asked = Signal(object, object)
    change_asked = Signal(object)
    end_asked = Signal(object)
    account_asked = Signal(object)
    problem_acted = Signal(object, str)
    problem_change_asked = Signal(object)
    problem_end_asked = Signal(object, int)

    def __init__(self) -> None:
        super().__init__(self.tr("Outreach"))
        self.new_button = primary_button(self.tr("New list of calls"), "plus")
        self.first_button = primary_button(self.tr("New list of calls"), "plus")
        self.change_button = plain_button(self.tr("New change notice"), "megaphone")
        self.cards: dict[UUID, ListCard] = {}
        self.problems: dict[UUID, ProblemCard] = {}
        self._problems: dict[UUID, Problem] = {}
        self._shown: dict[UUID, Shown] = {}
        self.proposals = ProposalStrip()
        self.changes = ChangesCard()
        self._lines: tuple[Line, ...] = ()
        self._wanted: UUID | None = None
        self._column = ScrollColumn(self.tr("Outreach"))
        self._stack = QStackedWidget()
        self._lay_out()
        for each in (self.new_button, self.first_button):
            each.clicked.connect(self.new_asked)
        self.change_button.clicked.connect(self.changes.new_asked)

    def _lay_out(self) -> None:
        self.header.add_action(self.new_button)
        self._column.column.addWidget(self.changes)
        self._column.column.addStretch(1)
        sentence = self.tr(
            "Call the customers that matter and ask one question, not for an order. Who scores you 6 or less is made"
            " good to first. Or rehearse what changes for customers before anybody is told."
        )
        ways = self.first_button, self.change_button
        nothing = EmptyState("megaphone", self.tr("Nobody is being asked"), sentence, ways)
        for each in (self._column, nothing):
            self._stack.addWidget(each)
        self.add(self.proposals)
        self.add(self._stack, 1)

    def show_lists(self, lists: Sequence[Shown], today: date) -> None:
        """Show these lists; the person stays where they were."""
        self._shown = {each.list.id: each for each in lists}
        for gone in self.cards.keys() - self._shown.keys():
            card = self.cards.pop(gone)
            card.hide()
            card.deleteLater()
        for place, each in enumerate(lists):
            card = self.cards.get(each.list.id) or self._card(each.list.id, len(self.problems) + place + 1)
            card.show_list(each.list.name, remark_of(each), each.list.script, sections_of(each, today))
        self._say_how_it_stands()

    def show_problems(self, problems: Sequence[Problem], today: date) -> None:
        """Show these shared problems above the lists; the person stays where they were."""
        self._problems = {each.problem.id: each for each in problems}
        for gone in self.problems.keys() - self._problems.keys():
            card = self.problems.pop(gone)
            card.hide()
            card.deleteLater()
        for place, each in enumerate(problems):
            card = self.problems.get(each.problem.id) or self._problem_card(each.problem.id, place + 1)
            card.show_problem(each, today)
        self._say_how_it_stands()
        self._seek()

    def go_to_problem(self, problem_id: UUID) -> None:
        """Bring a shared problem into sight, once it is read."""
        self._wanted = problem_id
        self._seek()

    def _seek(self) -> None:
        card = self.problems.get(self._wanted) if self._wanted is not None else None
        if card is not None:
            self._wanted = None
            QTimer.singleShot(0, card, partial(self._column.ensureWidgetVisible, card))

    def show_changes(self, lines: Sequence[Line]) -> None:
        """Show these changes for customers above all else."""
        self._lines = tuple(lines)
        self.changes.show_changes(lines)
        self._say_how_it_stands()

    def _say_how_it_stands(self) -> None:
        lists = tuple(self._shown.values())
        left = sum(len(each.to_reach) for each in self._problems.values() if each.problem.ended_on is None)
        about = "a shared problem" if len(self._problems) == 1 else f"{len(self._problems):,} shared problems"
        problems = f"{left:,} to reach about {about}" if left else ""
        calls = sum(each.to_call for each in self._lines if each.change.announced_on is not None)
        changes = f"{calls:,} to call about a change" if calls else ""
        self.header.show_status(" · ".join(each for each in (changes, problems, status_of(lists)) if each))
        some = bool(lists or self._problems or self._lines)
        self.new_button.setVisible(some)
        self._stack.setCurrentIndex(0 if some else 1)

    def _problem_card(self, problem_id: UUID, place: int) -> ProblemCard:
        card = self.problems[problem_id] = ProblemCard()
        self._column.column.insertWidget(place, card)
        card.acted.connect(partial(self._act_on_problem, problem_id))
        card.opened.connect(partial(self._open_affected, problem_id))
        card.end_asked.connect(partial(self._end_problem, problem_id))
        card.change_asked.connect(partial(self._change_problem, problem_id))
        return card

    def _line(self, problem_id: UUID, affected_id: UUID) -> ToReach:
        shown = self._problems[problem_id]
        return next(each for each in (*shown.to_reach, *shown.settled) if each.affected.id == affected_id)

    def _open_affected(self, problem_id: UUID, affected_id: UUID) -> None:
        self.account_asked.emit(self._line(problem_id, affected_id).affected.account_id)

    def _change_problem(self, problem_id: UUID) -> None:
        self.problem_change_asked.emit(self._problems[problem_id])

    def _end_problem(self, problem_id: UUID) -> None:
        self.problem_end_asked.emit(problem_id, len(self._problems[problem_id].to_reach))

    def _act_on_problem(self, problem_id: UUID, affected_id: UUID, action: str) -> None:
        if action != "call":
            self.problem_acted.emit(affected_id, action)
            return
        found = self._line(problem_id, affected_id)
        popup = CallPopup(found.person.name if found.person else found.account, found.phone, self)
        popup.log_asked.connect(partial(self.problem_acted.emit, affected_id, "log"))
        popup.show_by(self.problems[problem_id].rows.row(affected_id))

    def _card(self, list_id: UUID, place: int) -> ListCard:
        card = self.cards[list_id] = ListCard()
        self._column.column.insertWidget(place, card)
        card.acted.connect(partial(self._act, list_id))
        card.opened.connect(self.account_asked)
        card.change_asked.connect(partial(self.change_asked.emit, list_id))
        card.end_asked.connect(partial(self.end_asked.emit, list_id))
        return card

    def _act(self, list_id: UUID, account_id: UUID, action: str) -> None:
        if action == "call":
            self._show_number(list_id, account_id)
        else:
            asked = {"skip": self.skip_asked, "after_all": self.after_all_asked, "log": self.log_asked}
            asked[action].emit(list_id, account_id)

    def _show_number(self, list_id: UUID, account_id: UUID) -> None:
        found = row_of(self._shown[list_id], account_id)
        if found is None:
            return
        at: QWidget = self.cards[list_id].rows.row(account_id)
        popup = CallPopup(found.person.name if found.person else found.account, found.phone, self)
        popup.log_asked.connect(partial(self.log_asked.emit, list_id, account_id))
        popup.show_by(at)
