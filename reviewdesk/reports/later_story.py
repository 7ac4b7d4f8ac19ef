"""Parts of a document that are set only when their turn comes, so that a long one never lies in memory whole."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from reportlab.platypus import CondPageBreak, Flowable

_ENDLESS: Final = 1e6


class Marked(Flowable):
    """Takes no room, and does something when the page comes past it."""

    def __init__(self, passed: Callable[[], None] | None = None) -> None:
        """Do this when it is drawn."""
        super().__init__()
        self._passed = passed

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803
        """Ask for no room."""
        return 0, 0

    def draw(self) -> None:
        """Draw nothing."""
        if self._passed is not None:
            self._passed()


class LaterStory(Flowable):
    """Stands for a part; it fits no page, and so is cut into what it makes when it is reached."""

    def __init__(self, make: Callable[[], Iterable[Flowable]]) -> None:
        """Make it so when its turn comes."""
        super().__init__()
        self._make = make

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803
        """Ask for more room than there ever is."""
        return aW, _ENDLESS

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: ARG002, N803
        """Give what it is made of."""
        return [Marked(), *self._make()]


def kept_together(parts: Sequence[Flowable], width: float, *, most: float, least: float) -> list[Flowable]:
    """Begin parts on the next page where they would be cut: whole up to `most` high, else with `least` of them here."""
    height = sum(each.wrap(width, _ENDLESS)[1] + (each.getSpaceBefore() or 0) for each in parts)
    return [CondPageBreak(height if height <= most else min(least, height)), *parts]
