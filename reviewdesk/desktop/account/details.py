"""Fields of a record that are typed in place, and say whether what was typed is saved."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from reviewdesk.desktop.account.fields import DETAILS, Detail, Shape
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.field import ChoiceField, Field, LineField, TextField
from reviewdesk.desktop.widgets.listed_field import ListedField, NameField, SeveralField
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.domain.languages import LANGUAGES
from reviewdesk.domain.money import DECIMALS
from reviewdesk.services.typed_values import time_zones

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
        self._left_out: set[str] = set()
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
        elif detail.shape is Shape.SEVERAL:
            field = SeveralField(detail.label, hint=detail.hint)
        elif detail.shape is Shape.LISTED:
            field = ListedField(detail.label, hint=detail.hint)
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

    def offer(self, name: str, words: Sequence[str]) -> None:
        """Offer these words in a field that completes what is typed."""
        field = self.fields[name]
        if isinstance(field, NameField):
            field.offer(words)

    def show_field(self, name: str, *, shown: bool) -> None:
        """Show a field, or leave it out for now."""
        if (name not in self._left_out) == shown:
            return
        self._left_out.symmetric_difference_update({name})
        self.fields[name].setVisible(shown)
        self._place(self._columns)

    def flush(self) -> None:
        """Tell at once what was typed."""
        for field in self.fields.values():
            field.flush()

    def minimumSizeHint(self) -> QSize:
        """Ask for room for one column; with less than it has now it takes fewer."""
        least = super().minimumSizeHint()
        widest = max((each.minimumSizeHint().width() for each in self.fields.values()), default=0)
        return QSize(min(least.width(), widest), least.height())

    def _place(self, columns: int) -> None:
        self._columns = columns
        for at, field in enumerate(each for name, each in self.fields.items() if name not in self._left_out):
            self._grid.addWidget(field, at // columns, at % columns, Qt.AlignmentFlag.AlignTop)
        for at in range(4):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as there is room for."""
        super().resizeEvent(event)
        columns = max(1, min(self._most, self.width() // (self.fontMetrics().averageCharWidth() * _COLUMN)))
        if columns != self._columns:
            self._place(columns)


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


class AccountDetails(ScrollColumn):
    """All that is known about the company, to be typed over.

    Signals:
        typed: the name of a field and its text.
        accounts_asked: what was typed of the name of another account, to be completed.
    """

    typed = Signal(str, str)
    accounts_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Details"))
        self._offered = False
        self._grids = [FieldGrid(details) for _, details in DETAILS]
        self._cards: list[Card] = []
        for (title, _), grid in zip(DETAILS, self._grids, strict=True):
            card = Card(title)
            card.add(grid)
            self._cards.append(card)
            self.column.addWidget(card)
            grid.typed.connect(self.typed)
        self.column.addStretch(1)
        parent = self.field("parent")
        if isinstance(parent, ListedField):
            parent.begun.connect(self.accounts_asked)

    def go_to(self, name: str) -> None:
        """Put the cursor into a field and bring it into sight."""
        self.field(name).editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self.field(name))

    def place_after(self, name: str, widget: QWidget) -> None:
        """Place something under the card on which a field stands."""
        card = next(each for each in self._cards if each.isAncestorOf(self.field(name)))
        self.column.insertWidget(self.column.indexOf(card) + 1, widget)

    def field(self, name: str) -> Field:
        """Give a field by its name."""
        return self.grid_of(name).fields[name]

    @property
    def grids(self) -> Sequence[FieldGrid]:
        """The grids of fields, from top to bottom."""
        return self._grids

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
        """Show the values; what is being typed stays. A bad feeling asks for the reason, a good one does not."""
        for each in self._grids:
            each.show_values(value_of)
        asks_why = value_of("gut_feeling") in ("1", "2") or bool(value_of("gut_feeling_note"))
        self.grid_of("gut_feeling_note").show_field("gut_feeling_note", shown=asks_why)
        self.grid_of("is_site").show_field("is_site", shown=bool(value_of("parent")))

    def offer_owners(self, names: Sequence[str]) -> None:
        """Complete the owner with the names of ours."""
        self.grid_of("owner").offer("owner", names)

    def offer_accounts(self, names: Sequence[str]) -> None:
        """Complete the parent with the names of other accounts."""
        self.grid_of("parent").offer("parent", names)

    def flush(self) -> None:
        """Tell at once what was typed."""
        for each in self._grids:
            each.flush()

    def showEvent(self, event: QShowEvent) -> None:
        """Look up the lists of languages, currencies and time zones when they are first looked at."""
        super().showEvent(event)
        if not self._offered:
            self._offered = True
            self.grid_of("language").offer("language", sorted(LANGUAGES.values()))
            self.grid_of("currency").offer("currency", sorted(DECIMALS))
            self.grid_of("time_zone").offer("time_zone", time_zones())
