"""Keeps the settings page and the book's settings the same."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from reviewdesk.desktop.insights.capacity import in_short
from reviewdesk.desktop.memory import WindowMemory
from reviewdesk.desktop.settings.model import BackupRow, SettingsNow
from reviewdesk.desktop.settings.part import SettingsPart
from reviewdesk.desktop.settings.view import SettingsView
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.theme import Theme, ThemeChoice
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.services import Services

_SETTLES: Final = 400  # milliseconds in which all cards have their rows and their heights


class SettingsController(QObject):
    """Answers what is typed on the settings page.

    Signals:
        restore_asked: the path of a backup to put in place of the book, which needs the book alone.
        recent_changed: the books that were opened are listed now, or not any more.
        told: a sentence about what was done.
    """

    restore_asked = Signal(object)
    recent_changed = Signal()
    told = Signal(str)

    def __init__(
        self, view: SettingsView, services: Services, tasks: Tasks, theme: Theme, memory: WindowMemory
    ) -> None:
        super().__init__(view)
        self.view = view
        self._services = services
        self._tasks = tasks
        self._theme = theme
        self._memory = memory
        self._parts: list[SettingsPart] = []
        self._led_to: QWidget | None = None
        self._connect()

    def _connect(self) -> None:
        view = self.view
        view.typed.connect(self._change)
        view.theme_asked.connect(self._choose_theme)
        view.tray_asked.connect(self._choose_tray)
        view.recent_asked.connect(self._list_recent)
        view.backup_asked.connect(self._back_up)
        view.restore_asked.connect(self.restore_asked)
        view.tiers_asked.connect(self._set_tiers)
        view.sample_removal_asked.connect(self._remove_sample)
        view.cards.verticalScrollBar().rangeChanged.connect(self._reveal)
        self._tasks.changed.connect(self._reload_if_concerned)

    def show_page(self) -> None:
        """Show the settings as they stand."""
        self._tasks.run(self._gather, self.view.show_settings, self, newest="settings")
        self._show_capacity()
        self._tasks.run(self._lists_recent, self._show_recent, self, newest="recent books")
        self.view.show_machine(
            self._theme.choice.value,
            tray=self._memory.choice("tray") == "yes",
            tray_works=QSystemTrayIcon.isSystemTrayAvailable(),
        )
        for part in self._parts:
            part.show_now()

    def add_part(self, part: SettingsPart) -> None:
        """Take in a card that looks after itself."""
        self._parts.append(part)
        (self.view.add_to_machine if part.of_machine else self.view.add_card)(part.view)

    def lead_to(self, key: str, words: str = "") -> None:
        """Bring one card into sight, and let the person begin there with these words."""
        part = next(each for each in self._parts if each.key == key)
        self._tasks.run(self._gather, partial(self._lead, part, words), self, newest="settings")

    def _lead(self, part: SettingsPart, words: str, now: SettingsNow) -> None:
        """Go there once the page stands as it will stay."""
        self.view.show_settings(now)
        part.begin(words)
        self._led_to = part.view
        QTimer.singleShot(0, self, self._reveal)
        QTimer.singleShot(_SETTLES, self, self._stay)

    def _reveal(self) -> None:
        if self._led_to is not None:
            self.view.cards.verticalScrollBar().setValue(self._led_to.y())

    def _stay(self) -> None:
        """Leave it to the person from here on what is in sight."""
        self._reveal()
        self._led_to = None

    def flush(self) -> None:
        """Save at once what was typed."""
        self.view.flush()
        for part in self._parts:
            part.flush()

    @property
    def is_safe(self) -> bool:
        """Say whether everything that was typed is in the book."""
        return self.view.is_safe and all(each.is_safe for each in self._parts)

    def _gather(self) -> SettingsNow:
        book = self._services.book
        mine = book.now().me
        values = dict(book.settings())
        if mine is not None:
            values |= {"me.name": mine.name, "me.email": mine.email, "me.role": mine.role, "me.phone": mine.phone}
        rows = tuple(BackupRow(each.path, each.made_at, each.why, _size(each.path)) for each in book.backups())
        return SettingsNow(values, book.path, rows, self._services.sample.is_sample, self._services.spelling.in_words)

    def _show_capacity(self) -> None:
        self._tasks.run(self._capacity, self.view.show_capacity, self, newest="capacity")

    def _capacity(self) -> str:
        return in_short(self._services.capacity.of_quarter())

    def _change(self, name: str, text: str) -> None:
        book = self._services.book
        work: Callable[[], Outcome[object]]
        if name.startswith("me."):
            work = partial(book.introduce_me, name.removeprefix("me."), text)
        else:
            work = partial(book.change_setting, name, text)
        self._tasks.run(work, partial(self._saved, name), self, lane=Lane.WRITE, failed=partial(self._refused, name))

    def _saved(self, name: str, _outcome: object) -> None:
        self.view.show_saved(name)

    def _refused(self, name: str, error: ReviewDeskError) -> None:
        self.view.show_refused(name, str(error))

    def _choose_theme(self, theme: str) -> None:
        self._theme.choose(ThemeChoice(theme))
        self._memory.keep_choice("theme", theme)

    def _choose_tray(self, on: bool) -> None:
        self._memory.keep_choice("tray", "yes" if on else "no")

    def _lists_recent(self) -> bool:
        return not self._services.all_books.is_hidden

    def _show_recent(self, listed: bool) -> None:
        self.view.show_recent(listed=listed)

    def _list_recent(self, on: bool) -> None:
        self._tasks.run(partial(self._services.all_books.hide, on=not on), self._relisted, self)

    def _relisted(self, _done: object) -> None:
        self.recent_changed.emit()

    def _back_up(self) -> None:
        self._tasks.run(self._services.book.back_up, self._backed_up, self, lane=Lane.LONG)

    def _backed_up(self, _backup: object) -> None:
        self.told.emit(self.tr("A backup was made and checked."))
        self.show_page()

    def _set_tiers(self) -> None:
        self._tasks.run(self._services.tiers.set_tiers, None, None, lane=Lane.WRITE)

    def _remove_sample(self) -> None:
        self._tasks.run(self._services.sample.remove, None, None, lane=Lane.WRITE)

    def _reload_if_concerned(self, changes: Changes, origin: QObject | None) -> None:
        if origin is not self and changes.touch(Kind.BOOK, Kind.COLLEAGUE) and self.view.isVisible():
            self.show_page()
        elif changes.touch(Kind.BOOK, Kind.ACCOUNT) and self.view.isVisible():
            self._show_capacity()


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
