"""Keeps a second reader's remarks on the document that is shown, and marks where they are pinned."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.document.marks import Mark, MarkKind
from reviewdesk.desktop.document.model import Pinned, Remark, ShownLine, Way
from reviewdesk.desktop.document.remark_panel import where
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.corrections import ALIKE
from reviewdesk.domain.remark_sheet import PinnedRemark

if TYPE_CHECKING:
    from uuid import UUID

    from reviewdesk.desktop.document.model import ShownDocument
    from reviewdesk.desktop.document.view import DocumentView
    from reviewdesk.services.outcome import Outcome
    from reviewdesk.services.remarks import RemarkService, RemarksNow


class Remarking(QObject):
    """The remarks on one summary.

    Signals:
        export_asked: the remarks as they are pinned, to be written with the pages.
    """

    export_asked = Signal(object)

    def __init__(self, view: DocumentView, remarks: RemarkService, tasks: Tasks, owner: QObject) -> None:
        super().__init__(owner)
        self._view, self._panel = view, view.side.remarks
        self._remarks, self._tasks = remarks, tasks
        self._shown: ShownDocument | None = None
        self.open: tuple[Remark, ...] = ()
        self._numbers: dict[UUID, int] = {}
        self._all: tuple[Remark, ...] = ()
        self._panel.export_asked.connect(self._export)
        self._panel.added.connect(self._add)
        self._panel.done_asked.connect(self._turn)
        self._panel.removed_asked.connect(self._remove)
        self._panel.shown_asked.connect(self._show)
        view.pages.page_reached.connect(self._follow_page)
        view.side.lines.list.line_reached.connect(self._pin)
        view.remark_asked.connect(self.begin)

    def show_document(self, shown: ShownDocument) -> None:
        """Show the remarks on this document, where it can have any."""
        fresh = self._shown is None or self._shown.review_id != shown.review_id
        self._shown, self.open = shown, () if fresh else self.open
        if fresh:
            self._panel.pin_to(Pinned())
            self._panel.show_remarks((), ())
        if Way.REMARK in shown.ways:
            self.read()

    def read(self) -> None:
        """Read the remarks anew."""
        if self._shown is not None and self._shown.review_id is not None:
            work = partial(self._remarks.of_review, self._shown.review_id)
            self._tasks.run(work, self._take, self, newest="remarks")

    def begin(self, line: ShownLine | None = None) -> None:
        """Let a remark be written about a line, or about the page in sight."""
        if self._shown is not None and Way.REMARK in self._shown.ways:
            self._view.side.open("remarks")
            pinned = _pinned(line) if line is not None else Pinned(self._view.pages.page)
            self._panel.begin(pinned)

    def look(self) -> None:
        """Show the remarks, and where the first open one stands."""
        self._view.side.open("remarks")
        if self.open:
            self._show(self.open[0])

    def _take(self, now: RemarksNow) -> None:
        remarks = sorted(now.remarks, key=self._order)
        self._all = tuple(remarks)
        self.open = tuple(each for each in remarks if each.is_open)
        self._numbers = {each.id: number for number, each in enumerate(remarks, 1)}
        self._panel.show_remarks(remarks, now.readers)
        self._view.side.count_remarks(len(self.open))
        self._view.pages.show_marks(MarkKind.REMARK, [self._mark(each) for each in self.open])

    def _export(self) -> None:
        self.export_asked.emit(tuple(map(self._as_pinned, self._all)))

    def _as_pinned(self, remark: Remark) -> PinnedRemark:
        mark = self._mark(remark)
        about = where(Pinned(mark.page, remark.part, remark.line))
        number = self._numbers.get(remark.id, 0)
        return PinnedRemark(number, remark.words, remark.by, about, mark.page, mark.areas[0], done=not remark.is_open)

    def _order(self, remark: Remark) -> tuple[bool, int, float]:
        """Put the open ones first, in the order in which one reads what they are about."""
        mark = self._mark(remark)
        return not remark.is_open, mark.page, -mark.areas[0][3]

    def _mark(self, remark: Remark) -> Mark:
        """Mark where a remark is pinned: its line as it stands now, else the corner of its page."""
        label = str(self._numbers.get(remark.id, ""))
        line = self._line_of(remark)
        if line is not None:
            return Mark(MarkKind.REMARK, line.page, line.areas, remark, remark.words, label)
        sizes = self._view.pages.layout_of_pages.sizes
        page = min(max(remark.page, 1), max(len(sizes), 1))
        top = sizes[page - 1][1] if sizes else 0.0
        return Mark(MarkKind.REMARK, page, ((34, top - 30, 38, top - 26),), remark, remark.words, label)

    def _line_of(self, remark: Remark) -> ShownLine | None:
        """Give the line a remark is about: the same words, else the most similar ones of the same part."""
        lines = self._shown.lines if self._shown is not None else ()
        same = [each for each in lines if each.page and each.part == remark.part]
        best = max(same, key=lambda each: _share(each.words, remark.line), default=None)
        return best if best is not None and _share(best.words, remark.line) >= ALIKE else None

    def _show(self, remark: Remark) -> None:
        self._view.pages.go_to_mark(self._mark(remark))

    def _follow_page(self, number: int) -> None:
        if not self._panel.pinned.line and not self._panel.words.toPlainText():
            self._panel.pin_to(Pinned(number))

    def _pin(self, line: ShownLine) -> None:
        if not self._panel.words.toPlainText():
            self._panel.pin_to(_pinned(line))

    def _add(self, words: str, by: str, pinned: Pinned) -> None:
        shown = self._shown
        if shown is not None and shown.review_id is not None:
            number = shown.version.number if shown.version is not None else 0
            self._do(partial(self._remarks.add, shown.review_id, words, by, pinned, number))

    def _turn(self, remark: Remark) -> None:
        self._do(partial(self._remarks.set_done, remark.id, done=remark.is_open))

    def _remove(self, remark: Remark) -> None:
        self._do(partial(self._remarks.remove, remark.id))

    def _do(self, work: partial[Outcome[Any]]) -> None:
        self._tasks.run(work, self._done, self, lane=Lane.WRITE)

    def _done(self, _outcome: Outcome[Any]) -> None:
        self.read()


def _share(one: str, other: str) -> float:
    return 1.0 if one == other else SequenceMatcher(None, one.casefold(), other.casefold()).ratio()


def _pinned(line: ShownLine) -> Pinned:
    return Pinned(max(line.page, 1), line.part, line.words)
