"""Prepare: the agenda and the plan of the meeting, and beside them what is known."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewdesk.desktop.ink import PAGE_MARGIN
from reviewdesk.desktop.review import known
from reviewdesk.desktop.review.agenda_editor import AgendaEditor
from reviewdesk.desktop.review.going_out import GoingOut
from reviewdesk.desktop.review.known import KnownCard
from reviewdesk.desktop.review.ladder_card import LadderCard
from reviewdesk.desktop.review.model import Shown
from reviewdesk.desktop.review.on_paper import OnPaper
from reviewdesk.desktop.review.plan_card import PlanCard
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.page import ScrollColumn


class PrepareView(QWidget):
    """What is prepared before the meeting.

    Signals:
        changed: the name of a field of the review and its new value.
        move_asked: the new day, and the moment it starts or nothing.
        fill_asked: the agenda is to be filled afresh.
        invite_asked, pre_read_asked: the review whose mail is to be drafted.
        paste_asked: the review whose figures are to be pasted.
        paper_asked: the command that makes a document to take along.
        person_asked: name and role of somebody of theirs who comes and is not known yet.
    """

    changed = Signal(str, object)
    move_asked = Signal(object, object)
    fill_asked = Signal()
    person_asked = Signal(str, str)
    invite_asked = Signal(object)
    pre_read_asked = Signal(object)
    paste_asked = Signal(object)
    paper_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Prepare"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # holds the keyboard until the person goes to a field
        self.plan = PlanCard()
        self.going_out = GoingOut()
        self.on_paper = OnPaper()
        self.ladder = LadderCard()
        self.agenda = AgendaEditor()
        self.promises = KnownCard(self.tr("Open promises and follow-ups"), self.tr("Nothing promised is open."))
        self.contacts = KnownCard(self.tr("Spoken since the last review"), self.tr("Nobody spoke with them since."))
        self.concerns = KnownCard(self.tr("Open concerns, in their words"), self.tr("No concern is open."))
        self.questions = KnownCard(self.tr("Open questions"), self.tr("Nothing asked waits for an answer."))
        self.goals = KnownCard(self.tr("Goals"), self.tr("No goal yet. Paste figures, or agree on one in Wrap up."))
        self.paste = ghost_button(self.tr("Paste figures"), "clipboard-paste")
        self.goals.heading.add(self.paste)
        self._review_id: UUID | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left, right = ScrollColumn(self.tr("Plan and agenda")), ScrollColumn(self.tr("What is known"))
        left.column.addWidget(self.plan)
        left.column.addWidget(self.going_out)
        left.column.addWidget(self.on_paper)
        left.column.addWidget(self.ladder)
        left.column.addWidget(self.agenda)
        for each in (self.promises, self.concerns, self.contacts, self.questions, self.goals):
            right.column.addWidget(each)
        for column in (left, right):
            column.column.setContentsMargins(0, 24, 8, 24)
            column.column.addStretch(1)
            column.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN - 8, 0)
        row.setSpacing(16)
        row.addWidget(left, 6)
        row.addWidget(right, 5)

    def _connect(self) -> None:
        self.plan.changed.connect(self.changed)
        self.plan.move_asked.connect(self.move_asked)
        self.plan.person_asked.connect(self.person_asked)
        self.going_out.invite_asked.connect(self.invite_asked)
        self.going_out.pre_read_asked.connect(self.pre_read_asked)
        self.paste.clicked.connect(self._paste)
        self.on_paper.paper_asked.connect(self.paper_asked)
        self.agenda.changed.connect(self._tell_agenda)
        self.agenda.fill_asked.connect(self.fill_asked)

    def show_review(self, shown: Shown) -> None:
        """Show the plan and what is known."""
        self._review_id = shown.review.id
        self.plan.show_review(shown)
        self.going_out.show_review(shown)
        self.on_paper.show_review(shown)
        self.ladder.show_review(shown)
        self.agenda.show_agenda(shown.review.agenda)
        self.promises.show_things(known.promises(shown))
        self.concerns.show_things(known.concerns(shown))
        self.contacts.show_things(known.contacts(shown))
        self.questions.show_things(known.questions(shown))
        self.goals.show_things(known.goals(shown))

    def _paste(self) -> None:
        if self._review_id is not None:
            self.paste_asked.emit(self._review_id)

    def flush(self) -> None:
        """Tell at once what was typed."""
        self.plan.flush()
        self.agenda.flush()

    def _tell_agenda(self, agenda: object) -> None:
        self.changed.emit("agenda", agenda)
