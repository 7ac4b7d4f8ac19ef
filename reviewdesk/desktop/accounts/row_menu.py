"""The menu of the selected rows of the list."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from reviewdesk.desktop.accounts.chosen_bar import CHANGES, ChosenBar
from reviewdesk.desktop.icons import icon


class RowMenu(QMenu):
    """What can be done with the selected accounts; what the bar can do is asked of the bar.

    Signals:
        open_asked: the person wants to open the account.
        edit_asked: the person wants to change what stands in the cell.
        remove_asked: the person wants to take the accounts out.
    """

    open_asked = Signal()
    edit_asked = Signal()
    remove_asked = Signal()

    def __init__(self, count: int, bar: ChosenBar, parent: QWidget, *, is_typed: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bar = bar
        if count == 1:
            self.addAction(icon("building-2", "muted"), self.tr("Open"), self.open_asked.emit)
            self.addAction(icon("pencil", "muted"), self.tr("Change this cell"), self.edit_asked.emit).setVisible(
                is_typed
            )
            self.addSeparator()
        self._add_changes()
        self.addSeparator()
        words = self.tr("Remove") if count == 1 else self.tr("Remove {n} accounts").format(n=f"{count:,}")
        self.addAction(icon("trash-2", "muted"), words, self.remove_asked.emit)

    def _add_changes(self) -> None:
        changing = QMenu(self.tr("Change"), self)
        changing.setIcon(icon("pencil", "muted"))
        own = (
            ("owner", self.tr("Owner …"), "user"),
            ("tier", self.tr("Tier …"), "star"),
            ("add_tags", self.tr("Add tags …"), "tag"),
        )
        for what, words, sign in (*own, *CHANGES):
            changing.addAction(icon(sign, "muted"), words, partial(self._bar.asked.emit, what))
        self.addMenu(changing)
        for what, words, sign in (
            ("copy", self.tr("Copy"), "copy"),
            ("save", self.tr("Save as …"), "download"),
            ("archive", self.tr("Archive"), "archive"),
        ):
            self.addAction(icon(sign, "muted"), words, partial(self._bar.asked.emit, what))
