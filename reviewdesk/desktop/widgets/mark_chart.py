"""The base of charts whose marks lead to records: by the mouse, by the arrows and Enter, and read aloud one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewdesk.desktop.ink import rounded, tokens

_STEPS: Final = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_FAR: Final = {Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
_GO: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a mark leads: one account (on a tab of its page), several of them under `words`, a review, or concerns.

    `account_ids` are then the accounts of `concern_ids`, that of one alone the first; `about` names what it is of.
    """

    account_ids: tuple[UUID, ...] = ()
    words: str = ""
    tab: str = ""
    review_id: UUID | None = None
    concern_ids: tuple[UUID, ...] = ()
    about: str = ""

    def __bool__(self) -> bool:
        """Say whether it leads anywhere."""
        return bool(self.account_ids) or self.review_id is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One mark: `said` is what stands under the chart and is read aloud while it is the current one."""

    said: str
    lead: Lead = Lead()


M = TypeVar("M", bound=Mark)


class MarkChart(QWidget, Generic[M]):
    """Shows marks; what they look like and where they stand is said by each kind of chart.

    A kind paints itself and answers `box_of`, and takes what it shows by `show_picture`; where marks may lie on each
    other, the arrows reach each of them.

    Signals:
        lead_asked: the Lead of the mark that was opened.
        mark_changed: what the current mark says, or nothing.
    """

    lead_asked = Signal(object)
    mark_changed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.marks: tuple[M, ...] = ()
        self._name = name
        self._at = -1
        self._hovered = -1
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def current(self) -> M | None:
        """The mark the keyboard is on."""
        return self.marks[self._at] if 0 <= self._at < len(self.marks) else None

    def box_of(self, at: int) -> QRectF:
        """Say where a mark stands."""
        raise NotImplementedError

    def show_picture(self, picture: Any) -> None:  # noqa: ANN401 - each kind of chart has its own
        """Show this, as its kind of chart takes it: the marks themselves, unless there is more to it."""
        self.show_marks(picture)

    def show_marks(self, marks: Sequence[M]) -> None:
        """Show these marks; the keyboard stays on the one that leads to the same, if it is still there."""
        held = self.current.lead if self.current is not None else None
        self.marks = tuple(marks)
        self._hovered = -1
        self._at = next((at for at, each in enumerate(self.marks) if held and each.lead == held), -1)
        self.setAccessibleDescription(_count_words(self, len(self.marks)))
        if self.hasFocus() and self._at < 0 and self.marks:
            self._at = 0
        self.update()
        self._tell()

    def go_to(self, at: int) -> None:
        """Make a mark the current one."""
        self._at = min(max(at, 0), len(self.marks) - 1)
        self.update()
        self._tell()

    def reach_of(self, at: int) -> QRectF:
        """Say where the pointer finds a mark: where it stands, unless that is too small to be hit."""
        return self.box_of(at)

    def mark_at(self, point: QPointF) -> int:
        """Give the place of the mark at a point, of those that lie on each other the nearest by its middle, or -1."""
        near = [(self._distance(at, point), at) for at in range(len(self.marks)) if self.reach_of(at).contains(point)]
        return min(near)[1] if near else -1

    def together_with(self, at: int) -> M:
        """Give a mark, or what it and those under it stand for together."""
        return self.marks[at]

    def paint_ring(self, painter: QPainter, radius: float = 4.0) -> None:
        """Paint the ring around the mark the keyboard is on, while it is here, and around the one under the pointer."""
        theme = tokens()
        for at, line in ((self._hovered, theme.control_border), (self._at if self.hasFocus() else -1, theme.accent)):
            if 0 <= at < len(self.marks):
                rounded(painter, self.box_of(at).adjusted(-3, -3, 3, 3), radius, line=line)
                rounded(painter, self.box_of(at).adjusted(-2, -2, 2, 2), radius, line=line)

    def _distance(self, at: int, point: QPointF) -> float:
        away = self.box_of(at).center() - point
        return away.x() ** 2 + away.y() ** 2

    def _tell(self) -> None:
        """Say the current mark, to the eye and to a screen reader."""
        at = self._at if self.hasFocus() else self._hovered
        said = self.marks[at].said if 0 <= at < len(self.marks) else ""
        of = self.tr("{name}, {at} of {n}: {said}").format(name=self._name, at=at + 1, n=len(self.marks), said=said)
        name = of if said and self.hasFocus() else self._name
        if name != self.accessibleName():
            self.setAccessibleName(name)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.mark_changed.emit(said)

    def _open(self, mark: Mark | None) -> None:
        if mark is not None and mark.lead:
            self.lead_asked.emit(mark.lead)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along the marks, and open the current one."""
        key = Qt.Key(event.key())
        last = len(self.marks) - 1
        if key in _STEPS or key in _FAR:
            self.go_to(self._at + {**_STEPS, **_FAR}[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if key == Qt.Key.Key_Home else last)
        elif key in _GO:
            self._open(self.current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first mark."""
        super().focusInEvent(event)
        self.go_to(max(self._at, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()
        self._tell()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is under the pointer."""
        found = self.mark_at(event.position())
        if found != self._hovered:
            self._hovered = found
            leads = found >= 0 and bool(self.marks[found].lead)
            self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
            self.mark_changed.emit(self.together_with(found).said if found >= 0 else "")
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked."""
        found = self.mark_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found >= 0:
            self.go_to(found)
            self._open(self.together_with(found))

    def leaveEvent(self, event: QEvent) -> None:
        """Forget where the pointer was."""
        super().leaveEvent(event)
        self._hovered = -1
        self.update()
        self._tell()


def _count_words(chart: QWidget, count: int) -> str:
    words = chart.tr("1 mark") if count == 1 else chart.tr("{n} marks; the arrows go along them")
    return words.format(n=f"{count:,}")
