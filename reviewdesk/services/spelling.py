"""Spelling in notes: what is misspelt in a language, what may have been meant, and the book's own words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Lock
from uuid import UUID

from reviewdesk.domain.book import Book
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.languages import language_code
from reviewdesk.domain.rival_names import rival_names
from reviewdesk.domain.spelling import pieces, plain, trade_words
from reviewdesk.exchange.spelling import SpellingChild, dictionaries, machine_folders
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store

LANGUAGES = ("en", "fr", "de")


class SpellingService:
    """Looks words up; each language has a child process of its own from its first word until it is let go."""

    def __init__(self, store: Store, shipped: Path, folders: Sequence[Path] | None = None) -> None:
        self._store = store
        self._shipped = shipped
        self._folders = machine_folders() if folders is None else tuple(folders)
        self._children: dict[str, SpellingChild] = {}
        self._lock = Lock()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages there are dictionaries for, those that come with the program first."""
        return tuple(each for each in LANGUAGES if dictionaries(each, self._shipped, self._folders))

    @property
    def in_words(self) -> str:
        """Say in which languages notes are checked, and where German comes from."""
        german = (
            "German is checked with the dictionary of this machine."
            if "de" in self.languages
            else "German is checked where this machine has a dictionary for it, as LibreOffice brings one; "
            "none was found."
        )
        return f"English and French come with the program. {german} An account's own language goes before the book's."

    def language_of(self, account_id: UUID) -> str:
        """Give the language notes about an account are checked in: its own, else the book's; nothing where it is off.

        An account in a language without a dictionary is not checked: what is right there is wrong everywhere else.
        """
        with self._store.read() as reading:
            book = reading.book
            language = language_code(reading.accounts.get(account_id).language) or book.language
        language = language.partition("-")[0].casefold()
        return language if book.checks_spelling and language in self.languages else ""

    def names(self) -> frozenset[str]:
        """Give every word of a name in the book, of its own words, and of what the program itself reads in notes."""
        with self._store.read() as reading:
            return pieces(tuple(_names(reading))) | trade_words()

    def misspelt(self, words: Sequence[str], language: str) -> frozenset[str]:
        """Give those of some words that are in no dictionary of a language."""
        return frozenset(self._child(language).unknown(words))

    def meant(self, word: str, language: str) -> tuple[str, ...]:
        """Give the words that may have been meant by one, the likeliest first."""
        return tuple(self._child(language).meant(word))

    def add_word(self, word: str) -> Outcome[Book]:
        """Make a word one of the book's own.

        Raises:
            RefusedError: it is one already.
        """
        with self._store.write(f"Add “{word}” to the book's words") as work:
            if plain(word) in map(plain, work.book.own_words):
                raise RefusedError(f"“{word}” is one of the book's words already.")
            book = work.books.put(replace(work.book, own_words=(*work.book.own_words, word)))
        return Outcome(book, work.changes)

    def let_go(self) -> None:
        """Let go of all dictionaries; the next word brings them back."""
        with self._lock:
            for each in self._children.values():
                each.close()
            self._children.clear()

    def _child(self, language: str) -> SpellingChild:
        with self._lock:
            if language not in self._children:
                places = dictionaries(language, self._shipped, self._folders)
                self._children[language] = SpellingChild(places)
            return self._children[language]


def _names(reading: Reading) -> Iterator[str]:
    yield from reading.book.own_words
    yield from (reading.book.name, reading.book.company, reading.book.company_line)
    for account in reading.accounts.all():
        yield account.name
        yield account.city
        yield from (*account.rivals, *account.tags, *account.lines_bought)
    for person in reading.people.all():
        yield person.name
    for colleague in reading.colleagues.all():
        yield from (colleague.name, colleague.team)
    for line in reading.reviews.naming_rivals():
        yield from rival_names(line.words, ())
    for product in reading.products.all():
        yield from (product.name, product.series)
