"""Wrap up: sort the notes, then say what is missing."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from reviewdesk.desktop.ink import PAGE_MARGIN, line_height
from reviewdesk.desktop.review.model import Shown
from reviewdesk.desktop.review.outcome_panel import OutcomePanel
from reviewdesk.desktop.review.print_list import PrintCard
from reviewdesk.desktop.review.sort_view import SortView
from reviewdesk.desktop.review.summary_parts import SummaryParts
from reviewdesk.desktop.widgets.page import ScrollColumn


class WrapUpView(QWidget):
    """Sort and what is printed at the left, what is missing at the right.

    Signals:
        changed: the name of a field of the review and its new value.
        reworded: a line and its wording for print. set_aside: a line, and whether it is kept out.
    """

    changed = Signal(str, object)
    reworded = Signal(object, str)
    set_aside = Signal(object, bool)
    proposed_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Wrap up"))
        self.sort = SortView()
        self.printed = PrintCard()
        self.parts = SummaryParts()
        self.outcome = OutcomePanel()
        self._left = ScrollColumn(self.tr("Notes"), gap=24)
        self._lay_out()
        self.outcome.changed.connect(self.changed)
        self.parts.changed.connect(self.changed)
        self.printed.reworded.connect(self.reworded)
        self.printed.set_aside.connect(self.set_aside)
        self.sort.moved.connect(self.reveal)

    def _lay_out(self) -> None:
        self._left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._left.column.setContentsMargins(PAGE_MARGIN, 22, PAGE_MARGIN, 24)
        for part in (self.sort, self.printed, self.parts):
            self._left.column.addWidget(part)
        self._left.column.addStretch(1)
        line = QFrame()
        line.setProperty("part", "hairline")
        line.setFixedWidth(1)
        right = QWidget()
        right.setProperty("ground", "surface")
        right.setMinimumWidth(line_height(self.font()) * 17)
        inside = QHBoxLayout(right)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.outcome)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left, 26)
        row.addWidget(line)
        row.addWidget(right, 10)

    def show_review(self, shown: Shown) -> None:
        """Show how far this review is."""
        self.sort.show_review(shown)
        self.printed.show_review(shown)
        self.parts.show_review(shown)
        self.outcome.show_review(shown)

    def flush(self) -> None:
        """Tell at once what was typed."""
        self.printed.flush()
        self.parts.flush()
        self.outcome.flush()

    def go_to_wording(self, line_id: UUID) -> None:
        """Put the cursor into the wording for print of a line, with all of it selected."""
        row = self.printed.row_of(line_id)
        if row is not None:
            self.reveal(row)
            row.words.setFocus(Qt.FocusReason.OtherFocusReason)
            row.words.selectAll()

    def go_to_proposed(self) -> bool:
        """Put the keyboard on what is proposed; say whether anything is."""
        outcome = self.outcome
        first = next((each for each in (outcome.proposed_sentences, outcome.proposed_heard) if each.rows), None)
        if first is not None:
            outcome.ensureWidgetVisible(first)
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        return first is not None

    def reveal(self, row: QWidget) -> None:
        """Bring something at the left into sight."""
        self._left.ensureWidgetVisible(row, 0, 60)
        self._left.horizontalScrollBar().setValue(0)
