"""One purchase opened in its list: its fields, typed in place, and a way to take it out."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewdesk.desktop.account.details import FieldGrid
from reviewdesk.desktop.account.fields import Detail, Shape, text_of
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.labels import Hairline
from reviewdesk.domain.money import DECIMALS
from reviewdesk.domain.purchase import PurchaseLine
from reviewdesk.services.purchases import PurchasePage

PURCHASE_DETAILS = (
    Detail("bought_on", "Bought on", "today, 3 Nov"),
    Detail("product", "Product", shape=Shape.LISTED),
    Detail("amount", "Amount", "a credit has a minus"),
    Detail("currency", "Currency", "EUR", shape=Shape.LISTED),
    Detail("quantity", "Quantity"),
    Detail("margin", "Margin, %"),
    Detail("lot", "Lot"),
    Detail("site", "Site"),
    Detail("carrier", "Carrier"),
    Detail("contract_term", "Contract term"),
)
_KEPT_HERE = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End})


class PurchaseForm(QWidget):
    """The fields of one purchase.

    Signals:
        typed: the id of the purchase, the name of a field and its text.
        remove_asked: the id of the purchase to take out.
        shut: the person is done with it.
    """

    typed = Signal(object, str, str)
    remove_asked = Signal(object)
    shut = Signal()

    def __init__(self, purchase_id: UUID) -> None:
        super().__init__()
        self.purchase_id = purchase_id
        self.grid = FieldGrid(PURCHASE_DETAILS)
        self.remove = ghost_button(self.tr("Remove this purchase"), "trash-2")
        column = QVBoxLayout()
        column.setContentsMargins(18, 12, 18, 14)
        column.setSpacing(12)
        column.addWidget(self.grid)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 1, 0)
        whole.setSpacing(0)
        whole.addLayout(column)
        whole.addWidget(Hairline())
        self.grid.typed.connect(self._typed)
        self.remove.clicked.connect(self._remove)

    def show_purchase(self, line: PurchaseLine, page: PurchasePage) -> None:
        """Show it as it stands; what is being typed stays."""
        self.grid.show_values(partial(_value, line))
        self.grid.offer("product", page.products)
        self.grid.offer("currency", sorted(DECIMALS))

    def _typed(self, name: str, text: str) -> None:
        self.typed.emit(self.purchase_id, name, text)

    def _remove(self) -> None:
        self.remove_asked.emit(self.purchase_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shut at Escape, and keep the keys that move in a field from moving in the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.grid.flush()
            self.shut.emit()
        elif Qt.Key(event.key()) not in _KEPT_HERE:
            super().keyPressEvent(event)


def _value(line: PurchaseLine, name: str) -> str:
    return line.product if name == "product" else text_of(line.purchase, name)
