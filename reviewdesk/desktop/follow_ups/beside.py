"""What stands beside the list: who owes what, and how many promises were kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.follow_ups.model import LedgerLines, PageLines
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Hairline, Label, Part
from reviewdesk.desktop.widgets.row_list import RowList

_FEW = 6


class LedgerCard(Card):
    """The kept rate, how it comes about, and every promise behind it.

    Signals:
        opened: the ended promise the person opened.
    """

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Promises kept"), edge_to_edge=True)
        self.figure = Label(part=Part.NUMBER)
        self.words = Label(part=Part.MUTED, wraps=True)
        self.arithmetic = Label(part=Part.SMALL, wraps=True)
        self.promises = RowList(self.tr("Ended promises"))
        self.all_of_them = ghost_button("")
        self._lines: LedgerLines | None = None
        self._unfolded = False
        top = QVBoxLayout()
        top.setContentsMargins(18, 12, 18, 12)
        top.setSpacing(2)
        for each in (self.figure, self.words, self.arithmetic):
            top.addWidget(each)
        self.add(top)
        self.add(Hairline())
        self.add(self.promises)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 4, 8, 0)
        foot.addWidget(self.all_of_them)
        foot.addStretch(1)
        self.add(foot)
        self.promises.opened.connect(self.opened)
        self.all_of_them.clicked.connect(self._unfold)

    def show_ledger(self, lines: LedgerLines) -> None:
        """Show this ledger; six promises at first, all when asked for."""
        self._lines = lines
        self.figure.setText(lines.figure)
        self.words.setText(lines.words)
        self.arithmetic.setText(lines.arithmetic)
        few = lines.promises if self._unfolded else lines.promises[:_FEW]
        self.promises.show_rows(few)
        self.all_of_them.setText(self.tr("Show all {n}").format(n=len(lines.promises)))
        self.all_of_them.setVisible(len(few) < len(lines.promises))

    def _unfold(self) -> None:
        self._unfolded = True
        if self._lines is not None:
            self.show_ledger(self._lines)


class Beside(QWidget):
    """The cards beside the list.

    Signals:
        mail_asked: the colleague the person wants to write one mail to.
        copy_asked: the colleague whose mail the person wants as text. page_asked: whose page of all they owe.
        opened: the ended promise the person opened. reopen_asked: the one to open again.
    """

    mail_asked = Signal(object)
    copy_asked = Signal(object)
    page_asked = Signal(object)
    opened = Signal(object)
    reopen_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.waiting = Card(self.tr("Waiting on colleagues"), edge_to_edge=True)
        self.colleagues = RowList(self.tr("Waiting on colleagues"))
        self.ledger = LedgerCard()
        self.waiting.add(self.colleagues)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.waiting)
        column.addWidget(self.ledger)
        column.addStretch(1)
        self.colleagues.action_asked.connect(self._asked)
        self.ledger.opened.connect(self.opened)
        self.ledger.promises.action_asked.connect(self._reopen)

    def show_lines(self, lines: PageLines) -> None:
        """Show these; a card with nothing in it is not there."""
        self.colleagues.show_rows(lines.colleagues)
        self.waiting.setVisible(bool(lines.colleagues))
        self.ledger.show_ledger(lines.ledger)
        self.ledger.setVisible(bool(lines.ledger.promises))
        self.setVisible(bool(lines.colleagues or lines.ledger.promises))

    def _reopen(self, follow_up_id: object, _action: str) -> None:
        self.reopen_asked.emit(follow_up_id)

    def _asked(self, colleague_id: object, action: str) -> None:
        {"mail": self.mail_asked, "copy": self.copy_asked, "page": self.page_asked}[action].emit(colleague_id)
