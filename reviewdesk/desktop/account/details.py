"""Fields of a record that are typed in place, and say whether what was typed is saved."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QWidget

from reviewdesk.desktop.account.fields import DETAILS, Detail, Shape
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.field import ChoiceField, Field, LineField, TextField
from reviewdesk.desktop.widgets.page import ScrollColumn

_COLUMN = 34
_NARROW = 10


class FieldGrid(QWidget):
    """The fields of one record, in as many columns as there is room for, but no more than `most`.

    Signals:
        typed: the name of a field and its text.
    """

    typed = Signal(str, str)

    def __init__(self, details: Sequence[Detail], *, most: int = 3) -> None:
        super().__init__()
        self._most = most
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
            words = detail.words or [each or self.tr("not known") for each in detail.choices]
            field = NarrowChoice(detail.label, list(zip(detail.choices, words, strict=True)), "")
        elif detail.shape is Shape.TEXT:
            field = TextField(detail.label, hint=detail.hint, lines=2)
        elif detail.shape is Shape.NAME:
            field = NameField(detail.label, hint=detail.hint)
        else:
            field = LineField(detail.label, hint=detail.hint, quiet=False)
        field.setObjectName(detail.name)
        field.edited.connect(self._typed)
        return field

    def _typed(self, value: object) -> None:
        self.typed.emit(self.sender().objectName(), str(value or ""))

    @property
    def is_safe(self) -> bool:
        """Say whether all that was typed here is in the book."""
        return all(each.is_safe for each in self.fields.values())

    def begin(self) -> None:
        """Stand for another record from here on; what was typed was told before."""
        for field in self.fields.values():
            field.begin()

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

    def show_field(self, name: str, *, shown: bool) -> None:
        """Show a field, or leave it out for now."""
        self.fields[name].setVisible(shown)

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
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as there is room for."""
        super().resizeEvent(event)
        self._place(max(1, min(self._most, self.width() // (self.fontMetrics().averageCharWidth() * _COLUMN))))


class NarrowChoice(ChoiceField):
    """One of a few choices in a box that can be narrower than its longest one; its list shows them whole."""

    def __init__(self, label: str, choices: Sequence[tuple[object, str]], value: object = None) -> None:
        super().__init__(label, choices, value, quiet=False)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(_NARROW)
        self._box.view().setTextElideMode(Qt.TextElideMode.ElideNone)
        self._widen(choices)

    def offer(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer other choices and stay with the one that is chosen, where it is still among them."""
        chosen = self.value()
        self._box.clear()
        for key, word in choices:
            self._box.addItem(word, key)
        self._put(chosen)
        self._widen(choices)

    def _widen(self, choices: Sequence[tuple[object, str]]) -> None:
        longest = max((self.fontMetrics().horizontalAdvance(word) for _, word in choices), default=0)
        self._box.view().setMinimumWidth(longest + self.fontMetrics().averageCharWidth() * 6)


class NameField(LineField):
    """The name of one of ours, completed as it is typed; it is told once it is whole, at Enter or on leaving."""

    def __init__(self, label: str, *, hint: str = "") -> None:
        super().__init__(label, hint=hint, quiet=False)
        self._names: Sequence[str] = ()

    def offer(self, names: Sequence[str]) -> None:
        """Complete with these names."""
        if names == self._names:
            return
        self._names = names
        completer = QCompleter(names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._line.setCompleter(completer)

    def _touched(self) -> None:
        super()._touched()
        self._stop()


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

    @property
    def is_safe(self) -> bool:
        """Say whether all that was typed here is in the book."""
        return all(each.is_safe for each in self._grids)

    def begin(self) -> None:
        """Stand for another company from here on; what was typed was told before."""
        for each in self._grids:
            each.begin()

    def show_values(self, value_of: Callable[[str], str]) -> None:
        """Show the values; what is being typed stays."""
        for each in self._grids:
            each.show_values(value_of)

    def flush(self) -> None:
        """Tell at once what was typed."""
        for each in self._grids:
            each.flush()
