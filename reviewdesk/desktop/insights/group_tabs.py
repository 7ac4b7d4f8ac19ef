"""The way along the groups of cards: a tab for each, which follows what is looked at."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from reviewdesk.desktop.widgets.tabs import Tab, TabRow


class GroupTabs(TabRow):
    """Leads to a group of cards; Enter or Down goes on into its first card.

    Signals:
        entered: the person goes on into the group with this key.
    """

    entered = Signal(str)

    def show_groups(self, titles: list[str]) -> None:
        """Show a tab for each group; one alone needs none."""
        self.show_tabs([Tab(each, each) for each in titles])
        self.setVisible(len(titles) > 1)

    def follow(self, title: str) -> None:
        """Show which group is looked at, without leading there."""
        self.blockSignals(True)
        self.open(title)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on into the group, or along the groups."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Space):
            self.entered.emit(self.key)
        else:
            super().keyPressEvent(event)
