"""What lies under the picture of the book: the regions of the rule with their words and lines, and the scales."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from reviewdesk.desktop.ink import colour, tokens
from reviewdesk.desktop.tokens import Tone
from reviewdesk.domain.relationship import ADVOCATE_FROM, AGAINST_BELOW, STEADY_FROM

Place = Callable[[float | None, float | None], QPointF]
LOW, HIGH = 1.0, 7.0
_AGAINST, _STEADY, _ADVOCATE = float(AGAINST_BELOW), float(STEADY_FROM), float(ADVOCATE_FROM)
_MIDDLE: Final = int(Qt.AlignmentFlag.AlignVCenter)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight) | _MIDDLE
_CENTRE: Final = int(Qt.AlignmentFlag.AlignHCenter) | _MIDDLE
_INSIDE: Final = 6.0
_REGIONS: Final = (
    ("likes us, not the product", Tone.NEUTRAL, (LOW, _STEADY, _STEADY, HIGH)),
    ("advocate if unique", Tone.GOOD, (_ADVOCATE, _ADVOCATE, HIGH, HIGH)),
    ("steady", Tone.GOOD, (_STEADY, _STEADY, HIGH, _ADVOCATE)),
    ("against us for now", Tone.BAD, (LOW, LOW, _AGAINST, _AGAINST)),
    ("likes the product, not us", Tone.NEUTRAL, (_STEADY, LOW, HIGH, _STEADY)),
)  # words, tone, P and R from and to


@dataclass(frozen=True, slots=True)
class RegionWords:
    """The words of a region where they are written."""

    words: str
    tone: Tone
    box: QRectF


def region_words(at: Place, metrics: QFontMetricsF, points: Sequence[QRectF]) -> tuple[RegionWords, ...]:
    """Place the words of each region where in it they lie on the fewest points, its corners tried first.

    What has no free spot at the upper edge stands above it.
    """
    found = []
    for words, tone, (p, r, until_p, until_r) in _REGIONS:
        room = QRectF(at(p, until_r), at(until_p, r)).adjusted(_INSIDE, _INSIDE / 2, -_INSIDE, -_INSIDE / 2)
        whole, high = metrics.horizontalAdvance(words), metrics.height()
        wide = min(whole, room.width())
        spots = [QRectF(x, y, wide, high) for y in _rows(room, high) for x in (room.x(), room.right() - wide)]
        if tone is Tone.GOOD and until_r == HIGH:
            spots.append(QRectF(room.right() - whole, 0, whole, high))
        lies_on = [sum(spot.intersects(each) for each in points) for spot in spots]
        box = spots[lies_on.index(min(lies_on))]
        found.append(RegionWords(metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width() + 1), tone, box))
    return tuple(found)


def _rows(room: QRectF, high: float) -> list[float]:
    """Give where lines of a region begin: the lowest, the highest, and those between."""
    between = int((room.height() - 2 * high) // high)
    return [room.bottom() - high, room.y(), *(room.y() + high * row for row in range(1, between + 1))]


def paint_ground(painter: QPainter, room: QRectF, at: Place, words: Sequence[RegionWords]) -> None:
    """Paint the regions that have a word of their own, the lines of the rule, and their words."""
    theme = tokens()
    painter.fillRect(room, colour(theme.neutral_soft))
    for (p, r, until_p, until_r), tone in (
        ((LOW, LOW, _AGAINST, _AGAINST), Tone.BAD), ((_STEADY, _STEADY, HIGH, HIGH), Tone.GOOD),
    ):  # fmt: skip
        painter.fillRect(QRectF(at(p, until_r), at(until_p, r)), colour(theme.soft(tone)))
    painter.setPen(QPen(colour(theme.control_border), 1))
    painter.drawLine(at(LOW, _STEADY), at(HIGH, _STEADY))
    painter.drawLine(at(_STEADY, LOW), at(_STEADY, HIGH))
    painter.setPen(QPen(colour(theme.control_border), 1, Qt.PenStyle.DashLine))
    painter.drawPolyline([at(LOW, _AGAINST), at(_AGAINST, _AGAINST), at(_AGAINST, LOW)])
    painter.drawPolyline([at(HIGH, _ADVOCATE), at(_ADVOCATE, _ADVOCATE), at(_ADVOCATE, HIGH)])
    for each in words:
        painter.setPen(colour(theme.ink(each.tone)))
        painter.drawText(each.box, _MIDDLE, each.words)


def paint_scale(painter: QPainter, room: QRectF, at: Place, width: float) -> None:
    """Paint the figures beside and below, the margins where one of them is not known, and what the signs mean."""
    theme, line = tokens(), QFontMetricsF(painter.font()).height()
    painter.setPen(colour(theme.muted))
    painter.drawText(QRectF(0, 0, width, line), _MIDDLE, _tr("Us (R) ↑   Product and service (P) →"))
    beside, below = room.x() - at(None, LOW).x(), at(LOW, None).y() - room.bottom()
    for value in (1, 2, 3, 4, 5, 6, 7, None):
        x, y = at(value, LOW).x(), at(LOW, value).y()
        said = "?" if value is None else str(value)
        painter.drawText(QRectF(0, y - line / 2, room.x() - beside * 2 - 2, line), _RIGHT, said)
        painter.drawText(QRectF(x - 20, room.bottom() + below * 2, 40, line), _CENTRE, said)
    words = _tr("size: revenue · hatched: our guess · dashed: provisional · ?: not known")
    foot = QRectF(0, room.bottom() + below * 2 + line + 4, width, line)
    painter.drawText(foot, _MIDDLE, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(width)))


def _tr(words: str) -> str:
    return QCoreApplication.translate("RelationshipMap", words)
