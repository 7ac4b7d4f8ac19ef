"""What other customers said that is like what is being typed, under the line it is typed in."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewdesk.desktop.account.model import Echo, SaidBefore
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import RowList, Section
from reviewdesk.desktop.widgets.row_value import Row, RowAction
from reviewdesk.domain.concern import CLOSED_STAGES
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.notes.lines import words_span
from reviewdesk.domain.notes.marks import find_mark

_GRAVE = 3
_OPEN = RowAction("open", "Open", "chevron-right")


class EchoStrip(QWidget):
    """Shows who else said the like, each with the words that are alike; not there where nobody did.

    Signals:
        asked: the account and the id of the concern to open, or of the account alone where it is a note.
    """

    asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.heading = Label(self.tr("Said before"), Part.HEADING)
        self.remark = Label("", Part.WARN, wraps=True)
        self.rows = RowList(self.tr("Said before"))
        self._found: dict[UUID, SaidBefore] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        for each in (self.heading, self.remark, self.rows):
            column.addWidget(each)
        self.rows.opened.connect(self._open)
        self.rows.action_asked.connect(self._act)
        self.hide()

    def show_echo(self, echo: Echo, today: date) -> None:
        """Show what was found."""
        self._found = {each.record_id: each for each in (*echo.own, *echo.found)}
        own = tuple(row_of(each, today, own=echo.own_times) for each in echo.own)
        rows = (*own, *(row_of(each, today) for each in echo.found))
        self.rows.show_sections([Section("", rows)] if rows else [])
        shared = self.tr("With this one {n} customers said the like within 30 days: it may be one problem.")
        self.remark.setText(shared.format(n=echo.accounts_lately + 1))
        self.remark.setVisible(echo.may_be_shared)
        self.setVisible(bool(rows))

    def _act(self, record_id: UUID, _action: str) -> None:
        self._open(record_id)

    def _open(self, record_id: UUID) -> None:
        found = self._found[record_id]
        self.asked.emit(found.account_id, found.record_id if found.severity else None)


def row_of(found: SaidBefore, today: date, *, own: int = 0) -> Row:
    """Say what was said, by whom and when, what has become of it, and which words are alike.

    `own` is how often the same customer said the like before, where it is theirs.
    """
    whose = found.account if not own else "this customer, once before" if own == 1 else f"this customer, {own} times"
    stage = f"{found.stage.value}" if found.stage else "in notes"
    alike = f"alike: {', '.join(dict.fromkeys(found.shared))}"
    tone = Tone.BAD if found.severity >= _GRAVE else Tone.WARN
    return Row(
        found.record_id,
        f"“{_bare(found.words)}”",
        " · ".join((whose, short_day(found.on, today), stage, alike)),
        tile=found.account,
        pills=(PillText(f"severity {found.severity}", tone),) if found.severity else (),
        actions=(_OPEN,),
        done=found.stage in CLOSED_STAGES,
    )


def _bare(words: str) -> str:
    """Give a note without the sign it begins with."""
    begin, end = words_span(words, find_mark(words))
    return words[begin:end].strip('“”" ')
