"""Sweeping memory: on the window's own thread, and on no other."""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000
_OLDEST = 2
_A_GREAT_MANY = 100_000


class Sweeping(QObject):
    """Sweeps up what refers to itself while other threads are at work.

    Python by itself sweeps in whichever thread makes the next object. A widget or a timer that a lane's thread sweeps
    away is destroyed outside the window's thread, and takes the process with it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = False
        self._made = 0
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY)
        self._clock.timeout.connect(self.sweep)

    def begin(self) -> None:
        """Take the sweeping over from Python."""
        if not self._clock.isActive():
            self._was_on = gc.isenabled()
            gc.disable()
            self._clock.start()

    def end(self) -> None:
        """Give it back, once no other thread is left."""
        if self._clock.isActive():
            self._clock.stop()
            if self._was_on:
                gc.enable()

    def sweep(self) -> None:
        """Sweep the oldest generation that is due, as Python would have.

        While a lane makes a great many objects, as an import does, going through them would only hold up the window.
        """
        counts, most = gc.get_count(), gc.get_threshold()
        grown, self._made = counts[0] - self._made, counts[0]
        if grown > _A_GREAT_MANY:
            return
        due = [age for age in range(_OLDEST + 1) if counts[age] > most[age] > 0]
        if due:
            gc.collect(due[-1])
            self._made = 0


def set_aside() -> None:
    """Leave what is there now out of every sweep: going through many rows that nothing refers to twice only takes time.

    They still go when they are no longer used.
    """
    gc.freeze()
