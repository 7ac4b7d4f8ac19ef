"""How a row of a list is painted."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from reviewdesk.desktop.icons import paint_icon
from reviewdesk.desktop.ink import CARD_RADIUS, colour, line_height, rounded, scaled, tokens
from reviewdesk.desktop.widgets.pill import paint_pill
from reviewdesk.desktop.widgets.row_plan import RowPlan, meta_font, title_font
from reviewdesk.desktop.widgets.row_value import Row
from reviewdesk.desktop.widgets.tile import paint_tile


@dataclass(frozen=True, slots=True)
class Ends:
    """Whether a row is the first or the last thing on its card."""

    first: bool = False
    last: bool = False


def paint_row(
    painter: QPainter, row: Row, plan: RowPlan, font: QFont, *, hovered: bool, held: bool, ends: Ends
) -> None:
    """Paint ground, time, tile, words and pills."""
    ground = "selection" if held or row.now else "hover" if hovered else ""
    _paint_ground(painter, plan, ground, held=held, ends=ends)
    theme = tokens()
    if row.time:
        painter.setFont(scaled(font, weight=600 if row.now else 400, tabular=True))
        painter.setPen(colour(theme.accent if row.now else theme.muted))
        painter.drawText(plan.time, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), row.time)
    if row.tile:
        paint_tile(painter, row.tile, plan.tile, font)
    elif row.icon:
        paint_icon(painter, row.icon, plan.tile, theme.muted)
    _paint_words(painter, row, plan, font)
    for pill, at in zip(row.pills, plan.pills, strict=True):
        paint_pill(painter, pill, at, font)


def _paint_ground(painter: QPainter, plan: RowPlan, ground: str, *, held: bool, ends: Ends) -> None:
    theme = tokens()
    box = QRectF(0, 0, plan.width, plan.height)
    if ground:
        # Reaches beyond the row where its corners are not on the card's own corners.
        reach = QRectF(0, 0, plan.width, plan.height + 20) if ends.first else box.adjusted(0, -20, 0, 20)
        rounded(painter, reach, CARD_RADIUS - 1, fill=theme.colours()[ground])
    if held:
        painter.fillRect(QRectF(0, 0 if not ends.first else 8, 3, plan.height), colour(theme.accent))
    if not ends.last:
        painter.fillRect(QRectF(0, box.bottom() - 1, plan.width, 1), colour(theme.border))


def _paint_words(painter: QPainter, row: Row, plan: RowPlan, font: QFont) -> None:
    theme = tokens()
    y = plan.text.y()
    own = title_font(row, font)
    parts = [(line, own, theme.muted if row.done else theme.text, 0) for line in plan.title]
    parts += [(line, meta_font(font), theme.muted, 2) for line in plan.meta]
    for words, face, ink, gap in parts:
        metrics = QFontMetricsF(face)
        painter.setFont(face)
        painter.setPen(colour(ink))
        painter.drawText(QPointF(plan.text.x(), y + gap + metrics.ascent()), words)
        y += line_height(face) + gap
