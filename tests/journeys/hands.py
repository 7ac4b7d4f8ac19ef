"""A person before the real window: presses what has a name, types, and waits until everything is done."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListView, QPlainTextEdit, QTabBar, QWidget

from reviewdesk.desktop.opening import Asked, Parts
from reviewdesk.desktop.program import Program
from reviewdesk.domain.clock import Clock
from reviewdesk.services.services import Services
from reviewdesk.storage.book_file import open_book as open_file
from reviewdesk.wiring import open_book, resources_folder, restore_book
from tests.books import small_book

PATIENCE = 600


class Hands:
    """Holds the window of one book, as the program makes it."""

    def __init__(self, app: QApplication, book: Path, clock: Clock | None = None) -> None:
        folder = book.parent
        parts = Parts(
            open_book=open_book,
            restore=restore_book,
            resources=resources_folder(),
            settings=folder / "settings",
            logs=folder / "logs",
            first_book=book,
        )
        self.program = Program(app, Asked(book, clock or Clock()), parts)
        self.program.start()
        self.wait_until(lambda: self.program.desk is not None)
        self.settle()

    @property
    def window(self) -> QWidget:
        """The window."""
        return self.program.shell

    @property
    def services(self) -> Services:
        """The services of the book that is open."""
        return self.program.desk.services

    def account(self, name: str) -> UUID:
        """Give the id of the account that is called so."""
        return next(each.id for each in self.services.accounts.rows() if each.name == name)

    def settle(self) -> None:
        """Wait until nothing is being done any more."""
        for _ in range(3):
            assert self.program.tasks.wait_idle()
            QTest.qWait(20)

    def wait_until(self, is_so) -> None:
        """Wait until something is so."""
        for _ in range(PATIENCE):
            if is_so():
                return
            QTest.qWait(20)
        raise AssertionError("It did not come to that in time.")

    def find(self, kind: type[QWidget] | tuple[type[QWidget], ...], name: str) -> QWidget:
        """Give what can be seen and is called so, or begins so."""
        front = QApplication.activeModalWidget() or self.window
        shown = [each for each in front.findChildren(QWidget) if isinstance(each, kind) and each.isVisible()]
        found = [each for each in shown if each.accessibleName().startswith(name)]
        found.sort(key=lambda each: each.accessibleName() != name)
        assert found, f"Nothing is called {name!r}; there is {sorted({each.accessibleName() for each in shown})}"
        return found[0]

    def press(self, name: str) -> None:
        """Press the button that is called so."""
        QTest.mouseClick(self.find(QAbstractButton, name), Qt.MouseButton.LeftButton)
        self.settle()

    def go(self, place: str) -> None:
        """Press a place in the side bar."""
        pages = self.find(QListView, "Pages")
        index = next(i for at in range(pages.model().rowCount()) if (i := pages.model().index(at, 0)).data() == place)
        QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=pages.visualRect(index).center())
        self.settle()

    def open_tab(self, word: str) -> None:
        """Press a tab."""
        for bar in self.window.findChildren(QTabBar):
            for at in range(bar.count() if bar.isVisible() else 0):
                if bar.tabText(at).startswith(word):
                    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(at).center())
                    self.settle()
                    return
        raise AssertionError(f"There is no tab called {word!r}.")

    def write(self, name: str, text: str) -> None:
        """Type into the field that is called so, line by line."""
        field = self.find((QLineEdit, QPlainTextEdit), name)
        field.setFocus()
        for at, line in enumerate(text.split("\n")):
            if at:
                QTest.keyClick(field, Qt.Key.Key_Return)
            QTest.keyClicks(field, line)
        self.settle()

    def drop(self, paths: list[Path]) -> None:
        """Drop files on the window."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(each)) for each in paths])
        keys, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
        self.window.dropEvent(QDropEvent(QPointF(400, 300), Qt.DropAction.CopyAction, mime, button, keys))
        self.settle()

    def leave(self) -> None:
        """Close the window, and take the program away."""
        self.window.close()
        self.program.end()
        self.window.deleteLater()
        self.program.theme.deleteLater()
        self.program.deleteLater()
        QTest.qWait(10)


def on_small_book(app: QApplication, folder: Path, clock: Clock | None = None) -> Hands:
    """Open the window of a new small book in a folder, in front of all others."""
    path = folder / "Northgate.reviewdesk"
    store = open_file(path, clock or Clock(), may_create=True, name="Northgate")
    small_book(store)
    store.close()
    hands = Hands(app, path, clock)
    hands.window.activateWindow()
    return hands
