"""One day of the plan: its number, its reviews, and room to put another."""

from uuid import UUID

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from reviewdesk.desktop.ink import line_height, rounded, tokens
from reviewdesk.desktop.quarter.chip import MIME, PlanChip
from reviewdesk.desktop.quarter.model import ShownDay
from reviewdesk.desktop.widgets.labels import Label, Part


class DayCell(QWidget):
    """Shows one day; a review that is carried over it can be dropped there, unless the day is past.

    Signals:
        dropped: the key of the review that was put here.
    """

    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.shown: ShownDay | None = None
        self.chips: tuple[PlanChip, ...] = ()
        self._number = Label(part=Part.SMALL)
        self._is_aim = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 4, 6, 6)
        self._column.setSpacing(4)
        self._column.addWidget(self._number)
        self._column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        self.setMinimumHeight(round(line_height(self.font()) * 3.1))

    def show_day(self, shown: ShownDay) -> None:
        """Show this day."""
        self.shown = shown
        self.setAccessibleName(shown.said)
        self._number.setText(shown.text)
        self._number.set_part(Part.ACCENT if shown.is_today else Part.SMALL)
        self.setAcceptDrops(shown.is_open)
        for each in self.chips:
            each.hide()
            each.deleteLater()
        self.chips = tuple(PlanChip(each, self) for each in shown.chips)
        for place, chip in enumerate(self.chips, 1):
            self._column.insertWidget(place, chip)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint its ground: quiet where nobody works or the day is past, marked while something is carried over it."""
        theme, shown = tokens(), self.shown
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        quiet = shown is not None and (shown.is_free or not shown.is_open)
        fill = theme.accent_soft if self._is_aim else theme.hover if quiet else ""
        if fill:
            rounded(QPainter(self), box, 6, fill=fill, line=theme.accent if self._is_aim else "")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Offer room for a review."""
        if event.mimeData().hasFormat(MIME):
            self._aim(is_aim=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Let it go on."""
        self._aim(is_aim=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take it."""
        self._aim(is_aim=False)
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.dropped.emit(UUID(hex=event.mimeData().data(MIME).toStdString()))

    def _aim(self, *, is_aim: bool) -> None:
        self._is_aim = is_aim
        self.update()
