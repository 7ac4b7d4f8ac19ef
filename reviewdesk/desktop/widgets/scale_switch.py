"""A scale of whole numbers, one of which is chosen: by the mouse, the arrows or the digits themselves."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent

from reviewdesk.desktop.ink import line_height, scaled
from reviewdesk.desktop.widgets.tabs import SegmentedSwitch, Tab

_TEN = 10


class ScaleSwitch(SegmentedSwitch):
    """The numbers of a scale beside each other; at first none is chosen."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._typed_one = False

    @property
    def value(self) -> int | None:
        """The number that is chosen."""
        return int(self.key) if self.key.isdecimal() else None

    def show_scale(self, lowest: int, highest: int) -> None:
        """Show this scale with nothing chosen yet."""
        numbers = [Tab(str(each), str(each)) for each in range(lowest, highest + 1)]
        self.show_tabs([Tab("none", "–"), *numbers])
        self.setTabToolTip(0, self.tr("not chosen yet"))
        self.open("none")

    def choose(self, value: int) -> None:
        """Choose a number."""
        self.open(str(value))

    def tabSizeHint(self, index: int) -> QSize:
        """Say how large a number wants to be: all of them alike, and narrower than words."""
        font = scaled(self.font(), weight=600)
        line = line_height(font)
        return QSize(round(QFontMetricsF(font).horizontalAdvance("10") + line), round(line + 20))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the number that is typed; 1 and 0 after each other are 10 where there is one."""
        typed = event.text()
        if len(typed) != 1 or not typed.isdecimal() or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._typed_one = False
            super().keyPressEvent(event)
            return
        highest = int(self.tabData(self.count() - 1))
        self.choose(_TEN if self._typed_one and typed == "0" and highest == _TEN else int(typed))
        self._typed_one = typed == "1"
