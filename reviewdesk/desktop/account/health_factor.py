"""One fact of an account's health: its level, and when opened why it is that and the records behind it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewdesk.desktop.account import health_words as words
from reviewdesk.desktop.widgets.buttons import Button, ButtonKind
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.level_line import LevelLine
from reviewdesk.domain.health_settings import Factor
from reviewdesk.services.health_values import Behind, FactorShown

_MOST = 6


class FactorPart(QWidget):
    """One fact, closed at first.

    Signals:
        concern_asked: the person opened a concern that counts.
        tab_asked: the key of the tab on which the records behind it are.
    """

    concern_asked = Signal(object)
    tab_asked = Signal(str)

    def __init__(self, factor: Factor) -> None:
        super().__init__()
        self._factor = factor
        self.line = LevelLine(words.NAMES[factor], words.LONGEST)
        self.why = Label(part=Part.MUTED, wraps=True)
        self.behind: list[Button] = []
        self._under = QWidget()
        self._column = QVBoxLayout(self._under)
        self._lay_out()
        self.line.opened.connect(self._under.setVisible)

    def _lay_out(self) -> None:
        self._column.setContentsMargins(6, 2, 6, 10)
        self._column.setSpacing(2)
        self._column.addWidget(self.why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self._under)
        self._under.hide()

    def show_factor(self, factor: FactorShown, *, never_asked: bool) -> None:
        """Show what it is worth and why; what the person opened stays open."""
        share = None if factor.points is None else factor.points / 100
        why = words.why_words(factor)
        self.line.show_level(share, words.figure_of(factor), words.tone_of(factor, never_asked=never_asked), why)
        self.why.setText(why)
        for old in self.behind:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.behind = [self._lead(each) for each in factor.behind[:_MOST]]
        if self._factor in words.WITHOUT_RECORDS and factor.points is not None:
            self.behind = [self._lead_to_tab()]

    def _lead(self, behind: Behind) -> Button:
        button = self._placed(words.behind_words(behind))
        if words.leads_to_concern(behind):
            button.clicked.connect(partial(self.concern_asked.emit, behind.id))
        else:
            button.clicked.connect(self._ask_tab)
        return button

    def _lead_to_tab(self) -> Button:
        button = self._placed(self.tr("Go to {tab}").format(tab=words.WITHOUT_RECORDS[self._factor]))
        button.clicked.connect(self._ask_tab)
        return button

    def _placed(self, text: str) -> Button:
        button = Button(text, kind=ButtonKind.LINK)
        self._column.addWidget(button)
        return button

    def _ask_tab(self) -> None:
        self.tab_asked.emit(words.TABS[self._factor])
