"""The concerns of one account: a line to add one, and a list in which each opens to its fields."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer, Signal

from reviewdesk.desktop.account.concern_form import ConcernForm
from reviewdesk.desktop.account.concern_rows import concerns_of
from reviewdesk.desktop.account.model import Brief, LinkedConcern
from reviewdesk.desktop.account.new_concern import NewConcern
from reviewdesk.desktop.account.unfolding_list import UnfoldingList
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.domain.concern import Concern, Stage


class ConcernsPage(ScrollColumn):
    """What worries one account, each to be brought further where it stands.

    Signals:
        add_asked: their words and how grave it is.
        typed: the id of a concern, the name of a field and its text.
        stage_asked: the id of a concern and the stage to bring it to.
        asked_today: the id of a concern they were asked about, whether it is fixed.
        letter_asked: the id of a concern and which letter to write about it.
        who_else_asked: the id of a concern whose cause others may share.
        unfolded: the id of the concern whose fields were opened.
        lacking_asked: the id of a concern of which is asked what it lacks at its stage.
        step_asked: the id of a concern to add the next step to.
        link_asked: the id and the words of a concern that is to be linked with another.
        unlinked: the ids of two concerns that are linked no more.
        link_opened: the account and the id of a linked concern to open.
        outreach_asked: the id of a shared problem that the open concern belongs to.
        friction_asked: the id of a process of ours that the open concern belongs to.
    """

    add_asked = Signal(str, int)
    typed = Signal(object, str, str)
    stage_asked = Signal(object, object)
    asked_today = Signal(object)
    letter_asked = Signal(object, object)
    who_else_asked = Signal(object)
    unfolded = Signal(object)
    lacking_asked = Signal(object)
    step_asked = Signal(object)
    link_asked = Signal(object, str)
    unlinked = Signal(object, object)
    link_opened = Signal(object, object)
    outreach_asked = Signal(object)
    friction_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Concerns"))
        self._brief: Brief | None = None
        self._concerns: dict[UUID, Concern] = {}
        self.form: ConcernForm | None = None
        self.new = NewConcern()
        self.rows = UnfoldingList(self.tr("Concerns"))
        self._list = Card(edge_to_edge=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        adding = Card()
        adding.add(self.new)
        self._list.body.setContentsMargins(0, 0, 0, 0)
        self._list.add(self.rows)
        self.column.addWidget(adding)
        self.column.addWidget(self._list)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.new.add_asked.connect(self.add_asked)
        self.rows.opened.connect(self._turn)
        self.rows.action_asked.connect(self._act)

    @property
    def opened(self) -> UUID | None:
        """The id of the concern that is open."""
        return self.form.concern_id if self.form is not None else None

    @property
    def is_safe(self) -> bool:
        """Say whether all that was typed about the open concern is in the book."""
        return self.form is None or all(each.is_safe for each in self.form.grids)

    def show_brief(self, brief: Brief) -> None:
        """Show these concerns and leave the one open that is."""
        self._brief = brief
        self._concerns = {each.id: each for each in brief.concerns}
        if self.opened is not None and self.opened not in self._concerns:
            self._unfold(None)
        self._show()

    def open_concern(self, concern_id: UUID) -> None:
        """Open a concern, if it is there, and go to it."""
        if concern_id in self._concerns:
            self._open(concern_id)
            self.rows.go_to(concern_id)

    def start_adding(self) -> None:
        """Let the person type a new one."""
        self.ensureWidgetVisible(self.new)
        self.new.words.editor.setFocus()

    def offer_known(self, concern_id: UUID, known: Mapping[str, Sequence[str]]) -> None:
        """Complete what the open concern is about with what the book knows."""
        if self.form is not None and concern_id == self.opened:
            self.form.offer_known(known)

    def show_linked(self, concern_id: UUID, found: Sequence[LinkedConcern], today: date) -> None:
        """Show what the open concern is linked with."""
        if self.form is not None and concern_id == self.opened:
            self.form.linked.show_linked(found, today)
            self.rows.let_tab_go_on()

    def show_frictions(self, concern_id: UUID, found: Sequence[tuple[UUID, str]]) -> None:
        """Show which processes of ours the open concern belongs to, each with its words."""
        if self.form is not None and concern_id == self.opened:
            self.form.frictions.show_ties(found)
            self.rows.let_tab_go_on()

    def show_outreach(self, concern_id: UUID, found: Sequence[tuple[UUID, str]]) -> None:
        """Show which outreach the open concern belongs to, with its words."""
        if self.form is not None and concern_id == self.opened:
            self.form.outreach.show_ties(found)
            self.rows.let_tab_go_on()

    def _ask_link(self) -> None:
        if self.form is not None:
            self.link_asked.emit(self.form.concern_id, self._concerns[self.form.concern_id].words)

    def show_saved(self, name: str) -> None:
        """Say that a field of the open concern is in the book."""
        if self.form is not None:
            self.form.grid_of(name).show_saved(name)

    def refuse(self, name: str, sentence: str) -> None:
        """Say why what was typed in a field of the open concern cannot be taken."""
        if self.form is not None:
            self.form.grid_of(name).refuse(name, sentence)

    def flush(self) -> None:
        """Tell at once what was typed."""
        if self.form is not None:
            self.form.flush()

    def _turn(self, concern_id: UUID) -> None:
        self._open(None if concern_id == self.opened else concern_id)

    def _act(self, concern_id: UUID, action: str) -> None:
        if action == "confirm":
            self.stage_asked.emit(concern_id, Stage.CONFIRMED)
        else:
            self._turn(concern_id)

    def _shut(self) -> None:
        shut = self.opened
        self._open(None)
        self.rows.go_to(shut)

    def _open(self, concern_id: UUID | None) -> None:
        self.flush()
        self._unfold(concern_id)
        self._show()
        QTimer.singleShot(0, self, self._reveal)

    def _unfold(self, concern_id: UUID | None) -> None:
        """Make the fields of this concern, or of none."""
        self.form = None if concern_id is None else ConcernForm(concern_id)
        self.rows.unfold(concern_id, self.form)
        if self.form is not None:
            self.form.typed.connect(self.typed)
            self.form.stage_asked.connect(self.stage_asked)
            self.form.asked_today.connect(self.asked_today)
            self.form.letter_asked.connect(self.letter_asked)
            self.form.who_else_asked.connect(self.who_else_asked)
            self.form.shut.connect(self._shut)
            self.form.lacking_asked.connect(self.lacking_asked)
            self.form.step_asked.connect(self.step_asked)
            self.form.linked.link_asked.connect(self._ask_link)
            self.form.linked.unlinked.connect(partial(self.unlinked.emit, concern_id))
            self.form.linked.opened.connect(self.link_opened)
            self.form.frictions.asked.connect(self.friction_asked)
            self.form.outreach.asked.connect(self.outreach_asked)
            self.unfolded.emit(concern_id)

    def _show(self) -> None:
        if self._brief is None:
            return
        if self.form is not None:
            self.form.show_concern(self._concerns[self.form.concern_id], self._brief)
        self.rows.show_sections(concerns_of(self._brief, self.opened))
        self.rows.let_tab_go_on()
        if self.form is not None:
            self.form.line.setVisible(self.rows.keys[-1] != self.opened)
        self._list.setVisible(bool(self._concerns))

    def _reveal(self) -> None:
        if self.form is not None:
            self.ensureWidgetVisible(self.form, 0, 8)
            self.ensureWidgetVisible(self.rows.row(self.form.concern_id), 0, 8)
