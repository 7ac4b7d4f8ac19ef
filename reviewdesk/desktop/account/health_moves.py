"""What would move the health of an account: the best of it large, what else would under it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from reviewdesk.desktop.account.health_words import move_words, moved
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.domain.health_moves import HealthMove


class HealthMoves(QFrame):
    """Says what could be done and the score as it would be then; where nothing would move it, it is not there."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.setProperty("tone", Tone.ACCENT.value)
        self.best = Label()
        self.figures = Label(part=Part.STRONG)
        self.others = Label(part=Part.MUTED, wraps=True)
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.best)
        first.addWidget(self.figures)
        first.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 9, 14, 9)
        column.setSpacing(4)
        column.addLayout(first)
        column.addWidget(self.others)

    def show_moves(self, moves: Sequence[HealthMove]) -> None:
        """Show these, what moves it most first."""
        self.setVisible(bool(moves))
        if not moves:
            return
        self.best.setText(f"{moves[0].words}:")
        self.figures.setText(moved(moves[0]))
        self.others.setText(" · ".join(move_words(each) for each in moves[1:]))
        self.others.setVisible(len(moves) > 1)
        self.setAccessibleName(", ".join(move_words(each) for each in moves))
