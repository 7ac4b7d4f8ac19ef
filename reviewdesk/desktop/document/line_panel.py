"""All lines of a document that can be reworded, as a list to walk through by keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reviewdesk.desktop.document.model import ShownLine
from reviewdesk.desktop.ink import colour, scaled, tokens
from reviewdesk.desktop.widgets.labels import Label, Part

_KEYS = (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST = 140


class LineList(QListWidget):
    """The lines in the order they are printed in.

    Signals:
        line_reached: the line that is chosen. reword_asked: the line that is to be reworded.
    """

    line_reached = Signal(object)
    reword_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Lines that can be reworded"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines: tuple[ShownLine, ...] = ()
        self.currentRowChanged.connect(self._reach)
        self.itemDoubleClicked.connect(self.ask)

    def show_lines(self, lines: Sequence[ShownLine]) -> None:
        """Show these lines, and stay on the one that was chosen."""
        at = self._at(self.currentRow())
        self.blockSignals(True)
        self.clear()
        self.lines = tuple(lines)
        part = ""
        for number, each in enumerate(lines):
            if each.part != part:
                part = each.part
                self.addItem(self._heading(part))
            self.addItem(self._item(number, each))
        self._choose(min(at, len(lines) - 1))
        self.blockSignals(False)

    def _heading(self, part: str) -> QListWidgetItem:
        item = QListWidgetItem(part)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(scaled(self.font(), 0.9, weight=600))
        item.setForeground(colour(tokens().muted))
        return item

    def _item(self, number: int, line: ShownLine) -> QListWidgetItem:
        words = line.words if len(line.words) <= _LONGEST else f"{line.words[: _LONGEST - 2]}…"
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, number)
        said = self.tr("their own words, printed as noted") if line.quoted else ""
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ": ".join(filter(None, (line.part, line.words, said))))
        return item

    def _at(self, row: int) -> int:
        """Give the place of a row among the lines; a heading has none."""
        item = self.item(row) if 0 <= row < self.count() else None
        number = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return -1 if number is None else int(number)

    def _choose(self, at: int) -> None:
        row = next((each for each in range(self.count()) if at >= 0 and self._at(each) == at), -1)
        self.setCurrentRow(row)

    @property
    def line(self) -> ShownLine | None:
        """The line that is chosen."""
        at = self._at(self.currentRow())
        return self.lines[at] if 0 <= at < len(self.lines) else None

    def begin(self) -> None:
        """Be on a line."""
        if self.line is None:
            self._choose(0)
        else:
            self._reach()

    def choose(self, line: ShownLine) -> None:
        """Choose a line."""
        if line in self.lines:
            self._choose(self.lines.index(line))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reword the chosen line with F2 or Enter."""
        if event.key() in _KEYS:
            self.ask()
        else:
            super().keyPressEvent(event)

    def _reach(self) -> None:
        if self.line is not None:
            self.line_reached.emit(self.line)

    def ask(self) -> None:
        """Reword the chosen line."""
        if self.line is not None:
            self.reword_asked.emit(self.line)


class LinePanel(QWidget):
    """The list of lines, and what rewording means."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Wording for print"))
        self.list = LineList()
        self._nothing = Label(self.tr("Nothing on these pages was typed by hand."), Part.MUTED, wraps=True)
        words = self.tr("Press a line on the page, or F2 here. The note stays as typed.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Label(words, Part.SMALL, wraps=True))
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)

    def show_lines(self, lines: Sequence[ShownLine]) -> None:
        """Show these lines."""
        self._nothing.setVisible(not lines)
        self.list.setVisible(bool(lines))
        self.list.show_lines(lines)
