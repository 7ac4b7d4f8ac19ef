"""The agenda of a review, edited in place: items with minutes and what to bring up, in any order."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from reviewdesk.desktop.widgets.buttons import IconButton, ghost_button
from reviewdesk.desktop.widgets.calm_boxes import NumberBox
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Hairline
from reviewdesk.domain.review import AgendaItem

_PAUSE = 500
_LONGEST = 900
_MOST_LINES = 8


class AgendaRow(QWidget):
    """One item: its title, its minutes, and what to bring up.

    Signals:
        edited: something of it was changed by hand.
        move_asked: the row, and by how many places it should go down.
        remove_asked: the row.
    """

    edited = Signal()
    move_asked = Signal(object, int)
    remove_asked = Signal(object)

    def __init__(self, item: AgendaItem) -> None:
        super().__init__()
        self._item = item
        self.title = QLineEdit(item.title)
        self.title.setAccessibleName(self.tr("Agenda item"))
        self.title.setProperty("quiet", True)
        self.minutes = NumberBox()
        self.minutes.setRange(0, 480)
        self.minutes.setSuffix(self.tr(" min"))
        self.minutes.setAccessibleName(self.tr("Minutes"))
        # A style sheet's padding does not reach the line in a spin box whose buttons it places (Qt 6.11).
        self.minutes.lineEdit().setTextMargins(9, 0, 0, 0)
        self.minutes.setFixedWidth(self.fontMetrics().horizontalAdvance("480 min") + 56)
        self.points = QPlainTextEdit()
        self.points.setAccessibleName(self.tr("What to bring up"))
        self.points.setPlaceholderText(self.tr("What to bring up, one a line"))
        self.points.setProperty("quiet", True)
        self.points.setTabChangesFocus(True)
        self._up = IconButton(self.tr("Move up"), "arrow-up")
        self._down = IconButton(self.tr("Move down"), "arrow-down")
        self._remove = IconButton(self.tr("Remove this item"), "x")
        self.show_item(item)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        for each in (self.minutes, self._up, self._down, self._remove):
            head.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.points)

    def _connect(self) -> None:
        self.title.textEdited.connect(self.edited)
        self.minutes.valueChanged.connect(self.edited)
        self.points.textChanged.connect(self._typed)
        self._up.clicked.connect(self._go_up)
        self._down.clicked.connect(self._go_down)
        self._remove.clicked.connect(self._ask_removal)

    def item(self) -> AgendaItem:
        """Give the item as it stands here."""
        points = tuple(each.strip() for each in self.points.toPlainText().splitlines() if each.strip())
        return replace(self._item, title=self.title.text().strip(), minutes=self.minutes.value(), points=points)

    def show_item(self, item: AgendaItem) -> None:
        """Show the item as it is stored, unless the person is typing in it."""
        self._item = item
        if self.title.hasFocus() or self.points.hasFocus() or self.minutes.hasFocus():
            return
        self.blockSignals(True)
        self.title.setText(item.title)
        self.title.setCursorPosition(0)
        self.minutes.setValue(item.minutes)
        if item.points != self.item().points:
            self.points.setPlainText("\n".join(item.points))
        self.blockSignals(False)
        self._fit()

    def _typed(self) -> None:
        self._fit()
        self.edited.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the points the height their lines need at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        rows = max(round(self.points.document().size().height()), 1)
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.points.setVerticalScrollBarPolicy(off if rows <= _MOST_LINES else needed)
        self.points.setFixedHeight(self.points.fontMetrics().lineSpacing() * min(rows, _MOST_LINES) + 24)

    def _go_up(self) -> None:
        self.move_asked.emit(self, -1)

    def _go_down(self) -> None:
        self.move_asked.emit(self, 1)

    def _ask_removal(self) -> None:
        self.remove_asked.emit(self)


class AgendaEditor(Card):
    """All items of an agenda, with their sum.

    Signals:
        changed: the agenda as it stands, a moment after the last change.
        fill_asked: the person wants it filled afresh.
    """

    changed = Signal(object)
    fill_asked = Signal()

    def __init__(self, *, fills: bool = True) -> None:
        super().__init__(self.tr("Agenda"), " ")
        self._fill = ghost_button(self.tr("Fill afresh"), "sparkles")
        self._add = ghost_button(self.tr("Add an item"), "plus")
        self._rows: list[AgendaRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._unanswered, self._refused = 0, False
        self._pause, self._longest = self._timer(_PAUSE), self._timer(_LONGEST)
        if fills:
            self.heading.add(self._fill)
        self.add(self._column)
        self.body.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._fill.clicked.connect(self.fill_asked)
        self._add.clicked.connect(self._append)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self._tell)
        return timer

    @property
    def is_safe(self) -> bool:
        """Say whether all that was changed here is in the book."""
        return not (self._pause.isActive() or self._unanswered or self._refused)

    def begin(self) -> None:
        """Stand for another review from here on; what was typed was told before."""
        self._stop()
        self._unanswered, self._refused = 0, False

    def show_saved(self) -> None:
        """Take note that a change is in the book."""
        self._unanswered, self._refused = max(0, self._unanswered - 1), False

    def show_refused(self, _sentence: str) -> None:
        """Keep what could not be saved; the window says why."""
        self._unanswered, self._refused = max(0, self._unanswered - 1), True

    @property
    def agenda(self) -> tuple[AgendaItem, ...]:
        """The agenda as it stands here."""
        return self._agenda()

    @property
    def rows(self) -> tuple[AgendaRow, ...]:
        """The rows of the items in their order."""
        return tuple(self._rows)

    def show_agenda(self, agenda: tuple[AgendaItem, ...]) -> None:
        """Show an agenda, unless what the person changed of it is not in the book yet."""
        if not self.is_safe:
            return
        if [each.id for each in agenda] != [each.item().id for each in self._rows]:
            self._build(agenda)
        for row, item in zip(self._rows, agenda, strict=True):
            row.show_item(item)
        self._count()

    def flush(self) -> None:
        """Tell at once what was changed."""
        if self._pause.isActive():
            self._tell()

    def _tell(self) -> None:
        self._stop()
        self._unanswered += 1
        self.changed.emit(self._agenda())

    def _stop(self) -> None:
        self._pause.stop()
        self._longest.stop()

    def _agenda(self) -> tuple[AgendaItem, ...]:
        return tuple(each.item() for each in self._rows)

    def _build(self, agenda: tuple[AgendaItem, ...]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = [self._row(each) for each in agenda]
        for at, row in enumerate(self._rows):
            if at:
                self._column.addWidget(Hairline())
            self._column.addWidget(row)

    def _row(self, item: AgendaItem) -> AgendaRow:
        row = AgendaRow(item)
        row.edited.connect(self._touched)
        row.move_asked.connect(self._move)
        row.remove_asked.connect(self._take_out)
        row.installEventFilter(self)
        for each in (row.title, row.points, row.minutes):
            each.installEventFilter(self)
        return row

    def _touched(self) -> None:
        self._count()
        self._refused = False
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def _count(self) -> None:
        self.heading.show_remark(self.tr("{n} min").format(n=sum(each.minutes.value() for each in self._rows)))

    def _move(self, row: AgendaRow, by: int) -> None:
        agenda = list(self._agenda())
        at = self._rows.index(row)
        to = min(max(at + by, 0), len(agenda) - 1)
        agenda.insert(to, agenda.pop(at))
        self._put(agenda)
        self._rows[to].title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_out(self, row: AgendaRow) -> None:
        gone = row.item().id
        self._put([each for each in self._agenda() if each.id != gone])

    def _append(self) -> None:
        self._put([*self._agenda(), AgendaItem(title="", minutes=5)])
        self._rows[-1].title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, agenda: list[AgendaItem]) -> None:
        self._build(tuple(agenda))
        self._count()
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell what was typed when a field is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)
