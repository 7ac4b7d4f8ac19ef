"""The concerns that a mark stands for, each leading to its place on the page of its account."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.insights.concern_words import capital, concerns, cut
from reviewdesk.desktop.insights.model import InsightColumn, InsightLine
from reviewdesk.desktop.insights.table import insight_table
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.services.account_columns import Holds
from reviewdesk.services.concern_insights import NamedConcern

COLUMNS: Final = (
    InsightColumn("In their words", width=26, stretches=True),
    InsightColumn("Account", width=16, stretches=True),
    InsightColumn("Severity", Holds.COUNT, width=8),
    InsightColumn("Stage", width=16),
    InsightColumn("Raised", Holds.DAY, width=11),
)
_ROWS: Final = 18
_WIDTH: Final = 106


class ConcernListSheet(Sheet):
    """Lists concerns; Enter opens the one the person is on.

    Signals:
        lead_asked: the Lead of the one to open.
    """

    lead_asked = Signal(object)

    def __init__(self, title: str, found: Sequence[NamedConcern], parent: QWidget) -> None:
        super().__init__(title, parent.tr("Open"), parent, sentence=concerns(len(found)))
        self.table = insight_table(title, COLUMNS)
        self.table.show_rows([_line(each) for each in found])
        metrics = self.fontMetrics()
        self.table.setMinimumHeight(metrics.lineSpacing() * _ROWS)
        self.setMinimumWidth(metrics.averageCharWidth() * _WIDTH)
        self.add(self.table)
        self.table.opened.connect(self._take)
        self.asked.connect(self._take_current)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin on the first of them."""
        super().showEvent(event)
        self.table.setFocus()
        if self.table.rows.rows and self.table.current_key is None:
            self.table.go_to(self.table.rows.rows[0])

    def _take_current(self) -> None:
        line = self.table.current_key
        if isinstance(line, InsightLine):
            self._take(line)

    def _take(self, line: InsightLine) -> None:
        self.accept()
        self.lead_asked.emit(line.lead)


def _line(listed: NamedConcern) -> InsightLine:
    concern = listed.concern
    cells = (
        cut(concern.words), listed.account, concern.severity, capital(concern.stage.value), concern.raised_on,
    )  # fmt: skip
    return InsightLine(cells, Lead((concern.account_id,), concern_ids=(concern.id,)))
