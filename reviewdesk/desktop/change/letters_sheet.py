"""Asks whose letters about a change are written, and says what came of it."""

from collections.abc import Hashable
from typing import Final
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import RowList, Section
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.services.change_letters import LetterToWrite, WrittenLetters

_ROOM: Final = 14  # lines
_MOST: Final = 500


class LettersSheet(Sheet):
    """Lets the person tick accounts; each letter is looked through before its draft is written.

    Signals:
        wanted: the ids of the accounts that are ticked.
        page_asked: the id of the account whose letter is to be shown.
        folder_asked: the folder of the drafts is to be shown.
    """

    wanted = Signal(object)
    page_asked = Signal(object)
    folder_asked = Signal(object)

    def __init__(self, found: tuple[LetterToWrite, ...], parent: QWidget) -> None:
        super().__init__(parent.tr("Letters about this change"), parent.tr("Write the drafts"), parent)
        self._found = tuple(sorted(found, key=lambda each: not each.is_ticked))
        self._ticked = {each.account_id for each in found if each.is_ticked}
        self.about = Label(part=Part.MUTED, wraps=True)
        self.all = ghost_button(self.tr("Tick none"))
        self.rows = RowList(self.tr("Letters"), most=_MOST)
        self._done: WrittenLetters | None = None
        self._lay_out_rows(parent)
        self.all.clicked.connect(self._tick_all_or_none)
        self.rows.action_asked.connect(self._act)
        self.rows.opened.connect(self.page_asked)
        self.asked.connect(self._go)
        self._show()

    def _lay_out_rows(self, parent: QWidget) -> None:
        area, line = ScrollColumn(self.tr("Letters")), self.fontMetrics()
        area.column.addWidget(self.rows)
        area.column.addStretch(1)
        area.setMinimumHeight(line.lineSpacing() * _ROOM)
        self.setMinimumWidth(min(line.averageCharWidth() * 80, parent.width() - 48))
        told = QHBoxLayout()
        told.addWidget(self.about, 1)
        told.addWidget(self.all)
        self.add(told)
        self.add(area)

    @property
    def ticked(self) -> tuple[UUID, ...]:
        """Give the accounts that are ticked, in their order."""
        return tuple(each.account_id for each in self._found if each.account_id in self._ticked)

    def _show(self) -> None:
        self.take_back()
        told = self.tr("{n} of {all} letters. Each is looked through, and becomes a mail draft with the PDF.")
        self.about.setText(told.format(n=len(self._ticked), all=len(self._found)))
        self.all.setText(self.tr("Tick none") if self._ticked else self.tr("Tick all"))
        self.go.setEnabled(bool(self._ticked))
        self.rows.show_rows([self._row(each) for each in self._found])

    def _row(self, each: LetterToWrite) -> Row:
        ticked = each.account_id in self._ticked
        tick = RowAction("goes", self.tr("Goes"), shape=ActionShape.TICK, ticked=ticked)
        page = RowAction("page", self.tr("Look at it"), "file-text", "P")
        whom = each.whom or self.tr("nobody known there yet")
        address = "" if each.has_address else self.tr("no address")
        pills = (PillText(self.tr("written"), Tone.GOOD),) if each.was_written else ()
        shy = self.tr("wants no marketing; this is none") if each.wants_no_marketing else ""
        words = self.tr("in {language}; your reason is not").format(language=each.untranslated)
        meta = " · ".join(part for part in (whom, address, shy, words if each.untranslated else "") if part)
        return Row(each.account_id, each.account, meta, pills=pills, actions=(tick, page))

    def _act(self, key: Hashable, action: str) -> None:
        if action == "page":
            self.page_asked.emit(key)
        else:
            self._ticked ^= {key}  # type: ignore[arg-type]
            self._show()

    def _tick_all_or_none(self) -> None:
        self._ticked = set() if self._ticked else {each.account_id for each in self._found}
        self._show()

    def _go(self) -> None:
        if self._done is not None:
            self.folder_asked.emit(self._done.folder)
        else:
            self.go.setEnabled(False)
            self.wanted.emit(self.ticked)

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be done as it stands, and let it be tried again."""
        super().refuse(sentence)
        self.go.setEnabled(True)

    def show_result(self, result: WrittenLetters) -> None:
        """Say what came of it, and name the letters that were not written with the way to their pages."""
        self._done = result
        told = f"{result.written:,} draft{'' if result.written == 1 else 's'} written to {result.folder}."
        lacking = (
            f" {result.without_address:,} without an address: add it in the mail." if result.without_address else ""
        )
        self.about.setText(told + lacking)
        self.all.hide()
        page = RowAction("page", self.tr("Show its page"), shape=ActionShape.BUTTON)
        left = tuple(Row(each.account_id, each.account, each.why, actions=(page,)) for each in result.left)
        missed, look = (
            {each.account_id for each in result.left},
            RowAction("page", self.tr("Look at it"), "file-text", "P"),
        )
        done = tuple(
            Row(each.account_id, each.account, each.whom, actions=(look,))
            for each in self._found
            if each.account_id in self._ticked - missed
        )
        parts = ((self.tr("Not written"), left), (self.tr("Written"), done))
        self.rows.show_sections([Section(title, rows, f"{len(rows)}") for title, rows in parts if rows])
        self.go.setText(self.tr("Show the folder"))
        self.go.setEnabled(True)
        self.cancel.setText(self.tr("Close"))
