"""Rewords printed lines on the page: pressed there or walked to by keys, kept with what they come from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRectF, Qt, Signal

from reviewdesk.desktop.document.line_editor import LineEditor
from reviewdesk.desktop.document.marks import Mark, MarkKind, boxes
from reviewdesk.desktop.document.model import ShownLine
from reviewdesk.desktop.tasks import Lane, Tasks

if TYPE_CHECKING:
    from reviewdesk.desktop.document.model import ShownDocument
    from reviewdesk.desktop.document.sources import Source
    from reviewdesk.desktop.document.view import DocumentView
    from reviewdesk.services.outcome import Outcome


class Rewording(QObject):
    """One line at a time.

    Signals:
        done: what was done, and what to show now.
    """

    done = Signal(object, object)

    def __init__(self, view: DocumentView, tasks: Tasks, owner: QObject) -> None:
        super().__init__(owner)
        self._view, self._tasks = view, tasks
        self._source: Source | None = None
        self._marks: dict[ShownLine, Mark] = {}
        self.editor = LineEditor(view.pages.viewport())
        self.editor.closed.connect(self.close)
        self.editor.reworded.connect(self._reword)
        self.editor.heard_asked.connect(self._say_as_heard)
        self.editor.remark_asked.connect(view.remark_asked)
        view.mouse.mark_asked.connect(self._press)
        view.side.lines.list.line_reached.connect(self._show)
        view.side.lines.list.reword_asked.connect(self.begin)
        view.pages.pages_wanted.connect(self._follow)

    def show_document(self, source: Source, shown: ShownDocument) -> None:
        """Reword the lines of this document from now on."""
        self._source = source
        self._marks = {
            each: Mark(MarkKind.LINE, each.page, each.areas, each, each.words) for each in shown.lines if each.page
        }
        self._view.pages.show_marks(MarkKind.LINE, tuple(self._marks.values()))
        self._keep_typing(shown)

    def _keep_typing(self, shown: ShownDocument) -> None:
        """Leave what is being typed as it is where its line is still there after the pages were drawn anew."""
        held = self.editor.line if self.editor.isVisible() else None
        same = [each for each in shown.lines if held and (each.path, each.words) == (held.path, held.words)]
        if same:
            self.editor.line = same[0]
            self._show(same[0])
            self._follow()
        else:
            self.editor.hide()

    def begin(self, line: ShownLine) -> None:
        """Let a line be reworded where it stands."""
        self._show(line)
        self.editor.begin(line, self._box(line))

    def close(self) -> None:
        """Leave the line as it is, and go back to where one was."""
        self.editor.hide()
        self._view.pages.let_go()
        place = self._view.side.lines.list if self._view.side.is_open("lines") else self._view.pages
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, line: ShownLine) -> None:
        if line in self._marks:
            self._view.pages.go_to_mark(self._marks[line])

    def _press(self, mark: Mark) -> None:
        if isinstance(mark.key, ShownLine):
            self._view.side.lines.list.choose(mark.key)
            self.begin(mark.key)

    def _follow(self) -> None:
        """Keep the editor over its line while the pages move."""
        line = self.editor.line
        if self.editor.isVisible() and line is not None and line in self._marks:
            self.editor.move(self.editor.x(), round(self._box(line).top()) - 10)

    def _box(self, line: ShownLine) -> QRectF:
        pages = self._view.pages
        if line not in self._marks:
            return QRectF(24, 24, pages.viewport().width() - 48, 20)
        whole = QRectF()
        for box in boxes(self._marks[line], pages.layout_of_pages):
            whole = whole.united(box)
        return whole.translated(-pages.horizontalScrollBar().value(), -pages.verticalScrollBar().value())

    def _reword(self, line: ShownLine, words: str) -> None:
        if " ".join(words.split()) == line.words:
            self.close()
        elif self._source is not None:
            self._do(self._source, partial(self._source.reword, line.path, words))

    def _say_as_heard(self, line: ShownLine) -> None:
        if self._source is not None:
            self._do(self._source, partial(self._source.say_as_heard, line.path, line.words))

    def _do(self, source: Source, work: partial[Outcome[Any]]) -> None:
        self._tasks.run(work, partial(self._done, source), self, lane=Lane.WRITE)

    def _done(self, source: Source, outcome: Outcome[Any]) -> None:
        self.close()
        self.done.emit(outcome, source.after(outcome.value))
