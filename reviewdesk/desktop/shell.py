"""The main window: side bar, pages, messages, search. It shows and says what the person wants; it does nothing else."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from reviewdesk.desktop.book_frame import BookFrame
from reviewdesk.desktop.commands import Command, CommandMenus, shell_commands
from reviewdesk.desktop.dropped import dropped_in, may_be_dropped
from reviewdesk.desktop.memory import WindowMemory
from reviewdesk.desktop.mentions import Mentions
from reviewdesk.desktop.places import Place
from reviewdesk.desktop.progress_room import ProgressRoom
from reviewdesk.desktop.side_bar import SideBar
from reviewdesk.desktop.text_undo import UndoKeys, redo_in_text, undo_in_text
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.bars import MessageBar, UndoBar
from reviewdesk.desktop.widgets.page_stack import PageStack

if TYPE_CHECKING:
    from reviewdesk.desktop.search_palette import SearchPalette


def _always() -> bool:
    return True


class Shell(QMainWindow):
    """The window of one book.

    Signals:
        page_asked: the key of the place the person goes to.
        command_asked: the id of a command the window does not answer itself.
        search_asked: the person opened the search over everything.
        undo_asked, redo_asked: the last step of the book, when no text field has anything to undo.
        files_dropped, words_dropped: paths of files as a list; text or a picture, as what it is.
    """

    page_asked = Signal(str)
    command_asked = Signal(str)
    search_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    files_dropped = Signal(object)
    words_dropped = Signal(object)

    def __init__(self, memory: WindowMemory, may_close: Callable[[], bool] = _always) -> None:
        super().__init__()
        self._memory = memory
        self.may_close = may_close
        self._pages: dict[str, QWidget] = {}
        self.book = self._page = ""
        self.side_bar = SideBar()
        self.message_bar = MessageBar()
        self.mentions = Mentions(self.tell)
        self.stack = PageStack()
        self.progress_room = ProgressRoom()
        self.undo_bar = UndoBar(self)
        self._search: SearchPalette | None = None
        self.menus = CommandMenus(self.menuBar())
        self.menus.show_commands(shell_commands())
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._message_room = QWidget()
        room = QVBoxLayout(self._message_room)
        room.setContentsMargins(28, 14, 28, 0)
        room.addWidget(self.message_bar)
        self._band_room = QWidget()
        above = QVBoxLayout(self._band_room)
        above.setContentsMargins(28, 14, 28, 0)
        self._band_room.hide()
        main = QVBoxLayout()
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(0)
        main.addWidget(self._message_room)
        main.addWidget(self._band_room)
        main.addWidget(self.stack, 1)
        main.addWidget(self.progress_room)
        self.book_frame = BookFrame(self.side_bar, main)
        self.setCentralWidget(self.book_frame)
        self._message_room.hide()

    def _connect(self) -> None:
        self.side_bar.asked.connect(self.page_asked)
        self.side_bar.book.command_asked.connect(self._answer)
        self.menus.asked.connect(self._answer)
        self.undo_bar.undo_asked.connect(self.undo_asked)
        self.message_bar.closed.connect(self._message_room.hide)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            UndoKeys(app, self)

    @property
    def palette_view(self) -> "SearchPalette":
        """The search over everything, made when it is first used."""
        if self._search is None:
            from reviewdesk.desktop.search_palette import SearchPalette

            self._search = SearchPalette(self)
        return self._search

    @property
    def page(self) -> str:
        """The key of the page that is shown."""
        return self._page

    def place_window(self) -> None:
        """Stand where the window stood last time, else in a good size for the screen."""
        if not self._memory.place_window(self):
            free = self.screen().availableSize()
            self.resize(min(1440, round(free.width() * 0.9)), min(920, round(free.height() * 0.9)))

    def show_book(self, name: str, colour: str, size: str) -> None:
        """Bear the name, the colour and the size ("62 accounts") of this book."""
        self.book = name
        self.side_bar.book.show_book(name, colour, size)
        self.book_frame.show_colour(colour)
        self.setWindowTitle(f"{name} – ReviewDesk" if name else "ReviewDesk")

    def show_places(self, places: Sequence[Place]) -> None:
        """List these places in the side bar."""
        self.side_bar.show_places(places)
        self.side_bar.mark(self._page)

    def show_commands(self, commands: Sequence[Command]) -> None:
        """Offer these commands beside the window's own."""
        self.menus.show_commands((*commands, *shell_commands()))

    def add_page(self, key: str, page: QWidget) -> None:
        """Take a page in; it is shown by its key."""
        self._pages[key] = page
        self.stack.addWidget(page)

    def remove_pages(self) -> None:
        """Take every page out, and what the side bar leads to."""
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages, self._page = {}, ""
        self.side_bar.show_places(())

    def add_band(self, band: QWidget) -> None:
        """Take in a band that stands above every page; the room for it is there while the band is."""
        room = self._band_room.layout()
        if room is not None:
            room.addWidget(band)
        band.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make room for a band when it comes, and take it back when it goes."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            bands = self._band_room.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            self._band_room.setVisible(any(not each.isHidden() for each in bands))
        return super().eventFilter(watched, event)

    def come_forward(self) -> None:
        """Come to the front, also when minimised."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def show_page(self, key: str, *, place: str = "", whole_window: bool = False, account: str = "") -> None:
        """Show a page; `place` is what the side bar marks, `whole_window` takes the side bar away."""
        self._page = key
        self.stack.setCurrentWidget(self._pages[key])
        self.side_bar.setVisible(not whole_window)
        self.side_bar.mark(place or key)
        self._memory.keep_place(key, account)

    def tell(
        self, sentence: str, tone: Tone = Tone.BAD, *, action: str = "", then: Callable[[], None] | None = None
    ) -> None:
        """Say in the message bar what happened and what to do next."""
        self.message_bar.tell(sentence, tone, action=action, then=then)
        self._message_room.show()

    def tell_error(self, error: object) -> None:
        """Say an error's own sentence; takes what `Tasks.told` sends."""
        self.tell(str(error))

    def tell_done(self, done: str, *, undoable: bool = True) -> None:
        """Say in passing what was done, with a way to undo it."""
        self.undo_bar.tell(done, undoable=undoable)
        self._place_undo_bar()

    def open_search(self, text: str = "") -> None:
        """Open the search over everything."""
        self.palette_view.open(self.book, text)
        self.search_asked.emit()

    def _answer(self, command: str) -> None:
        own: dict[str, Callable[[], object]] = {
            "quit": self.close,
            "undo": self._undo,
            "redo": self._redo,
            "search": self.open_search,
            "settings": self._go_to_settings,
            "shortcuts": self._show_shortcuts,
            "full_screen": self._toggle_full_screen,
        }
        if command in _TEXT_SLOTS:
            self._edit_text(_TEXT_SLOTS[command])
        elif command in own:
            own[command]()
        else:
            self.command_asked.emit(command)

    def _undo(self) -> None:
        if not undo_in_text(QApplication.focusWidget()):
            self.undo_asked.emit()

    def _redo(self) -> None:
        if not redo_in_text(QApplication.focusWidget()):
            self.redo_asked.emit()

    def _edit_text(self, slot: str) -> None:
        """Cut, copy, paste or select in whatever has the focus, or in what it stands in."""
        place = QApplication.focusWidget()
        while place is not None and not hasattr(place, slot):
            place = place.parentWidget()
        if place is not None:
            getattr(place, slot)()

    def _go_to_settings(self) -> None:
        self.page_asked.emit("settings")

    def _show_shortcuts(self) -> None:
        from reviewdesk.desktop.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog.tell(self.menus.commands, self)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _place_undo_bar(self) -> None:
        bar = self.undo_bar
        bar.adjustSize()
        bar.move((self.width() - bar.width()) // 2, self.height() - bar.height() - 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self.side_bar.fit(self.width())
        self._place_undo_bar()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, text and pictures."""
        if may_be_dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped."""
        dropped = dropped_in(event.mimeData())
        if dropped is not None:
            event.acceptProposedAction()
            (self.files_dropped if isinstance(dropped, list) else self.words_dropped).emit(dropped)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when everything is safe; an error keeps the window and the text."""
        event.ignore()
        self._memory.keep_window(self)
        if self.may_close():
            event.accept()


_TEXT_SLOTS = {"cut": "cut", "copy": "copy", "paste": "paste", "select_all": "selectAll"}
