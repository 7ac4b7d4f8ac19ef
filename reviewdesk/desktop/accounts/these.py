"""A line over the list of accounts while it shows a few that were picked elsewhere, with the way back to all."""

from collections.abc import Collection
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.labels import ElidedLabel, Part


class TheseAccounts(QFrame):
    """Says which accounts the list shows alone.

    Signals:
        all_asked: the person wants to see all accounts again.
    """

    all_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.ids: frozenset[UUID] | None = None
        self.words = ElidedLabel(part=Part.STRONG, least=12)
        self.all_button = ghost_button(self.tr("Show all accounts"), "x")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.addWidget(self.words, 1)
        row.addWidget(self.all_button)
        self.all_button.clicked.connect(self.all_asked)
        self.hide()

    def show_these(self, ids: Collection[UUID], words: str) -> None:
        """Name the accounts that alone are shown."""
        self.ids = frozenset(ids)
        self.words.setText(words)
        self.setAccessibleName(words)
        self.show()

    def forget(self) -> None:
        """Let all accounts be shown again."""
        self.ids = None
        self.hide()
