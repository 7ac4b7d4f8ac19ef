"""A place where a notice of the closed program can be shown."""

from typing import ClassVar

from PySide6.QtCore import QObject, Signal

from reviewdesk.domain.closed_notice import ClosedNotice


class NoticePlace(QObject):
    """Shows one notice; `stays` is for how many milliseconds it can be pressed.

    Signals:
        pressed: the person wants to see what is due.
        gone: the person put the notice away.
    """

    pressed = Signal()
    gone = Signal()
    stays: ClassVar[int] = 15_000

    def show_notice(self, notice: ClosedNotice) -> bool:
        """Show it; say whether this place is there at all."""
        raise NotImplementedError

    def take_away(self) -> None:
        """Leave nothing behind that could only be pressed in vain."""
