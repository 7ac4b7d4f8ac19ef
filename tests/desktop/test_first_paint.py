"""What takes time begins after the window stands, on a screen that is looked at or not."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.first_paint import LONGEST, FirstPaint


class Window(QWidget):
    """Notes what happens to it."""

    def __init__(self, happened):
        super().__init__()
        self.happened = happened

    def paintEvent(self, event):
        """Note that it is painted."""
        self.happened.append("painted")


def test_what_takes_time_begins_after_the_window_was_painted_and_once(qtbot):
    happened = []
    window = Window(happened)
    qtbot.addWidget(window)
    first = FirstPaint(window)
    first.done.connect(lambda: happened.append("begun"))

    with qtbot.waitSignal(first.done):
        window.show()
    window.repaint()
    qtbot.wait(LONGEST + 100)

    assert happened[:2] == ["painted", "begun"]
    assert happened.count("begun") == 1


def test_it_begins_also_where_nothing_is_ever_painted(qtbot):
    window = QWidget()
    qtbot.addWidget(window)

    first = FirstPaint(window)

    with qtbot.waitSignal(first.done):
        QTimer.singleShot(0, window, window.hide)
