"""A colour edited in place: written as #0F4C5C, chosen from a few by name, or in the system's own dialog."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QColorDialog,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reviewdesk.desktop.ink import colour, line_height, readable, rounded, tokens
from reviewdesk.desktop.widgets.field import LineField


class Swatch(QAbstractButton):
    """A round of one colour; the one that is chosen has a ring around it, and so has the one with the focus."""

    def __init__(self, name: str, shown: str) -> None:
        super().__init__()
        self.colour = shown
        self.is_exact = False
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_colour(self, shown: str) -> None:
        """Show another colour."""
        self.colour = shown
        self.update()

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        side = round(line_height(self.font()) * 1.5)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in its colour, made lighter where that would drown in the dark, unless it is to be exact."""
        painter, box = QPainter(self), QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.hasFocus():
            rounded(painter, box, box.width() / 2, fill=tokens().accent_soft, line=tokens().accent)
        elif self.isChecked():
            rounded(painter, box, box.width() / 2, line=tokens().text)
        inner = box.adjusted(4, 4, -4, -4)
        shown = self.colour if self.is_exact or not self.colour else readable(self.colour)
        edged = self.is_exact or not shown
        rounded(painter, inner, inner.width() / 2, fill=shown, line=tokens().control_border if edged else "")
        if self.isChecked():
            painter.setPen(colour("#FFFFFF"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "✓")


class SwatchRow(QWidget):
    """A few colours to choose from by name; the arrows go from one to the next.

    Signals:
        chosen: the colour the person chose.
    """

    chosen = Signal(str)

    def __init__(self, colours: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Colours"))
        self.swatches = [Swatch(name, shown) for name, shown in colours]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for each in self.swatches:
            each.setAutoExclusive(True)
            each.clicked.connect(self._tell)
            row.addWidget(each)
        row.addStretch(1)

    def mark(self, shown: str) -> None:
        """Mark the colour that is in force, if it is among these."""
        for each in self.swatches:
            each.setAutoExclusive(False)
            each.setChecked(each.colour.upper() == shown.upper())
        for each in self.swatches:
            each.setAutoExclusive(True)

    def _tell(self) -> None:
        self.chosen.emit(next(each.colour for each in self.swatches if each.isChecked()))


class ColourField(LineField):
    """A colour: its letters, a round that shows it and opens the system's dialog, and where wanted a few to choose."""

    def __init__(self, label: str, *, hint: str = "#0F4C5C", colours: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(label, hint=hint, quiet=False)
        self.shown = Swatch(self.tr("Choose {label}").format(label=label.lower()), "")
        self.shown.setCheckable(False)
        self.swatches = SwatchRow(colours)
        self._place()
        if not colours:
            self.swatches.hide()
        self.line.textChanged.connect(self._show_colour)
        self.swatches.chosen.connect(self.choose)
        self.shown.clicked.connect(self._ask)

    def _place(self) -> None:
        column, row = self.layout(), QHBoxLayout()
        row.setSpacing(6)
        if isinstance(column, QVBoxLayout):
            column.removeWidget(self.editor)
            row.addWidget(self.editor, 1)
            row.addWidget(self.shown)
            column.insertLayout(1, row)
            column.insertWidget(2, self.swatches)

    def choose(self, chosen: str) -> None:
        """Take this colour as if it had been typed."""
        self.line.setText(chosen.upper())
        self._dirty = True
        self.flush()

    def _show_colour(self, text: str) -> None:
        shown = QColor(text.strip()).name() if QColor.isValidColorName(text.strip()) else ""
        self.shown.show_colour(shown)
        self.swatches.mark(shown)

    def _put(self, value: object) -> None:
        super()._put(value)
        self._show_colour(str(value))

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self.shown.colour or "#FFFFFF"), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.label.text())
        dialog.colorSelected.connect(self._take)
        dialog.open()

    def _take(self, chosen: QColor) -> None:
        self.choose(chosen.name())
