"""Pages on a real book, rendered to pictures to be looked at."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.tasks import Tasks


def render(page: QWidget, tasks: Tasks, file: Path, size: tuple[int, int]) -> Path:
    """Show a page in a size, wait until it is filled, and write its picture."""
    page.resize(*size)
    page.show()
    tasks.wait_idle()
    page.grab().save(str(file))
    return file
