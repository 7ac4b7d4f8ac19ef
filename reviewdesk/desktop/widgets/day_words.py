"""A day typed in words, with the day they are understood as beside the field's name."""

from collections.abc import Callable
from datetime import date

from reviewdesk.desktop.widgets.field import LineField


class DayWordsField(LineField):
    """One line that names a day, such as `fri` or `3 mar`; what is typed always stays as typed."""

    def __init__(self, label: str, read: Callable[[str], date | None], *, words: str = "", hint: str = "") -> None:
        super().__init__(label, words, hint=hint, quiet=False)
        self._name, self._read = label, read
        self.line.textChanged.connect(self._say)
        self._say(words)

    @property
    def day(self) -> date | None:
        """The day that the words name, if they name one."""
        return self._read(self.value())

    def _say(self, typed: str) -> None:
        day = self.day
        unread = self.tr("not read yet") if typed.strip() else ""
        said = f"{day:%a} {day.day} {day:%b %Y}" if day else unread
        self.label.setText(f"{self._name}: {said}" if said else self._name)
