"""Before you finish: what is missing; only a promise without a date must come first."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reviewdesk.desktop.icons import icon
from reviewdesk.desktop.ink import icon_size
from reviewdesk.desktop.review.chips import day_words
from reviewdesk.desktop.review.model import Shown
from reviewdesk.desktop.review.words import breakable
from reviewdesk.desktop.widgets.buttons import Button, ButtonKind
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.domain.finishing import NO_OWNER, NO_SENDER, Missing
from reviewdesk.domain.notes import DayRules, read_day

MOST_PROMISES: Final = 8
MOST_CHECKS: Final = 8
SETTINGS: Final = "settings"
_PLACES: Final = {
    "Three sentences for the summary": "sentences",
    "One ask, one commitment": "ask",
    "Consent for a quote": "quotes",
    "Figure for a goal": "goals",
    "Date of the next review": "next",
    NO_SENDER: SETTINGS,
    NO_OWNER: SETTINGS,
}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look at before finishing: where it is answered, its words, and whether it is done."""

    place: str
    words: str
    about: str = ""
    done: bool = False


def checks(shown: Shown) -> tuple[Check, ...]:
    """Give what is missing and does not block, then what is done already."""
    review = shown.review
    wanting = [each for each in shown.missing if not each.blocks]
    found = [Check(_PLACES.get(each.words, ""), _words(each)) for each in wanting[:MOST_CHECKS]]
    if len(wanting) > MOST_CHECKS:
        found.append(Check("", f"and {len(wanting) - MOST_CHECKS:,} more"))
    if review.sentences:
        found.append(Check("sentences", "Sentences for the summary", done=True))
    if review.ask and review.commitment:
        found.append(Check("ask", "One ask, one commitment", done=True))
    if review.next_on is not None:
        found.append(Check("next", f"Next review {_next(review.next_on, review.next_starts_at, shown)}", done=True))
    return tuple(found)


def _words(missing: Missing) -> str:
    about = missing.about if len(missing.about) <= 60 else f"{missing.about[:58]}…"
    return f"{missing.words}: “{about}”" if about else missing.words


def _next(day: date, starts_at: datetime | None, shown: Shown) -> str:
    words = day_words(day, shown.today)
    return f"{words}, {starts_at.astimezone():%H:%M}" if starts_at else words


class UndatedPromise(QWidget):
    """A promise without a date, with a field that gives it one.

    Signals:
        dated: the line of the promise and its day.
        answered: Enter was pressed on a day that was read, so the cursor may go on.
    """

    dated = Signal(object, object)
    answered = Signal()

    def __init__(self, missing: Missing, on: date, rules: DayRules) -> None:
        super().__init__()
        self.line_id: UUID | None = missing.line_id
        self._on, self._rules = on, rules
        self._told: date | None = None
        self.day = QLineEdit()
        self.day.setAccessibleName(self.tr("Date of “{what}”").format(what=missing.about))
        self.day.setPlaceholderText(self.tr("by when: fri, 3 mar"))
        self._said = Label(part=Part.SMALL)
        row = QHBoxLayout()
        row.addWidget(self.day, 1)
        row.addWidget(self._said)
        column = QVBoxLayout(self)
        column.setContentsMargins(icon_size() + 10, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(Label(breakable(missing.about), Part.MUTED, wraps=True))
        column.addLayout(row)
        self.day.textEdited.connect(self._read)
        self.day.returnPressed.connect(self._answer)
        self.day.editingFinished.connect(self._tell)

    def _read(self, typed: str) -> None:
        found = read_day(typed, self._on, self._rules, expected=True)
        unread = self.tr("not read yet") if typed.strip() else ""
        early = self.tr("before the meeting") if found and found.day < self._on else ""
        self._said.setText(early or (day_words(found.day, self._on) if found else unread))

    def _tell(self) -> None:
        day = self._meant()
        if day is not None and day != self._told:
            self._told = day
            self.dated.emit(self.line_id, day)

    def _answer(self) -> None:
        if self._meant() is not None:
            self.answered.emit()

    def _meant(self) -> date | None:
        """Give the day that is typed, unless it lies before the meeting: nothing is promised for a day gone by."""
        found = read_day(self.day.text(), self._on, self._rules, expected=True)
        return found.day if found is not None and found.day >= self._on else None


class CheckRow(QWidget):
    """One check; pressing it goes to where it is answered.

    Signals:
        asked: the place where it is answered.
    """

    asked = Signal(str)

    def __init__(self, check: Check) -> None:
        super().__init__()
        self._check = check
        side = icon_size()
        sign = Label()
        sign.setPixmap(icon("check" if check.done else "circle", "good" if check.done else "muted").pixmap(side, side))
        sign.setFixedWidth(side)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(sign)
        row.addWidget(Label(breakable(check.words), Part.BODY if check.done else Part.MUTED, wraps=True), 1)
        if not check.done and check.place:
            go = Button(self.tr("Say"), kind=ButtonKind.LINK, small=True)
            go.setAccessibleName(self.tr("Go to: {what}").format(what=check.words))
            go.clicked.connect(self._ask)
            row.addWidget(go)

    def _ask(self) -> None:
        self.asked.emit(self._check.place)


class Checks(QWidget):
    """Everything to look at before finishing.

    Signals:
        dated: the line of a promise and the day given to it.
        place_asked: the person goes to where something missing is said.
    """

    dated = Signal(object, object)
    place_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Before you finish"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # holds the cursor when the last date is given
        self._blocking = Label(part=Part.STRONG)
        self._sign = Label()
        self._shown: object = None
        self.promises: dict[UUID | None, UndatedPromise] = {}
        self._rows: list[CheckRow] = []
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._sign)
        head.addWidget(self._blocking, 1)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(self.tr("Before you finish"), Part.HEADING))
        column.addLayout(head)
        column.addLayout(self._column)
        side = icon_size()
        self._sign.setPixmap(icon("circle-alert", "warn").pixmap(side, side))

    def show_review(self, shown: Shown) -> None:
        """Show what is missing in this review; a date that is being typed stays."""
        blocking = [each for each in shown.missing if each.blocks]
        found = (tuple(blocking), checks(shown))
        if found == self._shown:
            return
        self._shown = found
        count = len(blocking)
        words = self.tr("1 promise has no date") if count == 1 else self.tr("{n} promises have no date").format(n=count)
        self._blocking.setText(words)
        self._blocking.setVisible(bool(blocking))
        self._sign.setVisible(bool(blocking))
        self._show_promises(blocking[:MOST_PROMISES], shown)
        self._show_rows(found[1])

    def _show_promises(self, blocking: list[Missing], shown: Shown) -> None:
        kept, self.promises = self.promises, {}
        meeting = shown.material.meeting
        for at, each in enumerate(blocking):
            row = kept.pop(each.line_id, None)
            if row is None:
                row = UndatedPromise(each, meeting.on, meeting.rules)
                row.dated.connect(self.dated)
                row.answered.connect(self._go_on)
            self._column.insertWidget(at, row)
            self.promises[each.line_id] = row
        for gone in kept.values():
            if gone.day.hasFocus():
                self._rest(next(iter(self.promises.values()), None))
            self._drop(gone)

    def _go_on(self) -> None:
        """Go to the next promise without a date; what is typed on may land in no other field."""
        rows = list(self.promises.values())
        at = next((n for n, each in enumerate(rows) if each is self.sender()), len(rows))
        self._rest(next(iter((*rows[at + 1 :], *rows[:at])), None))

    def _rest(self, row: UndatedPromise | None) -> None:
        """Put the cursor into the date of a promise; where none is left, nowhere words could be typed."""
        (row.day if row is not None else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_rows(self, found: tuple[Check, ...]) -> None:
        for each in self._rows:
            self._drop(each)
        self._rows = [CheckRow(each) for each in found]
        for each in self._rows:
            each.asked.connect(self.place_asked)
            self._column.addWidget(each)

    def _drop(self, row: QWidget) -> None:
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
