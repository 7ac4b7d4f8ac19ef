"""Where a letter is composed: its texts at the left, the page as it will be printed at the right."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from reviewdesk.desktop.document.canvas import PageCanvas
from reviewdesk.desktop.document.marks import Mark, MarkKind
from reviewdesk.desktop.letters.hit_list import HitList
from reviewdesk.desktop.letters.model import Drawn, Hit, LetterNow, LetterStart
from reviewdesk.desktop.letters.text_part import TextPart
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.field import ChoiceField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.letters.form import FIELDS, LetterKind, Typed

_PAUSE: Final = 350  # milliseconds
_LONGEST: Final = 1000
_WRITE: Final = "Ctrl+Return"


class ComposeSheet(Sheet):
    """Composes one letter; whoever listens to `changed` answers with `show_letter`.

    Signals:
        changed: what was filled in, a moment after the last key and within a second of the first.
        person_asked: another person was chosen, or nobody by name.
        again_asked: the person wants to begin again.
        write_asked: what was filled in is to be written.
    """

    changed = Signal(object)
    person_asked = Signal(object)
    again_asked = Signal()
    write_asked = Signal(object)

    def __init__(self, start: LetterStart, parent: QWidget, *, admits: bool = False) -> None:
        first = start.kind is LetterKind.FIRST_ANSWER
        title = parent.tr("First answer to {account}") if first else parent.tr("Recovery letter to {account}")
        super().__init__(
            title.format(account=start.account), parent.tr("Write the letter"), parent, sentence=_about(start, parent)
        )
        self._start = start
        self._meant: frozenset[str] = frozenset()
        self.whom = ChoiceField(self.tr("For"), start.people, start.person_id, quiet=False)
        self.parts = {
            each.name: TextPart(each, start.texts.get(each.name, ""), ticked=admits) for each in FIELDS[start.kind]
        }
        self.page = PageCanvas()
        self.hits = HitList()
        self.state = Label(part=Part.MUTED, wraps=True)
        self.again = ghost_button(self.tr("Begin again"), "undo-2")
        self._pause, self._longest = self._timer(_PAUSE), self._timer(_LONGEST)
        self._lay_out_letter()
        self._connect()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.tell)
        return timer

    def _lay_out_letter(self) -> None:
        fields = ScrollColumn(self.tr("What the letter says"), gap=14)
        fields.column.setContentsMargins(0, 0, 10, 0)
        fields.column.addWidget(self.whom)
        for part in self.parts.values():
            fields.column.addWidget(part)
        fields.column.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.state, 1)
        foot.addWidget(self.again)
        left, right, both = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.setSpacing(10)
        left.addWidget(fields, 1)
        left.addLayout(foot)
        right.addWidget(self.page, 1)
        right.addWidget(self.hits)
        both.setSpacing(18)
        both.addLayout(left, 5)
        both.addLayout(right, 6)
        self.add(both)
        self.page.setAccessibleName(self.tr("The letter as it will be printed"))
        self.page.setMinimumWidth(self.fontMetrics().averageCharWidth() * 30)
        self.go.setDefault(False)
        self.go.setToolTip(QKeySequence(_WRITE).toString(QKeySequence.SequenceFormat.NativeText))
        self.go.setEnabled(False)
        self._fit()

    def _fit(self) -> None:
        """Be as large as the window has room for."""
        over = self.parentWidget()
        if over is not None:
            self.resize(min(int(over.width() * 0.95), 1280), min(int(over.height() * 0.86), 900))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Become smaller with the window below."""
        over = self.parentWidget()
        is_resized = event.type() == QEvent.Type.Resize and over is not None
        if is_resized and over is not None and (over.width() < self.width() or over.height() < self.height()):
            self._fit()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        over = self.parentWidget()
        if over is not None:
            over.installEventFilter(self)
        self.whom.edited.connect(self.person_asked)
        for part in self.parts.values():
            part.changed.connect(self._touched)
        self.hits.go_asked.connect(self._go_to)
        self.hits.meant_asked.connect(self._mean)
        self.again.clicked.connect(self.again_asked)
        self.asked.connect(self._write)

    @property
    def typed(self) -> Typed:
        """What is filled in."""
        whom, start = self.whom.value(), self._start
        chosen = [each.is_chosen for each in self.parts.values() if each.tick is not None]
        return Typed(
            kind=start.kind, concern_id=start.concern_id, person_id=whom if isinstance(whom, UUID) else None,
            texts={name: part.text for name, part in self.parts.items()}, admits=all(chosen) and bool(chosen),
            meant=self._meant,
        )  # fmt: skip

    @property
    def editors(self) -> Mapping[str, QPlainTextEdit | QCheckBox]:
        """The editors by the names under which what is typed into them is kept."""
        found: dict[str, QPlainTextEdit | QCheckBox] = {name: part.editor for name, part in self.parts.items()}
        for part in self.parts.values():
            if part.tick is not None:
                found["admits"] = part.tick
        return found

    def begin(self, start: LetterStart, *, again: bool = False) -> None:
        """Begin the texts anew for another person, or all of them where the person begins again."""
        self._start = start
        for name, part in self.parts.items():
            text = start.begun.get(name, "")
            part.begin_again(text) if again else part.begin(text)
        self.tell()

    def tell(self) -> None:
        """Tell at once what is filled in."""
        self._pause.stop()
        self._longest.stop()
        self.changed.emit(self.typed)

    def show_letter(self, drawn: Drawn) -> None:
        """Show the letter as it stands, and say what it lacks beside the fields."""
        now = drawn.now
        self.page.show_pages(drawn.sizes)
        self.page.show_picture(drawn.number, drawn.scale, drawn.picture.image)
        marks = (Mark(MarkKind.LEAK, each.page, each.areas, each, each.words) for each in now.hits)
        self.page.show_marks(MarkKind.LEAK, tuple(marks))
        self._say(now)
        self.hits.show_hits(now.hits, {name: part.field.label for name, part in self.parts.items()})
        self.go.setEnabled(now.is_ready)
        self.state.setText(_state(now, self))
        self.go.setAccessibleDescription(self.state.text())

    def _say(self, now: LetterNow) -> None:
        for name, part in self.parts.items():
            lacking = next((each.sentence for each in now.missing if each.field == name), "")
            hit = next((each for each in now.hits if each.field == name), None)
            leak = self.tr("“{words}” is {kind}: reword it, or say that it is meant.")
            part.say(leak.format(words=hit.words[:60], kind=hit.kind) if hit else lacking)

    def _touched(self) -> None:
        self.take_back()
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def _go_to(self, hit: Hit) -> None:
        if hit.field in self.parts:
            self.parts[hit.field].go_to(hit.words)

    def _mean(self, words: str) -> None:
        self._meant |= {words}
        self.tell()

    def _write(self) -> None:
        if self.go.isEnabled():
            self.write_asked.emit(self.typed)


def _about(start: LetterStart, by: QWidget) -> str:
    if start.kind is LetterKind.RECOVERY:
        return by.tr("It acknowledges, apologises, thanks whoever raised it, and says how it will be prevented.")
    about = by.tr("It thanks, says this is not how we want it, and admits nothing unless you choose so.")
    if start.due is None:
        return about
    late = start.due < start.today
    due = by.tr("It was due by {day}.") if late else by.tr("It is due by {day}.")
    return f"{about} {due.format(day=short_day(start.due, start.today))}"


def _state(now: LetterNow, by: QWidget) -> str:
    if now.missing:
        one, more = by.tr("One thing is still missing."), by.tr("{n} things are still missing.")
        return one if len(now.missing) == 1 else more.format(n=len(now.missing))
    if now.hits:
        return by.tr("Something in it is not for this customer.")
    return by.tr("It says all it must. Ctrl+Enter writes it.")
