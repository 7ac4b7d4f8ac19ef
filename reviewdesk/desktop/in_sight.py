"""Says which page is looked at, so that those out of sight cost nothing while somebody types."""

from PySide6.QtWidgets import QWidget


def in_sight(page: QWidget) -> bool:
    """Say whether a page is the one its window shows, also while the window itself is put away."""
    return page.isVisibleTo(page.window())
