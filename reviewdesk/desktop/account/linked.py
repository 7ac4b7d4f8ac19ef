"""The concerns that one concern is linked with, and the sheet that looks for another."""

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.account.model import LinkedConcern
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.field import ChoiceField, LineField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.row_value import Row, RowAction
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.concern import CLOSED_STAGES, LinkKind
from reviewdesk.domain.intervals import short_day

_PAUSE: Final = 150  # milliseconds
_GRAVE: Final = 3
_OPEN: Final = RowAction("open", "Open", "chevron-right")
_UNLINK: Final = RowAction("unlink", "Unlink", "x", "U")
KINDS: Final = {
    LinkKind.CAUSE: "both have the same cause",
    LinkKind.PROBLEM: "both are one shared problem",
    LinkKind.FOLLOWS: "this one follows from it",
    LinkKind.LED_TO: "this one led to it",
}


class LinkedConcerns(QWidget):
    """Lists what a concern is linked with; the heading is there with the first one.

    Signals:
        link_asked: the person wants to link another.
        opened: the account and the id of a linked concern to open. unlinked: the id of the one to unlink.
    """

    link_asked = Signal()
    opened = Signal(object, object)
    unlinked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._accounts: dict[UUID, UUID] = {}
        self.heading = Label(self.tr("Linked concerns"), Part.HEADING)
        self.add_button = ghost_button(self.tr("Link with another concern…"), "link")
        self.rows = RowList(self.tr("Linked concerns"))
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addWidget(self.add_button)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.rows)
        self.add_button.clicked.connect(self.link_asked)
        self.rows.opened.connect(self._open)
        self.rows.action_asked.connect(self._act)
        self.show_linked((), date.min)

    def show_linked(self, found: Sequence[LinkedConcern], today: date) -> None:
        """Show these."""
        self._accounts = {each.concern.id: each.concern.account_id for each in found}
        self.rows.show_rows([_row(each, today, (_OPEN, _UNLINK)) for each in found])
        self.heading.setVisible(bool(found))
        self.rows.setVisible(bool(found))

    def _act(self, concern_id: UUID, action: str) -> None:
        if action == "unlink":
            self.unlinked.emit(concern_id)
        else:
            self._open(concern_id)

    def _open(self, concern_id: UUID) -> None:
        self.opened.emit(self._accounts[concern_id], concern_id)


class LinkSheet(Sheet):
    """Looks for the concern to link with, and asks how both belong together.

    Signals:
        typed: what to look for. linked: the id of the concern that is chosen, and how both belong together.
    """

    typed = Signal(str)
    linked = Signal(object, object)

    def __init__(self, words: str, today: date, parent: QWidget) -> None:
        super().__init__(parent.tr("Link with another concern"), parent.tr("Link them"), parent, sentence=f"“{words}”")
        self._today = today
        self.words = LineField(self.tr("Its words, or the account"), hint=self.tr("late delivery"), quiet=False)
        self.kind = ChoiceField(self.tr("How both belong together"), list(KINDS.items()), LinkKind.CAUSE, quiet=False)
        self.rows = RowList(self.tr("Concerns"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        for each in (self.words, self.rows, self.kind):
            self.add(each)
        self.words.line.textEdited.connect(self._pause.start)
        self._pause.timeout.connect(self.look_up)
        self.rows.opened.connect(self._link)
        self.asked.connect(self._link_current)

    def look_up(self) -> None:
        """Ask at once for what is typed now."""
        self._pause.stop()
        self.typed.emit(self.words.value())

    def show_found(self, found: Sequence[LinkedConcern]) -> None:
        """Show these to choose from."""
        self.rows.show_rows([_row(each, self._today, ()) for each in found])
        self.rows.setVisible(bool(found))
        self.take_back()
        self.adjustSize()

    def _link_current(self) -> None:
        key = self.rows.current_key if self.rows.current_key is not None else next(iter(self.rows.keys), None)
        if key is None:
            self.refuse(self.tr("No concern holds these words. Type others, or the name of its account."))
        else:
            self._link(key)

    def _link(self, key: object) -> None:
        self.linked.emit(key, LinkKind(str(self.kind.value())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the line to what was found below it."""
        if event.key() == Qt.Key.Key_Down and self.words.line.hasFocus() and self.rows.keys:
            self.rows.go_to(self.rows.keys[0])
        else:
            super().keyPressEvent(event)


def _row(found: LinkedConcern, today: date, actions: tuple[RowAction, ...]) -> Row:
    concern = found.concern
    kind = KINDS[found.kind] if found.kind else ""
    tone = Tone.BAD if concern.severity >= _GRAVE else Tone.WARN
    meta = (kind, found.account, f"raised {short_day(concern.raised_on, today)}", concern.stage.value)
    return Row(
        concern.id,
        f"“{concern.words.strip('“”')}”",
        " · ".join(each for each in meta if each),
        tile=found.account,
        pills=(PillText(f"severity {concern.severity}", tone),),
        actions=actions,
        done=concern.stage in CLOSED_STAGES,
    )
