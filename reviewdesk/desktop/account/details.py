"""Fields of a record that are typed in place, and say whether what was typed is saved."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from reviewdesk.desktop.account.fields import DETAILS, Detail
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.field import ChoiceField, Field, LineField
from reviewdesk.desktop.widgets.page import ScrollColumn

_COLUMN = 34


class FieldGrid(QWidget):
    """The fields of one record, in as many columns as there is room for.

    Signals:
        typed: the name of a field and its text.
    """

    typed = Signal(str, str)

    def __init__(self, details: Sequence[Detail]) -> None:
        super().__init__()
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(12)
        self.fields: dict[str, Field] = {each.name: self._field(each) for each in details}
        self._place(2)

    def _field(self, detail: Detail) -> Field:
        field: Field
        if detail.choices:
            field = ChoiceField(
                detail.label, [(each, each or self.tr("not known")) for each in detail.choices], "", quiet=False
            )
        else:
            field = LineField(detail.label, hint=detail.hint, quiet=False)
        field.setObjectName(detail.name)
        field.edited.connect(self._typed)
        return field

    def _typed(self, value: object) -> None:
        self.typed.emit(self.sender().objectName(), str(value or ""))

    def show_values(self, value_of: Callable[[str], str]) -> None:
        """Show the values; what is being typed stays."""
        for name, field in self.fields.items():
            field.show_value(value_of(name))

    def show_saved(self, name: str) -> None:
        """Say that a field is in the book."""
        self.fields[name].show_saved()

    def refuse(self, name: str, sentence: str) -> None:
        """Say why what was typed in a field cannot be taken."""
        self.fields[name].show_refused(sentence)

    def flush(self) -> None:
        """Tell at once what was typed."""
        for field in self.fields.values():
            field.flush()

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, field in enumerate(self.fields.values()):
            self._grid.addWidget(field, at // columns, at % columns)
        for at in range(4):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as there is room for."""
        super().resizeEvent(event)
        self._place(max(1, min(3, self.width() // (self.fontMetrics().averageCharWidth() * _COLUMN))))


class AccountDetails(ScrollColumn):
    """All that is known about the company, to be typed over.

    Signals:
        typed: the name of a field and its text.
    """

    typed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(self.tr("Details"))
        self._grids = [FieldGrid(details) for _, details in DETAILS]
        for (title, _), grid in zip(DETAILS, self._grids, strict=True):
            card = Card(title)
            card.add(grid)
            self.column.addWidget(card)
            grid.typed.connect(self.typed)
        self.column.addStretch(1)

    def grid_of(self, name: str) -> FieldGrid:
        """Give the grid that holds a field."""
        return next(each for each in self._grids if name in each.fields)

    def show_values(self, value_of: Callable[[str], str]) -> None:
        """Show the values; what is being typed stays."""
        for each in self._grids:
            each.show_values(value_of)

    def flush(self) -> None:
        """Tell at once what was typed."""
        for each in self._grids:
            each.flush()
