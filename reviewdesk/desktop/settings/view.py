"""Settings: who I am, the rules of this book, this machine, and backups."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.settings.model import TOPICS, Asked, BackupRow, SettingsNow, Topic
from reviewdesk.desktop.theme import ThemeChoice
from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.card import Card, SectionHeading
from reviewdesk.desktop.widgets.colour_field import ColourField
from reviewdesk.desktop.widgets.field import ChoiceField, Field, LineField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import Page, ScrollColumn
from reviewdesk.desktop.widgets.row_list import RowList, Section
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.desktop.widgets.side_by_side import SideBySide, column_of
from reviewdesk.desktop.widgets.tabs import SegmentedSwitch, Tab
from reviewdesk.domain.new_book import BOOK_COLOURS

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
        recent_asked: whether the books that were opened are listed on this machine.
        backup_asked: make a backup now.
        restore_asked: the path of the backup to bring back.
        tiers_asked: set all tiers now.
        sample_removal_asked: take the sample book away.
    """

    typed = Signal(str, str)
    theme_asked = Signal(str)
    tray_asked = Signal(bool)
    recent_asked = Signal(bool)
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
        self.languages = Label(part=Part.MUTED, wraps=True)
        self.backup = plain_button("Back up now", "database")
        self.tiers = plain_button("Set all tiers now", "refresh-cw")
        self.remove_sample = plain_button("Remove the sample book", "trash-2")
        self.backups = RowList("Backups")
        self.recent = QCheckBox(self.tr("List the books I have opened"))
        self.cards = ScrollColumn("Settings")
        self._own = QVBoxLayout()
        self._own.setSpacing(16)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        you, book, tiers, health, time, spelling = (self._topic(each) for each in TOPICS)
        tiers.add(self.tiers)
        time.add(self.capacity)
        spelling.add(self.languages)
        column = self.cards.column
        column.addWidget(SectionHeading(self.tr("This book"), self.tr("travels with it, wherever it is opened")))
        column.addWidget(SideBySide(column_of(book, tiers, spelling), column_of(you, time, health)))
        column.addLayout(self._own)
        column.addWidget(SectionHeading(self.tr("This machine"), self.tr("stays here, for every book")))
        column.addWidget(SideBySide(self._machine(), self._backups()))
        column.addStretch(1)
        self.add(self.cards, 1)

    def add_card(self, card: QWidget) -> None:
        """Place a card under those of the book, as wide as the page."""
        self._own.addWidget(card)

    def add_to_machine(self, switch: QWidget) -> None:
        """Place something among what is chosen for this machine, under the notices."""
        self._of_machine.insertWidget(self._of_machine.indexOf(self.tray) + 1, switch)

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
            at += at % 2 if asked.is_wide else 0
            grid.addWidget(self.fields[asked.name], at // 2, at % 2, 1, 2 if asked.is_wide else 1)
            at += 2 if asked.is_wide else 1
        card.add(grid)
        return card

    def _machine(self) -> Card:
        card = Card("Look and notices")
        self._of_machine = card.body
        for each in (self.theme, self.tray, self.recent):
            card.add(each)
        return card

    def _backups(self) -> Card:
        card = Card("Backups", "beside the book")
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
        self.recent.toggled.connect(self.recent_asked)
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
        self.languages.setText(now.spelling)
        self.backups.show_sections(_sections(now.backups))

    def show_capacity(self, words: str) -> None:
        """Say under the hours what this quarter asks of them; nothing while no account asks for any."""
        self.capacity.setText(words)
        self.capacity.setVisible(bool(words))

    def show_machine(self, theme: str, *, tray: bool, tray_works: bool) -> None:
        """Show what is chosen for this machine."""
        self.theme.open(theme)
        _tick(self.tray, on=tray)
        self.tray.setEnabled(tray_works)

    def show_recent(self, *, listed: bool) -> None:
        """Show whether the books that were opened are listed."""
        _tick(self.recent, on=listed)

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

    def go_to(self, name: str) -> None:
        """Put the focus on a field and bring it into sight."""
        field = self.fields[name]
        field.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.cards.ensureWidgetVisible(field)

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


def _tick(box: QCheckBox, *, on: bool) -> None:
    box.blockSignals(True)
    box.setChecked(on)
    box.blockSignals(False)


def _made(asked: Asked) -> Field:
    if asked.is_colour:
        return ColourField(asked.label, hint=asked.hint, colours=BOOK_COLOURS if asked.is_wide else ())
    if asked.choices:
        return ChoiceField(asked.label, asked.choices, quiet=False)
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
