"""The sample book: one made-up company with its customers, opened and taken out again in one step each."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.book import Book
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.people import Person
from reviewdesk.services.myself import me
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.sample_cast import Cast, cast_of, people_gone
from reviewdesk.services.sample_files import SampleFiles, made_id
from reviewdesk.services.sample_meeting import SampleMeeting, sample_meeting
from reviewdesk.services.sample_today import SampleRecords, records_of
from reviewdesk.storage.removal import remove_rows
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

OPEN_LABEL = "Open the sample book"
REMOVE_LABEL = "Remove the sample book"


@dataclass(frozen=True, slots=True)
class SampleOpened:
    """How much the sample book brought."""

    accounts: int
    reviews: int


class SampleService:
    """Opens the sample book in an empty one, and removes it.

    `folder` holds the files it is written in.
    """

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._folder = folder

    @property
    def _first_name(self) -> str:
        """Give the name a book has before anybody names it."""
        return self._store.path.stem

    @property
    def is_sample(self) -> bool:
        """Say whether the sample is in this book."""
        with self._store.read() as reading:
            return reading.book.sample_of is not None

    def meeting(self) -> SampleMeeting:
        """Give the meeting of the sample book that is to be held today."""
        return sample_meeting(self._folder, self._store.clock.today())

    def fill(self) -> Outcome[SampleOpened]:
        """Fill an empty book with the sample, made relative to today.

        Raises:
            RefusedError: the book holds accounts.
        """
        files, today = SampleFiles.read(self._folder), self._store.clock.today()
        with self._store.write(OPEN_LABEL) as work:
            if work.accounts.all():
                raise RefusedError(
                    "This book holds accounts already. Open the sample in a new, empty book, so that nothing is mixed."
                )
            book = replace(
                _with_settings(work.book, files, today, self._first_name), sample_of=today, tiers_set_on=today
            )
            cast = cast_of(files, book, today, me(work))
            records = records_of(cast)
            work.books.put(book)
            _write(work, records)
        return Outcome(SampleOpened(len(cast.accounts), len(records.reviews)), work.changes)

    def remove(self) -> Outcome[int]:
        """Take out everything of the sample and nothing else; undo brings it back.

        Raises:
            RefusedError: the sample is not in this book.
        """
        files = SampleFiles.read(self._folder)
        with self._store.write(REMOVE_LABEL) as work:
            if work.book.sample_of is None:
                raise RefusedError("The sample is not in this book; there is nothing to remove.")
            removed = [each.id for each in work.accounts.all() if _is_made(each.id)]
            remove_rows(work, Kind.ACCOUNT, [each.hex for each in removed])
            _remove_unused(work, files)
            work.books.put(_without_settings(work.book, files, self._first_name))
        return Outcome(len(removed), work.changes)


def _write(work: UnitOfWork, records: SampleRecords) -> None:
    cast = records.cast
    work.colleagues.add_all([each for each in cast.colleagues.values() if _is_made(each.id)])
    work.products.add_all(records.products)
    work.accounts.add_all(_parents_first(cast.accounts.values()))
    gone = people_gone(cast)
    work.people.add_all([*gone, *(each for people in cast.people.values() for each in _known(people, cast, gone))])
    work.purchases.add_all(records.purchases)
    work.goals.add_all(records.goals)
    work.reviews.add_all(records.reviews)
    work.actuals.add_all(records.actuals)
    work.concerns.add_all(records.concerns)
    work.follow_ups.add_all(records.follow_ups)
    work.questions.add_all(records.questions)
    work.quotes.add_all(records.quotes)
    work.opportunities.add_all(records.opportunities)
    work.contacts.add_all(records.contacts)
    work.summaries.add_all(records.summaries)
    work.answers.add_all(records.answers)


def _known(people: Iterable[Person], cast: Cast, gone: Iterable[Person]) -> list[Person]:
    """Let people be known by whoever has the book, and those at the top report to whoever has left."""
    bosses = {each.account_id: each.id for each in gone}
    return [
        replace(
            each,
            known_by_id=cast.me.id if each.known_by_id else None,
            reports_to_id=each.reports_to_id or bosses.get(each.account_id),
        )
        for each in people
    ]


def _parents_first(accounts: Iterable[Account]) -> list[Account]:
    return sorted(accounts, key=_has_parent)


def _has_parent(account: Account) -> bool:
    return account.parent_id is not None


def _settings(files: SampleFiles, base: str, day: date) -> dict[str, Any]:
    """Give the settings of the sample's company; rates are in the base currency that the book has."""
    rates = {"EUR": Decimal(1), **{each: Decimal(rate) for each, rate in files.company["rates"].items()}}
    own = rates.get(base)
    entered = [(each, day.replace(month=1, day=1), rate / own) for each, rate in rates.items() if own and each != base]
    return {**files.company["book"], "rates": tuple(entered)}


def _with_settings(book: Book, files: SampleFiles, today: date, first_name: str) -> Book:
    """Put the company's settings where the person has changed nothing yet."""
    fresh = _first_values(first_name)
    wanted = _settings(files, book.base_currency, today)
    return replace(book, **{name: value for name, value in wanted.items() if getattr(book, name) == fresh[name]})


def _without_settings(book: Book, files: SampleFiles, first_name: str) -> Book:
    """Take back the company's settings that nobody changed since."""
    assert book.sample_of is not None  # noqa: S101 - asked before
    fresh = _first_values(first_name)
    wanted = _settings(files, book.base_currency, book.sample_of)
    same = {name: fresh[name] for name, value in wanted.items() if getattr(book, name) == value}
    tiers_set_on = None if book.tiers_set_on == book.sample_of else book.tiers_set_on
    return replace(book, **same, sample_of=None, tiers_set_on=tiers_set_on)


def _first_values(name: str) -> dict[str, Any]:
    fresh = Book(name=name)
    return {each.name: getattr(fresh, each.name) for each in fields(Book)}


def _is_made(record_id: UUID) -> bool:
    """Say whether the sample made a record: what people make has ids of another kind."""
    return record_id.version == made_id("").version


def _remove_unused(work: UnitOfWork, files: SampleFiles) -> None:
    """Remove the sample's colleagues and products that nothing of the person's own holds on to."""
    used = {each.owner_id for each in work.accounts.all()} | {each.colleague_id for each in work.follow_ups.all()}
    used |= {each.known_by_id for each in work.people.all()} | {each.product_id for each in work.purchases.all()}
    names = {row["name"] for row in files.company["colleague"]}
    for each in work.colleagues.all():
        if _is_made(each.id) and each.id not in used and each.name in names:
            work.colleagues.remove(each.id)
    for product in work.products.all():
        if _is_made(product.id) and product.id not in used:
            work.products.remove(product.id)
