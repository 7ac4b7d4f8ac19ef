"""Where the names beside the points of a picture stand: the largest first, each only where it lies on nothing."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

_MOST: Final = 40
_SHARE: Final = 0.3
_AWAY: Final = 4.0


def placed_names(
    wanted: Sequence[tuple[str, QRectF]], taken: Sequence[QRectF], room: QRectF, metrics: QFontMetricsF
) -> tuple[tuple[str, QRectF], ...]:
    """Give each name that has room beside its point with where it is written; the first forty are tried."""
    found: list[tuple[str, QRectF]] = []
    there = list(taken)
    for name, point in wanted[:_MOST]:
        words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width() * _SHARE)
        box = _free(point, metrics.horizontalAdvance(words), metrics.height(), there, room)
        if box is not None:
            there.append(box)
            found.append((words, box))
    return tuple(found)


def _free(point: QRectF, wide: float, high: float, taken: Sequence[QRectF], room: QRectF) -> QRectF | None:
    y = point.center().y() - high / 2
    for x in (point.right() + _AWAY, point.x() - _AWAY - wide):
        box = QRectF(x, y, wide, high)
        inside = room.x() <= box.x() and box.right() <= room.right()
        if inside and not any(box.intersects(each) for each in taken if each != point):
            return box
    return None
