"""What a person does about accounts that may be in the book twice."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from reviewdesk.domain.book import Book
from reviewdesk.services.likeness import Folded, Likeness, likely_pairs, likeness, typed_likeness
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.lists.account_names import NAMED_BY, NamedAccount, named_accounts, shared_addresses
from reviewdesk.storage.lists.touched import newest_step, touched_since
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store

MOST_ALIKE: Final = 4
MOST_PAIRS: Final = 300
_TWO: Final = "two accounts/"


@dataclass(frozen=True, slots=True)
class Alike:
    """An account that is much like another one, and why."""

    id: UUID
    name: str
    city: str
    why: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two accounts that are likely to be one, and why."""

    first: NamedAccount
    second: NamedAccount
    why: str
    score: int


class DuplicateService:
    """Finds accounts that may be one; their names are folded once for as long as none is called otherwise."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: tuple[int, tuple[Folded, ...]] | None = None

    def typed(self, text: str) -> tuple[Alike, ...]:
        """Give the accounts much like a name or website that is being typed, the likeliest first."""
        with self._store.read() as reading:
            known = self._folded(reading)
        found = ((each, like) for each in known if (like := typed_likeness(text, each)) is not None)
        return _best(found)

    def alike(self, account_id: UUID) -> tuple[Alike, ...]:
        """Give the accounts much like one of the book, but for those the person said are others."""
        with self._store.read() as reading:
            known, apart = self._folded(reading), _said_apart(reading.book)
        own = next((each for each in known if each.account.id == account_id), None)
        if own is None:
            return ()
        others = (each for each in known if each is not own and _key(account_id, each.account.id) not in apart)
        return _best((each, like) for each in others if (like := likeness(own, each)) is not None)

    def pairs(self) -> tuple[Pair, ...]:
        """Give all likely pairs of the book, the likeliest first, but for those the person said are two."""
        with self._store.read() as reading:
            known, apart = self._folded(reading), _said_apart(reading.book)
            addresses = list(shared_addresses(reading.connection))
        found = [
            Pair(one.account, other.account, like.why, like.score)
            for one, other, like in likely_pairs(known, addresses)
            if _key(one.account.id, other.account.id) not in apart
        ]
        return tuple(sorted(found, key=_likeliest)[:MOST_PAIRS])

    def say_apart(self, one: UUID, other: UUID) -> Outcome[None]:
        """Remember that two accounts are not the same, so that they are not shown as one again."""
        with self._store.write("Not the same account") as work:
            book = work.book
            answers = {**dict(book.import_answers), _key(one, other): "yes"}
            work.books.put(replace(book, import_answers=tuple(sorted(answers.items()))))
        return Outcome(None, work.changes)

    def _folded(self, reading: Reading) -> tuple[Folded, ...]:
        known, connection = self._known, reading.connection
        if known is None or touched_since(connection, known[0], NAMED_BY):
            accounts = tuple(Folded.of(each) for each in named_accounts(connection))
            self._known = known = newest_step(connection), accounts
        return known[1]


def _best(found: Iterable[tuple[Folded, Likeness]]) -> tuple[Alike, ...]:
    best = sorted(found, key=_score)[:MOST_ALIKE]
    return tuple(Alike(each.account.id, each.account.name, each.account.city, like.why) for each, like in best)


def _score(found: tuple[Folded, Likeness]) -> tuple[int, str]:
    return -found[1].score, found[0].account.name.casefold()


def _likeliest(pair: Pair) -> tuple[int, str, str]:
    return -pair.score, pair.first.name.casefold(), pair.second.name.casefold()


def _key(one: UUID, other: UUID) -> str:
    return _TWO + "/".join(sorted((one.hex, other.hex)))


def _said_apart(book: Book) -> frozenset[str]:
    return frozenset(name for name, _ in book.import_answers if name.startswith(_TWO))
