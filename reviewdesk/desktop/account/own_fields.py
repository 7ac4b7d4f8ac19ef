"""The fields of the person's own, typed in place under all others."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewdesk.desktop.account.details import FieldGrid
from reviewdesk.desktop.account.fields import Detail
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.custom_field import CustomField, FieldKind

HINTS: Final = {
    FieldKind.TEXT: "",
    FieldKind.NUMBER: "12500 or 12.5",
    FieldKind.DAY: "31 Mar 2027",
}
YES_NO: Final = ("", "yes", "no")


def detail_of(field: CustomField) -> Detail:
    """Give a field of the person's own as it is typed; its name is its id, and what only they see says so."""
    label = f"{field.name} · only you" if field.audience is Audience.ONLY_ME else field.name
    if field.kind is FieldKind.YES_NO:
        return Detail(field.id.hex, label, choices=YES_NO)
    if field.kind is FieldKind.CHOICE:
        return Detail(field.id.hex, label, choices=("", *field.choices))
    return Detail(field.id.hex, label, HINTS[field.kind])


class OwnFields(QWidget):
    """The fields of one account or person, and a way to add another one.

    Signals:
        typed: the id of a field, in hex, and its text.
        add_asked: the person wants another field.
    """

    typed = Signal(str, str)
    add_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.add_button = ghost_button(self.tr("Add a field"), "plus")
        self.add_button.setToolTip(self.tr("A field of your own, on every account or person"))
        self.grid = FieldGrid(())
        self._details: tuple[Detail, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.add_button.clicked.connect(self.add_asked)
        self._lay_out()

    def _lay_out(self) -> None:
        self._column.addWidget(self.grid)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_fields(self, fields: Sequence[CustomField], value_of: Callable[[str], str]) -> None:
        """Show these fields with what stands in them; what is being typed stays."""
        details = tuple(detail_of(each) for each in fields)
        if details != self._details:
            self._make_anew(details)
        self.grid.show_values(value_of)
        self.grid.setVisible(bool(details))

    def begin(self) -> None:
        """Stand for another record from here on, after telling what was typed."""
        self.grid.flush()
        self.grid.begin()

    def show_saved(self, name: str) -> None:
        """Say that a field is in the book."""
        if name in self.grid.fields:
            self.grid.show_saved(name)

    def refuse(self, name: str, sentence: str) -> None:
        """Say why what was typed in a field cannot be taken."""
        if name in self.grid.fields:
            self.grid.refuse(name, sentence)

    def _make_anew(self, details: tuple[Detail, ...]) -> None:
        """Make the fields again after one came, went or became another."""
        self._details = details
        self.grid.flush()
        self._column.removeWidget(self.grid)
        self.grid.hide()
        self.grid.deleteLater()
        self.grid = FieldGrid(details)
        self.grid.typed.connect(self.typed)
        self._column.insertWidget(self._column.count() - 1, self.grid)


class OwnFieldsCard(QWidget):
    """The fields of an account on a card of their own; before there is one, only the way to add it."""

    def __init__(self) -> None:
        super().__init__()
        self.fields = OwnFields()
        self.card = Card(self.tr("Your own fields"))
        self.card.add(self.fields)
        self._has_any = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.card)
        self.show_any(any_there=False)

    def show_any(self, *, any_there: bool) -> None:
        """Show the card once there is a field."""
        if any_there is self._has_any:
            return
        self._has_any = any_there
        if any_there:
            self.card.heading.add(self.fields.add_button)
        else:
            self._column.addWidget(self.fields.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.setVisible(any_there)
        self.fields.add_button.show()


class OwnFieldsOfPerson(QWidget):
    """The fields of a person, under a small heading; nothing is shown before there is one."""

    def __init__(self) -> None:
        super().__init__()
        self.fields = OwnFields()
        self._heading = Label(self.tr("Your own fields"), Part.STRONG)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self.fields)

    def show_any(self, *, any_there: bool) -> None:
        """Show the heading once there is a field."""
        self._heading.setVisible(any_there)
