"""What can be done with several accounts at once: a bar under the list while more than one is selected."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu

from reviewdesk.desktop.icons import icon
from reviewdesk.desktop.widgets.buttons import Button, ButtonKind, IconButton
from reviewdesk.desktop.widgets.labels import Label, Part

_AROUND: Final = 60


class ChosenBar(QFrame):
    """Says how many accounts are selected and what can be done with them.

    Signals:
        asked: the word for what the person wants done with them.
        cleared: the person wants none of them selected.
    """

    asked = Signal(str)
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.setAccessibleName(self.tr("Selected accounts"))
        self._count = Label(part=Part.STRONG)
        self._buttons = [
            self._button("owner", self.tr("Owner"), "user"),
            self._button("tier", self.tr("Tier"), "star"),
            self._button("add_tags", self.tr("Add tags"), "tag"),
        ]
        self.more = Button(self.tr("Change"), "pencil", small=True)
        self._out = [
            self._button("copy", self.tr("Copy"), "copy"),
            self._button("save", self.tr("Save as"), "download"),
            self._button("archive", self.tr("Archive"), "archive"),
            self._button("remove", self.tr("Remove"), "trash-2", ButtonKind.DANGER),
        ]
        self._close = IconButton(self.tr("Select none"), "x")
        self._close.clicked.connect(self.cleared)
        self._own: tuple[tuple[str, str], ...] = ()
        self.more.setMenu(at_once_menu(self))
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._count, 1)
        for each in (*self._buttons, self.more, *self._out, self._close):
            row.addWidget(each)

    def _button(self, what: str, words: str, sign: str, kind: ButtonKind = ButtonKind.PLAIN) -> Button:
        button = Button(words, sign, kind, small=True)
        button.setObjectName(what)
        button.clicked.connect(self._ask)
        return button

    def _ask(self) -> None:
        self.asked.emit(self.sender().objectName())

    def offer_own(self, fields: Sequence[tuple[str, str]]) -> None:
        """Offer to set these fields of the person's own too, each a key and its name."""
        if tuple(fields) != self._own:
            self._own = tuple(fields)
            self.more.setMenu(at_once_menu(self, self._own))

    def show_count(self, count: int) -> None:
        """Show how many are selected; of one alone there is nothing to say."""
        words = self.tr("{n} selected").format(n=f"{count:,}")
        self._count.setText(words)
        self.setVisible(count > 1)

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be: its buttons by their signs alone."""
        hint = super().minimumSizeHint()
        return QSize(sum(each.short_width + 8 for each in self._shown) + _AROUND, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let buttons lose their words where the room is short."""
        super().resizeEvent(event)
        wide = sum(each.full_width + 8 for each in self._shown) + self._count.sizeHint().width() + _AROUND
        for each in self._shown:
            each.shorten(on=wide > self.width())

    @property
    def _shown(self) -> tuple[Button, ...]:
        return (*self._buttons, self.more, *self._out)


CHANGES: Final = (
    ("interval_months", "Review every …", "calendar-clock"),
    ("status", "Status …", "circle-check"),
    ("industry", "Industry …", "building-2"),
    ("country", "Country …", "target"),
    ("remove_tags", "Remove tags …", "tag"),
)


def at_once_menu(bar: ChosenBar, own: Sequence[tuple[str, str]] = ()) -> QMenu:
    """Make the menu of what else can be changed in several accounts."""
    menu = QMenu(bar)
    for what, words, sign in CHANGES:
        menu.addAction(icon(sign, "muted"), bar.tr(words), partial(bar.asked.emit, what))
    if own:
        menu.addSeparator()
    for key, name in own:
        menu.addAction(icon("pencil", "muted"), f"{name.replace('&', '&&')} …", partial(bar.asked.emit, key))
    return menu
