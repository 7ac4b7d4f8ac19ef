"""Lucide icons, tinted when they are painted, so that they follow the theme and stay sharp at any scale."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QFile, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reviewdesk.desktop.ink import tokens
from reviewdesk.desktop.tokens import Tone

SEARCH_PATH = "icons"


class UnknownIconError(LookupError):
    """No icon of this name is among the resources."""


@lru_cache(maxsize=256)
def _drawing(name: str) -> bytes:
    file = QFile(f"{SEARCH_PATH}:{name}.svg")
    if not file.open(QFile.OpenModeFlag.ReadOnly):
        raise UnknownIconError(name)
    return bytes(file.readAll().data()).replace(b'stroke-width="2"', b'stroke-width="1.8"')


@lru_cache(maxsize=256)
def _renderer(name: str, tint: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace(b"currentColor", tint.encode())))


def paint_icon(painter: QPainter, name: str, box: QRectF, tint: str) -> None:
    """Paint an icon into this box in the colour written as #RRGGBB."""
    _renderer(name, tint).render(painter, box)


class _TintedIcon(QIconEngine):
    """Paints one icon in a colour of the theme in force at that moment."""

    def __init__(self, icon_name: str, ink: str) -> None:
        super().__init__()
        self._name = icon_name
        self._ink = ink

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint it."""
        painter.save()
        if mode == QIcon.Mode.Disabled:
            painter.setOpacity(0.45)
        _paint_left(painter, self._name, QRectF(rect), tokens().colours()[self._ink])
        painter.restore()

    def clone(self) -> QIconEngine:
        """Give another one like it."""
        return _TintedIcon(self._name, self._ink)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Give a picture of it."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """Give a picture of it for a scale of the screen."""
        if size.isEmpty():
            return QPixmap()
        if mode == QIcon.Mode.Disabled:
            return _picture(self._name, tokens().colours()[self._ink], size.width(), size.height(), scale, 0.45)
        return _picture(self._name, tokens().colours()[self._ink], size.width(), size.height(), scale, 1.0)


@lru_cache(maxsize=512)
def _picture(name: str, tint: str, width: int, height: int, scale: float, strength: float) -> QPixmap:
    """Draw an icon at the left of a box; the same drawing is asked for by every row of a list."""
    picture = QPixmap(QSize(width, height) * scale)
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(strength)
    _paint_left(painter, name, QRectF(0, 0, width, height), tint)
    painter.end()
    return picture


def _paint_left(painter: QPainter, name: str, room: QRectF, tint: str) -> None:
    side = min(room.width(), room.height())
    paint_icon(painter, name, QRectF(room.x(), room.y() + (room.height() - side) / 2, side, side), tint)


def icon(name: str, ink: str | Tone = "text") -> QIcon:
    """Give an icon in a named colour of the theme, such as "text", "muted" or "on_accent".

    Raises:
        UnknownIconError: there is no icon of this name.
    """
    _drawing(name)
    return QIcon(_TintedIcon(name, "muted" if ink == Tone.NEUTRAL else str(ink)))
