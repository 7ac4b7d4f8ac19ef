"""Settings: who I am, what documents look like, the rules of this book, this machine, and backups."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from reviewdesk.desktop.settings.model import TOPICS, Asked, BackupRow, SettingsNow, Topic
from reviewdesk.desktop.theme import ThemeChoice
from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.field import ChoiceField, Field, LineField, TextField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import Page, ScrollColumn
from reviewdesk.desktop.widgets.row_list import RowList, Section
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.desktop.widgets.side_by_side import SideBySide, column_of
from reviewdesk.desktop.widgets.tabs import SegmentedSwitch, Tab

SHOWN_BACKUPS: Final = 8
THEMES: Final = (
    Tab(ThemeChoice.SYSTEM.value, "System"),
    Tab(ThemeChoice.LIGHT.value, "Light"),
    Tab(ThemeChoice.DARK.value, "Dark"),
)


class SettingsView(Page):
    """Shows the settings and says what the person types.

    Signals:
        typed: the name of a field and its text.
        theme_asked: the theme the person chose.
        tray_asked: whether notices may come from the tray.
        backup_asked: make a backup now.
        restore_asked: the path of the backup to bring back.
        tiers_asked: set all tiers now.
        sample_removal_asked: take the sample book away.
    """

    typed = Signal(str, str)
    theme_asked = Signal(str)
    tray_asked = Signal(bool)
    backup_asked = Signal()
    restore_asked = Signal(object)
    tiers_asked = Signal()
    sample_removal_asked = Signal()

    def __init__(self) -> None:
        super().__init__("Settings", "Everything is saved as you type it")
        self.fields: dict[str, Field] = {}
        self.theme = SegmentedSwitch("Theme", THEMES)
        self.tray = QCheckBox("Notices while the window is out of sight")
        self.where = Label(part=Part.MUTED, wraps=True)
        self.capacity = Label(part=Part.MUTED, wraps=True)
        self.backup = plain_button("Back up now", "database")
        self.tiers = plain_button("Set all tiers now", "refresh-cw")
        self.remove_sample = plain_button("Remove the sample book", "trash-2")
        self.backups = RowList("Backups")
        self.cards = ScrollColumn("Settings")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        you, documents, book, tiers, health, time = (self._topic(each) for each in TOPICS)
        tiers.add(self.tiers)
        time.add(self.capacity)
        left = column_of(you, documents, self._machine(), self._backups())
        right = column_of(book, time, tiers, health)
        self.cards.column.addWidget(SideBySide(left, right))
        self.cards.column.addStretch(1)
        self.add(self.cards, 1)

    def add_card(self, card: QWidget) -> None:
        """Place a card under all others, as wide as the page."""
        self.cards.column.insertWidget(self.cards.column.count() - 1, card)

    def _topic(self, topic: Topic) -> Card:
        card = Card(topic.title, topic.remark)
        grid = QGridLayout()
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        at = 0
        for asked in topic.fields:
            self.fields[asked.name] = _made(asked)
            wide = asked.is_wide or asked.lines > 1
            at += at % 2 if wide else 0
            grid.addWidget(self.fields[asked.name], at // 2, at % 2, 1, 2 if wide else 1)
            at += 2 if wide else 1
        card.add(grid)
        return card

    def _machine(self) -> Card:
        card = Card("This machine", "stays on this machine")
        card.add(self.theme)
        card.add(self.tray)
        return card

    def _backups(self) -> Card:
        card = Card("Book and backups", edge_to_edge=False)
        card.add(self.where)
        row = QHBoxLayout()
        row.addWidget(self.backup)
        row.addWidget(self.remove_sample)
        row.addStretch(1)
        card.add(row)
        card.add(self.backups)
        return card

    def _connect(self) -> None:
        for name, each in self.fields.items():
            each.setObjectName(name)
            each.edited.connect(self._tell)
        self.theme.chosen.connect(self.theme_asked)
        self.tray.toggled.connect(self.tray_asked)
        self.backup.clicked.connect(self._tell_backup)
        self.tiers.clicked.connect(self._tell_tiers)
        self.remove_sample.clicked.connect(self._tell_removal)
        self.backups.action_asked.connect(self._tell_restore)

    def show_settings(self, now: SettingsNow) -> None:
        """Show every setting as it stands; what is being typed stays."""
        for name, each in self.fields.items():
            each.show_value(now.values.get(name, ""))
        self.where.setText(f"The book lies at {now.path}. It is backed up at every start and close.")
        self.remove_sample.setVisible(now.is_sample)
        self.backups.show_sections(_sections(now.backups))

    def show_capacity(self, words: str) -> None:
        """Say under the hours what this quarter asks of them; nothing while no account asks for any."""
        self.capacity.setText(words)
        self.capacity.setVisible(bool(words))

    def show_machine(self, theme: str, *, tray: bool, tray_works: bool) -> None:
        """Show what is chosen for this machine."""
        self.theme.open(theme)
        self.tray.blockSignals(True)
        self.tray.setChecked(tray)
        self.tray.blockSignals(False)
        self.tray.setEnabled(tray_works)

    @property
    def is_safe(self) -> bool:
        """Say whether all that was typed here is in the book."""
        return all(each.is_safe for each in self.fields.values())

    def show_saved(self, name: str) -> None:
        """Say that a field is saved."""
        self.fields[name].show_saved()

    def show_refused(self, name: str, sentence: str) -> None:
        """Say why what was typed into a field cannot be taken."""
        self.fields[name].show_refused(sentence)

    def flush(self) -> None:
        """Tell at once what was typed."""
        for each in self.fields.values():
            each.flush()

    def _tell(self, value: object) -> None:
        self.typed.emit(self.sender().objectName(), str(value))

    def _tell_backup(self) -> None:
        self.backup_asked.emit()

    def _tell_tiers(self) -> None:
        self.tiers_asked.emit()

    def _tell_removal(self) -> None:
        self.sample_removal_asked.emit()

    def _tell_restore(self, key: object, action: str) -> None:
        if action == "restore":
            self.restore_asked.emit(key)


def _made(asked: Asked) -> Field:
    if asked.choices:
        return ChoiceField(asked.label, asked.choices, quiet=False)
    if asked.lines > 1:
        return TextField(asked.label, hint=asked.hint, lines=asked.lines)
    return LineField(asked.label, hint=asked.hint, quiet=False)


def _sections(backups: Sequence[BackupRow]) -> list[Section]:
    rows = tuple(_row(each) for each in backups[:SHOWN_BACKUPS])
    return [Section("", rows)] if rows else []


def _row(backup: BackupRow) -> Row:
    restore = RowAction("restore", "Bring back", "history", shape=ActionShape.BUTTON)
    words = " · ".join(filter(None, (backup.why, f"{max(1, backup.size // 1024):,} KB")))
    return Row(backup.path, _moment(backup.made_at), words, actions=(restore,))


def _moment(at: datetime) -> str:
    local = at.astimezone()
    return f"{local.day} {local:%B %Y, %H:%M}"
