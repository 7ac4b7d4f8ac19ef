"""Asks once, in a quiet band above the page, whether to remind while the program is closed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from reviewdesk.desktop.widgets.buttons import ghost_button, plain_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part


class ClosedQuestion(Card):
    """The question with its two answers; it waits, and takes no focus.

    Signals:
        answered: whether the person wants to be reminded.
    """

    answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.asks = Label(self.tr("Remind you when ReviewDesk is closed?"), Part.HEADING, wraps=True)
        self.words = Label(
            self.tr(
                "One notice when you log in, such as “3 things are due: 1 late, 1 review tomorrow”. It names nobody, "
                "and Settings turns it off."
            ),
            Part.MUTED,
            wraps=True,
        )
        self.yes = plain_button(self.tr("Yes, remind me"), "bell")
        self.no = ghost_button(self.tr("No"))
        self._is_asked = False
        self._is_quiet = False
        self._lay_out()
        self.yes.clicked.connect(self._say_yes)
        self.no.clicked.connect(self._say_no)
        self.hide()

    def _lay_out(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.asks)
        said.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(said, 1)
        for each in (self.yes, self.no):
            row.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.setContentsMargins(18, 12, 18, 12)
        self.add(row)
        self.setAccessibleName(self.asks.text())
        self.yes.setAccessibleDescription(f"{self.asks.text()} {self.words.text()}")
        self.no.setAccessibleDescription(self.asks.text())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def ask(self, *, on: bool) -> None:
        """Ask, or ask no more."""
        self._is_asked = on
        self._appear()

    def set_quiet(self, *, on: bool) -> None:
        """Stay out of sight while a meeting is on."""
        self._is_quiet = on
        self._appear()

    def _appear(self) -> None:
        self.setVisible(self._is_asked and not self._is_quiet)

    def _say_yes(self) -> None:
        self.answered.emit(True)

    def _say_no(self) -> None:
        self.answered.emit(False)
