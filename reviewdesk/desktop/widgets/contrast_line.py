"""Says how well a colour can be read, with the colour as it was chosen and as it is printed beside each other."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reviewdesk.desktop.ink import colour, line_height, rounded, scaled, tokens
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.domain.contrast import Corrected

_LETTERS: Final = "Aa"
_RADIUS: Final = 6


class Specimen(QWidget):
    """Two letters in a colour on white, and in white on the colour, as they are printed."""

    def __init__(self) -> None:
        super().__init__()
        self.colour = "#000000"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        line = line_height(self.font())
        return QSize(round(line * 3.6), round(line * 1.6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both halves."""
        painter, box = QPainter(self), QRectF(self.rect())
        rounded(painter, box, _RADIUS, fill="#FFFFFF", line=tokens().border)
        right = box.adjusted(box.width() / 2, 1, -1, -1)
        rounded(painter, right, _RADIUS - 1, fill=self.colour)
        painter.setFont(scaled(self.font(), weight=700))
        painter.setPen(colour(self.colour))
        painter.drawText(box.adjusted(0, 0, -box.width() / 2, 0), int(Qt.AlignmentFlag.AlignCenter), _LETTERS)
        painter.setPen(colour("#FFFFFF"))
        painter.drawText(right, int(Qt.AlignmentFlag.AlignCenter), _LETTERS)


class ContrastLine(QWidget):
    """The sentence about a colour; where it is corrected, before and after stand above it."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.after = Specimen(), Specimen()
        self.arrow = Label("→", Part.MUTED)
        self.words = Label(part=Part.SMALL, wraps=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        for each in (self.before, self.arrow, self.after):
            row.addWidget(each)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.words)

    def show_colour(self, checked: Corrected) -> None:
        """Say how well this colour can be read."""
        self.before.colour, self.after.colour = checked.given, checked.printed
        for each in (self.before, self.arrow):
            each.setVisible(checked.is_changed)
        self.words.setText(checked.words)
        self.words.set_part(Part.WARN if checked.is_changed else Part.SMALL)
        self.setAccessibleName(checked.words)
        self.before.setAccessibleName(checked.given)
        self.after.setAccessibleName(checked.printed)
        self.before.update()
        self.after.update()
