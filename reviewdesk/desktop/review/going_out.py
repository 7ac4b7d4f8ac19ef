"""What goes to the customer before the meeting: the invitation and the pre-read, one key each."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from reviewdesk.desktop.review.model import Shown
from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.ladder import Rung
from reviewdesk.domain.review import Review


class GoingOut(Card):
    """The drafts before a meeting, and what they know already.

    Signals:
        invite_asked, pre_read_asked: the review whose mail is to be drafted.
    """

    invite_asked = Signal(object)
    pre_read_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("To the customer"))
        self._review_id: UUID | None = None
        self._said = Label(part=Part.MUTED, wraps=True)
        self.invite = plain_button(self.tr("Draft the invitation"), "calendar-plus")
        self.pre_read = plain_button(self.tr("Draft the pre-read"), "mail")
        self.invite.setToolTip(self.tr("A mail with the calendar entry (Alt+I)"))
        self.pre_read.setToolTip(self.tr("A mail with the agenda and how far our promises are (Alt+R)"))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.invite)
        row.addWidget(self.pre_read)
        row.addStretch(1)
        self.add(self._said)
        self.add(row)
        self.invite.clicked.connect(self._invite)
        self.pre_read.clicked.connect(self._pre_read)
        for key, slot in (("Alt+I", self._invite), ("Alt+R", self._pre_read)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(slot)

    def show_review(self, shown: Shown) -> None:
        """Show how far this review is."""
        review = shown.review
        self._review_id = review.id
        self._said.setText(_said(review, shown))
        self.invite.setText(self.tr("Tell them the new day") if not review.knows_of_move else self.tr("Draft the invitation"))  # fmt: skip # noqa: E501
        for each in (self.invite, self.pre_read):
            each.setEnabled(review.is_open and review.planned_on is not None)

    def _invite(self) -> None:
        if self._review_id is not None and self.invite.isEnabled():
            self.invite_asked.emit(self._review_id)

    def _pre_read(self) -> None:
        if self._review_id is not None and self.pre_read.isEnabled():
            self.pre_read_asked.emit(self._review_id)


def _said(review: Review, shown: Shown) -> str:
    invited = f"Invited {short_day(review.invited_on, shown.today)}" if review.invited_on else "Not invited yet"
    if not review.knows_of_move:
        invited += ", and they still have the old day"
    sent = next((each.done_on for each in review.ladder if each.rung is Rung.PRE_READ and each.done_on), None)
    read = f"pre-read sent {short_day(sent, shown.today)}" if sent else "no pre-read sent"
    return f"{invited} · {read}."
