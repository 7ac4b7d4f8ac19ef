"""Asks which summaries are written and as what, shows how far that is, and names those that were not written."""

from __future__ import annotations

from collections.abc import Hashable
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QWidget

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.field import ChoiceField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.progress_row import ProgressRow
from reviewdesk.desktop.widgets.row_list import RowList, Section
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.document_kinds import DocumentKind
from reviewdesk.domain.intervals import short_day

if TYPE_CHECKING:
    from datetime import date

    from reviewdesk.services.batch_values import BatchOffer, BatchResult, BatchRow

_ROOM = 16  # lines
_ANY = "every period"


class Stage(StrEnum):
    """How far the sheet is."""

    CHOOSING = "choosing"
    WRITING = "writing"
    DONE = "done"


class BatchSheet(Sheet):
    """Lets the person choose, and stays until all is written.

    Signals:
        wanted: the summaries that are ticked and the kinds of file. stop_asked: no more is to be begun.
        page_asked: the summary whose page is to be shown. folder_asked: the folder is to be shown.
    """

    wanted = Signal(object, object)
    stop_asked = Signal()
    page_asked = Signal(object)
    folder_asked = Signal()

    def __init__(self, offer: BatchOffer, today: date, parent: QWidget, *, chosen: bool = False) -> None:
        super().__init__(parent.tr("Summaries at once"), parent.tr("Choose a folder…"), parent)
        self.offer, self.today = offer, today
        self.stage = Stage.CHOOSING
        self._left: set[Hashable] = set()
        periods = [(each, each or self.tr("without a period")) for each in offer.periods]
        choices = [(_ANY, self.tr("Every period")), *periods]
        self.period = ChoiceField(
            self.tr("Reviews of"), choices, _ANY if chosen or not periods else periods[0][0], quiet=False
        )
        self.kinds = {each: QCheckBox(each.label) for each in DocumentKind}
        self.about = Label(part=Part.MUTED, wraps=True)
        self.all = ghost_button(self.tr("Tick none"))
        self.progress = ProgressRow()
        self.rows = RowList(self.tr("Summaries"))
        self.area = QScrollArea()
        self._lay_out_all()
        self._listen()
        self._show()

    def _lay_out_all(self) -> None:
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 84)
        self.area.setWidget(self.rows)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAccessibleName(self.tr("Summaries"))
        self.area.setMinimumHeight(self.fontMetrics().lineSpacing() * _ROOM)
        self.kinds[DocumentKind.PDF].setChecked(True)
        kinds = QHBoxLayout()
        kinds.setSpacing(18)
        for each in self.kinds.values():
            each.setAccessibleName(self.tr("As {kind}").format(kind=each.text()))
            kinds.addWidget(each)
        kinds.addStretch(1)
        told = QHBoxLayout()
        told.addWidget(self.about, 1)
        told.addWidget(self.all)
        for part in (self.period, kinds, told, self.progress, self.area):
            self.add(part)
        self.progress.hide()

    def _listen(self) -> None:
        self.period.edited.connect(self._choose)
        for each in self.kinds.values():
            each.toggled.connect(self._choose)
        self.all.clicked.connect(self._tick_all_or_none)
        self.rows.action_asked.connect(self._act)
        self.rows.opened.connect(self._act)
        self.progress.cancel_asked.connect(self.stop_asked)
        self.asked.connect(self._go)

    # ------------------------------------------------------------ choosing

    @property
    def shown(self) -> tuple[BatchRow, ...]:
        """Give the summaries of the period that is chosen."""
        period = str(self.period.value())
        return self.offer.rows if period == _ANY else self.offer.of(period)

    @property
    def ticked(self) -> tuple[BatchRow, ...]:
        """Give those of them that are ticked."""
        return tuple(each for each in self.shown if each.summary_id not in self._left)

    @property
    def ticked_kinds(self) -> tuple[DocumentKind, ...]:
        """Give the kinds of file that are ticked."""
        return tuple(kind for kind, box in self.kinds.items() if box.isChecked())

    def _choose(self, _what: object = None) -> None:
        self.take_back()
        self._show()

    def _show(self) -> None:
        ticked, kinds = len(self.ticked), len(self.ticked_kinds)
        if self.offer.rows:
            told = self.tr("{n} of {all} summaries, {files} files. Each is looked through before it is written.")
            self.about.setText(told.format(n=ticked, all=len(self.shown), files=ticked * kinds))
        else:
            self.about.setText(self.tr("No review is finished yet. Hold one, and finish it in Wrap up."))
        self.all.setText(self.tr("Tick all") if self._left else self.tr("Tick none"))
        self.all.setVisible(bool(self.shown))
        self.go.setEnabled(bool(ticked and kinds))
        self.rows.show_rows([self._row(each) for each in self.shown])

    def _row(self, row: BatchRow) -> Row:
        tick = RowAction("goes", self.tr("Goes"), shape=ActionShape.TICK, ticked=row.summary_id not in self._left)
        held = self.tr("held {day}").format(day=short_day(row.held_on, self.today))
        version = self.tr("version {n}").format(n=row.number)
        pills = (PillText(self.tr("sent"), Tone.GOOD),) if row.is_sent else ()
        meta = " · ".join(each for each in (row.period, held, version) if each)
        return Row(row.summary_id, row.account, meta, pills=pills, actions=(tick,))

    def _act(self, key: Hashable, _action: str = "") -> None:
        if self.stage is Stage.DONE:
            self.page_asked.emit(key)
        elif self.stage is Stage.CHOOSING:
            self._left ^= {key}
            self._show()

    def _tick_all_or_none(self) -> None:
        self._left = set() if self._left else {each.summary_id for each in self.shown}
        self._show()

    def _go(self) -> None:
        if self.stage is Stage.DONE:
            self.folder_asked.emit()
        else:
            self.wanted.emit(self.ticked, self.ticked_kinds)

    # ------------------------------------------------------------ writing

    def show_begun(self) -> None:
        """Show that it is under way, and let nothing more be chosen."""
        self.stage = Stage.WRITING
        for each in (self.period, self.all, self.go, self.area, *self.kinds.values()):
            each.setEnabled(False)
        self.show_progress(0, len(self.ticked))
        self.progress.show()

    def show_progress(self, done: int, total: int) -> None:
        """Show how many are done."""
        self.progress.show_progress(self.tr("{n} of {all} written").format(n=done, all=total), done, total)

    def show_result(self, result: BatchResult) -> None:
        """Say what came of it, and name those that were not written with the way to their pages."""
        self.stage = Stage.DONE
        for each in (self.period, self.progress, self.all, *self.kinds.values()):
            each.hide()
        self.about.setText(result.words)
        action = RowAction("page", self.tr("Show its page"), shape=ActionShape.BUTTON)
        rows = [
            Row(
                each.summary_id, each.account, each.why, actions=(action,),
                pills=(PillText(self.tr("not for the customer"), Tone.BAD),) if each.is_leak else (),
            )
            for each in result.not_written
        ]  # fmt: skip
        self.area.setVisible(bool(rows))
        self.area.setEnabled(True)
        self.rows.show_sections([Section(self.tr("Not written"), tuple(rows), f"{len(rows)}")] if rows else [])
        self.go.setText(self.tr("Show the folder"))
        self.go.setEnabled(True)
        self.cancel.setText(self.tr("Close"))
        self.go.setFocus()
