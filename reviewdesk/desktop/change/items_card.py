"""What changes, from when and why: the fields and the items of a change, saved as they are typed."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.change.model import Shown, item_rows, told_days
from reviewdesk.desktop.change.sheets import complete
from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.field import Field, LineField, TextField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.side_by_side import SideBySide
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.languages import DOCUMENT_LANGUAGES, language_name

_INSET = 18


class ItemsCard(Card):
    """Shows what changes and takes what is typed; `words` stands apart, with the words in further languages.

    Signals:
        field_edited: the name of a field and what was typed.
        item_asked: an item, what becomes of it, and what replaces it.
        remove_asked: the name of an item.
    """

    field_edited = Signal(str, str)
    item_asked = Signal(str, str, str)
    remove_asked = Signal(str)
    NEW_ITEM: Final = "item"

    def __init__(self) -> None:
        super().__init__(self.tr("What changes"), " ", edge_to_edge=True)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.fields: dict[str, Field] = {
            "name": LineField(self.tr("Name, for our side"), quiet=False),
            "effective": LineField(self.tr("Takes effect"), hint="1 jun 2027", quiet=False),
            "notice_days": LineField(self.tr("Notice in days, where an account has none"), quiet=False),
            "why": TextField(self.tr("Why, in words for customers"), lines=2),
            "offer": TextField(self.tr("What we offer them, in words for customers"), lines=2),
        }
        self.wordings = {each: self._wording(each) for each in DOCUMENT_LANGUAGES}
        self.words = Card(self.tr("The same words in their languages"))
        self.items = RowList(self.tr("Items"))
        self.item = LineField(self.tr("One more item"), hint=self.tr("a product"), quiet=False)
        self.becomes = LineField(self.tr("Per cent, or discontinued"), hint="4.5", quiet=False)
        self.replacement = LineField(self.tr("What replaces it"), quiet=False)
        self.add_button = plain_button(self.tr("Add item"), "plus")
        self._typed, self._asked, self._told = QWidget(), QWidget(), QWidget()
        self.why_told, self.offer_told = Label(wraps=True), Label(part=Part.MUTED, wraps=True)
        self.days_told = Label(part=Part.MUTED, wraps=True)
        self._lay_out()
        self._connect()

    def _wording(self, language: str) -> SideBySide:
        """Make the fields for the words in one more language."""
        name = language_name(language)
        why = TextField(self.tr("Why, in {language}").format(language=name), lines=2)
        offer = TextField(self.tr("What we offer them, in {language}").format(language=name), lines=2)
        self.fields |= {f"why:{language}": why, f"offer:{language}": offer}
        return SideBySide(why, offer)

    def _lay_out(self) -> None:
        first = QWidget()
        row = QHBoxLayout(first)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for name in ("effective", "notice_days"):
            row.addWidget(self.fields[name], 1)
        column = QVBoxLayout(self._asked)
        column.setContentsMargins(_INSET, 12, _INSET, 12)
        column.setSpacing(12)
        column.addWidget(SideBySide(self.fields["name"], first))
        column.addWidget(SideBySide(self.fields["why"], self.fields["offer"]))
        for wording in self.wordings.values():
            self.words.add(wording)
        said = QVBoxLayout(self._told)
        said.setContentsMargins(_INSET, 12, _INSET, 12)
        said.setSpacing(8)
        for each in (self.why_told, self.offer_told, self.days_told):
            said.addWidget(each)
        self.add(self._asked)
        self.add(self._told)
        self.add(self.items)
        line = QVBoxLayout(self._typed)
        line.setContentsMargins(_INSET, 10, _INSET, 14)
        line.setSpacing(12)
        line.addWidget(self.item)
        below = QHBoxLayout()
        below.setSpacing(12)
        for field in (self.becomes, self.replacement):
            below.addWidget(field, 1)
        line.addLayout(below)
        line.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self._typed)

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.edited.connect(partial(self.field_edited.emit, name))
        self.add_button.clicked.connect(self._ask_item)
        self.items.action_asked.connect(self._remove)
        for each in (self.item, self.becomes, self.replacement):
            each.line.returnPressed.connect(self._ask_item)

    def offer_products(self, names: Sequence[str]) -> None:
        """Offer these names where an item is typed."""
        complete(self.item, names)

    def show_change(self, shown: Shown) -> None:
        """Show what changes; what is being typed stays. Once it was announced nothing can be typed."""
        change, open_ = shown.change, shown.change.announced_on is None
        values = {
            "name": change.name, "effective": short_day(change.effective, shown.today), "why": change.why,
            "offer": change.offer, "notice_days": str(change.notice_days),
        }  # fmt: skip
        for language, fields in self.wordings.items():
            known = change.wording(language)
            values |= {f"why:{language}": known.why, f"offer:{language}": known.offer}
            fields.setVisible(language in dict(shown.languages))
        self.words.setVisible(open_ and bool(shown.languages))
        for name, value in values.items():
            self.fields[name].show_value(value)
        self.why_told.setText(change.why)
        self.offer_told.setText(change.offer)
        self.offer_told.setVisible(bool(change.offer))
        self.days_told.setText(told_days(shown))
        for part, is_there in ((self._asked, open_), (self._typed, open_), (self._told, not open_)):
            part.setVisible(is_there)
        self.items.show_rows(item_rows(shown))
        self.items.setVisible(bool(change.items))

    def begin(self) -> None:
        """Stand for another change from here on."""
        for each in self.fields.values():
            each.begin()
        self.clear_item()

    def clear_item(self) -> None:
        """Make room for the next item, which is typed where the last one was."""
        for each in (self.item, self.becomes, self.replacement):
            each.start_with("")
        if self.becomes.line.hasFocus() or self.replacement.line.hasFocus():
            self.item.line.setFocus()

    def refuse_item(self, sentence: str) -> None:
        """Say why an item cannot be taken."""
        self.becomes.show_refused(sentence)

    @property
    def half_typed(self) -> tuple[str, str, str]:
        """Give what stands in the line of a new item."""
        return self.item.value().strip(), self.becomes.value().strip(), self.replacement.value().strip()

    def type_again(self, name: str, typed: Sequence[str], sentence: str) -> None:
        """Show what was typed into a field, or as a new item, and not taken: it stays to be mended."""
        fields = (self.item, self.becomes, self.replacement) if name == self.NEW_ITEM else (self.fields[name],)
        for field, text in zip(fields, typed, strict=True):
            field.start_with(text)
        if sentence:
            (self.becomes if name == self.NEW_ITEM else fields[0]).show_refused(sentence)

    def flush(self) -> None:
        """Tell what is being typed."""
        for each in self.fields.values():
            each.flush()

    def _ask_item(self) -> None:
        if self.item.value().strip():
            self.item_asked.emit(self.item.value(), self.becomes.value(), self.replacement.value())

    def _remove(self, name: object, _action: str) -> None:
        self.remove_asked.emit(str(name))
