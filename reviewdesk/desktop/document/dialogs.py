"""The native dialogs of a document; a test puts its own answers in their place."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from reviewdesk.desktop.document.pages import PagePicture


class SaveDialog:
    """Asks where a document is saved."""

    @classmethod
    def ask(cls, parent: QWidget, suggested: Path) -> Path | None:
        """Give the file the person chose, or nothing."""
        chosen, _ = QFileDialog.getSaveFileName(parent, parent.tr("Save the summary"), str(suggested), "PDF (*.pdf)")
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.casefold() == ".pdf" else path.with_name(f"{path.name}.pdf")


class PrintDialog:
    """Asks for a printer."""

    @classmethod
    def ask(cls, parent: QWidget, title: str) -> QPrinter | None:
        """Give the printer the person chose, or nothing."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        dialog = QPrintDialog(printer, parent)
        return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def print_pages(printer: QPrinter, pictures: Sequence[PagePicture]) -> None:
    """Put pages on paper, each as large as the paper allows."""
    painter = QPainter(printer)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for number, picture in enumerate(pictures):
        if number:
            printer.newPage()
        paper = QRectF(printer.pageLayout().paintRectPixels(printer.resolution()))
        size = picture.image.size().scaled(
            round(paper.width()), round(paper.height()), Qt.AspectRatioMode.KeepAspectRatio
        )
        left = (paper.width() - size.width()) / 2
        painter.drawImage(QRectF(left, 0, size.width(), size.height()), picture.image)
    painter.end()
