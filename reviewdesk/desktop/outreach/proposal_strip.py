"""A quiet line: several customers say the like, is it one problem?"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewdesk.desktop.outreach.problem_model import Proposed, proposal_words
from reviewdesk.desktop.widgets.buttons import ghost_button, plain_button
from reviewdesk.desktop.widgets.labels import Label


class ProposalStrip(QWidget):
    """Asks about one proposal at a time; it is there only while there is one.

    Signals:
        look_asked, other_asked: the proposal that is looked at, or is not the same problem.
    """

    look_asked = Signal(object)
    other_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.shown: Proposed | None = None
        self.words = Label("", wraps=True)
        self.look = plain_button(self.tr("Look at it"), "users")
        self.other = ghost_button(self.tr("Not the same"), "x")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 8)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        for each in (self.look, self.other):
            row.addWidget(each)
        self.look.clicked.connect(self._look)
        self.other.clicked.connect(self._answer)
        self.hide()

    def show_proposals(self, proposals: Sequence[Proposed]) -> None:
        """Ask about the first of these, or about none."""
        self.shown = proposals[0] if proposals else None
        self.setVisible(self.shown is not None)
        if self.shown is not None:
            said = proposal_words(self.shown, len(proposals) - 1)
            self.words.setText(said)
            for each in (self.look, self.other):
                each.setAccessibleDescription(said)

    def _look(self) -> None:
        self.look_asked.emit(self.shown)

    def _answer(self) -> None:
        self.other_asked.emit(self.shown)
