"""How the health of one account went: a line, and the days behind it as a table."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.account import health_words as words
from reviewdesk.desktop.account.words import long_day
from reviewdesk.desktop.widgets.buttons import Button, ButtonKind
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.line_chart import LineChart
from reviewdesk.services.health_values import TrendDay

_LEAST = 2
_MOST = 24


class HealthTrend(QWidget):
    """A line of the scores, with a table that opens under it; one day alone is no trend."""

    def __init__(self) -> None:
        super().__init__()
        self.chart = LineChart(self.tr("Health day by day"))
        self.open_table = Button(self.tr("Day by day"), kind=ButtonKind.LINK)
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._labels: list[Label] = []
        self._lay_out()
        self.open_table.clicked.connect(self._turn)

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        for widget in (self.chart, self.open_table, self._table):
            column.addWidget(widget)
        self._table.hide()

    @property
    def table(self) -> tuple[str, ...]:
        """The words in the table, row by row."""
        return tuple(each.text() for each in self._labels)

    def show_trend(self, trend: Sequence[TrendDay], today: date) -> None:
        """Show these days, the newest of them on top of the table."""
        self.setVisible(len(trend) >= _LEAST)
        self.chart.show_points(words.points_of(trend), today, ends=words.ends_of(trend, today), levels=(50, 75))
        for old in self._labels:
            self._grid.removeWidget(old)
            old.deleteLater()
        self._labels = []
        for at, day in enumerate(reversed(trend[-_MOST:])):
            row = (long_day(day.day), words.day_words(day), self.tr("on {n} of 100").format(n=day.basis))
            for column, text in enumerate(row):
                label = Label(text, Part.STRONG if column == 1 else Part.MUTED)
                self._labels.append(label)
                self._grid.addWidget(label, at, column)

    def _turn(self) -> None:
        self._table.setVisible(self._table.isHidden())
