"""Asks what is taken out of the book: everything, or accounts and people as a CRM writes them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.widgets.field import ChoiceField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.sheet import Sheet


class ExportSheet(Sheet):
    """Lets the person choose.

    Signals:
        wanted: the name of a CRM, or nothing for everything.
    """

    wanted = Signal(str)

    def __init__(self, crms: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent.tr("Export"), parent.tr("Choose a folder…"), parent)
        choices = [("", self.tr("Everything in this book"))]
        choices += [(each, self.tr("Accounts and people, for {crm}").format(crm=each)) for each in crms]
        self.what = ChoiceField(self.tr("What is exported"), choices, "", quiet=False)
        self.about = Label(part=Part.MUTED, wraps=True)
        self.add(self.what)
        self.add(self.about)
        self.what.edited.connect(self._say)
        self.asked.connect(self._tell)
        self._say("")

    def _say(self, crm: object) -> None:
        everything = self.tr(
            "Every record with every field and who may see it, as JSON and as CSV tables, with all files kept in the "
            "book. It holds what is for you alone."
        )
        theirs = self.tr(
            "Two CSV files with the headers and the record ids of {crm}. What is for you alone is not in them."
        ).format(crm=crm)
        self.about.setText(theirs if crm else everything)

    def _tell(self) -> None:
        self.wanted.emit(str(self.what.value()))
