"""One start of a window, measured from inside: `python -m tests.benchmarks.opening_window KIND [BOOK]`.

KIND `bare` is an empty main window of Qt, `ours` the program on a book. It prints a word as each thing is painted, and
at the end the most memory it had, in MB.
"""

import gc
import sys
from pathlib import Path


def say(word: str) -> None:
    """Tell whoever measures."""
    print(word, flush=True)


def most_memory() -> float:
    """Give the most memory this process had, in MB; what the parent had before the start does not count."""
    status = Path("/proc/self/status")
    if not status.is_file():
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)
    peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1]) / 1024


def bare() -> None:
    """Show an empty window and end."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        """Ends the program once it was painted."""

        def paintEvent(self, event: QPaintEvent) -> None:
            """Paint nothing, and say so."""
            super().paintEvent(event)
            say("window")
            QTimer.singleShot(0, app.quit)

    app = QApplication([])
    window = Window()
    window.resize(1296, 810)
    window.show()
    app.exec()


def ours(book: Path) -> None:
    """Start the program as its own entry does, and end once Today with its data is painted."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    from reviewdesk.desktop.plain_imports import import_plainly

    import_plainly()  # as the entry does before it imports the program
    from reviewdesk.desktop.program import Program

    class Watcher(QObject):
        """Says when the window is painted first, and when it is painted with the day's data."""

        def __init__(self, program: Program) -> None:
            super().__init__(program)
            self.program = program
            self.has_window = False
            self.has_data = False
            program.shell.centralWidget().installEventFilter(self)
            program.tasks.idle.connect(self.look)

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            """See the first picture."""
            if event.type() == QEvent.Type.Paint and not self.has_window:
                self.has_window = True
                say("window")
            return False

        def look(self) -> None:
            """See whether the day is there; then it is painted at once."""
            shell = self.program.shell
            if shell.page == "today" and not self.has_data and self.program.desk is not None:
                self.has_data = True
                shell.stack.currentWidget().repaint()
                say("data")
                QTimer.singleShot(0, shell.close)

    start = Program.start

    def watched_start(program: Program) -> None:
        Watcher(program)
        start(program)

    Program.start = watched_start  # type: ignore[method-assign]
    from reviewdesk.wiring import main

    main(["--book", str(book)])


if __name__ == "__main__":
    gc.disable()
    ours(Path(sys.argv[2])) if sys.argv[1] == "ours" else bare()
    say(f"memory {most_memory():.1f}")
