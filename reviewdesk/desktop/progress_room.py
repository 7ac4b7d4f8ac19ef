"""Where the window shows how far a long job is: below the pages, and only while one runs."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewdesk.desktop.progress import Progress
from reviewdesk.desktop.widgets.progress_row import ProgressRow


class ProgressRoom(QWidget):
    """Shows one job, the one that came first, and stops it where the person wants that."""

    def __init__(self) -> None:
        super().__init__()
        self.row = ProgressRow()
        self._shown: Progress | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 0, 28, 16)
        column.addWidget(self.row)
        self.row.cancel_asked.connect(self._stop)
        self.hide()

    def show_progress(self, progress: Progress) -> None:
        """Show how far a job is; takes what `Tasks.progress_shown` sends."""
        if self._shown in (None, progress):
            self._shown = progress
            reached = progress.reached
            self.row.show_progress(reached.text, reached.done, reached.total)
            self.show()

    def end_progress(self, progress: Progress) -> None:
        """Take the progress away; takes what `Tasks.progress_ended` sends."""
        if self._shown is progress:
            self._shown = None
            self.hide()

    def _stop(self) -> None:
        if self._shown is not None:
            self._shown.stop()
