"""Opens the window that the customer sees, and keeps it as the review is while it is typed."""

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.review.model import Shown
from reviewdesk.desktop.review.show_window import ShowWindow
from reviewdesk.desktop.review.view import ReviewView
from reviewdesk.domain.show import show_page


class ShowWays(QObject):
    """Holds the Show window of one review; another review that is opened never gets into it.

    Signals:
        became: whether something is shown to a customer now.
    """

    became = Signal(bool)

    def __init__(self, view: ReviewView) -> None:
        super().__init__(view)
        self._view = view
        self._shown: Shown | None = None
        self.window: ShowWindow | None = None
        view.header.show_asked.connect(self.toggle)
        view.shown_now.connect(self._follow)
        view.meet.side.item_asked.connect(self._at_item)
        view.destroyed.connect(self._let_go)

    @property
    def is_showing(self) -> bool:
        """Say whether a customer sees the window."""
        return self.window is not None

    def toggle(self) -> None:
        """Show the review that is open, or stop showing."""
        if self.window is not None:
            self.window.close()
        elif self._shown is not None:
            self._view.meet.aside.shut()
            self.window = ShowWindow(self._shown.review.id)
            self.window.closed.connect(self._gone)
            self._fill()
            self.window.open_on_the_other_screen(self._view)
            self._view.header.show_showing(on=True)
            self.became.emit(True)

    def close(self) -> None:
        """Stop showing."""
        if self.window is not None:
            self.window.close()

    def _let_go(self) -> None:
        """Take the window away with the book, when nobody is left to be told."""
        if self.window is not None:
            self.window.closed.disconnect(self._gone)
            self.window.deleteLater()
            self.window = None

    def _gone(self) -> None:
        if self.window is not None:
            self.window.deleteLater()
            self.window = None
            self._view.header.show_showing(on=False)
            self.became.emit(False)

    def _follow(self, shown: Shown) -> None:
        if self._shown is not None and shown.review.id != self._shown.review.id:
            self.close()
        self._shown = shown
        self._fill()

    def _at_item(self, _at: int) -> None:
        self._fill()

    def _fill(self) -> None:
        if self.window is not None and self._shown is not None and self.window.review_id == self._shown.review.id:
            at = self._view.meet.side.agenda.current
            self.window.show_page(show_page(self._shown.material, at, self._shown.today))
