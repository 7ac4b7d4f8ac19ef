"""The purchases of one account: a line to add one, and a list in which each opens to its fields."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reviewdesk.desktop.account.purchase_form import PurchaseForm
from reviewdesk.desktop.account.unfolding_list import UnfoldingList
from reviewdesk.desktop.account.words import long_day
from reviewdesk.desktop.widgets.buttons import ghost_button, plain_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import Section
from reviewdesk.desktop.widgets.row_value import Row
from reviewdesk.domain.money import format_money
from reviewdesk.domain.purchase import PurchaseLine
from reviewdesk.services.purchases import PurchasePage

_EVERY = 100_000


class NewPurchase(QWidget):
    """A line to add a purchase by hand with.

    Signals:
        add_asked: product, amount, currency and day, as they were typed.
    """

    add_asked = Signal(str, str, str, str)

    def __init__(self) -> None:
        super().__init__()
        hints = (self.tr("Product"), self.tr("Amount"), self.tr("Currency"), self.tr("Day (today)"))
        self.product, self.amount, self.currency, self.day = self.lines = [self._line(each) for each in hints]
        self.add_button = plain_button(self.tr("Add"), "plus")
        self.refusal = Label(part=Part.BAD, wraps=True)
        self.refusal.hide()
        row = QHBoxLayout()
        row.setSpacing(10)
        for line, share in zip(self.lines, (4, 2, 1, 2), strict=True):
            row.addWidget(line, share)
        row.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.refusal)
        self.add_button.clicked.connect(self._add)

    def _line(self, hint: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(hint)
        line.setAccessibleName(hint)
        line.returnPressed.connect(self._add)
        return line

    def suggest(self, currency: str) -> None:
        """Fill in the usual currency where none was typed."""
        if not self.currency.text():
            self.currency.setText(currency)

    def clear(self) -> None:
        """Be ready for the next one; the currency stays."""
        self.refusal.hide()
        for line in (self.product, self.amount, self.day):
            line.clear()
        self.product.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why it was not added."""
        self.refusal.setText(sentence)
        self.refusal.show()

    def _add(self) -> None:
        self.add_asked.emit(self.product.text(), self.amount.text(), self.currency.text(), self.day.text())


class PurchaseList(Card):
    """Purchases, the newest first.

    Signals:
        add_asked: product, amount, currency and day of a new one, as they were typed.
        typed: the id of a purchase, the name of a field and its text.
        remove_asked: the id of a purchase to take out.
        more_asked: the person wants those before.
    """

    add_asked = Signal(str, str, str, str)
    typed = Signal(object, str, str)
    remove_asked = Signal(object)
    more_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Purchases"), edge_to_edge=True)
        self.form: PurchaseForm | None = None
        self._page: PurchasePage | None = None
        self.new = NewPurchase()
        self.new.setContentsMargins(18, 14, 18, 14)
        self.rows = UnfoldingList(self.tr("Purchases"), most=_EVERY)
        self.more = ghost_button("", "history")
        self.add(self.new)
        self.add(self.rows)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
        self.new.add_asked.connect(self.add_asked)
        self.rows.opened.connect(self._turn)
        self.more.clicked.connect(self.more_asked)

    @property
    def opened(self) -> UUID | None:
        """The id of the purchase that is open."""
        return self.form.purchase_id if self.form is not None else None

    def begin(self) -> None:
        """Stand for another account from here on."""
        self._unfold(None)
        self.new.currency.clear()

    def show_page(self, page: PurchasePage) -> None:
        """Show these purchases and leave the one open that is."""
        self._page = page
        self.new.suggest(page.currency)
        if self.opened is not None and self.opened not in {each.purchase.id for each in page.purchases}:
            self._unfold(None)
        self.heading.show_remark(f"{page.count:,}" if page.count else self.tr("none yet"))
        left = page.count - len(page.purchases)
        self.more.setText(self.tr("Show {n} before").format(n=f"{left:,}"))
        self.more.setVisible(left > 0)
        self._show()

    def flush(self) -> None:
        """Tell at once what was typed."""
        if self.form is not None:
            self.form.grid.flush()

    @property
    def is_safe(self) -> bool:
        """Say whether all that was typed about the open purchase is in the book."""
        return self.form is None or self.form.grid.is_safe

    def _turn(self, purchase_id: UUID) -> None:
        self.flush()
        self._unfold(None if purchase_id == self.opened else purchase_id)
        self._show()

    def _shut(self) -> None:
        shut = self.opened
        self._unfold(None)
        self._show()
        self.rows.go_to(shut)

    def _unfold(self, purchase_id: UUID | None) -> None:
        self.form = None if purchase_id is None else PurchaseForm(purchase_id)
        self.rows.unfold(purchase_id, self.form)
        if self.form is not None:
            self.form.typed.connect(self.typed)
            self.form.remove_asked.connect(self.remove_asked)
            self.form.shut.connect(self._shut)

    def _show(self) -> None:
        if self._page is None:
            return
        for each in self._page.purchases:
            if self.form is not None and each.purchase.id == self.opened:
                self.form.show_purchase(each, self._page)
        self.rows.show_sections([Section("", tuple(row_of(each) for each in self._page.purchases))])
        self.rows.setVisible(bool(self._page.purchases))
        self.rows.let_tab_go_on()


def row_of(line: PurchaseLine) -> Row:
    """Give one purchase as a row: its product, what else is known of it, and what it cost."""
    bought = line.purchase
    quantity = "" if bought.quantity is None else f"{bought.quantity.normalize():f} pieces"
    margin = "" if bought.margin is None else f"margin {bought.margin.normalize():f} %"
    lot = f"lot {bought.lot}" if bought.lot else ""
    known = (long_day(bought.bought_on), quantity, lot, bought.site, bought.carrier, bought.contract_term, margin)
    return Row(
        bought.id,
        line.product or "Without a product",
        " · ".join(each for each in known if each),
        pills=(PillText(format_money(bought.amount, bought.currency)),),
    )
