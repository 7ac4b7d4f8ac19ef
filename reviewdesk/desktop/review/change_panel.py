"""Changes what a line is: a small list of kinds with keys, how severe, by when in words, and whose."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reviewdesk.desktop.review.chips import day_words
from reviewdesk.desktop.review.model import SaidOfLine
from reviewdesk.desktop.review.print_list import choose
from reviewdesk.desktop.review.sort_words import DATED, KINDS
from reviewdesk.desktop.widgets.buttons import Button, ButtonKind, primary_button
from reviewdesk.desktop.widgets.calm_boxes import ChoiceBox
from reviewdesk.desktop.widgets.flow import FlowLayout
from reviewdesk.desktop.widgets.labels import Hairline, Label, Part
from reviewdesk.domain.concern import SEVERITIES
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes import DayRules, read_day
from reviewdesk.domain.notes.lines import PROMISED

Names = Sequence[tuple[UUID, str]]


class ChangePanel(QFrame):
    """Asks what a line is; one key names the kind, then severity or date and owner where they matter.

    Signals:
        said: what the line is.
        closed: the person thought better of it.
    """

    said = Signal(object)
    closed = Signal()

    def __init__(self, on: date, rules: DayRules, theirs: Names, ours: Names) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("What is this line?"))
        self._on, self._rules, self._theirs, self._ours = on, rules, theirs, ours
        self.marker: Marker | None = None
        self._kinds, self._severities, self._when = QWidget(), QWidget(), QWidget()
        self.words = QLineEdit()
        self.words.setAccessibleName(self.tr("By when, in words"))
        self.words.setPlaceholderText(self.tr("by when: fri, 3 mar, in 2w"))
        self.day_said = Label(part=Part.MUTED)
        self.owner = ChoiceBox()
        self.owner.setAccessibleName(self.tr("Whose"))
        self._accept = primary_button(self.tr("Accept"))
        self._lay_out()
        self.words.textEdited.connect(self._read)
        self.words.returnPressed.connect(self._tell_dated)
        self._accept.clicked.connect(self._tell_dated)

    def _lay_out(self) -> None:
        kinds = FlowLayout(self._kinds, gap=4)
        for key, marker in KINDS:
            kinds.addWidget(self._button(f"{key}  {marker.value}", marker.value, "kind"))
        severities = FlowLayout(self._severities, gap=4)
        for level, words in SEVERITIES.items():
            severities.addWidget(self._button(f"{level}  {words}", str(level), "severity"))
        row = QHBoxLayout(self._when)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 2)
        row.addWidget(self.day_said)
        row.addWidget(self.owner, 1)
        row.addWidget(self._accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 8, 18, 0)
        for part in (self._kinds, self._severities, self._when):
            column.addWidget(part)
        column.addWidget(Hairline())
        self._severities.hide()
        self._when.hide()

    def _button(self, text: str, name: str, part: str) -> Button:
        button = Button(text, kind=ButtonKind.GHOST, small=True)
        button.setObjectName(f"{part}/{name}")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self._pressed)
        return button

    def _pressed(self) -> None:
        part, _, name = self.sender().objectName().partition("/")
        if part == "kind":
            self.choose(Marker(name))
        else:
            self._tell(severity=int(name))

    def choose(self, marker: Marker, said: SaidOfLine | None = None) -> None:
        """Take a kind; ask on where severity, or date and owner, belong to it."""
        self.marker = marker
        self._severities.setVisible(marker is Marker.CONCERN)
        self._when.setVisible(marker in DATED)
        if marker in DATED:
            self._ask_when(marker, said)
        elif marker is not Marker.CONCERN:
            self._tell()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_when(self, marker: Marker, said: SaidOfLine | None) -> None:
        theirs = marker is Marker.THEIR_PROMISE
        self.owner.clear()
        self.owner.addItem(self.tr("the account") if theirs else self.tr("me"), None)
        for who, name in self._theirs if theirs else self._ours:
            self.owner.addItem(name, who)
        wanted = (said.person_id if theirs else said.colleague_id) if said else None
        choose(self.owner, wanted)
        if said is not None and said.due is not None:
            self.words.setText(said.due.isoformat())
            self._read(self.words.text())
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.words.selectAll()

    def _day(self) -> date | None:
        found = read_day(self.words.text(), self._on, self._rules, expected=True)
        return found.day if found and not self._is_gone_by(found.day) else None

    def _is_gone_by(self, day: date) -> bool:
        """Say whether nothing can be promised for a day, because it lies before the meeting."""
        return self.marker in PROMISED and day < self._on

    def _read(self, typed: str) -> None:
        day = self._day()
        found = read_day(typed, self._on, self._rules, expected=True)
        unread = self.tr("not read as a day yet") if typed.strip() else ""
        unread = self.tr("before the meeting") if found and self._is_gone_by(found.day) else unread
        self.day_said.setText(day_words(day, self._on) if day else unread)

    def _tell_dated(self) -> None:
        if self.words.text().strip() and self._day() is None:  # stays to be mended
            self._read(self.words.text())
            return
        who = self.owner.currentData()
        theirs = self.marker is Marker.THEIR_PROMISE
        self._tell(due=self._day(), person_id=who if theirs else None, colleague_id=None if theirs else who)

    def _tell(
        self,
        *,
        severity: int | None = None,
        due: date | None = None,
        person_id: UUID | None = None,
        colleague_id: UUID | None = None,
    ) -> None:
        if self.marker is not None:
            self.said.emit(SaidOfLine(self.marker, severity, colleague_id, person_id, due))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Name the kind, or how severe, by one key; Escape closes."""
        typed = event.text().upper()
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif self.marker is Marker.CONCERN and typed in {str(each) for each in SEVERITIES}:
            self._tell(severity=int(typed))
        elif typed and typed in dict(KINDS) and not self.words.hasFocus():
            self.choose(dict(KINDS)[typed])
        else:
            super().keyPressEvent(event)
