"""A list of rows under headings, as Today shows them: time, tile, title, remark, pills and what can be done."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from reviewdesk.desktop.ink import caps, colour, line_height, scaled, tokens
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.row import RowWidget
from reviewdesk.desktop.widgets.row_paint import INSET
from reviewdesk.desktop.widgets.row_value import Row

_MOST = 60


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under one heading; without a title they stand alone."""

    title: str
    rows: tuple[Row, ...]
    count: str = ""


class _SectionHead(QWidget):
    """The heading over a section."""

    def __init__(self, section: Section) -> None:
        super().__init__()
        self._section = section
        self.setAccessibleName(f"{section.title} {section.count}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        return QSize(100, round(line_height(self.font()) * 2.0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter = QPainter(self)
        theme = tokens()
        painter.fillRect(self.rect(), colour(theme.band))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), colour(theme.border))
        painter.setPen(colour(theme.muted))
        painter.setFont(caps(self.font()))
        box = QRectF(self.rect()).adjusted(INSET, 0, -INSET, 0)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), self._section.title)
        painter.setFont(scaled(self.font(), 0.92, weight=500))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self._section.count)


class RowList(QWidget):
    """Rows under headings; up and down move between rows, Tab goes to what can be done with a row.

    Signals:
        opened: the person opened the row with this key (Enter, double click).
        action_asked: the key of a row and the name of the action the person wants.
    """

    opened = Signal(object)
    action_asked = Signal(object, str)

    def __init__(self, name: str, *, timed: bool = False, most: int = _MOST) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._most = most
        self._timed = timed
        self._rows: dict[Hashable, RowWidget] = {}
        self._others: list[QWidget] = []
        self._sections: tuple[Section, ...] = ()
        self._unfolded: set[str] = set()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)

    @property
    def current_key(self) -> Hashable | None:
        """The key of the row the person is on."""
        return next((key for key, row in self._rows.items() if row.is_current), None)

    @property
    def keys(self) -> tuple[Hashable, ...]:
        """The keys of the rows shown, from top to bottom."""
        return tuple(self._rows)

    def row(self, key: Hashable) -> RowWidget:
        """Give the widget of the row with this key."""
        return self._rows[key]

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows without headings."""
        self.show_sections([Section("", tuple(rows))])

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these rows under their headings; the person stays on the row they were on."""
        held, place = self.current_key, self._place()
        focused = self._rows[held].holds_focus if held is not None else False
        self._sections = tuple(sections)
        self._clear_others()
        kept, self._rows = self._rows, {}
        for section in sections:
            self._show(section, kept)
        for gone in kept.values():
            gone.hide()
            gone.deleteLater()
        self._mark_ends()
        self._stay(held, place, focused=focused)

    def go_to(self, key: Hashable) -> None:
        """Go to the row with this key, if it is there."""
        if key in self._rows:
            self._rows[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, section: Section, kept: dict[Hashable, RowWidget]) -> None:
        if section.title:
            self._add_other(_SectionHead(section))
        most = len(section.rows) if section.title in self._unfolded else self._most
        for row in section.rows[:most]:
            self._append(self._widget_for(row, kept))
        if len(section.rows) > most:
            more = ghost_button(self.tr("Show {n} more").format(n=len(section.rows) - most))
            more.setObjectName(section.title)
            more.clicked.connect(self._unfold)
            self._add_other(more)

    def _widget_for(self, row: Row, kept: dict[Hashable, RowWidget]) -> RowWidget:
        """Take the widget that shows this very row already, else make one."""
        widget = kept.get(row.key)
        if widget is not None and widget.row == row:
            del kept[row.key]
        else:
            widget = RowWidget(row, timed=self._timed)
            widget.opened.connect(self.opened)
            widget.action_asked.connect(self.action_asked)
            widget.became_current.connect(self._became_current)
        self._rows[row.key] = widget
        return widget

    def _add_other(self, widget: QWidget) -> None:
        self._others.append(widget)
        self._append(widget)

    def _append(self, widget: QWidget) -> None:
        """Place it under what is there, above the room left over."""
        self._column.removeWidget(widget)
        self._column.insertWidget(self._column.count() - 1, widget)

    def _clear_others(self) -> None:
        for other in self._others:
            self._column.removeWidget(other)
            other.hide()
            other.deleteLater()
        self._others = []

    def _mark_ends(self) -> None:
        """Let the first thing keep the round corners of its card, and the last one go without a hairline."""
        rows = list(self._rows.values())
        for row in rows:
            at = self._column.indexOf(row)
            row.mark_ends(first=at == 0, last=row is rows[-1])

    def _place(self) -> int:
        held = self.current_key
        return list(self._rows).index(held) if held is not None else 0

    def _stay(self, held: Hashable | None, place: int, *, focused: bool) -> None:
        rows = list(self._rows.values())
        if not rows:
            return
        current = self._rows.get(held) or rows[min(place, len(rows) - 1)]
        self._make_current(current)
        if focused:
            current.setFocus(Qt.FocusReason.OtherFocusReason)

    def _became_current(self) -> None:
        sender = self.sender()
        if isinstance(sender, RowWidget):
            self._make_current(sender)
            self._reveal(sender)

    def _make_current(self, current: RowWidget) -> None:
        for row in self._rows.values():
            row.set_current(on=row is current)

    def _reveal(self, row: RowWidget) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(row, 0, 8)

    def _unfold(self) -> None:
        self._unfolded.add(self.sender().objectName())
        self.show_sections(self._sections)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys it knows and pass on the others."""
        rows = list(self._rows.values())
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: -len(rows), Qt.Key.Key_End: len(rows)}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not rows:
            super().keyPressEvent(event)
            return
        wanted = min(max(self._place() + step, 0), len(rows) - 1)
        rows[wanted].setFocus(Qt.FocusReason.OtherFocusReason)
