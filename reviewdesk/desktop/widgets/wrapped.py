"""Text broken into lines for a width, at most so many, the last one ended with an ellipsis."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from reviewdesk.desktop.ink import kept


def wrapped(text: str, font: QFont, width: float, most: int) -> tuple[str, ...]:
    """Break a text into lines that fit the width; one that fits whole costs no more than a look at its length."""
    shown = text[:2000].replace("\n", " ")
    room = int(max(width, 20))
    own = kept(font)
    if _advance(shown, own) <= room:
        return (shown.strip(),)
    return _wrapped(shown, own, room, most)


@lru_cache(maxsize=8192)
def _advance(text: str, font: QFont) -> float:
    """Give the length of a text in one line."""
    return QFontMetricsF(font).horizontalAdvance(text)


@lru_cache(maxsize=2048)
def _wrapped(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts: list[int] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid() and len(starts) <= most:
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    return _lines(text, starts, font, width, most)


def _lines(text: str, starts: list[int], font: QFont, width: int, most: int) -> tuple[str, ...]:
    ends = [*starts[1:], len(text)]
    lines = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    if len(lines) <= most:
        return tuple(lines) or ("",)
    rest = text[starts[most - 1] :].strip()
    last = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return (*lines[: most - 1], last)
