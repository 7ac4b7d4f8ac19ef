"""A list of rows under headings, as Today shows them: time, tile, title, remark, pills and what can be done."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.row import RowWidget
from reviewdesk.desktop.widgets.row_value import Row
from reviewdesk.desktop.widgets.section_head import SectionHead
from reviewdesk.desktop.widgets.under_each_other import UnderEachOther

MOST_AT_ONCE = 60
_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under one heading; without a title they stand alone."""

    title: str
    rows: tuple[Row, ...]
    count: str = ""


class RowList(UnderEachOther):
    """Rows under headings; up and down move between rows, Tab goes to what can be done with a row.

    Signals:
        opened: the person opened the row with this key (Enter, double click).
        action_asked: the key of a row and the name of the action the person wants.
        moved_to: the person is on the row with this key now.
    """

    opened = Signal(object)
    action_asked = Signal(object, str)
    moved_to = Signal(object)

    def __init__(self, name: str, *, timed: bool = False, most: int = MOST_AT_ONCE) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._most = most
        self._timed = timed
        self._rows: dict[Hashable, RowWidget] = {}
        self._others: list[QWidget] = []
        self._sections: tuple[Section, ...] = ()
        self._unfolded: set[str] = set()
        self._current: RowWidget | None = None

    @property
    def current_key(self) -> Hashable | None:
        """The key of the row the person is on."""
        return self._current.row.key if self._current is not None else None

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
        held, place = self.current_key, self._place_of_current()
        focused = self._current.holds_focus if self._current is not None else False
        self._sections = tuple(sections)
        gone, self._others = self._others, []
        kept, self._rows = self._rows, {}
        shown = [each for section in sections for each in self._widgets_of(section, kept)]
        self.hold(shown)
        for each in (*gone, *kept.values()):
            each.hide()
            each.deleteLater()
        self._mark_ends()
        self._stay(held, place, focused=focused)

    def go_to(self, key: Hashable) -> None:
        """Go to the row with this key, if it is there."""
        if key in self._rows:
            self._make_current(self._rows[key])
            self._reveal(self._rows[key])
            self._rows[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _widgets_of(self, section: Section, kept: dict[Hashable, RowWidget]) -> list[QWidget]:
        """Give the widgets that show a section, from top to bottom."""
        widgets: list[QWidget] = []
        if section.title:
            widgets.append(self._other(SectionHead(section.title, section.count)))
        most = len(section.rows) if section.title in self._unfolded else self._most
        widgets += [self._widget_for(row, kept) for row in section.rows[:most]]
        if len(section.rows) > most:
            more = ghost_button(self.tr("Show {n} more").format(n=len(section.rows) - most))
            more.setObjectName(section.title)
            more.clicked.connect(self._unfold)
            widgets.append(self._other(more))
        return widgets

    def _widget_for(self, row: Row, kept: dict[Hashable, RowWidget]) -> RowWidget:
        """Take the widget that shows this very row already, else make one."""
        widget = kept.get(row.key)
        if widget is not None and widget.row == row:
            del kept[row.key]
        else:
            widget = RowWidget(row, timed=self._timed, furnished=len(self._rows) < _AT_ONCE)
            widget.opened.connect(self.opened)
            widget.action_asked.connect(self.action_asked)
            widget.became_current.connect(self._became_current)
        self._rows[row.key] = widget
        return widget

    def _other(self, widget: QWidget) -> QWidget:
        """Remember what is not a row; it is made anew each time."""
        self._others.append(widget)
        return widget

    def _mark_ends(self) -> None:
        """Let the first thing keep the round corners of its card, and the last one go without a hairline."""
        rows = list(self._rows.values())
        for row in rows:
            row.mark_ends(first=row is self.held[0], last=row is rows[-1])

    def _place_of_current(self) -> int:
        held = self.current_key
        return list(self._rows).index(held) if held is not None else 0

    def _stay(self, held: Hashable | None, place: int, *, focused: bool) -> None:
        rows = list(self._rows.values())
        self._current = None
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
            self.moved_to.emit(sender.row.key)

    def _make_current(self, current: RowWidget) -> None:
        if self._current is not None and self._current is not current:
            self._current.set_current(on=False)
        self._current = current
        current.set_current(on=True)

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
        wanted = min(max(self._place_of_current() + step, 0), len(rows) - 1)
        rows[wanted].setFocus(Qt.FocusReason.OtherFocusReason)
