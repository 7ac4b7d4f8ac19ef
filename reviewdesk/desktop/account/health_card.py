"""The health of one account: a level for each fact, why, what holds it, what would move it, and how it went."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from reviewdesk.desktop.account import health_words as words
from reviewdesk.desktop.account.health_factor import FactorPart
from reviewdesk.desktop.account.health_trend import HealthTrend
from reviewdesk.desktop.widgets.buttons import Button, ButtonKind
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.pill import Pill
from reviewdesk.domain.health_settings import Factor
from reviewdesk.services.health_values import AccountHealth


class HealthCard(Card):
    """Shows how an account stands and what that is made of.

    Signals:
        concern_asked: the person opened a concern that counts.
        tab_asked: the key of the tab on which the records behind a factor are.
    """

    concern_asked = Signal(object)
    tab_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Health"))
        self.pill = Pill()
        self.factors = {each: FactorPart(each) for each in Factor}
        self.held = Label(part=Part.BAD, wraps=True)
        self.open_holding = Button(self.tr("Open the concern"), kind=ButtonKind.LINK)
        self.silence = Label(part=Part.WARN, wraps=True)
        self.moves = Label(wraps=True)
        self.trend = HealthTrend()
        self._moves_frame = QFrame()
        self._health: AccountHealth | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.heading.add(self.pill)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.setContentsMargins(0, 0, 0, 0)
        for each in self.factors.values():
            lines.addWidget(each)
        self.add(lines)
        self._moves_frame.setProperty("part", "card")
        self._moves_frame.setProperty("tone", "accent")
        inside = QVBoxLayout(self._moves_frame)
        inside.setContentsMargins(14, 9, 14, 9)
        inside.addWidget(self.moves)
        for widget in (self._moves_frame, self.held, self.open_holding, self.silence, self.trend):
            self.add(widget)

    def _connect(self) -> None:
        for each in self.factors.values():
            each.concern_asked.connect(self.concern_asked)
            each.tab_asked.connect(self.tab_asked)
        self.open_holding.clicked.connect(self._open_holding)

    def show_health(self, health: AccountHealth | None, today: date) -> None:
        """Show this health; without one there is no card."""
        self._health = health
        self.setVisible(health is not None)
        if health is None:
            return
        self.pill.show_pill(words.pill_of(health))
        self.heading.show_remark(words.known_words(health))
        for each in health.factors:
            self.factors[each.factor].show_factor(each, never_asked=health.never_asked)
        moves = [f"{each.words}: {each.now} → {each.then}" for each in words.moves_shown(health)]
        self.moves.setText("\n".join(moves))
        self._moves_frame.setVisible(bool(moves))
        self.held.setText(health.held)
        for widget in (self.held, self.open_holding):
            widget.setVisible(bool(health.held))
        self.silence.setText(". ".join(f"{each[:1].upper()}{each[1:]}" for each in health.silences))
        self.silence.setVisible(bool(health.silences))
        self.trend.show_trend(health.trend, today)

    def _open_holding(self) -> None:
        if self._health is not None:
            self.concern_asked.emit(self._health.held_by)
