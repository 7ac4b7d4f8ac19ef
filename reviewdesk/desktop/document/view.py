"""The page of a document as widgets."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewdesk.desktop.document.leak_panel import LeakPanel
from reviewdesk.desktop.document.model import ShownDocument, ShownLeak, Version
from reviewdesk.desktop.document.page_sheet import PageColumn
from reviewdesk.desktop.document.pages import PagePicture
from reviewdesk.desktop.ink import PAGE_MARGIN, line_height
from reviewdesk.desktop.widgets.buttons import Button, IconButton, plain_button, primary_button
from reviewdesk.desktop.widgets.labels import ElidedLabel, Part
from reviewdesk.domain.intervals import short_day

_REDRAW_AFTER = 90


class DocumentHeader(QFrame):
    """Whose document it is, its versions, and where it can go."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "top-bar")
        self.back = IconButton(self.tr("Back to the review"), "arrow-left", shortcut="Alt+Left", ink="text")
        self.title = ElidedLabel("", Part.HEADING, least=12)
        self.about = ElidedLabel("", Part.SMALL)
        self.versions = QComboBox()
        self.versions.setAccessibleName(self.tr("Version"))
        self.versions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.smaller, self.larger = Button("−", small=True), Button("+", small=True)
        self.smaller.setAccessibleName(self.tr("Smaller"))
        self.larger.setAccessibleName(self.tr("Larger"))
        self.fit = Button(self.tr("Fit width"), small=True)
        self.print = IconButton(self.tr("Print"), "printer", shortcut="Ctrl+P")
        self.sent = plain_button(self.tr("Mark as sent"), "check")
        self.save = primary_button(self.tr("Save as…"), "download")
        self._lay_out()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.about)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 12, PAGE_MARGIN, 12)
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addLayout(words, 1)
        for each in (self.versions, self.smaller, self.larger, self.fit, self.print, self.sent, self.save):
            row.addWidget(each)


class DocumentView(QWidget):
    """Shows a document as its reader will see it.

    Signals:
        back_asked: the person goes back to the review.
        version_asked: the version to show.
        scale_asked: how many pixels of the screen a point should take.
        take_out_asked, meant_asked: words the leak guard found, and what is to be done with them.
        save_asked, print_asked, sent_asked: where the document is to go.
    """

    back_asked = Signal()
    version_asked = Signal(object)
    scale_asked = Signal(float)
    take_out_asked = Signal(str)
    meant_asked = Signal(str)
    save_asked = Signal()
    print_asked = Signal()
    sent_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Document"))
        self.header = DocumentHeader()
        self.thumbs = QListWidget()
        self.thumbs.setAccessibleName(self.tr("Page list"))
        self.pages = PageColumn()
        self.leaks = LeakPanel()
        self._leaks: tuple[ShownLeak, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_REDRAW_AFTER)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        side = line_height(self.font())
        self._side = QWidget()
        self._side.setProperty("part", "side-bar")
        self._side.setFixedWidth(side * 9)
        inside = QVBoxLayout(self._side)
        inside.setContentsMargins(6, 10, 6, 0)
        inside.addWidget(self.thumbs)
        self.thumbs.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.thumbs.setViewMode(QListView.ViewMode.ListMode)
        self.thumbs.setIconSize(QSize(side * 5, side * 7))
        self.thumbs.setSpacing(4)
        self.thumbs.setFrameShape(QFrame.Shape.NoFrame)
        self.leaks.hide()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self.pages, 1)
        row.addWidget(self.leaks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        head = self.header
        head.back.clicked.connect(self.back_asked)
        head.versions.activated.connect(self._ask_version)
        head.smaller.clicked.connect(self._smaller)
        head.larger.clicked.connect(self._larger)
        head.fit.clicked.connect(self.pages.fit_width)
        head.print.clicked.connect(self.print_asked)
        head.sent.clicked.connect(self.sent_asked)
        head.save.clicked.connect(self.save_asked)
        self.thumbs.currentRowChanged.connect(self._go_to_page)
        self.pages.page_reached.connect(self._mark_page)
        self.pages.scale_asked.connect(self._pause.start)
        self.pages.leak_asked.connect(self._go_to_leak)
        self._pause.timeout.connect(self._ask_scale)
        self.leaks.shown_asked.connect(self.pages.go_to_leak)
        self.leaks.take_out_asked.connect(self._take_out)
        self.leaks.meant_asked.connect(self._mean)
        keys = (
            ("Ctrl++", self._larger),
            ("Ctrl+=", self._larger),
            ("Ctrl+-", self._smaller),
            ("Ctrl+0", self.pages.fit_width),
            ("Ctrl+S", self.save_asked),
            ("Ctrl+P", self.print_asked),
        )
        for key, slot in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # ------------------------------------------------------------ what is shown

    def show_document(self, shown: ShownDocument) -> None:
        """Show whose document it is, its versions, and what must not leave with it."""
        self._leaks = shown.leaks
        self.header.title.setText(shown.title)
        self.header.about.setText(self._about(shown))
        self.header.versions.clear()
        for each in reversed(shown.versions):
            self.header.versions.addItem(self._version(each, shown), each.summary_id)
        order = [each.summary_id for each in reversed(shown.versions)]
        self.header.versions.setCurrentIndex(order.index(shown.summary_id))
        self.header.sent.setEnabled(shown.sent_on is None)
        self.leaks.show_leaks(shown.leaks)
        if shown.leaks:
            self.leaks.cards[0].take_out.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def _version(self, version: Version, shown: ShownDocument) -> str:
        made = short_day(version.finished_on, shown.versions[-1].finished_on)
        return self.tr("Version {n}, {day}, {sent}").format(n=version.number, day=made, sent=self._sent(version, shown))

    def _sent(self, version: Version, shown: ShownDocument) -> str:
        if version.sent_on is None:
            return self.tr("not sent")
        return self.tr("sent {day}").format(day=short_day(version.sent_on, shown.versions[-1].finished_on))

    def _about(self, shown: ShownDocument) -> str:
        """Give the name of the file, whether this version was sent, and whether it may be."""
        if shown.sent_on is not None:
            return f"{shown.file_name} · {self._sent(shown.version, shown)}"
        known = shown.known
        theirs = self.tr("not sent, they have version {n}").format(n=known.number) if known else self.tr("not sent")
        checked = self.tr("checked: nothing internal in it") if not shown.leaks else self.tr("not ready to leave")
        return f"{shown.file_name} · {theirs} · {checked}"

    def show_pages(self, pictures: Sequence[PagePicture]) -> None:
        """Show the pages as they were drawn."""
        self.pages.show_pages(pictures, self._leaks)
        if self.thumbs.count() != len(pictures):
            self.thumbs.clear()
            for number in range(1, len(pictures) + 1):
                self.thumbs.addItem(QListWidgetItem(str(number)))
            self.thumbs.setCurrentRow(0)
        for number, each in enumerate(pictures):
            small = each.image.scaledToHeight(
                self.thumbs.iconSize().height() * 2, Qt.TransformationMode.SmoothTransformation
            )
            self.thumbs.item(number).setIcon(_as_it_is(QPixmap.fromImage(small)))

    @property
    def scale(self) -> float:
        """How many pixels of the screen a point takes."""
        return self.pages.scale

    # ------------------------------------------------------------ what the person does

    def _smaller(self) -> None:
        self.pages.zoom_by(1 / 1.2)

    def _larger(self) -> None:
        self.pages.zoom_by(1.2)

    def _ask_scale(self) -> None:
        self.scale_asked.emit(self.pages.scale)

    def _ask_version(self) -> None:
        self.version_asked.emit(UUID(str(self.header.versions.currentData())))

    def _go_to_page(self, row: int) -> None:
        self.pages.go_to_page(row + 1)

    def _mark_page(self, number: int) -> None:
        self.thumbs.blockSignals(True)
        self.thumbs.setCurrentRow(number - 1)
        self.thumbs.blockSignals(False)

    def _go_to_leak(self, leak: ShownLeak) -> None:
        self.pages.go_to_leak(leak)
        card = next((each for each in self.leaks.cards if each.leak == leak), None)
        if card is not None:
            card.take_out.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_out(self, leak: ShownLeak) -> None:
        self.take_out_asked.emit(leak.words)

    def _mean(self, leak: ShownLeak) -> None:
        self.meant_asked.emit(leak.words)


def _as_it_is(picture: QPixmap) -> QIcon:
    """Make an icon that is not tinted where it is chosen."""
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon
