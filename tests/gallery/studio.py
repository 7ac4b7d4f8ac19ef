"""One real window on one real book, dressed in one look after the other and photographed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from reviewdesk.desktop.desk import Desk
from reviewdesk.desktop.memory import WindowMemory
from reviewdesk.desktop.shell import Shell
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.desktop.theme import Theme, ThemeChoice
from reviewdesk.services.opened_book import OpenBook
from reviewdesk.wiring import resources_folder

LAPTOP = (1440, 900)
SMALL = (1024, 768)
PATIENCE = 60


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is dressed for a picture."""

    name: str
    theme: ThemeChoice = ThemeChoice.LIGHT
    size: tuple[int, int] = LAPTOP


class Studio:
    """The window of one book, and what is needed to bring it to rest and take its picture."""

    def __init__(
        self, app: QApplication, opened: OpenBook, folder: Path, look: Look, theme: Theme | None = None
    ) -> None:
        self.app = app
        self.services = opened.services
        self._opened = opened
        memory = WindowMemory(folder / f"{opened.services.book.path.stem}.ini")
        self.tasks = Tasks()
        self.theme = theme or Theme(app, resources_folder(), look.theme)
        self.theme.load_other_fonts()
        self.shell = Shell(memory)
        self.told: list[str] = []
        self.other_window: QWidget | None = None
        qInstallMessageHandler(self.warn)
        self.tasks.told.connect(self._hear)
        self.tasks.broken.connect(self._hear)
        self.desk = Desk(self.shell, opened.services, self.tasks, self.theme, memory)
        self.dress(look)
        self.shell.show()
        self.desk.start()
        self.settle()
        self.desk.resume()
        self.settle()

    def warn(self, _kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
        """Take a warning of Qt; that nobody manages windows here is none."""
        if not words.startswith("This plugin does not support"):
            self.told.append(f"Qt warns: {words}")

    def _hear(self, error: object, details: str = "") -> None:
        self.told.append(details or str(error))

    def settle(self, until: Callable[[], bool] | None = None) -> None:
        """Wait until nothing is being done any more, and, where asked, until something is so."""
        for _ in range(PATIENCE):
            self.tasks.wait_idle()
            QTest.qWait(30)
            if self.tasks.is_idle and (until is None or until()):
                return
        raise TimeoutError("The page did not come to rest.")

    def dress(self, look: Look) -> None:
        """Put on a look."""
        if look.theme is not self.theme.choice:
            self.theme.choose(look.theme)
        self.shell.resize(*look.size)

    def picture(self, look: Look) -> QPixmap:
        """Take a picture of the whole window in a look."""
        self.dress(look)
        self.settle()
        if self.other_window is not None:
            self.other_window.resize(*look.size)
            return self.other_window.grab()
        picture = self.shell.grab()
        for sheet in self.sheets():
            painter = QPainter(picture)
            painter.fillRect(self.shell.rect(), QColor(0, 0, 0, 70))
            above = sheet.grab()
            painter.drawPixmap((self.shell.width() - sheet.width()) // 2, 90, above)
            painter.end()
        for menu in self.menus():
            painter = QPainter(picture)
            painter.drawPixmap(self.shell.mapFromGlobal(menu.pos()), menu.grab())
            painter.end()
        return picture

    def menus(self) -> list[QMenu]:
        """Give the menus that are open."""
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible()]

    def sheets(self) -> list[QDialog]:
        """Give the sheets that are open."""
        return [each for each in self.shell.findChildren(QDialog) if each.isVisible()]

    def close(self) -> None:
        """Close the window and the book."""
        self.desk.flush()
        self.tasks.wait_idle()
        self.desk.stop()
        self.shell.close()
        self.tasks.close()
        self.shell.deleteLater()
        QTest.qWait(10)
        self._opened.close()
        qInstallMessageHandler(None)


def is_blank(picture: QImage) -> bool:
    """Say whether a picture shows one colour only."""
    small = picture.scaled(64, 40)
    return len({small.pixel(x, y) for x in range(small.width()) for y in range(small.height())}) == 1
