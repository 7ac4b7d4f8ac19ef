"""The fields of the person's own, as they are managed: named, ordered, changed and taken out."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.account.details import NarrowChoice
from reviewdesk.desktop.widgets.buttons import IconButton, ghost_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.field import Field, LineField
from reviewdesk.desktop.widgets.field_words import KINDS, SEEN_BY
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.domain.custom_field import CustomField, FieldKind, FieldOf


class FieldRow(QWidget):
    """One field: its name, what it holds, who sees it, and its choices where it has any.

    Signals:
        typed: the id of the field, what of it, and the text.
        move_asked: the id of the field, and up (-1) or down (1).
        remove_asked: the id of the field to take out.
    """

    typed = Signal(object, str, str)
    move_asked = Signal(object, int)
    remove_asked = Signal(object)

    def __init__(self, field: CustomField) -> None:
        super().__init__()
        self.field = field
        self.name = LineField(self.tr("Name"), field.name, quiet=False)
        self.kind = NarrowChoice(self.tr("It holds"), KINDS, field.kind.value)
        self.audience = NarrowChoice(self.tr("Seen by"), SEEN_BY, field.audience.value)
        self.choices = LineField(self.tr("Choices, with commas"), ", ".join(field.choices), quiet=False)
        self.parts: dict[str, Field] = {
            "name": self.name, "kind": self.kind, "audience": self.audience, "choices": self.choices,
        }  # fmt: skip
        self.up = IconButton(self.tr("Move {name} up").format(name=field.name), "arrow-up")
        self.down = IconButton(self.tr("Move {name} down").format(name=field.name), "arrow-down")
        self.remove = IconButton(self.tr("Remove {name}").format(name=field.name), "trash-2")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for part, share in ((self.name, 3), (self.kind, 2), (self.audience, 2)):
            row.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
        for button in (self.up, self.down, self.remove):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.choices)
        self.choices.setVisible(self.field.kind is FieldKind.CHOICE)

    def _connect(self) -> None:
        for name, part in self.parts.items():
            part.setObjectName(name)
            part.edited.connect(self._type)
        self.up.clicked.connect(self._ask_up)
        self.down.clicked.connect(self._ask_down)
        self.remove.clicked.connect(self._ask_removal)

    def show_field(self, field: CustomField, *, is_first: bool, is_last: bool) -> None:
        """Show the field as it stands; what is being typed stays."""
        self.field = field
        self.name.show_value(field.name)
        self.kind.show_value(field.kind.value)
        self.audience.show_value(field.audience.value)
        self.choices.show_value(", ".join(field.choices))
        self.choices.setVisible(field.kind is FieldKind.CHOICE)
        self.up.setEnabled(not is_first)
        self.down.setEnabled(not is_last)

    def _type(self, value: object) -> None:
        self.typed.emit(self.field.id, self.sender().objectName(), str(value))

    def _ask_up(self) -> None:
        self.move_asked.emit(self.field.id, -1)

    def _ask_down(self) -> None:
        self.move_asked.emit(self.field.id, 1)

    def _ask_removal(self) -> None:
        self.remove_asked.emit(self.field.id)


class OwnFieldsPanel(Card):
    """All fields of the person's own, those of accounts before those of people.

    Signals:
        typed: the id of a field, what of it, and the text.
        move_asked: the id of a field, and up (-1) or down (1).
        remove_asked: the id of a field to take out.
        add_asked: the person wants another field.
    """

    typed = Signal(object, str, str)
    move_asked = Signal(object, int)
    remove_asked = Signal(object)
    add_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Your own fields"), self.tr("on every account or person"))
        self.rows: dict[UUID, FieldRow] = {}
        self.add_button = ghost_button(self.tr("Add a field"), "plus")
        self._nothing = Label(
            self.tr("What your business knows customers by and no field is there for: a forwarder, a number of docks."),
            Part.MUTED,
            wraps=True,
        )
        self._titles = {
            FieldOf.ACCOUNT: Label(self.tr("Of accounts"), Part.STRONG),
            FieldOf.PERSON: Label(self.tr("Of people"), Part.STRONG),
        }
        self.body.setSpacing(12)
        self.add(self._nothing)
        for title in self._titles.values():
            self.add(title)
        self.add(self.add_button)
        self.body.setAlignment(self.add_button, Qt.AlignmentFlag.AlignLeft)
        self.add_button.clicked.connect(self.add_asked)

    def show_fields(self, fields: Sequence[CustomField]) -> None:
        """Show these fields; what is being typed stays."""
        self._let_go({each.id for each in fields})
        self._nothing.setVisible(not fields)
        for of, title in self._titles.items():
            some = [each for each in fields if each.of is of]
            title.setVisible(bool(some))
            for at, each in enumerate(some):
                row = self.rows.get(each.id) or self._row(each)
                self.body.removeWidget(row)
                self.body.insertWidget(self.body.indexOf(title) + at + 1, row)
                row.show_field(each, is_first=at == 0, is_last=at == len(some) - 1)

    def _row(self, field: CustomField) -> FieldRow:
        row = self.rows[field.id] = FieldRow(field)
        row.typed.connect(self.typed)
        row.move_asked.connect(self.move_asked)
        row.remove_asked.connect(self.remove_asked)
        return row

    def _let_go(self, kept: set[UUID]) -> None:
        for field_id in set(self.rows) - kept:
            row = self.rows.pop(field_id)
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
