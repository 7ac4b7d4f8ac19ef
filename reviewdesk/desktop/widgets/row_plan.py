"""Where the parts of a row go for a width."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QFont

from reviewdesk.desktop.ink import icon_size, line_height, scaled
from reviewdesk.desktop.widgets.pill import pill_size
from reviewdesk.desktop.widgets.row_value import Row
from reviewdesk.desktop.widgets.wrapped import wrapped

INSET = 18
_GAP = 12
_PAD = 9


@dataclass(frozen=True, slots=True)
class RowPlan:
    """Where everything of one row goes.

    Buttons before the words begin at `lead`; `middles` are the heights at which those before and behind the words lie.
    """

    width: int
    height: int
    time: QRectF
    tile: QRectF
    title: tuple[str, ...]
    meta: tuple[str, ...]
    text: QPointF
    pills: tuple[QPointF, ...]
    lead: int
    middles: tuple[float, float]


def title_font(row: Row, font: QFont) -> QFont:
    """Give the font of the title; what is on now is a little larger."""
    return scaled(font, 1.1 if row.now else 1.0, weight=600 if row.now else 500)


def meta_font(font: QFont) -> QFont:
    """Give the font of the remark."""
    return scaled(font, 0.93)


def plan_row(
    row: Row, font: QFont, width: int, buttons: Sequence[tuple[bool, QSize]], *, timed: bool, spare: int = 0
) -> RowPlan:
    """Work out the places; buttons come as (stands before the words, size), `spare` is kept free before the words.

    Where the room is short the pills go under the words, and where it is shorter still the buttons go there too.
    """
    room = _share_out(row, font, width, buttons, timed=timed, spare=spare)
    title = wrapped(row.title, title_font(row, font), room.words, 2)
    meta = wrapped(row.meta, meta_font(font), room.words, 2) if row.meta else ()
    words = len(title) * line_height(title_font(row, font)) + len(meta) * (line_height(meta_font(font)) + 2)
    level = [0 if room.stacked and not first else size.height() for first, size in buttons]
    high = max(words + room.below, round(room.line * 2.4) if row.tile else 0, *level, room.line)
    height = high + _PAD * 2 + (12 if row.now else 0)
    top = (height - words - room.below) / 2
    under = top + words + 2
    pills_at = QPointF(room.left, under + room.pills_below / 2)
    if not room.pills_below:
        pills_at = QPointF(room.right - room.pills, height / 2)
    behind = under + room.below - room.buttons_below / 2 if room.stacked else height / 2
    return RowPlan(
        width,
        height,
        room.time.translated(0, (height - room.time.height()) / 2),
        room.tile.translated(0, (height - room.tile.height()) / 2),
        title,
        meta,
        QPointF(room.left, top),
        _pill_places(row, font, pills_at),
        room.lead,
        (height / 2, behind),
    )


@dataclass(frozen=True, slots=True)
class _Room:
    """How the width of a row is shared out, and how much goes under the words."""

    line: int
    time: QRectF
    lead: int
    tile: QRectF
    left: int
    right: int
    words: float
    pills: float
    stacked: bool
    below: int
    pills_below: int
    buttons_below: int


def _share_out(
    row: Row, font: QFont, width: int, buttons: Sequence[tuple[bool, QSize]], *, timed: bool, spare: int
) -> _Room:
    line = line_height(font)
    lead_left, time = _time_box(line, timed=timed, is_wide=row.wide_time)
    leads = [size.width() + _GAP for first, size in buttons if first] or [spare + _GAP if spare else 0]
    tile, left = _tile_box(row, lead_left + sum(leads), line)
    behind = [size for first, size in buttons if not first]
    edge = width - INSET
    wide = _wide(behind)
    stacked = wide > line * 4 and edge - wide - left - _GAP < line * 9
    right = edge if stacked else edge - wide
    pills = sum(pill_size(pill.text, font)[0] + 8 for pill in row.pills)
    beside = not row.pills or (not stacked and right - left - pills - _GAP >= line * 11)
    pills_below = 0 if beside else round(line * 1.5)
    buttons_below = max(size.height() + 4 for size in behind) if stacked else 0
    together = left + pills + wide <= edge
    below = max(pills_below, buttons_below) if together else pills_below + buttons_below
    if stacked and together and pills_below:
        pills_below = below
    words = right - left - (pills if beside else 0) - _GAP
    return _Room(line, time, lead_left, tile, left, right, words, pills, stacked, below, pills_below, buttons_below)


def _wide(sizes: Sequence[QSize]) -> int:
    """Give the room buttons take beside each other."""
    return sum(size.width() + _after(size) for size in sizes)


def _after(size: QSize) -> int:
    """Give the gap after a button: icons stand close, words need air."""
    return 8 if size.width() > size.height() * 1.5 else 2


def _time_box(line: int, *, timed: bool, is_wide: bool) -> tuple[int, QRectF]:
    wide = round(line * (4.8 if is_wide else 3.2)) if timed else 0
    return INSET + wide + (_GAP if timed else 0), QRectF(INSET, 0, wide, line)


def _tile_box(row: Row, left: int, line: int) -> tuple[QRectF, int]:
    if not row.tile and not row.icon:
        return QRectF(left, 0, 0, 0), left
    side = round(line * 2.3) if row.tile else icon_size()
    return QRectF(left, 0, side, side), left + side + 14


def _pill_places(row: Row, font: QFont, start: QPointF) -> tuple[QPointF, ...]:
    places, x = [], start.x()
    for pill in row.pills:
        places.append(QPointF(x, start.y()))
        x += pill_size(pill.text, font)[0] + 8
    return tuple(places)


def button_places(plan: RowPlan, buttons: Sequence[tuple[bool, QSize]]) -> tuple[QRect, ...]:
    """Give the places of the buttons, which come as for the plan: first those before the words, then those behind."""
    behind = [size for first, size in buttons if not first]
    places, x = [], plan.width - INSET + 6 - _wide(behind)
    for first, size in buttons:
        y = round(plan.middles[0 if first else 1] - size.height() / 2)
        places.append(QRect(QPoint(plan.lead if first else x, y), size))
        x += 0 if first else size.width() + _after(size)
    return tuple(places)
