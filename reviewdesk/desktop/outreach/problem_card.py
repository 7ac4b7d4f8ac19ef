"""One shared problem as a card: how far its outreach has come, and who is still to be reached."""

from collections.abc import Hashable
from datetime import date

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from reviewdesk.desktop.ink import line_height, rounded, tokens
from reviewdesk.desktop.outreach.problem_model import Problem, about, remark_of, sections_of, severity_pill
from reviewdesk.desktop.widgets.buttons import IconButton, ghost_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.pill import Pill
from reviewdesk.desktop.widgets.row_list import RowList

_INSET = 18
_AT_FIRST = 12
_DONE_WITH = frozenset({"reached", "fixed", "tried", "unreachable", "not_affected", "log"})


class CoverageBar(QWidget):
    """A thin bar for the share that is reached or excused."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, words: str) -> None:
        """Show a share from 0 to 1."""
        self._share = share
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        return QSize(120, max(line_height(self.font()) // 3, 5))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track and the share."""
        painter, theme = QPainter(self), tokens()
        box = QRectF(self.rect())
        rounded(painter, box, box.height() / 2, fill=theme.neutral_soft)
        if self._share:
            done = QRectF(box.left(), box.top(), max(box.width() * self._share, box.height()), box.height())
            rounded(painter, done, box.height() / 2, fill=theme.good if self._share >= 1 else theme.accent)


class ProblemCard(Card):
    """Shows one shared problem.

    Signals:
        acted: the id of an affected account, and what to do with it.
        opened: the id of the affected account to open.
        change_asked: its name, its words or how grave it is are to be changed.
        end_asked: the outreach is to end.
        concern_asked: the concern it began with is to be opened.
    """

    acted = Signal(object, str)
    opened = Signal(object)
    change_asked = Signal()
    end_asked = Signal()
    concern_asked = Signal()

    def __init__(self) -> None:
        super().__init__(" ", " ", edge_to_edge=True)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.about = Label(part=Part.MUTED, wraps=True)
        self.about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.bar = CoverageBar()
        self.pill = Pill()
        self.rows = RowList(self.tr("Accounts"), most=_AT_FIRST)
        self.change = IconButton(self.tr("Change this outreach"), "pencil")
        self.concern = IconButton(self.tr("The concern it began with"), "message-square-warning")
        self.end = IconButton(self.tr("End this outreach"), "archive")
        self.keys = Label(
            self.tr("R reached, T not reached yet, F fixed, N not affected, L log a call"), Part.MUTED, wraps=True
        )
        self._next: Hashable | None = None
        self.fold = ghost_button(self.tr("Show its accounts"), "chevron-down")
        self._was_ended = False
        self._lay_out()
        self.rows.opened.connect(self.opened)
        self.rows.action_asked.connect(self._act)
        self.change.clicked.connect(self.change_asked)
        self.end.clicked.connect(self.end_asked)
        self.concern.clicked.connect(self.concern_asked)
        self.fold.clicked.connect(self.rows.show)
        self.fold.clicked.connect(self.fold.hide)

    def _lay_out(self) -> None:
        self.heading.add(self.pill)
        self.heading.add(self.concern)
        self.heading.add(self.change)
        self.heading.add(self.end)
        self.heading.add(self.fold)
        around = QWidget()
        column = QVBoxLayout(around)
        column.setContentsMargins(_INSET, 10, _INSET, 12)
        column.setSpacing(9)
        column.addWidget(self.bar)
        column.addWidget(self.about)
        column.addWidget(self.keys)
        self.add(around)
        self.add(self.rows)

    def show_problem(self, shown: Problem, today: date) -> None:
        """Show it as it stands; the person stays on the row they were on."""
        self.setAccessibleName(shown.problem.name)
        self.heading.show_text(shown.problem.name)
        self.heading.show_remark(remark_of(shown))
        self.about.setText(about(shown, today))
        self.bar.show_share(shown.coverage.settled / max(shown.coverage.accounts, 1), remark_of(shown))
        self.concern.setVisible(shown.problem.concern_id is not None)
        self.pill.show_pill(severity_pill(shown))
        self._fold_if_ended(is_ended=shown.problem.ended_on is not None)
        self.rows.setAccessibleName(shown.problem.name)
        self.rows.show_sections(sections_of(shown, today))
        self._go_on(shown)

    def take_focus(self) -> None:
        """Go to the first account, so that one key each goes through them."""
        if self.rows.keys and self.rows.isVisibleTo(self):
            self.rows.go_to(self.rows.keys[0])

    def _act(self, affected_id: Hashable, action: str) -> None:
        keys = self.rows.keys
        after = keys[keys.index(affected_id) + 1 :] if affected_id in keys else ()
        self._next = after[0] if after and action in _DONE_WITH else None
        self.acted.emit(affected_id, action)

    def _go_on(self, shown: Problem) -> None:
        """Stand on the next one to reach once one is done with, so that a list is gone through with one key each."""
        if self._next in {each.affected.id for each in shown.to_reach}:
            self.rows.go_to(self._next)
        self._next = None

    def _fold_if_ended(self, *, is_ended: bool) -> None:
        """Fold the accounts away once the outreach has ended; the person may show them again."""
        for each in (self.change, self.end, self.keys):
            each.setVisible(not is_ended)
        if is_ended != self._was_ended:
            self.rows.setVisible(not is_ended)
        self._was_ended = is_ended
        self.fold.setVisible(is_ended and self.rows.isHidden())
