"""Help: every command with its keys, from the same table as the menus."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.commands import Command, Group, native_shortcut
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.domain.notes import MARKS

SIGNS: Final = tuple((f"{each.label.capitalize()}   {each.sign}", native_shortcut(each.shortcut)) for each in MARKS)
PLACES: Final = (
    ("In a review", (("Prepare, Meet, Wrap up", "Alt+1, Alt+2, Alt+3"), ("The next of them", "Ctrl+Tab"))),
    (
        "In the notes",
        (
            *SIGNS,
            ("Who may see the line", "Ctrl+."),
            ("The next misspelt word", "F7"),
            ("Beside the meeting", "F6"),
            ("Our side of it", "Shift+F6"),
        ),
    ),
    ("In Sort", (("Accept", "Enter"), ("Change", "C"), ("Skip", "S"), ("Back", "Backspace"))),
    (
        "On a document",
        (
            ("Search these pages", "Ctrl+F"),
            ("The next find, the one before", "F3, Shift+F3"),
            ("Go to a page", "Ctrl+G"),
            ("Fit width, fit page", "Ctrl+0, Ctrl+9"),
            ("Larger, smaller", "Ctrl++, Ctrl+-"),
            ("Reword a line", "F2"),
            ("Write a remark", "Ctrl+M"),
            ("Open in the PDF program", "Ctrl+E"),
            ("Save, print", "Ctrl+S, Ctrl+P"),
            ("Mail draft, or finish a draft", "Ctrl+Return"),
            ("Make again", "F5"),
        ),
    ),
    ("In what is proposed", (("Use", "Enter"), ("Change", "C"), ("Put by", "S"), ("Go to its line", "G"))),
    ("In Today", (("Done", "D"), ("Move", "M"), ("Call", "C"), ("Mail", "E"))),
    (
        "In Accounts",
        (
            ("Filter", "type, Esc"),
            ("Select one more", "Space"),
            ("Select several", "Shift+arrows, Ctrl+A"),
            ("Copy", "Ctrl+C"),
            ("Change the cell", "F2"),
            ("Remove", "Del"),
            ("Menu of the column", "Alt+Down"),
            ("Print", "Ctrl+P"),
        ),
    ),
    (
        "In Insights",
        (
            ("From mark to mark", "arrows, Page Down, Home, End"),
            ("Open what a mark stands for", "Enter"),
            ("The next group of cards, the one before", "Ctrl+Page Down, Ctrl+Page Up"),
            ("Copy the table", "Ctrl+C"),
            ("Sort the table", "Alt+Down"),
            ("Who else is affected? Team sheet", "W, T"),
            ("A story: show, with their name, copy", "S, N, C"),
        ),
    ),
    (
        "In Follow-ups",
        (
            ("Done", "D"),
            ("Move", "M"),
            ("Snooze", "S"),
            ("Drop", "X"),
            ("Not kept", "B"),
            ("Waits on", "W"),
            ("Words", "E"),
            ("New", "N"),
            ("Filter", "/"),
        ),
    ),
)


class ShortcutsDialog(QDialog):
    """Lists the commands that have keys, group by group."""

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        em = self.fontMetrics().averageCharWidth()
        self.resize(em * 66, self.fontMetrics().lineSpacing() * 34)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 22, 14, 18)
        column.setSpacing(14)
        column.addWidget(Label(self.tr("Keyboard shortcuts"), Part.TITLE))
        scroll = ScrollColumn(self.tr("Keyboard shortcuts"), gap=8)
        for group in Group:
            self._add_group(scroll, group, [each for each in commands if each.group is group and each.shortcuts])
        for title, keys in PLACES:
            self._add_rows(scroll, title, keys)
        scroll.column.addStretch(1)
        column.addWidget(scroll, 1)
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAccessibleName(self.tr("Close"))
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    @classmethod
    def tell(cls, commands: Sequence[Command], parent: QWidget | None = None) -> "ShortcutsDialog":
        """Show it without stopping anything else."""
        dialog = cls(commands, parent)
        dialog.open()
        return dialog

    def _add_group(self, scroll: ScrollColumn, group: Group, commands: Sequence[Command]) -> None:
        if not commands:
            return
        self._add_rows(scroll, group.value, [(each.text, each.shortcut) for each in commands])

    def _add_rows(self, scroll: ScrollColumn, title: str, rows: Sequence[tuple[str, str]]) -> None:
        heading = Label(title, Part.CAPS)
        heading.setContentsMargins(0, 10, 0, 2)
        scroll.column.addWidget(heading)
        grid = QGridLayout()
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(0, 1)
        for at, (text, keys) in enumerate(rows):
            grid.addWidget(Label(text), at, 0)
            grid.addWidget(Label(keys, Part.MUTED), at, 1, Qt.AlignmentFlag.AlignRight)
        scroll.column.addLayout(grid)
