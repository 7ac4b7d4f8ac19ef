"""The button an account's page is about: start, open or plan its review."""

from PySide6.QtCore import Signal

from reviewdesk.desktop.account import model
from reviewdesk.desktop.icons import icon
from reviewdesk.desktop.widgets.buttons import Button, ButtonKind
from reviewdesk.domain.intervals import DueState
from reviewdesk.services.account_values import AccountBrief


class ReviewButton(Button):
    """Says what comes next with the review of an account, and asks for it.

    Signals:
        open_asked: the id of the review to open.
        loss_asked: it was lost, and why is to be said.
        start_asked, plan_asked: the review of this account is to be held now, or planned.
    """

    open_asked = Signal(object)
    loss_asked = Signal()
    start_asked = Signal()
    plan_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Plan review"), "calendar-plus", ButtonKind.PRIMARY)
        self._brief: AccountBrief | None = None
        self.clicked.connect(self._ask)

    def show_brief(self, brief: AccountBrief) -> None:
        """Say what comes next for this account."""
        self._brief = brief
        words = model.start_words(brief)
        self.setText(words)
        self.setIcon(icon(model.start_icon(words), "on_accent"))

    def _ask(self) -> None:
        brief = self._brief
        due = brief.next_review if brief else None
        if brief is not None and model.is_left(brief) and (due is None or due.state is not DueState.BOOKED):
            self.loss_asked.emit()
        elif brief is None or due is None or due.state is not DueState.BOOKED:
            self.plan_asked.emit()
        elif due.day == brief.today or brief.standing.booked_review is None:
            self.start_asked.emit()
        else:
            self.open_asked.emit(brief.standing.booked_review)
