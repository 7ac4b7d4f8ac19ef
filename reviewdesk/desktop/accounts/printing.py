"""Prints a list: the head of the table and our mark on every page, each page with its number."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPagedPaintDevice, QPainter, QPen
from PySide6.QtWidgets import QApplication

from reviewdesk.desktop.accounts.paper_sheet import PaperColumn, PaperSheet

_POINTS: Final = 8.5
_INK, _GREY, _LINE = QColor("#1B1F27"), QColor("#5C6472"), QColor("#C9CED8")
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_AIR: Final = 0.5


class _Paper:
    """The room of a page, measured in the font that is printed with."""

    def __init__(self, device: QPagedPaintDevice, painter: QPainter, sheet: PaperSheet) -> None:
        self._painter = painter
        self._sheet = sheet
        layout = device.pageLayout()
        box = layout.paintRectPixels(device.logicalDpiX())
        self.width, self.height = float(box.width()), float(box.height())
        self.plain, self.strong, self.title = (
            _font(_POINTS),
            _font(_POINTS, QFont.Weight.DemiBold),
            _font(14, QFont.Weight.Bold),
        )
        self.line = QFontMetricsF(self.plain, device).height() * 1.5
        self._device = device
        self._top = self.line * 2.6
        self.rows_a_page = max(int((self.height - self._top - self.line * 2.4) / self.line), 1)

    @property
    def pages(self) -> int:
        """How many pages the list takes."""
        return max(-(-len(self._sheet.rows) // self.rows_a_page), 1)

    def print_page(self, page: int) -> None:
        """Print one page, counted from 0."""
        first = page * self.rows_a_page
        self._head(page)
        top = self._top
        self._row(tuple(each.title for each in self._sheet.columns), top, self.strong, _GREY)
        for at, row in enumerate(self._sheet.rows[first : first + self.rows_a_page], 1):
            self._row(row, top + at * self.line, self.plain, _INK)

    def _head(self, page: int) -> None:
        sheet, line = self._sheet, self.line
        self._write(sheet.title, QRectF(0, 0, self.width * 0.7, line * 1.3), self.title, _INK)
        self._write(sheet.status, QRectF(0, line * 1.25, self.width, line), self.plain, _GREY)
        self._write(sheet.mark, QRectF(self.width * 0.7, 0, self.width * 0.3, line * 1.3), self.strong, _INK, _RIGHT)
        foot = QRectF(0, self.height - line, self.width, line)
        number = painter_tr("page {n} of {all}").format(n=page + 1, all=self.pages)
        self._write(f"{sheet.mark} · {number}", foot, self.plain, _GREY, _RIGHT)

    def _row(self, cells: tuple[str, ...], top: float, font: QFont, ink: QColor) -> None:
        total = sum(each.share for each in self._sheet.columns) or 1
        left, air = 0.0, self.line * _AIR
        for cell, column in zip(cells, self._sheet.columns, strict=True):
            wide = self.width * column.share / total
            box = QRectF(left, top, wide - air, self.line)
            self._write(cell, box, font, ink, _side(column))
            left += wide
        self._painter.setPen(QPen(_LINE, 0))
        self._painter.drawLine(0, round(top + self.line), round(self.width), round(top + self.line))

    def _write(self, text: str, box: QRectF, font: QFont, ink: QColor, side: int = _LEFT) -> None:
        metrics = QFontMetricsF(font, self._device)
        self._painter.setFont(font)
        self._painter.setPen(ink)
        self._painter.drawText(box, side, metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width()))


def painter_tr(words: str) -> str:
    """Translate words of a printed page."""
    return QApplication.translate("Printing", words)


def _side(column: PaperColumn) -> int:
    return _RIGHT if column.right else _LEFT


def _font(points: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(QApplication.font())
    font.setPointSizeF(points)
    font.setWeight(weight)
    return font


def print_sheet(device: QPagedPaintDevice, sheet: PaperSheet) -> int:
    """Print a list on a printer or into a PDF; give the number of pages."""
    painter = QPainter(device)
    paper = _Paper(device, painter, sheet)
    for page in range(paper.pages):
        if page:
            device.newPage()
        paper.print_page(page)
    painter.end()
    return paper.pages
