"""Says that sums leave something out for want of an exchange rate, and leads to where it is entered."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label


class Lacking(Card):
    """A card that is there only while a rate is missing.

    Signals:
        rate_asked: the first currency that has no rate.
    """

    rate_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._first = ""
        self.words = Label(wraps=True)
        self.enter = plain_button("", "plus")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignVCenter)
        self.add(row)
        self.enter.clicked.connect(self._ask)
        self.hide()

    def show_currencies(self, currencies: Sequence[str]) -> None:
        """Name the currencies whose amounts are left out; nothing is said while there are none."""
        self.setVisible(bool(currencies))
        self._first = next(iter(currencies), "")
        have = self.tr("have no exchange rate") if len(currencies) > 1 else self.tr("has no exchange rate")
        words = self.tr("{some} {have}. What was bought in it is left out of these figures.")
        self.words.setText(words.format(some=", ".join(currencies), have=have))
        self.enter.setText(self.tr("Enter the rate of {currency}").format(currency=self._first))

    def _ask(self) -> None:
        self.rate_asked.emit(self._first)
