"""What one account buys: month by month, and product by product."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from reviewdesk.desktop.account import figures as words
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.charts import BarChart, Meter
from reviewdesk.desktop.widgets.labels import ElidedLabel, Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.services.account_revenue import RevenueFigures


class RevenuePage(ScrollColumn):
    """The figures behind the revenue of one account."""

    def __init__(self) -> None:
        super().__init__(self.tr("Revenue"))
        self.chart = BarChart(self.tr("Revenue by month"))
        self._months = Card(self.tr("Revenue"))
        self._months.add(self.chart, 1)
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
        self.column.addWidget(self._months)
        self.column.addWidget(self._products)
        self.column.addStretch(1)

    def show_figures(self, figures: RevenueFigures | None) -> None:
        """Show these figures."""
        if figures is None:
            return
        self._months.heading.show_text(words.revenue_title(figures))
        self._months.heading.show_remark(words.revenue_remark(figures))
        self.chart.show_bars(words.bars_of(figures))
        self._show_products(words.products_of(figures))

    def _show_products(self, products: Sequence[tuple[str, str, float]]) -> None:
        for old in self._shown:
            self._grid.removeWidget(old)
            old.deleteLater()
        self._shown = []
        for at, (name, amount, share) in enumerate(products):
            row = (ElidedLabel(name), Meter(name, max(share, 0.0)), Label(amount, Part.STRONG))
            for column, widget in enumerate(row):
                self._grid.addWidget(widget, at, column)
                self._shown.append(widget)
        self._products.setVisible(bool(products))
