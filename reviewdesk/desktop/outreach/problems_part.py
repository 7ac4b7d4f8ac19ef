"""The shared problems on the Outreach page: a card for each, the gravest first."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewdesk.desktop.outreach.problem_card import ProblemCard
from reviewdesk.desktop.outreach.problem_model import Problem, ToReach
from reviewdesk.desktop.widgets.call_popup import CallPopup

_GAP = 16


class ProblemsPart(QWidget):
    """Shows shared problems; without any it is not there.

    Signals:
        acted: the id of an account that shares a problem, and what to do with it.
        change_asked: the shared problem whose name, words or gravity are to be changed.
        end_asked: the id of a shared problem, and how many are neither reached nor excused.
        account_asked: the id of the account to open. concern_asked: the account and the id of the concern to open.
    """

    acted = Signal(object, str)
    change_asked = Signal(object)
    end_asked = Signal(object, int)
    account_asked = Signal(object)
    concern_asked = Signal(object, object)

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self.cards: dict[UUID, ProblemCard] = {}
        self._problems: dict[UUID, Problem] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        self.hide()

    def show_problems(self, problems: Sequence[Problem], today: date) -> None:
        """Show these shared problems; the person stays where they were."""
        self._problems = {each.problem.id: each for each in problems}
        for gone in self.cards.keys() - self._problems.keys():
            card = self.cards.pop(gone)
            card.hide()
            card.deleteLater()
        for place, each in enumerate(problems):
            card = self.cards.get(each.problem.id) or self._card(each.problem.id, place)
            card.show_problem(each, today)
        self.setVisible(bool(problems))

    @property
    def status(self) -> str:
        """Say how many are still to be reached: "3 to reach about a shared problem"."""
        left = sum(len(each.to_reach) for each in self._problems.values() if each.problem.ended_on is None)
        about = "a shared problem" if len(self._problems) == 1 else f"{len(self._problems):,} shared problems"
        return f"{left:,} to reach about {about}" if left else ""

    def go_to(self, problem_id: UUID) -> ProblemCard | None:
        """Go to the first account of a problem, and give its card, where it is still shown."""
        card = self.cards.get(problem_id)
        if card is not None:
            card.take_focus()
        return card

    def _card(self, problem_id: UUID, place: int) -> ProblemCard:
        card = self.cards[problem_id] = ProblemCard()
        self._column.insertWidget(place, card)
        card.acted.connect(partial(self._act, problem_id))
        card.opened.connect(partial(self._open, problem_id))
        card.end_asked.connect(partial(self._end, problem_id))
        card.change_asked.connect(partial(self._change, problem_id))
        card.concern_asked.connect(partial(self._open_first_concern, problem_id))
        return card

    def _line(self, problem_id: UUID, affected_id: UUID) -> ToReach:
        shown = self._problems[problem_id]
        return next(each for each in (*shown.to_reach, *shown.settled) if each.affected.id == affected_id)

    def _open(self, problem_id: UUID, affected_id: UUID) -> None:
        self.account_asked.emit(self._line(problem_id, affected_id).affected.account_id)

    def _open_first_concern(self, problem_id: UUID) -> None:
        problem = self._problems[problem_id].problem
        self.concern_asked.emit(problem.account_id, problem.concern_id)

    def _change(self, problem_id: UUID) -> None:
        self.change_asked.emit(self._problems[problem_id])

    def _end(self, problem_id: UUID) -> None:
        self.end_asked.emit(problem_id, len(self._problems[problem_id].to_reach))

    def _act(self, problem_id: UUID, affected_id: UUID, action: str) -> None:
        found = self._line(problem_id, affected_id)
        if action == "call":
            self._show_number(problem_id, found)
        elif action == "concern" and found.concern is not None:
            self.concern_asked.emit(found.affected.account_id, found.concern.id)
        else:
            self.acted.emit(affected_id, action)

    def _show_number(self, problem_id: UUID, found: ToReach) -> None:
        popup = CallPopup(found.person.name if found.person else found.account, found.phone, self._page)
        popup.log_asked.connect(partial(self.acted.emit, found.affected.id, "log"))
        popup.show_by(self.cards[problem_id].rows.row(found.affected.id))
