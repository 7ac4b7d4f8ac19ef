"""What everything paints with: the colours and fonts of the theme in force.

The theme in force is read from the application's own palette, so there is no second place to keep in step.
"""

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QPalette, QPen

from reviewdesk.desktop.tokens import DARK, LIGHT, Tokens, contrast

CONTROL_RADIUS = 8
CARD_RADIUS = 12
PAGE_MARGIN = 28
GRID = 8


def tokens() -> Tokens:
    """Give the colours of the theme in force."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < 128 else LIGHT


@lru_cache(maxsize=256)
def colour(name: str) -> QColor:
    """Give the colour written as #RRGGBB; it is shared, so copy it before changing it."""
    return QColor(name)


def faded(name: str, share: float) -> QColor:
    """Give the colour with this share of its strength, from 0 to 1."""
    faint = QColor(name)
    faint.setAlphaF(share)
    return faint


def readable(name: str) -> str:
    """Give a colour the person chose, made lighter where it would drown in the dark."""
    if not tokens().is_dark or contrast(name, tokens().side_bar) >= 3:
        return name
    own = QColor(name)
    return QColor.fromHslF(max(own.hslHueF(), 0.0), own.hslSaturationF() * 0.8, 0.55).name()


def kept(font: QFont) -> QFont:
    """Give a font that may be kept: one read from what Qt paints with goes when the painting ends."""
    return QFont(font)


@lru_cache(maxsize=128)
def _scaled(own: QFont, share: float, weight: int, tabular: int) -> QFont:
    font = QFont(own)
    font.setFamilies(QGuiApplication.font().families())
    font.setPointSizeF(max(font.pointSizeF(), 1.0) * share)
    if weight:
        font.setWeight(QFont.Weight(weight))
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def scaled(font: QFont, share: float = 1.0, *, weight: int = 0, tabular: bool = False) -> QFont:
    """Give this font at a share of its size, in another weight, or with figures of one width."""
    return _scaled(kept(font), share, weight, int(tabular))


def caps(font: QFont) -> QFont:
    """Give the small spaced capitals that stand over a group."""
    small = QFont(scaled(font, 0.86, weight=600))
    small.setCapitalization(QFont.Capitalization.AllUppercase)
    small.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
    return small


def icon_size() -> int:
    """Give the side of an icon beside text in the application's font: 18 pixels, more where the text is large."""
    return max(18, round(line_height(QGuiApplication.font()) * 1.12))


def line_height(font: QFont) -> int:
    """Give the height of one line of this font in whole pixels."""
    return _line_height(kept(font))


@lru_cache(maxsize=128)
def _line_height(font: QFont) -> int:
    return round(QFontMetricsF(font).height())


def rounded(painter: QPainter, box: QRectF, radius: float, *, fill: str = "", line: str = "") -> None:
    """Paint a rounded box with a hairline that stays sharp."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(line), 1) if line else Qt.PenStyle.NoPen)
    painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5) if line else box, radius, radius)
    painter.restore()


def hairline(painter: QPainter, left: float, right: float, y: float) -> None:
    """Paint a level hairline in the border colour."""
    painter.fillRect(QRectF(left, y, right - left, 1), colour(tokens().border))
