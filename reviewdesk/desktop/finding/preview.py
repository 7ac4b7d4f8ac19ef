"""Shows a thing found in its place: the lines around it, the matches marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from reviewdesk.desktop.ink import tokens
from reviewdesk.desktop.results import Span
from reviewdesk.desktop.widgets.card import Card


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One line of the preview; `is_it` is the one that was found, where others stand around it."""

    text: str
    marks: tuple[Span, ...] = ()
    is_it: bool = False


class Preview(Card):
    """A card with the lines around what was found."""

    def __init__(self) -> None:
        super().__init__(" ")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setProperty("bare", True)
        self.text.setAccessibleName(self.tr("Preview"))
        self.add(self.text, 1)

    def show_lines(self, title: str, lines: Sequence[PreviewLine]) -> None:
        """Show these lines and stand where the one that was found is in sight."""
        self.heading.show_text(title)
        self.text.setPlainText("\n".join(each.text for each in lines))
        selections, at = [], 0
        for each in lines:
            if each.is_it:
                selections.append(self._line_at(at))
            selections += [self._mark(at + start, length) for start, length in each.marks]
            at += len(each.text) + 1
        self.text.setExtraSelections(selections)
        at = sum(len(each.text) + 1 for each in lines[: next((n for n, one in enumerate(lines) if one.is_it), 0)])
        self._go_to(at)

    def _go_to(self, place: int) -> None:
        cursor = self.text.textCursor()
        cursor.setPosition(min(place, self.text.document().characterCount() - 1))
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()

    def _line_at(self, place: int) -> QTextEdit.ExtraSelection:
        found = self._selection(place, 0, tokens().accent_soft)
        found.format.setProperty(QTextFormat.Property.FullWidthSelection.value, True)
        return found

    def _mark(self, place: int, length: int) -> QTextEdit.ExtraSelection:
        return self._selection(place, length, tokens().mark)

    def _selection(self, place: int, length: int, ground: str) -> QTextEdit.ExtraSelection:
        found = QTextEdit.ExtraSelection()
        cursor, form = QTextCursor(self.text.document()), QTextCharFormat()
        last = self.text.document().characterCount() - 1
        cursor.setPosition(min(place, last))
        cursor.setPosition(min(place + length, last), QTextCursor.MoveMode.KeepAnchor)
        form.setBackground(QColor(ground))
        found.cursor, found.format = cursor, form
        return found
