"""The picture of the book: how each customer finds us (R) against how they find the product (P)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import sqrt
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent

from reviewdesk.desktop.ink import line_height, scaled
from reviewdesk.desktop.relationship.map_ground import HIGH, LOW, paint_ground, paint_scale, region_words
from reviewdesk.desktop.relationship.map_names import placed_names
from reviewdesk.desktop.relationship.map_points import paint_names, paint_point
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.mark_chart import Lead, Mark, MarkChart

_LEAST, _MOST = 10.0, 24.0
_NAMED: Final = 3
_APART_UP_TO: Final = 60  # more spots than this would lie on each other, so R is then shown to the nearest third


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMark(Mark):
    """One account; `share` is its revenue against the largest, 0-1, `count` how many it stands for.

    Where R or P is not known it stands in the margin. Hatched where it rests on a guess of ours, with a dashed edge
    where fewer than two answers are theirs.
    """

    name: str
    r: float | None
    p: float | None
    tone: Tone
    share: float = 0.0
    is_guessed: bool = False
    is_provisional: bool = False
    count: int = 1


class RelationshipMap(MarkChart[PlaceMark]):
    """R upwards and P to the right, both 1 to 7, with the lines of the rule; the larger the dot, the more revenue.

    Accounts at one spot share a dot that says how many they are: arrows and first letters reach each, a click all.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._spots: tuple[PlaceMark, ...] = ()
        self._spot_of: tuple[int, ...] = ()
        self._of_spot: tuple[tuple[PlaceMark, ...], ...] = ()

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        line = line_height(self.font())
        return QSize(line * 26, line * 24)

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be."""
        line = line_height(self.font())
        return QSize(line * 15, line * 18)

    def show_marks(self, marks: Sequence[PlaceMark]) -> None:
        """Show these accounts, those at one spot together."""
        many = len({(each.r, each.p) for each in marks}) > _APART_UP_TO
        spots: dict[tuple[float | None, float | None], list[int]] = defaultdict(list)
        for at, each in enumerate(marks):
            spots[_to_a_third(each.r) if many else each.r, each.p].append(at)
        self._of_spot = tuple(tuple(marks[at] for at in there) for there in spots.values())
        self._spots = tuple(_together(there, r, p) for (r, p), there in zip(spots, self._of_spot, strict=True))
        of = {at: place for place, there in enumerate(spots.values()) for at in there}
        self._spot_of = tuple(of[at] for at in range(len(marks)))
        super().show_marks(marks)

    @property
    def _map(self) -> QRectF:
        line = line_height(self.font())
        return QRectF(self.rect()).adjusted(line * 4, line * 1.6, -line, -line * 4.8)

    def _at_place(self, p: float | None, r: float | None) -> QPointF:
        room, span, margin = self._map, HIGH - LOW, line_height(self.font()) * 1.25
        x = room.x() - margin if p is None else room.x() + room.width() * (p - LOW) / span
        y = room.bottom() + margin if r is None else room.bottom() - room.height() * (r - LOW) / span
        return QPointF(x, y)

    def _box_of_spot(self, place: int) -> QRectF:
        spot = self._spots[place]
        side = _LEAST + (_MOST - _LEAST) * sqrt(max(spot.share, 0.0))
        if spot.count > 1:
            wide = QFontMetricsF(self.font()).horizontalAdvance(f"{spot.count:,}")
            side = max(side, line_height(self.font()) * 1.15, wide + 8)
        where = self._at_place(spot.p, spot.r)
        return QRectF(where.x() - side / 2, where.y() - side / 2, side, side)

    def box_of(self, at: int) -> QRectF:
        """Say where an account stands."""
        return self._box_of_spot(self._spot_of[at])

    def reach_of(self, at: int) -> QRectF:
        """Let the pointer find a point a little around it."""
        return self.box_of(at).adjusted(-3, -3, 3, 3)

    def together_with(self, at: int) -> PlaceMark:
        """Give an account, or all at the same spot as one, so that none is out of reach of the pointer."""
        return self._spots[self._spot_of[at]]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next account whose name begins with the letter that was typed."""
        letter = event.text().casefold()
        after = [*range(self._at + 1, len(self.marks)), *range(self._at + 1)]
        found = [at for at in after if letter.strip() and self.marks[at].name.casefold().startswith(letter)]
        if found:
            self.go_to(found[0])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter = QPainter(self)
        painter.setFont(scaled(self.font(), 0.86, tabular=True))
        boxes = [self._box_of_spot(place) for place in range(len(self._spots))]
        words = region_words(self._at_place, QFontMetricsF(painter.font()), boxes)
        paint_ground(painter, self._map, self._at_place, words)
        paint_scale(painter, self._map, self._at_place, self.width())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in sorted(range(len(boxes)), key=self._largest_first):
            paint_point(painter, self._spots[place], boxes[place])
        paint_names(painter, self._names(painter, boxes, [each.box for each in words]))
        self.paint_ring(painter, 8)

    def _largest_first(self, place: int) -> float:
        return -self._spots[place].share

    def _names(
        self, painter: QPainter, boxes: Sequence[QRectF], taken: Sequence[QRectF]
    ) -> tuple[tuple[str, QRectF], ...]:
        alone = [place for place in range(len(boxes)) if self._spots[place].count == 1]
        wanted = [(self._spots[place].name, boxes[place]) for place in sorted(alone, key=self._largest_first)]
        return placed_names(wanted, [*boxes, *taken], self._map, QFontMetricsF(painter.font()))


def _together(there: Sequence[PlaceMark], r: float | None, p: float | None) -> PlaceMark:
    """Give one account, or several at one spot as one, with the look of the largest of them."""
    if len(there) == 1:
        return replace(there[0], r=r, p=p)
    largest = max(there, key=_share)
    names = ", ".join(each.name for each in there[:_NAMED])
    more = f" and {len(there) - _NAMED:,} more" if len(there) > _NAMED else ""
    ids = tuple(account for each in there for account in each.lead.account_ids)
    return replace(
        largest, said=f"{len(ids):,} accounts at this spot: {names}{more}", count=len(there), r=r, p=p,
        lead=Lead(ids, f"{len(ids):,} accounts at one spot of the picture"),
        is_guessed=all(each.is_guessed for each in there), is_provisional=all(each.is_provisional for each in there),
    )  # fmt: skip


def _to_a_third(value: float | None) -> float | None:
    return None if value is None else round(value * 3) / 3


def _share(mark: PlaceMark) -> float:
    return mark.share
