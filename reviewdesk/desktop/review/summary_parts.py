"""What else the customer's summary shows: which charts, whether our kept rate, and what it was worth to them."""

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from reviewdesk.desktop.review.model import Shown
from reviewdesk.desktop.review.worth_rows import WorthRows
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.side_by_side import SideBySide
from reviewdesk.domain.summary_charts import SummaryPart

_CALLED: Final[Mapping[SummaryPart, str]] = {
    SummaryPart.REVENUE: "What they bought, by month",
    SummaryPart.SATISFACTION: "How satisfied they are, over reviews",
    SummaryPart.CONCERNS: "Their concerns, by quarter",
    SummaryPart.PROMISES: "What became of our promises, by review",
    SummaryPart.GOALS: "Bars beside the goals",
    SummaryPart.KEPT_RATE: "How many of our promises we kept",
}


class SummaryParts(Card):
    """The charts and figures of a summary, each shown or left out.

    Signals:
        changed: the name of a field of the review and its new value.
    """

    changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(self.tr("Charts and figures"))
        self.boxes = {each: QCheckBox(self.tr(words)) for each, words in _CALLED.items()}
        self.worth = WorthRows()
        for box in self.boxes.values():
            box.clicked.connect(self._tell_parts)
        boxes = list(self.boxes.values())
        half = (len(boxes) + 1) // 2
        columns = SideBySide(_column(boxes[:half]), _column(boxes[half:]), gap=8, least=30)
        note = self.tr("A chart that would say nothing is left out by itself. The next review shows the same ones.")
        self.add(Label(note, Part.SMALL, wraps=True))
        self.add(columns)
        self.add(Label(self.tr("What this was worth to them"), Part.STRONG))
        self.add(self.worth)
        self.worth.chosen.connect(self._tell_worth)

    def show_review(self, shown: Shown) -> None:
        """Show what this review's summary shows."""
        for part, box in self.boxes.items():
            box.setChecked(part in shown.review.parts)
        self.worth.show_worth(shown.review.worth)

    def flush(self) -> None:
        """Tell at once what was typed."""
        self.worth.flush()

    def _tell_parts(self) -> None:
        self.changed.emit("parts", tuple(part for part, box in self.boxes.items() if box.isChecked()))

    def _tell_worth(self, worth: object) -> None:
        self.changed.emit("worth", worth)


def _column(widgets: Iterable[QWidget]) -> QWidget:
    """Put these below each other."""
    column = QWidget()
    inside = QVBoxLayout(column)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(8)
    for each in widgets:
        inside.addWidget(each)
    return column
