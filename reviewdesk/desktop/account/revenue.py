"""What one account buys: month by month beside the year before, product by product, and each purchase."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from reviewdesk.desktop.account import figures as words
from reviewdesk.desktop.account.facts import Facts
from reviewdesk.desktop.account.lacking import Lacking
from reviewdesk.desktop.account.purchase_list import PurchaseList
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.charts import Meter
from reviewdesk.desktop.widgets.labels import ElidedLabel, Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.paired_bars import PairedBars
from reviewdesk.desktop.widgets.pill import Pill
from reviewdesk.services.account_revenue import RevenueFigures


class RevenuePage(ScrollColumn):
    """The figures behind the revenue of one account, and the purchases behind the figures.

    Signals:
        rate_asked: the currency whose exchange rate the person wants to enter.
    """

    rate_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Revenue"))
        self.chart = PairedBars(self.tr("Revenue by month"), ("", ""))
        self.facts = Facts()
        self.lacking = Lacking()
        self.purchases = PurchaseList()
        self._months = Card(self.tr("Revenue"))
        self._months.add(self.chart, 1)
        self._months.add(self.facts)
        self._products = Card(self.tr("By product"))
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self._shown: list[QWidget] = []
        self._products.add(self._table)
        self.lacking.rate_asked.connect(self.rate_asked)
        for card in (self.lacking, self._months, self._products, self.purchases):
            self.column.addWidget(card)
        self.column.addStretch(1)

    def show_figures(self, figures: RevenueFigures | None) -> None:
        """Show these figures; without any the purchases stand alone."""
        self.lacking.show_currencies(figures.unconverted if figures else ())
        has_any = figures is not None and bool(figures.year or figures.before)
        self._months.setVisible(has_any)
        self._products.setVisible(has_any and bool(figures and figures.changes))
        if figures is None or not has_any:
            return
        self._months.heading.show_text(words.revenue_title(figures))
        self._months.heading.show_remark(words.revenue_unit(figures))
        self.chart.show_pairs(words.pairs_of(figures), words.legend_of(figures))
        self.facts.show_facts(words.facts_of(figures))
        self._show_products(words.products_of(figures))

    def _show_products(self, products: Sequence[words.ProductLine]) -> None:
        for old in self._shown:
            self._grid.removeWidget(old)
            old.deleteLater()
        self._shown = []
        for at, line in enumerate(products):
            row = (
                ElidedLabel(line.name, least=14),
                Meter(line.name, max(line.share, 0.0)),
                Label(line.amount, Part.STRONG),
                Label(line.before, Part.MUTED),
                Pill(line.trend.text, line.trend.tone),
            )
            for column, widget in enumerate(row):
                self._grid.addWidget(widget, at, column)
                self._shown.append(widget)
                widget.setVisible(bool(line.trend.text) or not isinstance(widget, Pill))
