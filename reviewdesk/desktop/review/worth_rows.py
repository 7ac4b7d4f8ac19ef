"""What this was worth to the customer: at most three figures, each confirmed by them or our estimate."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reviewdesk.desktop.widgets.calm_boxes import ChoiceBox
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.side_by_side import SideBySide
from reviewdesk.domain.summary import MOST_WORTH, Basis, Worth
from reviewdesk.domain.worth_figures import figure_words, read_worth


class WorthRow(QWidget):
    """One figure with what it is of and where it comes from.

    Signals:
        edited: something of it was said.
    """

    edited = Signal()

    def __init__(self, place: int) -> None:
        super().__init__()
        self.figure, self.what, self.basis = QLineEdit(), QLineEdit(), ChoiceBox()
        self.figure.setPlaceholderText(self.tr("120 h"))
        self.what.setPlaceholderText(self.tr("of planning time saved"))
        called = {Basis.CONFIRMED: self.tr("confirmed by them"), Basis.ESTIMATE: self.tr("our estimate")}
        for each in Basis:
            self.basis.addItem(called[each], each)
        names = (self.tr("Figure {n}"), self.tr("What figure {n} is of"), self.tr("Where figure {n} comes from"))
        for widget, name in zip((self.figure, self.what, self.basis), names, strict=True):
            widget.setAccessibleName(name.format(n=place))
        for field in (self.figure, self.what):
            field.editingFinished.connect(self.edited)
        self.basis.activated.connect(self.edited)
        self._said = Label(part=Part.SMALL, wraps=True)
        self._lay_out()

    def _lay_out(self) -> None:
        figure = QWidget()
        row = QHBoxLayout(figure)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget, share in ((self.figure, 2), (self.what, 5)):
            widget.setMinimumWidth(0)
            row.addWidget(widget, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(SideBySide(figure, self.basis, shares=(7, 3), gap=6, least=16))
        column.addWidget(self._said)
        self._said.hide()

    @property
    def is_typed_in(self) -> bool:
        """Say whether something stands or is being typed in it."""
        fields = (self.figure, self.what)
        return any(each.text().strip() or each.hasFocus() for each in fields)

    def value(self) -> Worth | None:
        """Give the figure, if it is whole; what is wanting is said below it."""
        basis = Basis(self.basis.currentData())
        found = read_worth(self.figure.text(), self.what.text(), basis)
        figure, what = self.figure.text().strip(), self.what.text().strip()
        wanting = ""
        if found is None and what:
            wanting = self.tr("Write the figure as a number with its unit, like 120 h. It is not printed yet.")
        elif found is None and figure and not self.what.hasFocus():
            wanting = self.tr("Say what this figure is of. It is not printed yet.")
        self._said.setText(wanting)
        self._said.setVisible(bool(wanting))
        return found

    def show_worth(self, worth: Worth | None) -> None:
        """Show a figure, unless something is being typed."""
        if self.figure.hasFocus() or self.what.hasFocus():
            return
        if (
            worth is None
            and self.is_typed_in
            and read_worth(self.figure.text(), self.what.text(), Basis.ESTIMATE) is None
        ):
            return
        self.figure.setText(figure_words(worth) if worth else "")
        self.what.setText(worth.what if worth else "")
        self.basis.setCurrentIndex(list(Basis).index(worth.basis if worth else Basis.ESTIMATE))


class WorthRows(QWidget):
    """At most three figures.

    Signals:
        chosen: all figures that are whole.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows = tuple(WorthRow(place) for place in range(1, MOST_WORTH + 1))
        self._told: tuple[Worth, ...] = ()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        for place, row in enumerate(self.rows):
            grid.addWidget(row, place, 0)
            row.edited.connect(self.flush)

    def show_worth(self, worth: Sequence[Worth]) -> None:
        """Show these figures, and one empty row below them while there is room for more."""
        self._told = tuple(worth)
        shown = [*worth, *[None] * MOST_WORTH]
        for place, row in enumerate(self.rows):
            row.show_worth(shown[place])
            row.setVisible(place <= len(worth) or row.is_typed_in)

    def flush(self) -> None:
        """Tell at once what was typed, if it is anything new."""
        whole = tuple(worth for row in self.rows if (worth := row.value()) is not None)
        if whole != self._told:
            self._told = whole
            self.chosen.emit(whole)
