"""Whom the mail of a summary goes to, and how this machine's mail program takes it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QVBoxLayout, QWidget

from reviewdesk.desktop.widgets.labels import Label, Part

_ROWS = 4


class MailPanel(QWidget):
    """The recipients of a mail draft.

    Signals:
        way_chosen: whether this machine's mail program takes a link instead of a draft.
    """

    way_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Mail"))
        self._offered = ""
        self.to = QPlainTextEdit()
        self.to.setAccessibleName(self.tr("To"))
        self.to.setTabChangesFocus(True)
        self.to.setPlaceholderText("anna@example.com")
        self.to.setFixedHeight(self.fontMetrics().lineSpacing() * _ROWS + 16)
        self.lacking = Label(part=Part.SMALL, wraps=True)
        said = self.tr("Whoever is none of their people is asked about before anything is drafted.")
        self.by_link = QCheckBox(self.tr("My mail program opens no drafts"))
        self.by_link.setToolTip(self.tr("Then a mail is begun by a link, and the PDF lies in the folder that opens."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Label(self.tr("To"), Part.STRONG))
        column.addWidget(self.to)
        column.addWidget(self.lacking)
        column.addWidget(Label(said, Part.SMALL, wraps=True))
        column.addWidget(self.by_link)
        column.addStretch(1)
        self.lacking.hide()
        self.by_link.clicked.connect(self._choose)

    def offer(self, to: str, lacking: str) -> None:
        """Offer these recipients, unless others were typed; `lacking` names those who have no address."""
        if self.to.toPlainText() in ("", self._offered):
            self.to.setPlainText(to)
        self._offered = to
        self.lacking.setText(self.tr("Without an address: {names}.").format(names=lacking))
        self.lacking.setVisible(bool(lacking))

    def forget(self) -> None:
        """Forget what was typed, as when another review's summary is shown."""
        self.to.clear()
        self._offered = ""

    def _choose(self) -> None:
        self.way_chosen.emit(self.by_link.isChecked())
