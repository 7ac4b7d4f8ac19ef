"""The document of the notes: its lines with some air between them, and positions as Qt counts them."""

import unicodedata
from typing import Final

from PySide6.QtCore import QMimeData, QRectF
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextDocumentFragment, QTextFormat
from PySide6.QtWidgets import QPlainTextDocumentLayout

_UNSEEN: Final = dict.fromkeys((0x200B, 0x2060, 0xFEFF, 0x00AD, 0xFFFC))
_PASTED: Final = QTextFormat.Property.UserProperty + 1
_BREAKS: Final = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\v": "\n", "\f": "\n", "\x85": "\n"})


class NoteLayout(QPlainTextDocumentLayout):
    """Lays lines out with some air between them."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.air = 0.0

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Give the place of a line with the air under it."""
        box = super().blockBoundingRect(block)
        return box.adjusted(0, 0, 0, self.air) if box.height() else box


def words_of(source: QMimeData) -> str:
    """Give the words of what was copied elsewhere; files that were copied are no words."""
    if source.hasFormat("text/plain"):
        return pasted(source.text())
    if source.hasHtml():
        return pasted(QTextDocumentFragment.fromHtml(source.html()).toPlainText())
    if source.hasUrls() and not any(each.isLocalFile() for each in source.urls()):
        return pasted(source.text())
    return ""


def pasted(text: str) -> str:
    """Give the words of what is pasted: line ends of one kind, and nothing that is there and cannot be seen.

    Spaces that do not break stay, as do the joiners some scripts are written with.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BREAKS).translate(_UNSEEN)
    if lines.isprintable():
        return lines
    return "".join(each for each in lines if each in "\n\t" or unicodedata.category(each) not in ("Cc", "Cs"))


def put_apart(cursor: QTextCursor, words: str) -> QTextCursor:
    """Put words in as a step of their own: Qt takes back together what stands together in one format."""
    pasted_format, typed_format = QTextCharFormat(), cursor.charFormat()
    typed_format.clearProperty(_PASTED)
    pasted_format.setProperty(_PASTED, cursor.position() + 1)
    cursor.insertText(words, pasted_format)
    cursor.setCharFormat(typed_format)
    return cursor


def units(text: str) -> int:
    """Count as Qt does: a character outside the basic plane is two."""
    return len(text) if text.isascii() else len(text) + sum(1 for each in text if each > "\uffff")


def same_head(one: str, other: str) -> int:
    """Count the characters that are the same from the start."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least
