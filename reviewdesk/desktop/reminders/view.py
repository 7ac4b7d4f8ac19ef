"""A quiet band that says what fell due; it waits to be looked at and takes no focus."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from reviewdesk.desktop.reminders.model import DONE, Band
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Hairline
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.row_list import RowList

_OPEN_UP_TO: Final = 3
_AT_FIRST: Final = 20
_MOST_OF_WINDOW: Final = 0.36


class RemindersView(Card):
    """Shows the reminders the person has not seen; up to three at once, more when asked.

    Signals:
        opened: the reminder whose account the person wants to see.
        done_asked: the reminder whose follow-up is done.
        seen_asked: the reminder that was seen.
        seen_all_asked: all were seen.
    """

    opened = Signal(object)
    done_asked = Signal(object)
    seen_asked = Signal(object)
    seen_all_asked = Signal()

    def __init__(self) -> None:
        super().__init__(edge_to_edge=True)
        self.fold_button = ghost_button(self.tr("Show"))
        self.seen_button = ghost_button(self.tr("All seen"))
        self.rows = RowList(self.tr("Reminders"), most=_AT_FIRST)
        self._scroll = ScrollColumn(self.tr("Reminders"), gap=0)
        self._line = Hairline()
        self._band = Band("", "", ())
        self._is_open: bool | None = None
        self._is_quiet = False
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        self.heading.add(self.fold_button)
        self.heading.add(self.seen_button)
        self._scroll.column.addWidget(self.rows)
        self._scroll.column.addStretch(1)
        self.heading.show()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.add(self._line)
        self.add(self._scroll)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self.fold_button.clicked.connect(self._turn)
        self.seen_button.clicked.connect(self.seen_all_asked)
        self.rows.opened.connect(self.opened)
        self.rows.action_asked.connect(self._act)
        self.rows.installEventFilter(self)

    @property
    def title(self) -> str:
        """The heading as it is shown."""
        return self._band.title

    def show_band(self, band: Band) -> None:
        """Show these reminders; without any the band is not there."""
        if not band.rows:
            self._is_open = None
        self._band = band
        self.heading.show_text(band.title)
        self.heading.show_remark(band.remark)
        self.setAccessibleName(band.title)
        self.rows.show_rows(band.rows)
        self._fold()

    def set_quiet(self, *, on: bool) -> None:
        """Stay out of sight while a meeting is on."""
        self._is_quiet = on
        self._fold()

    def _turn(self) -> None:
        self._is_open = not self._shows_rows
        self._fold()

    @property
    def _shows_rows(self) -> bool:
        return len(self._band.rows) <= _OPEN_UP_TO if self._is_open is None else self._is_open

    def _fold(self) -> None:
        shown = self._shows_rows
        self._line.setVisible(shown)
        self._scroll.setVisible(shown)
        self.fold_button.setText(self.tr("Hide") if shown else self.tr("Show"))
        self._measure()
        self.setVisible(bool(self._band.rows) and not self._is_quiet)

    def _measure(self) -> None:
        """Give the rows their room; while the window is being built neither they nor it have their height yet."""
        rows = self.rows.sizeHint().height()
        room = min(rows, round(self.window().height() * _MOST_OF_WINDOW))
        if room != self._scroll.height():
            self._scroll.setFixedHeight(room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows again in another window."""
        super().resizeEvent(event)
        self._measure()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure the rows again once they are laid out."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._measure()
        return super().eventFilter(watched, event)

    def _act(self, key: object, action: str) -> None:
        (self.done_asked if action == DONE else self.seen_asked).emit(key)
