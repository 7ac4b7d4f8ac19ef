"""The folders of this machine's person, and the books that lie in them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import Final

from reviewdesk.storage.recent_books import RecentBooks

BOOK_ENDING: Final = ".reviewdesk"
WINDOW_FILE: Final = "window.ini"


@dataclass(frozen=True, slots=True)
class MachineFolders:
    """The folders of this machine's person: `data` for books, `settings` for the window's own file, `logs`."""

    data: Path
    settings: Path
    logs: Path

    @property
    def first_book(self) -> Path:
        """The book that opens where no other was named."""
        return self.data / f"My accounts{BOOK_ENDING}"

    @property
    def recent_books(self) -> Path:
        """The file that lists the books this person has opened."""
        return self.settings / "books.json"

    @property
    def reminded(self) -> Path:
        """The file that keeps what was told while the program was closed."""
        return self.settings / "reminded.json"

    @property
    def sample_book(self) -> Path:
        """The sample book that `--sample` opens."""
        return self.data / f"Sample{BOOK_ENDING}"

    def other_books(self, path: Path) -> tuple[str, ...]:
        """Give the names of the other books of this machine, which no document of this one may hold.

        They are looked for beside the book, in the data folder and among those that were opened; the names that the
        program itself gives to books are nobody's.
        """
        own, given = path.stem.casefold(), {self.first_book.stem, self.sample_book.stem}
        beside = {each.stem for folder in (path.parent, self.data) for each in folder.glob(f"*{BOOK_ENDING}")}
        opened = {_stem(str(each)) for each in RecentBooks(self.recent_books).paths()}
        found = beside | opened | _last_book(self.settings / WINDOW_FILE)
        return tuple(sorted(each for each in found - given if not each.casefold().startswith(own)))


def _last_book(settings: Path) -> set[str]:
    """Give the name of the book that the window had open last."""
    from configparser import ConfigParser, Error  # a start without a document does without it

    kept = ConfigParser(interpolation=None, strict=False)
    try:
        kept.read(settings, encoding="utf-8")
    except (Error, OSError, UnicodeDecodeError):
        return set()
    paths = (kept.get(section, "book", fallback="").strip().strip('"') for section in kept.sections())
    return {_stem(each) for each in paths if each}


def _stem(path: str) -> str:
    return PureWindowsPath(path).stem if "\\" in path else Path(path).stem
