"""The page of a document as widgets."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from reviewdesk.desktop.document.ask_bar import AskBar
from reviewdesk.desktop.document.canvas import PageCanvas
from reviewdesk.desktop.document.find_bar import FindBar
from reviewdesk.desktop.document.header import DocumentHeader
from reviewdesk.desktop.document.links import PageLink
from reviewdesk.desktop.document.marks import Mark, MarkKind
from reviewdesk.desktop.document.model import ShownDocument, ShownLeak
from reviewdesk.desktop.document.page_bar import PageBar
from reviewdesk.desktop.document.page_list import PageList
from reviewdesk.desktop.document.page_mouse import PageMouse
from reviewdesk.desktop.document.side_panel import SidePanel
from reviewdesk.desktop.ink import line_height

_ZOOM = 1.2


class DocumentView(QWidget):
    """Shows a document as its reader will see it.

    Signals:
        back_asked: the person goes back to where they came from.
        again_asked: the document is to be made again from the book as it stands.
        version_asked: the version to show.
        take_out_asked, meant_asked: words the leak guard found, and what is to be done with them.
        search_asked, next_hit_asked, last_hit_asked: words are to be looked for on the pages.
        address_asked: a link on a page was pressed.
        save_asked, print_asked, open_asked, sent_asked, mail_asked: where the document is to go.
        finish_asked: a draft is to be finished.
        remark_asked: a remark is to be written, about a line or about the page in sight.
    """

    back_asked = Signal()
    again_asked = Signal()
    version_asked = Signal(object)
    take_out_asked = Signal(str)
    meant_asked = Signal(str)
    search_asked = Signal()
    next_hit_asked = Signal()
    last_hit_asked = Signal()
    address_asked = Signal(str)
    save_asked = Signal()
    print_asked = Signal()
    open_asked = Signal()
    sent_asked = Signal()
    mail_asked = Signal()
    finish_asked = Signal()
    remark_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Document"))
        self.header, self.bar = DocumentHeader(), PageBar()
        self.thumbs, self.pages = PageList(), PageCanvas()
        self._title = ""
        self.mouse = PageMouse(self.pages)
        self.finder, self.question = FindBar(), AskBar()
        self.side = SidePanel()
        self.leaks = self.side.leaks
        self._leak_marks: dict[ShownLeak, Mark] = {}
        self._lay_out()
        self._connect()
        self._listen()

    def _lay_out(self) -> None:
        left = QWidget()
        left.setProperty("part", "side-bar")
        left.setFixedWidth(line_height(self.font()) * 9)
        inside = QVBoxLayout(left)
        inside.setContentsMargins(6, 10, 6, 0)
        inside.addWidget(self.thumbs)
        self.middle = QVBoxLayout()
        self.middle.setSpacing(0)
        self.middle.addWidget(self.bar)
        self.middle.addWidget(self.finder)
        self.middle.addWidget(self.question)
        self.middle.addWidget(self.pages, 1)
        self.row = QHBoxLayout()
        self.row.setSpacing(0)
        self.row.addWidget(left)
        self.row.addLayout(self.middle, 1)
        self.row.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self.row, 1)

    def _connect(self) -> None:
        head, bar = self.header, self.bar
        head.back.clicked.connect(self.back_asked)
        head.version_asked.connect(self.version_asked)
        head.again.clicked.connect(self.again_asked)
        head.print.clicked.connect(self.print_asked)
        head.open.clicked.connect(self.open_asked)
        head.sent.clicked.connect(self.sent_asked)
        head.save.clicked.connect(self.save_asked)
        head.mail.clicked.connect(self.mail_asked)
        head.finish.clicked.connect(self.finish_asked)
        bar.search_asked.connect(self.search_asked)
        bar.smaller_asked.connect(self._smaller)
        bar.larger_asked.connect(self._larger)
        bar.fit_asked.connect(self.pages.fit_to)
        bar.page_asked.connect(self._go_to_page)
        self.thumbs.page_asked.connect(self.pages.go_to_page)
        self.pages.page_reached.connect(self._mark_page)
        self.pages.zoomed.connect(self._show_zoom)
        self.mouse.mark_asked.connect(self._press_mark)
        self.side.versions.open_asked.connect(self.version_asked)
        self.leaks.shown_asked.connect(self._show_leak)
        self.leaks.take_out_asked.connect(self._take_out)
        self.leaks.meant_asked.connect(self._mean)

    def _listen(self) -> None:
        head = self.header
        keys = (
            ("Ctrl++", self._larger),
            ("Ctrl+=", self._larger),
            ("Ctrl+-", self._smaller),
            ("Ctrl+0", self.bar.fit.click),
            ("Ctrl+9", self.bar.whole.click),
            ("Ctrl+G", self.bar.ask_page),
            ("Ctrl+Return", self._go_on),
            ("F2", self._walk_lines),
            ("Ctrl+S", head.save.click),
            ("Ctrl+P", head.print.click),
            ("Ctrl+E", head.open.click),
            ("Ctrl+F", self.search_asked),
            ("Ctrl+M", self._remark),
            ("F3", self.next_hit_asked),
            ("Shift+F3", self.last_hit_asked),
            ("F5", self.again_asked),
        )
        for key, slot in keys:
            self.listen(key, slot)

    def listen(self, key: str, slot: object) -> None:
        """Answer a key anywhere on this page."""
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    # ------------------------------------------------------------ what is shown

    def show_document(self, shown: ShownDocument) -> None:
        """Show a document, and what must not leave with it; another one than before begins at its first page."""
        self.header.show_document(shown)
        self.thumbs.show_count(len(shown.sizes))
        self.pages.show_pages(shown.sizes)
        if shown.title != self._title:
            self._title = shown.title
            self.pages.go_to_page(1)
        self._leak_marks = {each: _leak_mark(each) for each in shown.leaks}
        self.pages.show_marks(MarkKind.LEAK, tuple(self._leak_marks.values()))
        self._mark_page(self.pages.page)
        self.side.show_document(shown)
        if isinstance(self.focusWidget(), QPlainTextEdit | QLineEdit):
            return
        if shown.leaks:
            self.leaks.cards[0].begin()
        else:
            self.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_behind(self, shown: ShownDocument) -> None:
        """Offer to make the document again, for the book has gone on since."""
        self.header.show_document(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave most of the room to the pages."""
        self.side.fit(event.size().width())
        super().resizeEvent(event)

    # ------------------------------------------------------------ what the person does

    def _go_on(self) -> None:
        """Press what the page is about: Mail draft, or of a draft Finish."""
        head = self.header
        (head.finish if head.finish.isVisible() else head.mail).click()

    def _remark(self) -> None:
        """Write a remark on the line that is chosen, else on the page in sight."""
        chosen = self.side.lines.list.line if self.side.is_open("lines") else None
        self.remark_asked.emit(chosen)

    def _walk_lines(self) -> None:
        """Go to the list of lines that can be reworded, or reword the one chosen there."""
        lines = self.side.lines.list
        if self.focusWidget() is lines:
            lines.ask()
        elif lines.lines:
            self.side.open("lines")
            lines.setFocus(Qt.FocusReason.ShortcutFocusReason)
            lines.begin()

    def _smaller(self) -> None:
        self.pages.zoom_by(1 / _ZOOM)

    def _larger(self) -> None:
        self.pages.zoom_by(_ZOOM)

    def _show_zoom(self) -> None:
        self.bar.show_zoom(self.pages.scale)

    def _go_to_page(self, number: int) -> None:
        self.pages.go_to_page(min(number, self.pages.count))
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)
        self._mark_page(self.pages.page)

    def _mark_page(self, number: int) -> None:
        self.thumbs.show_page(number)
        self.bar.show_page(number, self.pages.count)
        self.pages.setAccessibleDescription(self.tr("Page {n} of {m}").format(n=number, m=self.pages.count))

    def _press_mark(self, mark: Mark) -> None:
        if mark.kind is MarkKind.LEAK:
            self.go_to_leak(next(leak for leak, each in self._leak_marks.items() if each == mark))
        elif isinstance(mark.key, PageLink) and mark.key.page:
            self._go_to_page(mark.key.page)
        elif isinstance(mark.key, PageLink):
            self.address_asked.emit(mark.key.address)

    def _show_leak(self, leak: ShownLeak) -> None:
        if leak in self._leak_marks:
            self.pages.go_to_mark(self._leak_marks[leak])

    def go_to_leak(self, leak: ShownLeak) -> None:
        """Bring a leak into sight, and put the cursor on what can be done about it."""
        self._show_leak(leak)
        card = next((each for each in self.leaks.cards if each.leak == leak), None)
        if card is not None:
            card.begin()

    def _take_out(self, leak: ShownLeak) -> None:
        self.take_out_asked.emit(leak.words)

    def _mean(self, leak: ShownLeak) -> None:
        self.meant_asked.emit(leak.words)


def _leak_mark(leak: ShownLeak) -> Mark:
    return Mark(MarkKind.LEAK, leak.page, leak.areas, leak, f"{leak.kind}: {leak.words}")
