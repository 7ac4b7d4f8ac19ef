"""Warns that a contract ends and nothing is agreed, and leads to its fields."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from reviewdesk.desktop.account.model import Brief
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part


class ContractCard(Card):
    """One sentence and a button; where nothing presses it is not there.

    Signals:
        details_asked: the person wants to enter the end, the notice period or the renewal.
    """

    details_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = Label(part=Part.WARN, wraps=True)
        self.button = plain_button(self.tr("Open the contract"))
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.add(row)
        self.body.setContentsMargins(18, 10, 14, 10)
        self.set_tone(Tone.WARN)
        self.button.clicked.connect(self.details_asked)

    def show_brief(self, brief: Brief) -> None:
        """Warn of the end of this account's contract, if it presses."""
        warning = brief.contract.warning if brief.contract else ""
        self.words.setText(warning)
        self.setAccessibleName(warning)
        self.setVisible(bool(warning))
