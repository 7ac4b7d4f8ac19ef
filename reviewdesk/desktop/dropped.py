"""What a person dropped on the window: files, text, or a picture."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QMimeData
from PySide6.QtGui import QImage


@dataclass(frozen=True, slots=True)
class DroppedText:
    """Words that were marked in another program."""

    text: str


@dataclass(frozen=True, slots=True)
class DroppedPicture:
    """A picture from another program, as PNG."""

    content: bytes


Dropped = list[Path] | DroppedText | DroppedPicture


def may_be_dropped(mime: QMimeData) -> bool:
    """Say whether the window takes this."""
    return mime.hasUrls() or mime.hasText() or mime.hasImage()


def dropped_in(mime: QMimeData) -> Dropped | None:
    """Give what was dropped: files of this machine before a picture before words; nothing where there is none."""
    paths = [Path(each.toLocalFile()) for each in mime.urls() if each.isLocalFile()]
    if paths:
        return paths
    image = mime.imageData() if mime.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        return DroppedPicture(_png(image))
    return DroppedText(mime.text().strip()) if mime.text().strip() else None


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
