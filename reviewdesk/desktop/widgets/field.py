"""Fields edited in place: what is typed is told at once, and the field says whether it is kept, saved or refused."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from reviewdesk.desktop.widgets.calm_boxes import ChoiceBox
from reviewdesk.desktop.widgets.dates import DateEdit
from reviewdesk.desktop.widgets.labels import Label, Part, redress

_PAUSE = 400
_LONGEST = 900
_WHY = Qt.FocusReason
_STILL_THERE = (_WHY.ActiveWindowFocusReason, _WHY.PopupFocusReason, _WHY.MenuBarFocusReason)


class FieldState(StrEnum):
    """How far what was typed has come."""

    QUIET = ""
    TYPED = "typed"
    TOLD = "told"
    KEPT = "kept"
    SAVED = "saved"
    REFUSED = "refused"


class Field(QWidget):
    """A label over an editor, and a small word that says how far what was typed has come.

    A value shown from outside never overwrites what is being typed, what was told and waits for its answer, or what
    was refused and waits to be mended. Whoever listens to `edited` answers with `show_saved` or `show_refused`.

    Signals:
        edited: its new value, at most a moment after the last key and within a second of the first.
    """

    edited = Signal(object)

    def __init__(self, label: str, editor: QWidget, *, beside: bool = False) -> None:
        super().__init__()
        self.label = Label(label, Part.SMALL)
        self.editor = editor
        self.state = FieldState.QUIET
        self._state_word = Label(part=Part.SMALL)
        self._sentence = Label(part=Part.BAD, wraps=True)
        self._sentence.hide()
        self._sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._dirty = self._in_hand = False
        self._unanswered = 0
        self._later: tuple[object] | None = None
        self._pause, self._longest = self._timer(_PAUSE), self._timer(_LONGEST)
        editor.setAccessibleName(label)
        self.label.setBuddy(editor)
        self._lay_out(beside=beside)
        editor.installEventFilter(self)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.flush)
        return timer

    def _lay_out(self, *, beside: bool) -> None:
        head = QHBoxLayout()
        head.addWidget(self.label, 1)
        head.addWidget(self._state_word)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        if beside:
            head.insertWidget(1, self.editor, 3)
            column.addLayout(head)
        else:
            column.addLayout(head)
            column.addWidget(self.editor)
        column.addWidget(self._sentence)

    @property
    def is_dirty(self) -> bool:
        """Say whether something was typed that has not been told yet."""
        return self._dirty

    @property
    def is_safe(self) -> bool:
        """Say whether all that was typed here is in the book, so that nothing is lost when the window goes."""
        return not (self._dirty or self._unanswered or self.state is FieldState.REFUSED)

    def value(self) -> object:
        """Give what stands in the editor."""
        raise NotImplementedError

    def _put(self, value: object) -> None:
        raise NotImplementedError

    def show_value(self, value: object) -> None:
        """Show a value, unless what was typed here is not in the book yet; while somebody types it waits for later."""
        if not self.is_safe:
            return
        if self._in_hand:
            self._later = (value,)
            return
        self._put_quietly(value)

    def start_with(self, value: object) -> None:
        """Begin anew with this value, whatever was typed: it belongs to another record, or the person chose it."""
        self.begin()
        self._put_quietly(value)

    def begin(self) -> None:
        """Stand for another record from here on; what was typed was told before."""
        self._stop()
        self._dirty = self._in_hand = False
        self._unanswered, self._later = 0, None
        self._show(FieldState.QUIET, "")

    def _put_quietly(self, value: object) -> None:
        if value == self.value():
            return
        self.editor.blockSignals(True)
        self._put(value)
        self.editor.blockSignals(False)

    def show_kept(self) -> None:
        """Say that what was typed survives a crash."""
        self._show(FieldState.KEPT, self.tr("kept"))

    def show_saved(self) -> None:
        """Say that what was typed is in the book; while more waits it does not say so yet."""
        self._unanswered = max(0, self._unanswered - 1)
        if not self._dirty and not self._unanswered:
            self._show(FieldState.SAVED, self.tr("saved"))

    def show_refused(self, sentence: str) -> None:
        """Say why what was typed cannot be taken; it stays to be mended."""
        self._unanswered = max(0, self._unanswered - 1)
        self._show(FieldState.REFUSED, "")
        self.remark(sentence)

    def remark(self, sentence: str) -> None:
        """Say something about what was typed, which is taken as it is."""
        self._sentence.setText(sentence)
        self._sentence.show()
        self.editor.setAccessibleDescription(sentence)

    def flush(self) -> None:
        """Tell at once what was typed."""
        self._stop()
        if self._dirty:
            self._dirty = False
            self._in_hand = self.editor.hasFocus()
            self._unanswered += 1
            self._show(FieldState.TOLD, "")
            self.edited.emit(self.value())

    def _stop(self) -> None:
        self._pause.stop()
        self._longest.stop()

    def _show(self, state: FieldState, word: str) -> None:
        self.state = state
        self._state_word.setText(word)
        self._sentence.hide()
        self.editor.setAccessibleDescription(word)
        self.editor.setProperty("refused", state is FieldState.REFUSED)
        redress(self.editor)

    def _touched(self) -> None:
        self._dirty = True
        self._in_hand = self.editor.hasFocus()
        self._later = None
        if self.state not in (FieldState.TYPED, FieldState.QUIET):
            self._show(FieldState.TYPED, "")
        self.state = FieldState.TYPED
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def _let_go(self) -> None:
        """The person has gone on: what was read anew meanwhile, tidied, is shown."""
        self._in_hand = False
        if self._later is not None:
            (value,), self._later = self._later, None
            self.show_value(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch over another widget."""
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self.flush()
            if event.reason() not in _STILL_THERE:
                self._let_go()
        return super().eventFilter(watched, event)


class LineField(Field):
    """One line of text."""

    def __init__(
        self, label: str, value: str = "", *, hint: str = "", quiet: bool = True, beside: bool = False
    ) -> None:
        self.line = QLineEdit(value)
        self.line.setProperty("quiet", quiet)
        self.line.setPlaceholderText(hint)
        super().__init__(label, self.line, beside=beside)
        self.line.textEdited.connect(self._touched)
        self.line.returnPressed.connect(self.flush)

    def value(self) -> str:
        """Give what stands in the editor."""
        return self.line.text()

    def _put(self, value: object) -> None:
        at = self.line.cursorPosition() if self.line.hasFocus() else 0
        self.line.setText(str(value))
        self.line.setCursorPosition(at)


class TextField(Field):
    """Some lines of text."""

    def __init__(self, label: str, value: str = "", *, hint: str = "", quiet: bool = False, lines: int = 3) -> None:
        self._text = QPlainTextEdit(value)
        self._text.setProperty("quiet", quiet)
        self._text.setPlaceholderText(hint)
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(self._text.fontMetrics().lineSpacing() * lines + 26)
        super().__init__(label, self._text)
        self._text.textChanged.connect(self._touched)

    def value(self) -> str:
        """Give what stands in the editor."""
        return self._text.toPlainText()

    def _put(self, value: object) -> None:
        at = self._text.textCursor().position() if self._text.hasFocus() else 0
        self._text.setPlainText(str(value))
        cursor = self._text.textCursor()
        cursor.setPosition(min(at, max(0, self._text.document().characterCount() - 1)))
        self._text.setTextCursor(cursor)


class ChoiceField(Field):
    """One of a few choices, each a key and a word."""

    def __init__(
        self, label: str, choices: Sequence[tuple[object, str]], value: object = None, *, quiet: bool = True
    ) -> None:
        self._box = ChoiceBox()
        self._box.setProperty("quiet", quiet)
        # Without a delegate of its own Fusion draws the list as a menu and the style sheet does not reach it.
        self._box.setItemDelegate(QStyledItemDelegate(self._box))
        super().__init__(label, self._box)
        for key, word in choices:
            self._box.addItem(word, key)
        self._put(value)
        self._box.activated.connect(self._chose)

    def value(self) -> object:
        """Give what stands in the editor."""
        return self._box.currentData()

    def _put(self, value: object) -> None:
        keys = [self._box.itemData(at) for at in range(self._box.count())]
        self._box.setCurrentIndex(keys.index(value) if value in keys else -1)

    def _chose(self) -> None:
        self._dirty = True
        self.flush()


class DateField(Field):
    """A date, chosen or typed."""

    def __init__(self, label: str, value: date, *, quiet: bool = True) -> None:
        self._date = DateEdit(label, value)
        self._date.setProperty("quiet", quiet)
        super().__init__(label, self._date)
        self._date.dateChanged.connect(self._touched)

    def value(self) -> date:
        """Give what stands in the editor."""
        return self._date.day

    def _put(self, value: object) -> None:
        if isinstance(value, date):
            self._date.show_day(value)
