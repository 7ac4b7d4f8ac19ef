"""The calm editor of the meeting: plain text as typed, with everything else beside it and never in it."""

from collections.abc import Iterator, Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit

from reviewdesk.desktop.ink import line_height, scaled
from reviewdesk.desktop.review.alignment import Alignment
from reviewdesk.desktop.review.chips import Beside, KnownLine, beside, beside_typed
from reviewdesk.desktop.review.highlighter import MarkHighlighter
from reviewdesk.desktop.review.margins import AudienceGutter, ChipMargin, said
from reviewdesk.desktop.review.mark_keys import MARK_KEYS
from reviewdesk.desktop.review.marking import mark_at, marked
from reviewdesk.desktop.review.note_text import NoteLayout, put_apart, same_head, units, words_of
from reviewdesk.desktop.review.spelling_marks import SpellingMarks
from reviewdesk.domain.line_records import Meeting
from reviewdesk.domain.marker import Marker

_GUTTER: Final = 34
_LONGEST_READ: Final = 2_000
_NOTHING: Final = Beside()


class NoteEditor(QPlainTextEdit):
    """Takes notes as they are typed and shows beside each line what it is understood to be.

    Signals:
        edited: the person changed the text.
        audience_asked: the number of a line whose audience the person wants changed.
        picture_pasted: a picture was pasted, which the notes cannot hold.
        word_begun: the person is typing a name or tag: its sign and what there is of it, or two empty strings.
    """

    edited = Signal()
    audience_asked = Signal(int)
    picture_pasted = Signal()
    word_begun = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Notes"))
        self.setProperty("bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        document = QTextDocument(self)
        self._layout = NoteLayout(document)
        document.setDocumentLayout(self._layout)
        self.setDocument(document)
        self._highlighter = MarkHighlighter(document)
        self._lines: Alignment[KnownLine] = Alignment()
        self._meeting: Meeting | None = None
        self._besides: dict[UUID, Beside] = {}
        self._placing = False
        self.completes = False
        self._gutter = AudienceGutter(self)
        self._chips = ChipMargin(self)
        self.spelling = SpellingMarks(self)
        self._dress()
        self._connect()

    def _connect(self) -> None:
        self._gutter.change_asked.connect(self.audience_asked)
        self.document().contentsChange.connect(self._changed)
        self.cursorPositionChanged.connect(self._look_for_word)

    def _dress(self) -> None:
        """Take size and air from the font."""
        font = scaled(QApplication.font(), 1.18)
        self.document().setDefaultFont(font)
        self.setFont(font)
        self._layout.air = line_height(font) * 0.72
        self.setTabStopDistance(line_height(font) * 2)

    # ------------------------------------------------------------ text

    @property
    def text(self) -> str:
        """The notes exactly as they stand."""
        return self.document().toRawText().replace("\u2029", "\n")

    @property
    def line_number(self) -> int:
        """The number of the line the cursor is on, from 0."""
        return self.textCursor().blockNumber()

    def show_text(self, text: str) -> None:
        """Show a text in place of the one before; where they agree nothing moves, and the cursor stays."""
        now = self.text
        if text == now:
            return
        head = same_head(now, text)
        tail = same_head(now[head:][::-1], text[head:][::-1])
        cursor = QTextCursor(self.document())
        self._placing = True
        if now:
            cursor.setPosition(units(now[:head]))
            cursor.setPosition(units(now[: len(now) - tail]), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(text[head : len(text) - tail])
        else:
            self.setPlainText(text)
        self._placing = False

    def go_to_end(self) -> None:
        """Put the cursor behind all that is written, where one goes on."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def go_to_line(self, number: int) -> None:
        """Put the cursor at the end of a line."""
        cursor = QTextCursor(self.document().findBlockByNumber(number))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ beside the text

    def read_against(self, meeting: Meeting) -> None:
        """Take what lines are read against: the day of the meeting and who can be named."""
        self._meeting = meeting
        self._besides.clear()
        self._chips.update()

    def begin_save(self) -> str:
        """Give the text to save, and follow what is typed while it is being saved."""
        self._lines.ask(self.blockCount())
        return self.text

    def show_lines(self, lines: Sequence[KnownLine]) -> None:
        """Show what the saved lines are, beside those that have not been touched since."""
        self._lines.show(lines, [each.line.text for each in lines])
        self._besides.clear()
        self._gutter.update()
        self._chips.update()

    def known(self, block: QTextBlock) -> KnownLine | None:
        """Give what is known of a line since the last save, or nothing."""
        return self._lines.line(block.blockNumber(), block.text(), self.blockCount())

    def beside(self, block: QTextBlock) -> Beside:
        """Say what stands beside a line: what was saved while its words are the same, else what its words say."""
        if self._meeting is None or not block.text().strip():
            return _NOTHING
        known, text = self.known(block), block.text()
        if known is not None and known.line.text == text:
            return self._beside_known(known, self._meeting)
        audience, sorted_as = (known.line.audience, known.line.sorted_as) if known else (None, None)
        return beside_typed(text[:_LONGEST_READ], audience, sorted_as, self._meeting)

    def _beside_known(self, known: KnownLine, meeting: Meeting) -> Beside:
        found = self._besides.get(known.line.id)
        if found is None:
            found = self._besides[known.line.id] = beside(known, meeting)
        return found

    def visible_blocks(self) -> Iterator[tuple[QTextBlock, QRectF]]:
        """Give the lines that can be seen with their places in the window of the editor."""
        # The place of one line is worked out from the line before: Qt would begin at the first one each time.
        block, bottom = self.firstVisibleBlock(), self.viewport().height()
        box = self.blockBoundingGeometry(block).translated(self.contentOffset())
        while block.isValid() and box.top() <= bottom:
            yield block, box
            block = block.next()
            if block.isValid():
                following = self.blockBoundingRect(block)
                box = QRectF(box.left(), box.bottom(), following.width(), following.height())

    # ------------------------------------------------------------ marks

    def mark_line(self, marker: Marker) -> None:
        """Put a mark at the start of the line the cursor is on, as an edit like any other."""
        block = self.textCursor().block()
        change = marked(block.text(), marker)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + units(block.text()[: change.begin]))
        cursor.setPosition(block.position() + units(block.text()[: change.end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(change.words)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def complete(self, begun: str, words: str) -> None:
        """Put a chosen name or tag in place of what was begun of it."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, units(begun))
        cursor.insertText(words)
        self.setTextCursor(cursor)

    # ------------------------------------------------------------ what Qt calls

    def _changed(self, position: int, removed: int, added: int) -> None:
        first = self.document().findBlock(position).blockNumber()
        last = self.document().findBlock(position + added).blockNumber()
        count = self.blockCount()
        self._lines.touch(max(first, 0), last if last >= 0 else count - 1, count)
        if not self._placing and (removed or added):
            self.edited.emit()

    @property
    def hint(self) -> str:
        """A sentence about something in the line of the cursor that could not be read, or nothing."""
        return self.beside(self.textCursor().block()).hint

    def _look_for_word(self) -> None:
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()] if self.hasFocus() else ""
        self.word_begun.emit(*mark_at(before))
        self._say_line()

    def _say_line(self) -> None:
        """Let screen readers say what the line is."""
        block = self.textCursor().block()
        words = (said(self.beside(block)), self.spelling.said(block))
        self.setAccessibleDescription("\n".join(each for each in words if each))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put marks by their keys; everything else is typing."""
        marker = MARK_KEYS.get((event.modifiers(), Qt.Key(event.key())))
        if marker is not None:
            self.mark_line(marker)
        elif _is_audience_key(event):
            self.audience_asked.emit(self.line_number)
        elif event.key() == Qt.Key.Key_Backtab or (event.key() == Qt.Key.Key_Tab and event.modifiers()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the marks from the menus of the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            mine = (event.modifiers(), Qt.Key(event.key())) in MARK_KEYS or _is_audience_key(event)
            if mine or (self.completes and event.key() == Qt.Key.Key_Escape):
                event.accept()
                return True
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take only the words of what is pasted."""
        words = words_of(source)
        if words:
            self.setTextCursor(put_apart(self.textCursor(), words))
            self.ensureCursorVisible()
        elif source.hasImage() or source.hasUrls():
            self.picture_pasted.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take a picture too, to say where pictures go."""
        return source.hasText() or source.hasHtml() or source.hasImage()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and a line under what is misspelt."""
        super().paintEvent(event)
        self.spelling.paint(event.rect())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list of names."""
        super().focusOutEvent(event)
        self.word_begun.emit("", "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place what stands beside the text."""
        chips = max(150, min(round(self.width() * 0.27), line_height(self.font()) * 17))
        self.setViewportMargins(_GUTTER, 0, chips, 0)
        super().resizeEvent(event)
        inside = self.viewport().geometry()
        self._gutter.setGeometry(QRect(0, inside.top(), _GUTTER, inside.height()))
        self._chips.setGeometry(QRect(inside.right() + 10, inside.top(), chips - 10, inside.height()))

    def changeEvent(self, event: QEvent) -> None:
        """Take another theme or size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_chips"):
            self._dress()
            self._highlighter.follow_theme()
            self.setPalette(QPalette())


def _is_audience_key(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Period and event.modifiers() == Qt.KeyboardModifier.ControlModifier
