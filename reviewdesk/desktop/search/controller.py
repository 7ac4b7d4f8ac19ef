"""Answers what is typed in Ctrl+K: accounts and people, everything written, and commands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.commands import Command, native_shortcut
from reviewdesk.desktop.results import Result, ResultGroup
from reviewdesk.desktop.search.results import marks_of, result_of
from reviewdesk.desktop.search_palette import SearchPalette
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.domain.text import words_of
from reviewdesk.domain.text_marks import marked
from reviewdesk.services.found_values import Found
from reviewdesk.services.search import SearchService

SHOW_ALL: Final = "show_all"
MOST_COMMANDS: Final = 6
LONG_ENOUGH: Final = 3


@dataclass(frozen=True, slots=True)
class _Answer:
    query: str
    names: tuple[Found, ...]
    written: tuple[Found, ...]


class SearchController(QObject):
    """Fills the palette and says what the person opens.

    Signals:
        found_opened: a Found the person goes to.
        command_opened: the id of a command.
    """

    found_opened = Signal(object)
    command_opened = Signal(str)

    def __init__(
        self, view: SearchPalette, search: SearchService, commands: Callable[[], Sequence[Command]], tasks: Tasks
    ) -> None:
        super().__init__(view)
        self._view = view
        self._search = search
        self._commands = commands
        self._tasks = tasks
        view.typed.connect(self._look_up)
        view.opened.connect(self._open)

    def _look_up(self, query: str) -> None:
        if not words_of(query):
            self._view.show_results(self._command_groups(query))
            return
        search = self._search

        def look() -> _Answer:
            return _Answer(query, search.names(query), search.written(query))

        self._tasks.run(look, self._show, self, newest="search")

    def _show(self, answer: _Answer) -> None:
        names = ResultGroup(self.tr("Accounts and people"), tuple(map(result_of, answer.names)))
        written = ResultGroup(self.tr("Said and written"), tuple(map(result_of, answer.written)))
        commands = self._command_groups(answer.query)
        groups = [*commands, names, written] if self._is_a_command(answer) else [names, written, *commands]
        nothing = self.tr("Nothing in this book holds “{query}”.").format(query=answer.query.strip())
        if answer.names or answer.written:
            show_all = Result(SHOW_ALL, self.tr("Show all results"), "search", right=native_shortcut("Ctrl+Return"))
            groups.append(ResultGroup("", (show_all,)))
        self._view.show_results([each for each in groups if each.results], nothing)

    def _is_a_command(self, answer: _Answer) -> bool:
        """Say whether one word was typed that begins a word of a command, and no name of the book."""
        words = words_of(answer.query)
        if len(words) != 1 or any(_begins(each.title, words[0]) for each in answer.names):
            return False
        return len(words[0]) >= LONG_ENOUGH and any(_begins(each.text, words[0]) for each in self._offered())

    def _offered(self) -> list[Command]:
        return [each for each in self._commands() if each.enabled and not each.inner and each.id != "search"]

    def _command_groups(self, query: str) -> list[ResultGroup]:
        words = words_of(query)
        found = [each for each in self._offered() if _matches(each, words)]
        found.sort(key=lambda each: not all(_begins(each.text, word) for word in words))
        results = tuple(_command_result(each, words) for each in found[:MOST_COMMANDS])
        return [ResultGroup(self.tr("Do"), results)] if results else []

    def _open(self, key: object) -> None:
        if isinstance(key, Found):
            self.found_opened.emit(key)
        else:
            self.command_opened.emit(str(key))


def _begins(text: str, word: str) -> bool:
    return any(part.startswith(word) for part in words_of(text))


def _matches(command: Command, words: Sequence[str]) -> bool:
    parts = words_of(f"{command.text} {command.words}")
    return all(any(part.startswith(word) for part in parts) for word in words)


def _command_result(command: Command, words: Sequence[str]) -> Result:
    marks = marks_of(marked(command.text, words))
    return Result(command.id, command.text, command.icon, right=command.shortcut, title_marks=marks)
