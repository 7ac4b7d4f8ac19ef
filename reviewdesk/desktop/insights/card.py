"""One card of Insights: a title, a sentence, a chart or its table, what is left out, and the ways to take it along."""

from collections.abc import Callable
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from reviewdesk.desktop.ink import line_height
from reviewdesk.desktop.insights.model import Aside, InsightColumn, InsightLine, Remark, Told
from reviewdesk.desktop.insights.table import SortMenu, insight_table
from reviewdesk.desktop.insights.ways import CardWay, WayRow
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.buttons import Button, ButtonKind, IconButton
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import ElidedLabel, Label, Part
from reviewdesk.desktop.widgets.mark_chart import Lead, MarkChart
from reviewdesk.desktop.widgets.tabs import SegmentedSwitch, Tab

C = TypeVar("C", bound=MarkChart[Any])
_LINES: Final = 11
_CAPTION: Final = 2
_ROOM: Final = "\u00a0"  # keeps a line free, so that nothing jumps when a mark is said
_PARTS: Final = {Tone.BAD: Part.BAD, Tone.WARN: Part.WARN, Tone.GOOD: Part.GOOD}


class InsightCard(Card, Generic[C]):
    """Shows what one card says; `chart` makes its chart under the title.

    Signals:
        lead_asked: the Lead of a mark or of a line of the table.
        save_asked: the person wants the table as a file.
        copy_asked: the person wants the table on the clipboard.
    """

    lead_asked = Signal(object)
    save_asked = Signal()
    copy_asked = Signal()

    def __init__(
        self, title: str, chart: Callable[[str], C], columns: tuple[InsightColumn, ...], ways: tuple[CardWay, ...] = ()
    ) -> None:
        super().__init__(title)
        self.title, self.columns, self.chart = title, columns, chart(title)
        self.told: Told | None = None
        self.sentence = Label(wraps=True)
        self.switch = SegmentedSwitch(self.tr("{title}: chart or table").format(title=title))
        self.switch.show_tabs((Tab("chart", self.tr("Chart")), Tab("table", self.tr("Table"))))
        self.table = insight_table(title, columns)
        self.caption = ElidedLabel(_ROOM, Part.SMALL)
        self.copy_button = IconButton(self.tr("Copy the table: {title}").format(title=title), "copy")
        self.save_button = IconButton(self.tr("Save as CSV: {title}").format(title=title), "download")
        self._stack, self._charted = QStackedWidget(), QWidget()
        self._under, self._ways = QVBoxLayout(), WayRow(ways, self)
        self._said: list[QWidget] = []
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for each in (self.switch, self.copy_button, self.save_button):
            self.heading.add(each)
        charted = QVBoxLayout(self._charted)
        charted.setContentsMargins(0, 0, 0, 0)
        charted.setSpacing(4)
        around = QVBoxLayout()
        around.setContentsMargins(-4, 0, -4, 0)  # the ring around a mark stands out of what is in line with the words
        around.addWidget(self.chart)
        charted.addLayout(around, 1)
        charted.addWidget(self.caption)
        self._stack.addWidget(self._charted)
        self._stack.addWidget(self.table)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._under.setSpacing(4)
        self.add(self.sentence)
        self.add(self._stack, 1)
        self.add(self._ways)
        self.add(self._under)

    def _connect(self) -> None:
        self.switch.chosen.connect(self._switch)
        self.chart.mark_changed.connect(self._caption)
        self.chart.lead_asked.connect(self.lead_asked)
        self.table.opened.connect(self._open)
        self.table.copy_asked.connect(self.copy_asked)
        self.table.head_menu_asked.connect(self._show_head_menu)
        self.copy_button.clicked.connect(self.copy_asked)
        self.save_button.clicked.connect(self.save_asked)
        self._ways.asked.connect(self._go)

    @property
    def lines(self) -> tuple[InsightLine, ...]:
        """The lines that are taken along: those selected in the table where that is more than one, else all."""
        if self.is_table and self.table.selected_count > 1:
            return tuple(self.table.selected_rows)
        return tuple(self.table.rows.rows)

    def copy(self) -> None:
        """Ask for the table on the clipboard; what Copy does where the chart has the focus."""
        self.copy_asked.emit()

    @property
    def lead(self) -> Lead:
        """Where the mark or the line leads that the keyboard is on, or the first one."""
        if self.is_table:
            line = self.table.current_key
            return line.lead if isinstance(line, InsightLine) else next((each.lead for each in self.lines), Lead())
        mark = self.chart.current or next(iter(self.chart.marks), None)
        return mark.lead if mark is not None else Lead()

    @property
    def start(self) -> QWidget:
        """Where the keyboard begins on the card."""
        return self.table if self.is_table else self.chart

    @property
    def is_table(self) -> bool:
        """Say whether the table is shown in place of the chart."""
        return self.switch.key == "table"

    def show_told(self, told: Told) -> None:
        """Show what the card says now."""
        before, self.told = self.told, told
        self.sentence.setText(told.sentence)
        self.chart.show_picture(told.picture)
        self.table.show_rows(told.lines)
        line = line_height(self.font())
        self._stack.setMinimumHeight(max(self.chart.sizeHint().height() + line * _CAPTION, line * _LINES))
        if before is None or (before.remarks, before.asides) != (told.remarks, told.asides):
            self._show_said(told)

    def _show_said(self, told: Told) -> None:
        for old in self._said:
            self._under.removeWidget(old)
            old.deleteLater()
        asides = [AsideLine(each) for each in told.asides]
        self._said = [*map(_remark, told.remarks), *asides]
        for each in self._said:
            self._under.addWidget(each)
        before: QWidget = self.table
        for line in asides:
            self.setTabOrder(before, line.ask)
            before = line.ask

    def _switch(self, key: str) -> None:
        self._stack.setCurrentWidget(self.table if key == "table" else self._charted)

    def _caption(self, said: str) -> None:
        self.caption.setText(said or _ROOM)

    def _show_head_menu(self, key: str, at: QPoint) -> None:
        SortMenu(key, self.table).popup(at)

    def _go(self, way: CardWay) -> None:
        way.do(self.lead)

    def _open(self, line: InsightLine) -> None:
        if line.lead:
            self.lead_asked.emit(line.lead)


def _remark(remark: Remark) -> QWidget:
    label = Label(remark.text, _PARTS.get(remark.tone, Part.SMALL), wraps=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class AsideLine(QWidget):
    """A question whose answer comes when it is asked."""

    def __init__(self, aside: Aside) -> None:
        super().__init__()
        self.ask = Button(aside.question, kind=ButtonKind.LINK)
        self.ask.setCheckable(True)
        self.answer = Label(aside.answer, Part.SMALL, wraps=True)
        self.answer.hide()
        row = QHBoxLayout()
        row.setContentsMargins(-4, 0, 0, 0)  # its words stand in line with the others
        row.addWidget(self.ask)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.answer)
        self.ask.toggled.connect(self.answer.setVisible)
