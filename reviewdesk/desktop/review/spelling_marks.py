"""The lines under misspelt words: painted over the lines in sight, never part of the text."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPen, QPixmap, QTextBlock, QTextCursor, QTextLine

from reviewdesk.desktop.ink import faded, tokens
from reviewdesk.desktop.review.note_text import units
from reviewdesk.domain.spelling import SpelledWord, plain, spelled_words

if TYPE_CHECKING:
    from reviewdesk.desktop.review.editor import NoteEditor

_AFTER: Final = 350  # milliseconds without a key
_WIDE: Final = 4
_HIGH: Final = 4


class SpellingMarks(QObject):
    """Knows of each word in sight whether it is misspelt, and asks about those it has not met.

    Signals:
        looked_for: words in sight of which nothing is known, as a tuple.
    """

    looked_for = Signal(object)

    def __init__(self, editor: "NoteEditor") -> None:
        super().__init__(editor)
        self._editor = editor
        self._is_on = False
        self._verdicts: dict[str, bool] = {}
        self._ignored: set[str] = set()
        self._typed_at = -1
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_AFTER)
        self._pause.timeout.connect(self._look)
        editor.document().contentsChange.connect(self._changed)
        editor.cursorPositionChanged.connect(self._moved)
        editor.verticalScrollBar().valueChanged.connect(self._later)

    def begin(self, *, on: bool) -> None:
        """Forget what was found, and look anew where words are checked at all."""
        self._is_on = on
        self._verdicts.clear()
        self._editor.viewport().update()
        self._later()

    def forget_ignored(self) -> None:
        """Underline again what was ignored: these are the notes of another review."""
        self._ignored.clear()

    def learn(self, verdicts: Mapping[str, bool]) -> None:
        """Take what was found of some words: whether each is misspelt."""
        self._verdicts.update(verdicts)
        if any(verdicts.values()):
            self._editor.viewport().update()

    def ignore(self, word: str) -> None:
        """Leave a word alone in these notes."""
        self._ignored.add(plain(word))
        self._editor.viewport().update()

    def wrong_in(self, block: QTextBlock) -> Iterator[SpelledWord]:
        """Give the misspelt words of a line, without the one that is being typed."""
        if not self._is_on:
            return
        text = block.text()
        for word in spelled_words(text):
            if self._verdicts.get(word.text) and plain(word.text) not in self._ignored:
                begin = block.position() + units(text[: word.begin])
                if not begin <= self._typed_at <= begin + units(word.text):
                    yield word

    def wrong_at(self, position: int) -> SpelledWord | None:
        """Give the misspelt word at a place in the notes."""
        block = self._editor.document().findBlock(position)
        at = position - block.position()
        text = block.text()
        for word in self.wrong_in(block):
            begin = units(text[: word.begin])
            if begin <= at <= begin + units(word.text):
                return word
        return None

    def next_wrong(self) -> QTextCursor | None:
        """Give the next misspelt word in sight from the cursor on, then from the top, as a selection."""
        here = self._editor.textCursor().selectionEnd()
        found = [each for block, _ in self._editor.visible_blocks() for each in self._selections(block)]
        return next((each for each in found if each.selectionEnd() > here), found[0] if found else None)

    def select(self, block: QTextBlock, word: SpelledWord) -> QTextCursor:
        """Give a word of a line as a selection."""
        cursor = QTextCursor(block)
        begin = block.position() + units(block.text()[: word.begin])
        cursor.setPosition(begin)
        cursor.setPosition(begin + units(word.text), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def said(self, block: QTextBlock) -> str:
        """Say which words of a line are misspelt."""
        words = ", ".join(each.text for each in self.wrong_in(block))
        return self.tr("misspelt: {words}").format(words=words) if words else ""

    def paint(self, area: QRect) -> None:
        """Paint what is misspelt in a part of the window of the editor."""
        if not self._is_on or not self._verdicts:
            return
        painter = QPainter(self._editor.viewport())
        wave = _wave(tokens().bad, self._editor.devicePixelRatioF())
        for block, box in self._editor.visible_blocks():
            if box.top() > area.bottom():
                break
            if box.bottom() >= area.top():
                for word in self.wrong_in(block):
                    _paint_word(painter, block, word, box, wave)
        painter.end()

    # ------------------------------------------------------------ what changes

    def _selections(self, block: QTextBlock) -> Iterator[QTextCursor]:
        return (self.select(block, each) for each in self.wrong_in(block))

    def _changed(self, position: int, _removed: int, added: int) -> None:
        self._typed_at = position + added
        self._later()

    def _moved(self) -> None:
        if self._typed_at >= 0 and self._editor.textCursor().position() != self._typed_at:
            self._typed_at = -1
            self._later()

    def _later(self) -> None:
        if self._is_on:
            self._pause.start()

    def _look(self) -> None:
        """Ask about the words in sight that were not met before, and paint those that were."""
        seen = (each.text for block, _ in self._editor.visible_blocks() for each in spelled_words(block.text()))
        unmet = tuple(dict.fromkeys(each for each in seen if each not in self._verdicts))
        if unmet:
            self.looked_for.emit(unmet)
        self._editor.viewport().update()


def _paint_word(painter: QPainter, block: QTextBlock, word: SpelledWord, box: QRectF, wave: QPixmap) -> None:
    begin = units(block.text()[: word.begin])
    line = block.layout().lineForTextPosition(begin)
    if not line.isValid():
        return
    end = min(begin + units(word.text), line.textStart() + line.textLength())
    left, right = sorted((_x(line, begin), _x(line, end)))
    top = round(box.top() + line.y() + line.ascent() + 2)
    painter.drawTiledPixmap(round(box.left() + left), top, round(right - left), _HIGH, wave)


def _x(line: QTextLine, position: int) -> float:
    found = cast("float | tuple[float, int]", line.cursorToX(position))
    return found[0] if isinstance(found, tuple) else found


@lru_cache(maxsize=8)
def _wave(bad: str, ratio: float) -> QPixmap:
    """Paint one swing of the line, which is laid side by side: painting each line anew would slow every key."""
    wave = QPixmap(round(_WIDE * ratio), round(_HIGH * ratio))
    wave.setDevicePixelRatio(ratio)
    wave.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wave)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(faded(bad, 0.8), 1.1))
    low, high = _HIGH - 1.0, 1.0
    painter.drawPolyline([QPointF(x, low if at % 2 else high) for at, x in enumerate(range(-2, _WIDE + 3, 2))])
    painter.end()
    return wave
