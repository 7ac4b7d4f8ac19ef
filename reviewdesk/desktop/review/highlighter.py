"""Colours the marks, names and tags of notes; only blocks that changed are looked at."""

import re
from typing import Final

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from reviewdesk.desktop.ink import colour, tokens
from reviewdesk.domain.notes.marks import find_mark
from reviewdesk.domain.notes.mentions import mentions_in

_TAG: Final = re.compile(r"(?<![\w#&/@])#\w[\w-]*")
LONGEST: Final = 2_000


class MarkHighlighter(QSyntaxHighlighter):
    """Colours the mark at the start of each line, and the names and tags in it."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._mark, self._name, self._tag = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        self._tint()

    def follow_theme(self) -> None:
        """Take the colours of another theme."""
        self._tint()
        self.rehighlight()

    def _tint(self) -> None:
        theme = tokens()
        self._mark.setForeground(colour(theme.accent))
        self._mark.setFontWeight(QFont.Weight.DemiBold)
        self._name.setForeground(colour(theme.accent))
        self._tag.setForeground(colour(theme.muted))

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        head = text[:LONGEST]
        span = find_mark(head).span
        if span is not None:
            self.setFormat(span[0], span[1] - span[0], self._mark)
        if "@" in head:
            for each in mentions_in(head):
                self.setFormat(each.span[0], each.span[1] - each.span[0], self._name)
        if "#" in head:
            for found in _TAG.finditer(head):
                self.setFormat(found.start(), found.end() - found.start(), self._tag)
