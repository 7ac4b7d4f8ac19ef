"""Enters a review that was held already: the same editor without the clock, on the day of the meeting."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.commands import Command, Group
from reviewdesk.desktop.review.step import Step
from reviewdesk.desktop.tasks import Lane
from reviewdesk.desktop.widgets.day_words import DayWordsField
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.notes.past_days import read_past_day

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from reviewdesk.desktop.desk import Desk
    from reviewdesk.domain.errors import ReviewDeskError
    from reviewdesk.domain.review import Review
    from reviewdesk.services.outcome import Outcome

AFTERWARDS: Final = "enter_afterwards"
BESIDE: Final = "beside_meeting"
OUR_SIDE: Final = "our_side"
PROPOSED: Final = "proposed_words"


def meeting_commands() -> tuple[Command, ...]:
    """Give the commands of a meeting: what stands beside it, and entering one afterwards."""
    group, words = Group.REVIEW, "held past notes paper type up minutes"
    beside = "panel promises concerns people look up"
    return (
        Command(BESIDE, "Beside the meeting", group, (), "panel-right-open", section=1, words=f"{beside} f6"),
        Command(
            OUR_SIDE, "Our side beside the meeting", group, (), "eye", section=1, words=f"{beside} tier money rivals"
        ),
        Command(
            PROPOSED,
            "Proposed for the summary",
            group,
            ("Alt+4",),
            "quote",
            section=1,
            words="three sentences things heard propose extract text help wrap up",
        ),
        Command(AFTERWARDS, "Enter a review afterwards…", group, (), "history", section=1, words=words),
    )


class HeldSheet(Sheet):
    """Asks on which day a review was held.

    Signals:
        chosen: the day.
    """

    chosen = Signal(object)

    def __init__(self, today: date, parent: QWidget) -> None:
        sentence = parent.tr("Days in its notes, such as “by Friday”, are read from the day of the meeting on.")
        super().__init__(parent.tr("Enter a review afterwards"), parent.tr("Enter it"), parent, sentence=sentence)
        self._today = today
        hint = self.tr("yesterday, last thu, 3 mar")
        self.day = DayWordsField(self.tr("Held on"), self._read, words=self.tr("yesterday"), hint=hint)
        self.add(self.day)
        self.asked.connect(self._choose)

    def _read(self, words: str) -> date | None:
        return read_past_day(words, self._today)

    def _choose(self) -> None:
        day = self.day.day
        if day is None or day > self._today:
            self.refuse(self.tr("Write the day it was held like yesterday or 3 mar; it cannot lie ahead."))
        else:
            self.chosen.emit(day)


class Afterwards(QObject):
    """Asks for the account and the day, and opens the notes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.sheet: HeldSheet | None = None

    def actions(self) -> Mapping[str, Callable[[], None]]:
        """Give what each command does."""
        return {
            AFTERWARDS: self.ask,
            BESIDE: self.open_beside,
            OUR_SIDE: self.open_our_side,
            PROPOSED: self.go_to_proposed,
        }

    def go_to_proposed(self) -> None:
        """Go to what is proposed for the summary of the review that is open."""
        desk = self._desk
        if desk.shell.page != "review":
            desk.shell.tell(self.tr("Open a review first: what its summary may say is proposed in Wrap up."))
            return
        view = desk.pages.review.view
        if view.step is not Step.WRAP_UP:
            view.step_asked.emit(Step.WRAP_UP)
        view.wrap_up.proposed_asked.emit()

    def open_beside(self) -> None:
        """Open or shut what stands beside the meeting, where one is open."""
        if self._is_meeting:
            self._desk.pages.review.view.meet.aside.toggle()

    def open_our_side(self) -> None:
        """Show our side beside the meeting, or hide it."""
        aside = self._desk.pages.review.view.meet.aside
        if self._is_meeting:
            if aside.isHidden():
                aside.toggle()
            aside.toggle_ours()

    @property
    def _is_meeting(self) -> bool:
        return self._desk.shell.page == "review" and self._desk.pages.review.view.step is Step.MEET

    def ask(self) -> None:
        """Ask for the day, and first for the account where none is shown."""
        account_id = self._desk.account_shown()
        if account_id is None:
            self._desk.account_ways.ask_for(self.tr("Enter a review afterwards"), self.ask_day)
        else:
            self.ask_day(account_id)

    def ask_day(self, account_id: UUID) -> None:
        """Ask on which day the review of an account was held."""
        self.sheet = HeldSheet(self._desk.services.book.today, self._desk.shell)
        self.sheet.chosen.connect(partial(self.enter, account_id))
        self.sheet.finished.connect(self._left)
        self.sheet.open()

    def enter(self, account_id: UUID, on: date) -> None:
        """Open the notes of the review that an account had on a day."""
        work = partial(self._desk.services.reviews.enter_afterwards, account_id, on)
        self._desk.tasks.run(work, self._entered, self, lane=Lane.WRITE, failed=self._refused)

    def _left(self) -> None:
        self.sheet = None

    def _entered(self, outcome: Outcome[Review]) -> None:
        if self.sheet is not None:
            self.sheet.accept()
        self._desk.open_review(outcome.value.id, Step.MEET)

    def _refused(self, error: ReviewDeskError) -> None:
        if self.sheet is not None:
            self.sheet.refuse(str(error))
        else:
            self._desk.tasks.told.emit(error)
