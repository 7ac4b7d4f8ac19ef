"""Exchange rates in Settings: each from a day on, to be added, corrected and taken out."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewdesk.desktop.account.words import long_day
from reviewdesk.desktop.settings.new_line import NewLine
from reviewdesk.desktop.widgets.buttons import Button, IconButton, ghost_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.field import Field
from reviewdesk.desktop.widgets.flow import FlowLayout
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.listed_field import NameField
from reviewdesk.services.rates import DatedRate, RateKey, RatesNow


class RateRow(QWidget):
    """One rate: the currency, the day from which it holds, and what one unit is worth.

    Signals:
        typed: the rate that is shown, which of its fields, and the text.
        remove_asked: the rate to take out.
    """

    typed = Signal(object, str, str)
    remove_asked = Signal(object)

    def __init__(self, rate: DatedRate, base: str) -> None:
        super().__init__()
        self.rate = rate
        worth = self.tr("Worth in {base}").format(base=base)
        self.fields: dict[str, Field] = {
            "currency": NameField(self.tr("Currency")),
            "since": NameField(self.tr("From this day on")),
            "rate": NameField(worth),
        }
        self.remove = IconButton("", "trash-2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for name, field in self.fields.items():
            field.setObjectName(name)
            field.edited.connect(self._type)
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignBottom)
        self.remove.clicked.connect(self._ask_removal)
        self.show_rate(rate)

    def show_rate(self, rate: DatedRate) -> None:
        """Show the rate as it stands; what is being typed stays."""
        self.rate = rate
        since = long_day(rate.since)
        self.fields["currency"].show_value(rate.currency)
        self.fields["since"].show_value(since)
        self.fields["rate"].show_value(f"{rate.rate:f}")
        said = self.tr("Remove the rate of {currency} from {since} on").format(currency=rate.currency, since=since)
        self.remove.setToolTip(said)
        self.remove.setAccessibleName(said)

    def _type(self, value: object) -> None:
        self.typed.emit(self.rate.key, self.sender().objectName(), str(value))

    def _ask_removal(self) -> None:
        self.remove_asked.emit(self.rate.key)


class RatesCard(Card):
    """All exchange rates.

    Signals:
        add_asked: currency, day and rate, as they were typed.
        typed: the key of a rate, which of its fields, and the text.
        remove_asked: the key of a rate to take out.
    """

    add_asked = Signal(str, str, str)
    typed = Signal(object, str, str)
    remove_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Exchange rates"), " ")
        self.rows: dict[RateKey, RateRow] = {}
        self._base = ""
        self.lacking = Label(part=Part.BAD, wraps=True)
        self.ways = QWidget()
        self._along = FlowLayout(self.ways, gap=6)
        self.new = NewLine(
            (self.tr("Currency, like USD"), self.tr("From which day on (today)"), self.tr("Worth, like 0.92")),
            shares=(1, 1, 1),
        )
        self.body.setSpacing(12)
        for each in (self.lacking, self.ways, self.new):
            self.add(each)
        self.new.add_asked.connect(self._add)

    def show_rates(self, now: RatesNow) -> None:
        """Show these rates; what is being typed stays."""
        if now.base != self._base:
            self._let_go(set())
            self._base = now.base
        self.heading.show_remark(self.tr("what one unit is worth in {base}").format(base=now.base))
        self._let_go({each.key for each in now.rates})
        for at, each in enumerate(now.rates):
            row = self.rows.get(each.key) or self._row(each)
            self.body.removeWidget(row)
            self.body.insertWidget(self.body.indexOf(self.new) + 1 + at, row)
            row.show_rate(each)
        self._show_lacking(now.missing)

    def take_key(self, before: RateKey, now: RateKey) -> None:
        """Let a row stand for the same rate under its new currency or day."""
        if before in self.rows and now not in self.rows:
            self.rows[now] = self.rows.pop(before)

    def enter(self, currency: str) -> None:
        """Go to the line in which a rate is added, with the currency filled in."""
        self.new.start_with(*([currency] if currency else []))

    def _show_lacking(self, missing: tuple[str, ...]) -> None:
        some = ", ".join(missing)
        words = self.tr("{some} has no rate: what was bought in it is left out of all sums and tiers.")
        self.lacking.setText(words.format(some=some))
        self.lacking.setVisible(bool(missing))
        self.ways.setVisible(bool(missing))
        for old in self.ways.findChildren(Button):
            self._along.removeWidget(old)
            old.hide()
            old.deleteLater()
        for each in missing:
            way = ghost_button(self.tr("Enter the rate of {currency}").format(currency=each), "plus")
            way.clicked.connect(partial(self.enter, each))
            self._along.addWidget(way)

    def _add(self, typed: tuple[str, ...]) -> None:
        self.add_asked.emit(*typed)

    def _row(self, rate: DatedRate) -> RateRow:
        row = self.rows[rate.key] = RateRow(rate, self._base)
        row.typed.connect(self.typed)
        row.remove_asked.connect(self.remove_asked)
        return row

    def _let_go(self, kept: set[RateKey]) -> None:
        for key in set(self.rows) - kept:
            row = self.rows.pop(key)
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
