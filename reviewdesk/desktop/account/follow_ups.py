"""The follow-ups of one account: a line to add one, and a list in which each opens to its fields."""

from uuid import UUID

from PySide6.QtCore import QTimer, Signal

from reviewdesk.desktop.account.follow_up_form import FollowUpForm
from reviewdesk.desktop.account.model import Brief
from reviewdesk.desktop.account.new_follow_up import NewFollowUp
from reviewdesk.desktop.account.rows import steps_of
from reviewdesk.desktop.account.unfolding_list import UnfoldingList
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.domain.follow_up import FollowUp


class FollowUpsPage(ScrollColumn):
    """What is to be done for one account and by them, and what has ended.

    Signals:
        add_asked: what is to be done, the day in words, and what it is.
        typed: the id of a follow-up, the name of a field and its text.
        end_asked: the id of a follow-up, how it ends and why.
        acted: the id of a follow-up and what is done with it in its row.
        change_asked: the id of the change notice a follow-up came from.
    """

    add_asked = Signal(str, str, object)
    typed = Signal(object, str, str)
    end_asked = Signal(object, str, str)
    acted = Signal(object, str)
    change_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Follow-ups"))
        self._brief: Brief | None = None
        self._steps: dict[UUID, FollowUp] = {}
        self.form: FollowUpForm | None = None
        self.new = NewFollowUp()
        self.rows = UnfoldingList(self.tr("Follow-ups"))
        adding, self._list = Card(), Card(edge_to_edge=True)
        adding.add(self.new)
        self._list.body.setContentsMargins(0, 0, 0, 0)
        self._list.add(self.rows)
        self.column.addWidget(adding)
        self.column.addWidget(self._list)
        self.column.addStretch(1)
        self.new.add_asked.connect(self.add_asked)
        self.rows.opened.connect(self._turn)
        self.rows.action_asked.connect(self._act)

    @property
    def opened(self) -> UUID | None:
        """The id of the follow-up that is open."""
        return self.form.follow_up_id if self.form is not None else None

    @property
    def is_safe(self) -> bool:
        """Say whether all that was typed about the open follow-up is in the book."""
        return self.form is None or self.form.is_safe

    def step(self, follow_up_id: UUID) -> FollowUp:
        """Give one of those that are listed."""
        return self._steps[follow_up_id]

    def show_brief(self, brief: Brief) -> None:
        """Show these follow-ups and leave the one open that is."""
        self._brief = brief
        self._steps = {each.id: each for each in brief.follow_ups}
        if self.opened is not None and self.opened not in self._steps:
            self._unfold(None)
        self._show()

    def open_follow_up(self, follow_up_id: UUID) -> None:
        """Open a follow-up, if it is there, and go to it."""
        if follow_up_id in self._steps:
            self._open(follow_up_id)
            self.rows.go_to(follow_up_id)

    def show_saved(self, name: str) -> None:
        """Say that a field of the open follow-up is in the book."""
        if self.form is not None:
            self.form.grid_of(name).show_saved(name)

    def refuse(self, name: str, sentence: str) -> None:
        """Say why what was typed in a field of the open follow-up cannot be taken."""
        if self.form is not None:
            self.form.grid_of(name).refuse(name, sentence)

    def flush(self) -> None:
        """Tell at once what was typed."""
        if self.form is not None:
            self.form.flush()

    def _turn(self, follow_up_id: UUID) -> None:
        self._open(None if follow_up_id == self.opened else follow_up_id)

    def _act(self, follow_up_id: UUID, action: str) -> None:
        if action == "open":
            self._turn(follow_up_id)
        else:
            self.acted.emit(follow_up_id, action)

    def _shut(self) -> None:
        shut = self.opened
        self._open(None)
        self.rows.go_to(shut)

    def _open(self, follow_up_id: UUID | None) -> None:
        self.flush()
        self._unfold(follow_up_id)
        self._show()
        QTimer.singleShot(0, self, self._reveal)

    def _unfold(self, follow_up_id: UUID | None) -> None:
        """Make the fields of this follow-up, or of none."""
        self.form = None if follow_up_id is None else FollowUpForm(follow_up_id)
        self.rows.unfold(follow_up_id, self.form)
        if self.form is not None:
            self.form.typed.connect(self.typed)
            self.form.end_asked.connect(self.end_asked)
            self.form.shut.connect(self._shut)
            self.form.change_asked.connect(self.change_asked)

    def _show(self) -> None:
        if self._brief is None:
            return
        if self.form is not None:
            self.form.show_follow_up(self._steps[self.form.follow_up_id], self._brief)
        self.rows.show_sections(steps_of(self._brief, self.opened))
        self.rows.let_tab_go_on()
        if self.form is not None:
            self.form.line.setVisible(self.rows.keys[-1] != self.opened)
        self._list.setVisible(bool(self._steps))

    def _reveal(self) -> None:
        if self.form is not None:
            self.ensureWidgetVisible(self.form, 0, 8)
            self.ensureWidgetVisible(self.rows.row(self.form.follow_up_id), 0, 8)
