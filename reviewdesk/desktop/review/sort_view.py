"""Sort: steps through the unmarked lines, one key each."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewdesk.desktop.review.change_panel import ChangePanel
from reviewdesk.desktop.review.model import SaidOfLine, Shown, SortLine
from reviewdesk.desktop.review.sort_row import SortRow, SortRowValue
from reviewdesk.desktop.review.sort_words import WhoIsWho, accepted, pill_of, spans_of, words_of
from reviewdesk.desktop.widgets.card import Card, SectionHeading
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.domain.review import Feeling

_BEFORE: Final = 4
_AHEAD: Final = 16
_FEW_LEFT: Final = 20


class SortView(QWidget):
    """The lines to sort; Enter accepts, C changes, S skips, Backspace or Up goes back.

    Signals:
        sorted: a line and what the person says it is.
        skipped: a line that stays a plain note.
        more_asked: few lines are left of those that were shown; the next ones are wanted.
        feeling_asked: how the meeting felt, by one key.
        moved: the row that is on, to be brought into sight.
    """

    sorted = Signal(object, object)
    skipped = Signal(object)
    more_asked = Signal()
    feeling_asked = Signal(object)
    moved = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Sort your notes"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.heading = SectionHeading(self.tr("Sort your notes"), " ", Part.TITLE)
        self._card = Card(edge_to_edge=True)
        self._card.body.setContentsMargins(0, 0, 0, 0)
        self._before, self._after = Label(part=Part.MUTED), Label(part=Part.MUTED)
        self._nothing = Label(
            self.tr("Every line is sorted. The words you typed stay as they are."), Part.MUTED, wraps=True
        )
        self._note = Label(
            self.tr("The words you typed stay as they are. What is printed can be reworded below."),
            Part.SMALL,
            wraps=True,
        )
        self._lines: list[SortLine] = []
        self._said: dict[UUID, SaidOfLine | None] = {}
        self._rows: dict[UUID, SortRow] = {}
        self._at = 0
        self._left = 0
        self._waits_for_more = False
        self._shown: Shown | None = None
        self.panel: ChangePanel | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        for label in (self._before, self._after):
            label.setContentsMargins(18, 8, 18, 8)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._card.add(self._before)
        self._card.add(self._column)
        self._card.add(self._after)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for each in (self.heading, self._nothing, self._card, self._note):
            column.addWidget(each)

    # ------------------------------------------------------------ what is shown

    @property
    def current(self) -> SortLine | None:
        """The line that is on, or nothing when all are sorted."""
        return self._lines[self._at] if self._at < len(self._lines) else None

    @property
    def is_done(self) -> bool:
        """Say whether every line is sorted."""
        return all(each.line.id in self._said for each in self._lines) and self._left == 0

    def begin(self) -> None:
        """Forget what was sorted before: another review is shown."""
        self._lines, self._said, self._at, self._left = [], {}, 0, 0
        self._close_panel()
        self._draw()

    def show_review(self, shown: Shown) -> None:
        """Take who can be named, and how many lines are left."""
        self._shown = shown
        self._left = max(shown.unsorted - sum(each.line.id not in self._said for each in self._lines), 0)
        self._count()

    def add_lines(self, lines: Sequence[SortLine]) -> None:
        """Take lines that are to be sorted; those that are gone or bear a mark by now go."""
        self._waits_for_more = False
        fresh = {each.line.id: each for each in lines}
        known = {each.line.id for each in self._lines}
        held = self.current.line.id if self.current else None
        self._lines = [fresh.get(each.line.id, each) for each in self._lines if self._stays(each, fresh)]
        self._lines += [each for each in lines if each.line.id not in known]
        ids = [each.line.id for each in self._lines]
        self._at = ids.index(held) if held in ids else self._next_open()
        if self._shown is not None:
            self.show_review(self._shown)
        self._draw()

    def _stays(self, line: SortLine, fresh: dict[UUID, SortLine]) -> bool:
        return line.line.id in self._said or line.line.id in fresh

    def _next_open(self) -> int:
        open_ones = (at for at, each in enumerate(self._lines) if each.line.id not in self._said)
        return next(open_ones, len(self._lines))

    def _draw(self) -> None:
        first = max(min(self._at, len(self._lines)) - _BEFORE, 0)
        shown = self._lines[first : self._at + _AHEAD]
        kept, self._rows = self._rows, {}
        for at, line in enumerate(shown):
            value = self._value(first + at, line)
            row = kept.pop(line.line.id, None) or self._new_row(value)
            if row.value != value:
                row.show_value(value)
            if self._column.indexOf(row) != at:
                self._column.insertWidget(at, row)
            self._rows[line.line.id] = row
        for gone in kept.values():
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._place_panel()
        self._count(first, len(shown))
        if self.current is not None and self.isVisible():
            QTimer.singleShot(0, self, self._tell_moved)

    def _tell_moved(self) -> None:
        row = self._rows.get(self.current.line.id) if self.current else None
        if row is not None:
            self.moved.emit(row)

    def _new_row(self, value: SortRowValue) -> SortRow:
        row = SortRow(value)
        row.picked.connect(self._pick)
        row.accept_asked.connect(self.accept)
        row.change_asked.connect(self.change)
        row.skip_asked.connect(self.skip)
        return row

    def _value(self, at: int, line: SortLine) -> SortRowValue:
        said = self._said.get(line.line.id)
        done = "" if line.line.id not in self._said else "sorted" if said else "skipped"
        shown = said or accepted(line.proposal)
        words = words_of(shown, self._who(), line.proposal.rival)
        because = spans_of(line)
        return SortRowValue(line.line.id, at + 1, line.line.text.strip(), pill_of(shown), words,
                            _shifted(because, line.line.text), done, current=at == self._at)  # fmt: skip

    def _who(self) -> WhoIsWho:
        shown = self._shown
        if shown is None:
            raise LookupError("Lines are shown before their review.")
        return WhoIsWho(shown.names, shown.material.meeting.me_id, shown.material.account.name, shown.today)

    def _count(self, first: int = 0, shown: int = 0) -> None:
        total = len(self._lines) + self._left
        done = sum(each.line.id in self._said for each in self._lines)
        place = self.tr("{at} of {all} · one key each").format(at=min(self._at + 1, max(total, 1)), all=f"{total:,}")
        finished = total > 0 and done == total
        self.heading.show_remark(place if total and not finished else "")
        if shown or not total:
            self._before.setVisible(first > 0)
            self._before.setText(self.tr("{n} above").format(n=f"{first:,}"))
            below = total - first - shown
            self._after.setVisible(below > 0)
            self._after.setText(self.tr("and {n} more").format(n=f"{below:,}"))
        self._card.setVisible(bool(self._lines))
        self._nothing.setVisible(finished or not total)
        self._nothing.setText(
            self.tr("Every line is sorted. The words you typed stay as they are.")
            if finished
            else self.tr("There is nothing to sort: every line bears a mark, or there are no notes yet.")
        )
        self._note.setVisible(bool(self._lines) and not finished)

    # ------------------------------------------------------------ one key each

    def accept(self) -> None:
        """Take the proposal, or what was said before, for the line that is on."""
        line = self.current
        if line is not None:
            self._say(self._said.get(line.line.id) or accepted(line.proposal))

    def skip(self) -> None:
        """Leave the line that is on a plain note."""
        line = self.current
        if line is not None:
            self._said[line.line.id] = None
            self.skipped.emit(line.line.id)
            self._step(1)

    def change(self) -> None:
        """Ask what the line that is on is."""
        if self.current is None or self._shown is None or self.panel is not None:
            return
        meeting = self._shown.material.meeting
        self.panel = ChangePanel(meeting.on, meeting.rules, meeting.people, meeting.colleagues)
        self.panel.said.connect(self._say)
        self.panel.closed.connect(self._close_panel)
        self._draw()
        self.panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> None:
        """Go back to the line before."""
        self._step(-1)

    def _say(self, said: SaidOfLine) -> None:
        line = self.current
        if line is None:
            return
        self._said[line.line.id] = said
        self.sorted.emit(line.line.id, said)
        self._step(1)

    def _step(self, by: int) -> None:
        self._close_panel()
        self._at = min(max(self._at + by, 0), len(self._lines))
        self._draw()
        if self._left and not self._waits_for_more and len(self._lines) - self._at < _FEW_LEFT:
            self._waits_for_more = True
            self.more_asked.emit()

    def _pick(self, line_id: UUID) -> None:
        self._close_panel()
        self._at = next(at for at, each in enumerate(self._lines) if each.line.id == line_id)
        self._draw()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _place_panel(self) -> None:
        row = self._rows.get(self.current.line.id) if self.current else None
        if self.panel is not None and row is not None:
            self._column.insertWidget(self._column.indexOf(row) + 1, self.panel)

    def _close_panel(self) -> None:
        if self.panel is not None:
            self._column.removeWidget(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the one key each line needs."""
        keys = {
            Qt.Key.Key_Return: self.accept,
            Qt.Key.Key_Enter: self.accept,
            Qt.Key.Key_C: self.change,
            Qt.Key.Key_S: self.skip,
            Qt.Key.Key_Backspace: self.back,
            Qt.Key.Key_Up: self.back,
            Qt.Key.Key_Down: self._forward,
        }
        feelings = {Qt.Key.Key_E: Feeling.ENJOYABLE, Qt.Key.Key_F: Feeling.FORCED, Qt.Key.Key_P: Feeling.PRODUCTIVE}
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in keys:
            keys[key]()
        elif plain and key in feelings:
            self.feeling_asked.emit(feelings[key])
        else:
            super().keyPressEvent(event)

    def _forward(self) -> None:
        self._step(1)


def _shifted(spans: tuple[tuple[int, int], ...], text: str) -> tuple[tuple[int, int], ...]:
    """Move places in a text to where they are once it is stripped."""
    by = len(text) - len(text.lstrip())
    return tuple((begin - by, end - by) for begin, end in spans)
