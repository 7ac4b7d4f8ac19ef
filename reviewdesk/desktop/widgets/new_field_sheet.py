"""Asks for a field of the person's own."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewdesk.desktop.widgets.field import ChoiceField, LineField
from reviewdesk.desktop.widgets.field_words import KINDS, SEEN_BY, WHOSE
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.custom_field import FieldKind, FieldOf


@dataclass(frozen=True, slots=True)
class NewField:
    """A field as it was filled in; choices are separated by commas."""

    name: str
    of: FieldOf
    kind: FieldKind
    choices: str
    audience: Audience


class NewFieldSheet(Sheet):
    """Makes a field.

    Signals:
        made: the field as it was filled in.
    """

    made = Signal(object)

    def __init__(self, of: FieldOf, parent: QWidget) -> None:
        sentence = parent.tr("It stands on every account or person, and is found by search.")
        super().__init__(parent.tr("Add a field"), parent.tr("Add it"), parent, sentence=sentence)
        self.name = LineField(self.tr("Name"), hint=self.tr("Forwarder, Loading docks, Contract no."), quiet=False)
        self.of = ChoiceField(self.tr("A field of"), WHOSE, of.value, quiet=False)
        self.kind = ChoiceField(self.tr("It holds"), KINDS, FieldKind.TEXT.value, quiet=False)
        self.choices = LineField(self.tr("Choices, with commas"), hint=self.tr("Gold, Silver, Bronze"), quiet=False)
        self.audience = ChoiceField(self.tr("Seen by"), SEEN_BY, Audience.OUR_SIDE.value, quiet=False)
        self.choices.hide()
        self.add(self.name)
        row = QHBoxLayout()
        row.setSpacing(12)
        for each in (self.of, self.kind, self.audience):
            row.addWidget(each, 1)
        self.add(row)
        self.add(self.choices)
        self.kind.edited.connect(self._show_choices)
        self.asked.connect(self._make)

    def _show_choices(self, kind: object) -> None:
        self.choices.setVisible(kind == FieldKind.CHOICE.value)

    def _make(self) -> None:
        choices = self.choices.value() if self.kind.value() == FieldKind.CHOICE.value else ""
        kind, of = FieldKind(str(self.kind.value())), FieldOf(str(self.of.value()))
        self.made.emit(NewField(self.name.value(), of, kind, choices, Audience(str(self.audience.value()))))
