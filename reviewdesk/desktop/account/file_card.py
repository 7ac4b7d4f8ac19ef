"""One file: its name and what it hangs on, typed in place, what can be done with it, and what stands in it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewdesk.desktop.account.details import NarrowChoice
from reviewdesk.desktop.account.file_preview import FilePreview
from reviewdesk.desktop.account.file_rows import facts_of
from reviewdesk.desktop.widgets.buttons import Button, plain_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.field import LineField
from reviewdesk.desktop.widgets.flow import FlowLayout
from reviewdesk.domain.file_kinds import kind_of
from reviewdesk.services.attachment_values import AccountFiles, FileRow, Place


class FileCard(Card):
    """Shows the file that is chosen.

    Signals:
        typed: "name" or "place", and the name or the key of the place.
        acted: open, save or remove.
    """

    typed = Signal(str, str)
    acted = Signal(str)

    def __init__(self) -> None:
        super().__init__(" ")
        self.name = LineField(self.tr("Name"), quiet=False)
        self.place = NarrowChoice(self.tr("Belongs to"), ())
        self.preview = FilePreview()
        self.buttons: dict[str, Button] = {
            "open": plain_button(self.tr("Open"), "external-link"),
            "save": plain_button(self.tr("Save a copy …"), "download"),
            "remove": plain_button(self.tr("Remove"), "trash-2"),
        }
        self._places: tuple[Place, ...] = ()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(12)
        fields.addWidget(self.name, 1, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.place, 1, Qt.AlignmentFlag.AlignTop)
        row = QWidget()
        flow = FlowLayout(row, gap=8)
        for button in self.buttons.values():
            flow.addWidget(button)
        self.add(fields)
        self.add(row)
        self.add(self.preview, 1)

    def _connect(self) -> None:
        self.name.edited.connect(self._type_name)
        self.place.edited.connect(self._choose_place)
        for key, button in self.buttons.items():
            button.setObjectName(key)
            button.clicked.connect(self._act)

    @property
    def fields(self) -> Sequence[LineField | NarrowChoice]:
        """The fields that are typed."""
        return self.name, self.place

    def show_file(self, row: FileRow, files: AccountFiles, *, anew: bool) -> None:
        """Show a file; `anew` where it is another one than before."""
        self.heading.show_text(row.file.name)
        self.heading.show_remark(facts_of(row, files.today))
        if anew:
            for each in self.fields:
                each.begin()
            self.preview.begin(row.file.name, kind_of(row.file.name))
        if files.places != self._places:
            self._places = files.places
            self.place.offer([(each.key, each.words) for each in files.places])
        self.name.show_value(row.file.name)
        self.place.show_value(row.place.key)

    def place_called(self, key: str) -> Place:
        """Give the place of a key."""
        return next(each for each in self._places if each.key == key)

    def _type_name(self, name: object) -> None:
        self.typed.emit("name", str(name))

    def _choose_place(self, key: object) -> None:
        self.typed.emit("place", str(key))

    def _act(self) -> None:
        self.acted.emit(self.sender().objectName())
