"""A second reader's remarks beside the pages: each with who, when and where, and room for the next one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from reviewdesk.desktop.document.model import Pinned, Remark
from reviewdesk.desktop.widgets.buttons import Button, IconButton, ghost_button
from reviewdesk.desktop.widgets.calm_boxes import ChoiceBox
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.domain.intervals import short_day

_ROWS = 3
_LONGEST = 60


class RemarkCard(Card):
    """One remark.

    Signals:
        shown_asked: the person looks at it. done_asked, removed_asked: what is to become of it.
    """

    shown_asked = Signal(object)
    done_asked = Signal(object)
    removed_asked = Signal(object)

    def __init__(self, number: int, remark: Remark) -> None:
        super().__init__()
        self.remark = remark
        who = remark.by or self.tr("somebody")
        day = short_day(remark.made_on, remark.made_on)
        seen = self.tr("draft") if not remark.number else self.tr("version {n}").format(n=remark.number)
        self.setAccessibleName(self.tr("Remark {n} by {who}: {words}").format(n=number, who=who, words=remark.words))
        head = QHBoxLayout()
        head.addWidget(Label(f"{number} · {who}", Part.STRONG if remark.is_open else Part.MUTED))
        head.addStretch(1)
        head.addWidget(Label(f"{day}, {seen}", Part.SMALL))
        self.done = Button(self.tr("Done") if remark.is_open else self.tr("Open again"), small=True)
        self.done.setAccessibleName(f"{self.done.text()}: {remark.words}")
        self.show_place = Button(self.tr("Show"), small=True)
        self.show_place.setAccessibleName(self.tr("Show where: {words}").format(words=remark.words))
        self.remove = IconButton(self.tr("Remove: {words}").format(words=remark.words), "trash-2")
        answers = QHBoxLayout()
        for each in (self.done, self.show_place):
            answers.addWidget(each)
        answers.addStretch(1)
        answers.addWidget(self.remove)
        self.add(head)
        self.add(Label(remark.words, Part.BODY if remark.is_open else Part.MUTED, wraps=True))
        self.add(Label(where(Pinned(remark.page, remark.part, remark.line)), Part.SMALL, wraps=True))
        self.add(answers)
        self.done.clicked.connect(self._done)
        self.show_place.clicked.connect(self._show)
        self.remove.clicked.connect(self._remove)

    def _done(self) -> None:
        self.done_asked.emit(self.remark)

    def _show(self) -> None:
        self.shown_asked.emit(self.remark)

    def _remove(self) -> None:
        self.removed_asked.emit(self.remark)


def _named_line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    return line


def where(pinned: Pinned) -> str:
    """Say what a remark is about."""
    line = pinned.line if len(pinned.line) <= _LONGEST else f"{pinned.line[: _LONGEST - 2]}…"
    return f"page {pinned.page} · {pinned.part}: “{line}”" if line else f"page {pinned.page}"


class RemarkField(QPlainTextEdit):
    """Where the next remark is written; Enter adds it, Shift+Enter begins a new line.

    Signals:
        kept: what is written is to be added.
    """

    kept = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.kept.emit()
        else:
            super().keyPressEvent(event)


class RemarkPanel(QWidget):
    """All remarks, and the field for the next one.

    Signals:
        shown_asked, done_asked, removed_asked: what the person wants with a remark.
        export_asked: the draft is to be written with its remarks, for a reader elsewhere.
        added: the words of a new one, who makes it, and what it is about.
    """

    shown_asked = Signal(object)
    done_asked = Signal(object)
    removed_asked = Signal(object)
    added = Signal(str, str, object)
    export_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Remarks"))
        self.pinned = Pinned()
        self.cards: list[RemarkCard] = []
        self._said = Label(self.tr("For our side only: a remark is never printed."), Part.SMALL, wraps=True)
        self._column = ScrollColumn(self.tr("Remarks"), gap=10)
        self._column.column.addStretch(1)
        self.about = Label(part=Part.SMALL, wraps=True)
        self.words = RemarkField()
        self.words.setPlaceholderText(self.tr("What is to be looked at before it goes?"))
        self.words.setAccessibleName(self.tr("New remark"))
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(self.fontMetrics().lineSpacing() * _ROWS + 16)
        self.who = ChoiceBox()
        self.who.setEditable(True)
        self.who.setAccessibleName(self.tr("Who makes the remark"))
        self.who.setLineEdit(_named_line(self.who.accessibleName()))
        self.add = Button(self.tr("Add the remark"), small=True)
        self.export = ghost_button(self.tr("Draft with remarks as PDF…"), "download")
        self.export.setToolTip(self.tr("For a second reader elsewhere: marked DRAFT, for our side"))
        self._lay_out()
        self.export.clicked.connect(self.export_asked)
        self.add.clicked.connect(self._add)
        self.words.kept.connect(self._add)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.who, 1)
        row.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._said)
        column.addWidget(self._column, 1)
        column.addWidget(self.about)
        column.addWidget(self.words)
        column.addLayout(row)
        column.addWidget(self.export)

    def show_remarks(self, remarks: Sequence[Remark], readers: Sequence[str]) -> None:
        """Show these remarks, and who may be making the next one."""
        for card in self.cards:
            self._column.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [RemarkCard(number, each) for number, each in enumerate(remarks, 1)]
        for at, card in enumerate(self.cards):
            card.shown_asked.connect(self.shown_asked)
            card.done_asked.connect(self.done_asked)
            card.removed_asked.connect(self.removed_asked)
            self._column.column.insertWidget(at, card)
        kept = self.who.currentText()
        self.who.clear()
        self.who.addItems(list(readers))
        if kept:
            self.who.setCurrentText(kept)

    def pin_to(self, pinned: Pinned) -> None:
        """Let the next remark be about this."""
        self.pinned = pinned
        self.about.setText(self.tr("About {what}").format(what=where(pinned)))

    def begin(self, pinned: Pinned) -> None:
        """Let a remark about this be written."""
        self.pin_to(pinned)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        if words := self.words.toPlainText().strip():
            self.words.clear()
            self.added.emit(words, self.who.currentText(), self.pinned)
