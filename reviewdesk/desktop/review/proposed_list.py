"""What is proposed for one part of the summary, one under the other; nothing is filled in before a key says so."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewdesk.desktop.review.proposed_row import ProposedRow
from reviewdesk.desktop.widgets.buttons import Button, ButtonKind
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.proposing import Candidate


class ProposedList(QWidget):
    """Proposals; Enter uses the one that is on, C changes it first, S puts it by, G goes to its line.

    Signals:
        taken: a proposal to be used as it is. change_asked: one to be used, and its words changed.
        put_by: a proposal that is not wanted. back_asked: what was put by is wanted again.
        line_asked: the proposal whose line the person wants to see.
    """

    taken = Signal(object)
    change_asked = Signal(object)
    put_by = Signal(object)
    back_asked = Signal()
    line_asked = Signal(object)

    def __init__(self, name: str, *, heard: bool) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._heard = heard
        self._title = Label(self.tr("Proposed from your notes"), Part.SMALL)
        self.back = Button(self.tr("Bring back what was put by"), kind=ButtonKind.LINK, small=True)
        self.back.clicked.connect(self.back_asked)
        self.rows: list[ProposedRow] = []
        self._at = 0
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addLayout(self._column)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_proposals((), put_by=0)

    @property
    def current(self) -> ProposedRow | None:
        """The proposal the keys answer about."""
        return self.rows[self._at] if self._at < len(self.rows) else None

    def show_proposals(self, proposals: Sequence[Candidate], *, put_by: int) -> None:
        """Show what is proposed; where there is nothing, and nothing was put by, nothing is shown at all."""
        if [each.proposal for each in self.rows] != list(proposals):
            self._show_rows(proposals)
        self.back.setVisible(put_by > 0)
        self._title.setVisible(bool(self.rows))
        self.setVisible(bool(self.rows) or put_by > 0)

    def _show_rows(self, proposals: Sequence[Candidate]) -> None:
        held = self.current.proposal.line_id if self.current else None
        for each in self.rows:
            self._column.removeWidget(each)
            each.hide()
            each.deleteLater()
        self.rows = [self._new_row(each) for each in proposals]
        ids = [each.line_id for each in proposals]
        self._at = ids.index(held) if held in ids else min(self._at, max(len(ids) - 1, 0))
        self._show_on()

    def _new_row(self, proposal: Candidate) -> ProposedRow:
        row = ProposedRow(proposal, _heard(proposal) if self._heard else proposal.words)
        row.picked.connect(self._pick)
        row.take_asked.connect(self.take)
        row.change_asked.connect(self.change)
        row.put_by_asked.connect(self.put_current_by)
        row.line_asked.connect(self._go_from)
        self._column.addWidget(row)
        return row

    def _show_on(self) -> None:
        for at, each in enumerate(self.rows):
            each.show_on(on=at == self._at)
        row = self.current
        self.setAccessibleDescription(f"{row.accessibleName()}, {row.accessibleDescription()}" if row else "")

    def _pick(self, row: ProposedRow) -> None:
        self._at = self.rows.index(row)
        self._show_on()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    # ------------------------------------------------------------ one key each

    def take(self) -> None:
        """Use the one that is on as it is."""
        if self.current is not None:
            self.taken.emit(self.current.proposal)

    def change(self) -> None:
        """Use the one that is on and change its words; what somebody said is printed only as noted."""
        if self.current is not None and self.current.proposal.kind is not Marker.QUOTE:
            self.change_asked.emit(self.current.proposal)

    def put_current_by(self) -> None:
        """Put the one that is on by."""
        if self.current is not None:
            self.put_by.emit(self.current.proposal)

    def go_to_line(self) -> None:
        """Go to the line of the one that is on."""
        if self.current is not None:
            self.line_asked.emit(self.current.proposal)

    def _go_from(self) -> None:
        row = self.sender()
        if isinstance(row, ProposedRow):
            self.line_asked.emit(row.proposal)

    def _step(self, by: int) -> None:
        self._at = min(max(self._at + by, 0), max(len(self.rows) - 1, 0))
        self._show_on()

    def _up(self) -> None:
        self._step(-1)

    def _down(self) -> None:
        self._step(1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys answer here now."""
        super().focusInEvent(event)
        self._repaint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys answer elsewhere."""
        super().focusOutEvent(event)
        self._repaint()

    def _repaint(self) -> None:
        for each in self.rows:
            each.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the one key each proposal needs."""
        keys = {
            Qt.Key.Key_Return: self.take,
            Qt.Key.Key_Enter: self.take,
            Qt.Key.Key_C: self.change,
            Qt.Key.Key_S: self.put_current_by,
            Qt.Key.Key_G: self.go_to_line,
            Qt.Key.Key_Up: self._up,
            Qt.Key.Key_Down: self._down,
        }
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in keys and self.rows:
            keys[Qt.Key(event.key())]()
        else:
            super().keyPressEvent(event)


def _heard(proposal: Candidate) -> str:
    return f"“{proposal.heard}”" if proposal.kind is Marker.QUOTE else proposal.heard
