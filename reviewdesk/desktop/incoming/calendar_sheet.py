"""Shows what a calendar would bring, and asks which of its meetings belong to which account."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewdesk.desktop.incoming.account_field import AccountField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.intervals import short_day
from reviewdesk.services.account_values import AccountName
from reviewdesk.services.calendar_values import CalendarSeen, MeetingChoice, OfferedMeeting, TakenAs

SHOWN = 60
_ROOM = 5
_INDENT = 30  # where the words of a tick begin


class MeetingRow(QWidget):
    """One meeting that may be taken in: a tick, when it is and what becomes of it, and whose it is."""

    def __init__(
        self, offered: OfferedMeeting, accounts: Sequence[AccountName], here: UUID | None, today: date, *, ticked: bool
    ) -> None:
        super().__init__()
        self.offered = offered
        meeting = offered.meeting
        meant = offered.accounts[0] if offered.accounts else None
        self.taken_as = TakenAs.CONTACT if meeting.day < today else TakenAs.REVIEW
        self.tick = QCheckBox(meeting.title)
        self.tick.setAccessibleName(meeting.title)
        self.tick.setChecked(ticked)
        becomes = self.tr("logged as contact made") if meeting.day < today else self.tr("planned as review")
        why = self.tr("known by {who}").format(who=meant.why) if meant else self.tr("nobody in it is known")
        clock = f" {meeting.starts_at.astimezone():%H:%M}" if meeting.starts_at else ""
        self.remark = Label(f"{short_day(meeting.day, today)}{clock} · {becomes} · {why}", Part.SMALL, wraps=True)
        self.account = AccountField(self.tr("Account"), accounts, meant.account_id if meant else here)
        self.account.editor.setAccessibleName(self.tr("Account of {meeting}").format(meeting=meeting.title))
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(self.tick)
        left.addWidget(self.remark)
        left.addStretch(1)
        self.remark.setContentsMargins(_INDENT, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(16)
        row.addLayout(left, 3)
        row.addWidget(self.account, 2)

    def choice(self) -> MeetingChoice | None:
        """Give what was chosen; nothing while no account is named."""
        account_id = self.account.account_id
        return MeetingChoice(self.offered.meeting.uid, account_id, self.taken_as) if account_id else None


class CalendarSheet(Sheet):
    """Shows what a calendar brings.

    Signals:
        taken: what was chosen, as a tuple of MeetingChoice.
    """

    taken = Signal(object)

    def __init__(self, seen: CalendarSeen, here: UUID | None, parent: QWidget) -> None:
        title = parent.tr("Calendar “{name}”").format(name=seen.name)
        super().__init__(title, parent.tr("Take it in"), parent, sentence=_about(seen, parent))
        self._seen = seen
        alone = len(seen.offered) == 1
        self.rows = [
            MeetingRow(each, seen.accounts, here if alone else None, seen.today, ticked=alone)
            for each in seen.offered[:SHOWN]
        ]
        for each in seen.brings:
            self.add(Label(each.told(seen.today), wraps=True))
        if len(self.rows) > _ROOM:
            self.add(self._rolled())
        else:
            for row in self.rows:
                self.add(row)
        self.asked.connect(self._tell)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 84)

    def _rolled(self) -> QScrollArea:
        """Put the meetings into an area that can be scrolled."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(0)
        for row in self.rows:
            column.addWidget(row)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(self.tr("Meetings"))
        area.setMinimumHeight(self.rows[0].sizeHint().height() * _ROOM)
        return area

    def _tell(self) -> None:
        wanted = [each for each in self.rows if each.tick.isChecked()]
        unnamed = next((each for each in wanted if each.choice() is None), None)
        if unnamed is not None:
            title = unnamed.offered.meeting.title
            self.refuse(self.tr("Say whose meeting “{title}” is, or take its tick away.").format(title=title))
            unnamed.account.editor.setFocus()
            return
        if not wanted and not self._seen.brings:
            self.refuse(self.tr("Tick the meetings that are to be taken in."))
            return
        self.taken.emit(tuple(each.choice() for each in wanted))


def _about(seen: CalendarSeen, parent: QWidget) -> str:
    """Say what is in the file beside what is shown."""
    more = len(seen.offered) - SHOWN
    told = [
        parent.tr("Nothing is planned before you say whose it is."),
        parent.tr("{n} more with customers are left for next time.").format(n=more) if more > 0 else "",
        parent.tr("{n} meetings with nobody of this book are let be.").format(n=seen.others) if seen.others else "",
        *(f"{each}." for each in seen.left_out),
    ]
    return " ".join(each for each in told if each)
