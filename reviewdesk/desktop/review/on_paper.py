"""What is taken along on paper: the brief, the pre-read and the meeting sheet, one key each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.review.model import Shown
from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.flow import FlowLayout
from reviewdesk.desktop.widgets.labels import Label, Part


class OnPaper(Card):
    """Three documents as PDF, and for whom each is.

    Signals:
        paper_asked: the command that makes the document.
    """

    paper_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("On paper"))
        self.said = Label(part=Part.MUTED, wraps=True)
        self.said.setText(
            self.tr("The brief and the meeting sheet are for our side; the pre-read is for the customer.")
        )
        self.brief = plain_button(self.tr("Brief"), "file-text")
        self.pre_read = plain_button(self.tr("Pre-read"), "book-open")
        self.sheet = plain_button(self.tr("Meeting sheet"), "notebook-pen")
        self.brief.setToolTip(self.tr("One page to read in two minutes (Alt+B)"))
        self.pre_read.setToolTip(self.tr("What they read before the meeting, as a PDF (Alt+P)"))
        self.sheet.setToolTip(self.tr("Agenda and room to write by hand (Alt+M)"))
        row = QWidget()
        flow = FlowLayout(row, gap=10)
        for each in (self.brief, self.pre_read, self.sheet):
            flow.addWidget(each)
            each.clicked.connect(self._ask)
        self.add(self.said)
        self.add(row)

    def show_review(self, shown: Shown) -> None:
        """Offer the pre-read only while the meeting is ahead and has a day."""
        self.pre_read.setEnabled(shown.review.is_open and shown.review.planned_on is not None)

    def _ask(self) -> None:
        commands = {self.brief: "print_brief", self.pre_read: "print_pre_read", self.sheet: "print_sheet"}
        for button, command in commands.items():
            if button is self.sender():
                self.paper_asked.emit(command)
