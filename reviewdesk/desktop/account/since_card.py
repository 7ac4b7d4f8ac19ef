"""What changed since the last review, each line leading to its record."""

from PySide6.QtCore import Signal

from reviewdesk.desktop.account.model import Brief
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.row_value import Row
from reviewdesk.domain.since_review import Changed, Sort, long_day

_ICONS = {
    Sort.SCORE: "star",
    Sort.LEFT: "user-minus",
    Sort.JOINED: "user",
    Sort.CONCERNS: "message-square-warning",
    Sort.PROMISES: "list-checks",
    Sort.CONTRACT: "calendar-clock",
    Sort.STOPPED: "package",
}


class SinceCard(Card):
    """Shows what changed since the last review that was held; without one it is not there.

    Signals:
        record_asked: the kind and the id of the record to lead to; no id stands for all of the kind.
    """

    record_asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(" ", edge_to_edge=True)
        self._changes: tuple[Changed, ...] = ()
        self.rows = RowList(self.tr("Since the last review"))
        self._nothing = Label(self.tr("Nothing that would surprise you."), Part.MUTED, wraps=True)
        self._nothing.setContentsMargins(18, 14, 18, 8)
        self.add(self._nothing)
        self.add(self.rows)
        self.rows.opened.connect(self._open)

    def show_brief(self, brief: Brief) -> None:
        """Show what changed with this account."""
        self.setVisible(brief.since is not None)
        if brief.since is None:
            return
        title = self.tr("Since the review of {day}").format(day=long_day(brief.since.day, brief.today))
        self.heading.show_text(title)
        self.setAccessibleName(title)
        self._changes = brief.since.changes
        self.rows.show_rows([Row(at, each.words, icon=_ICONS[each.sort]) for at, each in enumerate(self._changes)])
        self.rows.setVisible(bool(self._changes))
        self._nothing.setVisible(not self._changes)

    def _open(self, at: int) -> None:
        changed = self._changes[at]
        self.record_asked.emit(changed.kind, changed.record_id)
