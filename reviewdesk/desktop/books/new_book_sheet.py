"""Asks for a new book: its name, its colour, where it goes, and whether it takes this one's settings along."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QWidget

from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.colour_field import ColourField
from reviewdesk.desktop.widgets.field import LineField
from reviewdesk.desktop.widgets.labels import ElidedLabel, Label, Part
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.file_names import safe_name
from reviewdesk.domain.new_book import BOOK_COLOURS


@dataclass(frozen=True, slots=True)
class NewBook:
    """A book as it was filled in."""

    path: Path
    name: str
    color: str
    like_this: bool


class NewBookSheet(Sheet):
    """Makes a book.

    Signals:
        made: the book as it was filled in.
    """

    made = Signal(object)

    def __init__(self, folder: Path, book: str, parent: QWidget, *, like_this: bool) -> None:
        sentence = parent.tr("It opens in a window of its own, and bears its name and colour there.")
        super().__init__(parent.tr("New book"), parent.tr("Make it"), parent, sentence=sentence)
        self.folder = folder
        self.name = LineField(self.tr("Name"), hint=self.tr("Kestrel Air, customers"), quiet=False)
        self.colour = ColourField(self.tr("Colour"), colours=BOOK_COLOURS)
        self.like_this = QCheckBox(self.tr("Like “{book}”").format(book=book))
        self.like_this.setChecked(like_this)
        self.where = ElidedLabel(part=Part.SMALL)
        self.elsewhere = ghost_button(self.tr("Another folder…"), "folder-open")
        self._place()
        self._show_where()
        self.name.editor.textChanged.connect(self._show_where)  # type: ignore[attr-defined]
        self.elsewhere.clicked.connect(self._choose_folder)
        self.asked.connect(self._make)
        self.name.editor.setFocus()

    def _place(self) -> None:
        self.add(self.name)
        self.add(self.colour)
        self.add(self.like_this)
        along = self.tr("Takes settings, branding, your own fields and who you are along; no account, nothing written.")
        words = Label(along, Part.SMALL, wraps=True)
        words.setContentsMargins(28, 0, 0, 0)
        self.like_this.setAccessibleDescription(along)
        self.add(words)
        row = QHBoxLayout()
        row.addWidget(self.where, 1)
        row.addWidget(self.elsewhere)
        self.add(row)

    @property
    def path(self) -> Path:
        """Where the book will lie."""
        return self.folder / f"{safe_name(self.name.value().strip() or self.tr('New book'))}.reviewdesk"

    def _show_where(self) -> None:
        self.where.setText(str(self.path))
        self.take_back()

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where the book goes"), str(self.folder))
        if chosen:
            self.folder = Path(chosen)
            self._show_where()

    def _make(self) -> None:
        name = self.name.value().strip()
        if not name:
            self.refuse(self.tr("A book has a name, by which you tell it from the others. Type one."))
            self.name.editor.setFocus()
            return
        self.made.emit(NewBook(self.path, name, self.colour.value().strip(), self.like_this.isChecked()))
