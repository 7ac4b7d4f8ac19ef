"""The native dialogs of a document; a test puts its own answers in their place."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from reviewdesk.desktop.document.pages import PagePicture, draw_page, page_sizes
from reviewdesk.desktop.progress import Progress
from reviewdesk.domain.document_kinds import DocumentKind

_PRINTED = 200 / 72


class SaveDialog:
    """Asks where a document is saved, and as what."""

    @classmethod
    def ask(
        cls, parent: QWidget, suggested: Path, kinds: Sequence[DocumentKind] = (DocumentKind.PDF,)
    ) -> Path | None:  # fmt: skip
        """Give the file the person chose, or nothing; it ends as one of these kinds."""
        named = {f"{each.label} (*.{each.value})": each for each in kinds}
        title = parent.tr("Save the document")
        chosen, how = QFileDialog.getSaveFileName(parent, title, str(suggested), ";;".join(named))
        if not chosen:
            return None
        path, kind = Path(chosen), named.get(how, kinds[0])
        known = [each.value for each in kinds]
        ending = path.suffix.casefold().lstrip(".")
        if ending == kind.value or (ending in known and kind is kinds[0]):
            return path
        stem = path.name.removesuffix(path.suffix) if ending in known else path.name
        return path.with_name(f"{stem}.{kind.value}")


class PrintDialog:
    """Asks for a printer."""

    @classmethod
    def ask(cls, parent: QWidget, title: str) -> QPrinter | None:
        """Give the printer the person chose, or nothing."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        dialog = QPrintDialog(printer, parent)
        return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def print_pages(printer: QPrinter, pdf: bytes, progress: Progress) -> int:
    """Put the pages that were asked for on paper, each as large as the paper allows; give how many there were.

    One page after the other is drawn, so a long document takes no more room than a short one.
    """
    count = len(page_sizes(pdf))
    first, last = printer.fromPage() or 1, min(printer.toPage() or count, count)
    painter = QPainter(printer)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    try:
        for number in range(first, last + 1):
            progress.report(number - first, last - first + 1)
            if number > first:
                printer.newPage()
            _print(painter, printer, draw_page(pdf, number, _PRINTED))
    finally:
        painter.end()
    return last - first + 1


def _print(painter: QPainter, printer: QPrinter, picture: PagePicture) -> None:
    paper = QRectF(printer.pageLayout().paintRectPixels(printer.resolution()))
    room = QSize(round(paper.width()), round(paper.height()))
    size = picture.image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    left = (paper.width() - size.width()) / 2
    painter.drawImage(QRectF(left, 0, size.width(), size.height()), picture.image)
