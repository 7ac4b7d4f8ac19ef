"""The page of the search: what is typed, where is looked, what was found, and what stands around it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from reviewdesk.desktop.finding.preview import Preview
from reviewdesk.desktop.result_list import ResultList
from reviewdesk.desktop.results import Result, ResultGroup
from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.chips import Chip, ChipRow
from reviewdesk.desktop.widgets.empty import EmptyState
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import Page
from reviewdesk.desktop.widgets.search_box import FilterBox
from reviewdesk.desktop.widgets.tabs import SegmentedSwitch, Tab

_PAUSE = 80
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_PREVIEW_FROM = 110  # characters


class FindingView(Page):
    """Lists everything that holds the words.

    Signals:
        asked: what is looked for, or where, is another now.
        opened: the key of the result the person opens.
        moved_to: the key of the result the person stands on.
        more_asked: the person came to the end of the list.
        copy_asked, save_asked: what was found is wanted as text or as a file.
    """

    asked = Signal()
    opened = Signal(object)
    moved_to = Signal(object)
    more_asked = Signal()
    copy_asked = Signal()
    save_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Search"), searches=False)
        self.line = FilterBox(self.tr("Words, “exact words”, -left out"), "search")
        self.account = FilterBox(self.tr("Account"), "building-2")
        self.since = FilterBox(self.tr("From, like March"), "calendar-days")
        self.until = FilterBox(self.tr("Until, like 2025"), "calendar-days")
        orders = [Tab("newest", self.tr("Newest first")), Tab("best", self.tr("Best first"))]
        self.order = SegmentedSwitch(self.tr("Order"), orders)
        self.chips = ChipRow(self.tr("Show only"), one_line=True)
        self.sentence = Label(part=Part.BAD, wraps=True)
        self.results = ResultList(self.tr("Results"))
        self.preview = Preview()
        self.nothing = EmptyState("search", self.tr("Search everything"), "")
        self.copy_button = plain_button(self.tr("Copy as text"), "copy")
        self.save_button = plain_button(self.tr("Save as CSV…"), "file-spreadsheet")
        self._stack, self._later = QStackedWidget(), QTimer(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.setFocusProxy(self.line)
        self.header.add_action(self.copy_button)
        self.header.add_action(self.save_button)
        where = QHBoxLayout()
        where.setSpacing(12)
        for each in (self.account, self.since, self.until):
            where.addWidget(each, 1)
        where.addWidget(self.order)
        card = Card(edge_to_edge=True)
        card.add(self.results, 1)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(card, 3)
        both.addWidget(self.preview, 2)
        found = Page(searches=False)
        found.header.hide()
        found.body.setContentsMargins(0, 0, 0, 0)
        found.add(both, 1)
        for page in (found, self.nothing):
            self._stack.addWidget(page)
        for widget in (self.line, where, self.chips, self.sentence):
            self.add(widget)
        self.add(self._stack, 1)
        self.sentence.hide()

    def _connect(self) -> None:
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        self._later.timeout.connect(self.asked)
        for box in (self.line, self.account, self.since, self.until):
            box.textChanged.connect(self._later.start)
            box.installEventFilter(self)
        self.order.chosen.connect(self._later.start)
        self.chips.changed.connect(self._later.start)
        self.results.opened.connect(self.opened)
        self.results.selectionModel().currentChanged.connect(self._moved)
        self.results.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.copy_button.clicked.connect(self.copy_asked)
        self.save_button.clicked.connect(self.save_asked)

    def look_for(self, words: str, account: str = "") -> None:
        """Begin anew with these words, in an account or everywhere."""
        for box, text in ((self.line, words), (self.account, account), (self.since, ""), (self.until, "")):
            box.setText(text)
        self.chips.set_on(())
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_found(self, results: Sequence[Result], chips: Sequence[Chip], status: str) -> None:
        """Show what was found."""
        self.sentence.hide()
        self.header.show_status(status)
        self.chips.show_chips(chips)
        bar, row = self.results.verticalScrollBar(), self.results.currentIndex().row()
        held, shown = bar.value(), list(self.results.found.entries)
        self.results.show_groups([ResultGroup("", tuple(results))])
        if shown and list(results[: len(shown)]) == shown:
            self.results.setCurrentIndex(self.results.found.index(row))
            bar.setValue(held)
        self._stack.setCurrentIndex(0)
        for button in (self.copy_button, self.save_button):
            button.setEnabled(True)

    def show_nothing(self, heading: str, sentence: str, chips: Sequence[Chip] = ()) -> None:
        """Say that nothing was found, or what can be looked for."""
        self.sentence.hide()
        self.header.show_status("")
        self.chips.show_chips(chips)
        self.results.show_groups(())
        self.nothing.heading.setText(heading)
        self.nothing.sentence.setText(sentence)
        self._stack.setCurrentIndex(1)
        for button in (self.copy_button, self.save_button):
            button.setEnabled(False)

    def refuse(self, sentence: str) -> None:
        """Say what could not be read; what was typed and what was found stay."""
        self.sentence.setText(sentence)
        self.sentence.show()

    def _moved(self) -> None:
        at = self.results.currentIndex()
        entry = self.results.found.entries[at.row()] if at.isValid() else None
        if isinstance(entry, Result):
            self.moved_to.emit(entry.key)

    def _scrolled(self, value: int) -> None:
        if value and value == self.results.verticalScrollBar().maximum():
            self.more_asked.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Be ready to type."""
        super().showEvent(event)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the preview out where there is no room for it."""
        super().resizeEvent(event)
        self.preview.setVisible(self.width() >= _PREVIEW_FROM * self.fontMetrics().averageCharWidth())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list and open from any of the fields."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in _STEPS:
                self.results.move_by(_STEPS[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.results.open()
                return True
        return super().eventFilter(watched, event)
