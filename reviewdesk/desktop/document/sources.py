"""Where a document that is shown comes from: a summary kept in the book, its draft, or the book as it stands.

The page asks each of them for the same things, so it never needs to know which one it shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from reviewdesk.desktop.document.model import ShownDocument, shown_held, shown_paper
from reviewdesk.domain.errors import LeakError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path as FilePath

    from reviewdesk.domain.changes import Changes
    from reviewdesk.domain.held_back import HeldBack
    from reviewdesk.domain.printed_lines import Path
    from reviewdesk.services.guarding import GuardService
    from reviewdesk.services.outcome import Outcome
    from reviewdesk.services.print_outs import PrintOut, PrintOutService


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that is made from the book as it stands, and where Back leads from it.

    `make` sets it anew each time; `mail` drafts the mail it goes with, where there is one.
    """

    title: str
    make: Callable[[], PrintOut]
    mail: Callable[[], None] | None = None
    back: Callable[[], None] | None = None


class Source(Protocol):
    """What the page asks of a document, whichever it is.

    `falls_behind` says that it is made anew only when the person asks for it; `is_kept` that other versions are kept.
    """

    falls_behind: bool
    is_kept: bool

    def read(self) -> ShownDocument:
        """Make it as it stands now."""
        ...

    def check(self) -> None:
        """Refuse to let it leave while it holds what is not for its reader."""
        ...

    def save(self, path: FilePath) -> FilePath:
        """Write it to a file, or into a folder under its own name; give the file."""
        ...

    def put_aside(self) -> FilePath:
        """Write it into the folder of drafts for another program to open; give the file."""
        ...

    def is_changed_by(self, changes: Changes) -> bool:
        """Say whether what a step changed may have changed the document."""
        ...

    def back(self) -> Callable[[], None] | None:
        """Give the way back that it knows itself, if it does."""
        ...

    def mail(self) -> Callable[[], None] | None:
        """Give what drafts the mail it goes with, where it knows that itself."""
        ...

    def take_out(self, words: str) -> Outcome[Any]:
        """Take out what holds these words."""
        ...

    def mean_it(self, words: str) -> Outcome[Any]:
        """Keep that these words are meant."""
        ...

    def reword(self, path: Path, words: str) -> Outcome[Any]:
        """Print a line in other words."""
        ...

    def say_as_heard(self, path: Path, words: str) -> Outcome[Any]:
        """Print a quote as something heard."""
        ...

    def finish(self) -> Outcome[Any]:
        """Make a finished version of a draft."""
        ...

    def after(self, value: object) -> Source:
        """Give what is shown after one of these was done."""
        ...


class Fixed:
    """A document whose lines cannot be changed where they are printed."""

    is_kept = False

    def back(self) -> Callable[[], None] | None:
        """Know no way back."""
        return None

    def mail(self) -> Callable[[], None] | None:
        """Know no mail."""
        return None

    def take_out(self, words: str) -> Outcome[Any]:
        """Refuse it, for the page does not offer it."""
        raise NotImplementedError(words)

    def mean_it(self, words: str) -> Outcome[Any]:
        """Refuse it, for the page does not offer it."""
        raise NotImplementedError(words)

    def reword(self, path: Path, words: str) -> Outcome[Any]:
        """Refuse it, for the page does not offer it."""
        raise NotImplementedError(path, words)

    def say_as_heard(self, path: Path, words: str) -> Outcome[Any]:
        """Refuse it, for the page does not offer it."""
        raise NotImplementedError(path, words)

    def finish(self) -> Outcome[Any]:
        """Refuse it, for the page does not offer it."""
        raise NotImplementedError


class PaperSource(Fixed):
    """A document that is made anew whenever it is asked for."""

    falls_behind = True

    def __init__(self, prints: PrintOutService, guard: GuardService, paper: Paper) -> None:
        self._prints, self._guard, self.paper = prints, guard, paper
        self._made: PrintOut | None = None
        self._held: LeakError | None = None

    def read(self) -> ShownDocument:
        """Make it from the book as it stands."""
        self._held = None
        try:
            self._made = self.paper.make()
        except LeakError as error:
            if error.held is None or not error.held.pdf:
                raise
            self._held = error
            return shown_held(error.held, self.paper.title)
        return shown_paper(self._made, self.paper.title, mails=self.paper.mail is not None)

    def check(self) -> None:
        """Refuse it while it is held back."""
        if self._held is not None:
            raise self._held

    def take_out(self, words: str) -> Outcome[Any]:
        """Set aside what holds these words, in what it is made from."""
        return self._guard.take_out(self._found, words)

    def mean_it(self, words: str) -> Outcome[Any]:
        """Keep that these words are meant in it."""
        return self._guard.mean_it(self._found, words)

    @property
    def _found(self) -> HeldBack:
        if self._held is None or self._held.held is None:
            raise LookupError("Nothing is held back.")
        return self._held.held

    def save(self, path: FilePath) -> FilePath:
        """Write it as it is shown, even where the book has gone on since."""
        return self._prints.write(self._made or self.paper.make(), path)

    def put_aside(self) -> FilePath:
        """Write it beside the drafts."""
        return self._prints.write(self._made or self.paper.make())

    def is_changed_by(self, changes: Changes) -> bool:
        """Take every change of a record for one that it may show."""
        return bool(changes) or changes.whole_book

    def back(self) -> Callable[[], None] | None:
        """Give the way back to where it was asked for."""
        return self.paper.back

    def mail(self) -> Callable[[], None] | None:
        """Give what drafts its mail."""
        return self.paper.mail

    def after(self, value: object) -> Source:
        """Stay with it."""
        del value
        return self
