"""Books of many accounts and notes, made from a seed through the book's own repositories, and kept between runs.

Everything is made relative to the real day, so that what a day asks for is there; a book made on another day is made
anew only when it is older than a month. The books lie in the machine's temporary folder, outside the repository.
"""

import random
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import gettempdir
from typing import Final
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.follow_up import Ending, FollowUp, Side, WaitsOn
from reviewdesk.domain.people import Colleague, Part, Person
from reviewdesk.domain.purchase import Product, Purchase
from reviewdesk.domain.review import NoteLine, Review, ReviewKind, period_of
from reviewdesk.domain.said import Channel, Contact, Quote
from reviewdesk.services.tiers import after_import
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.schema import HEAD
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork
from tests.big_words import Wordsmith
from tests.exported_files import company_names

SEED: Final = 7
MADE_AS: Final = 1  # another number where what is made changes, so that kept books are not taken for it
PIECE: Final = 500
LINES_A_REVIEW: Final = 5
OLD: Final = timedelta(31)
MARKERS: Final = ("", "", "", "! ", "/we ", '" ', "? ", "/d ", "+ ")


@dataclass(frozen=True, slots=True)
class Size:
    """How many accounts and notes a book holds."""

    accounts: int
    notes: int

    @property
    def name(self) -> str:
        """The size as a file's name."""
        return f"{self.accounts}-accounts-{self.notes}-notes"


@dataclass(slots=True)
class _Piece:
    """The records of some accounts."""

    accounts: list[Account] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    purchases: list[Purchase] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    concerns: list[Concern] = field(default_factory=list)
    follow_ups: list[FollowUp] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)

    def write(self, work: UnitOfWork) -> None:
        """Write all of them, each kind at once."""
        for name in ("accounts", "people", "purchases", "reviews", "concerns", "follow_ups", "contacts", "answers",
                     "quotes"):  # fmt: skip
            getattr(work, name).add_all(getattr(self, name))


def big_book(size: Size, seed: int = SEED) -> Path:
    """Give a book of this size, made once and kept; who writes into it takes a `copy_of`."""
    folder = Path(gettempdir()) / "reviewdesk-big-books"
    path = folder / f"{HEAD}-{MADE_AS}-{seed}-{size.name}.reviewdesk"
    if path.exists() and datetime.now(UTC) - datetime.fromtimestamp(path.stat().st_mtime, UTC) < OLD:
        return path
    folder.mkdir(mode=0o700, exist_ok=True)
    part = folder / f"{path.stem}-part.reviewdesk"
    for each in folder.glob(f"{path.stem}*"):
        each.unlink() if each.is_file() else shutil.rmtree(each)
    store = open_book(part, Clock(), may_create=True, name="Northgate")
    fill(store, size, seed)
    store.close()
    part.rename(path)
    return path


def copy_of(book: Path, folder: Path) -> Path:
    """Copy a kept book to where a test may write into it."""
    return Path(shutil.copy2(book, folder / "northgate.reviewdesk"))


def fill(store: Store, size: Size, seed: int = SEED) -> None:
    """Fill an empty book with accounts, and with the notes of their reviews."""
    maker = _Maker(seed, store.clock.today(), size)
    with store.write("Make the book") as work:
        work.colleagues.add_all(maker.colleagues)
        work.products.add_all(maker.products)
    for piece in maker.pieces():
        with store.write("Make the book", quiet=True) as work:
            piece.write(work)
    with store.write("Set tiers", quiet=True) as work:
        after_import(work)


class _Maker:
    """Makes the records of a book, the same ones for the same seed, size and day."""

    def __init__(self, seed: int, today: date, size: Size) -> None:
        self._dice = random.Random(seed)
        self._words = Wordsmith(self._dice)
        self._today, self._size = today, size
        self._now = datetime.now(UTC)
        names = company_names(300)
        self._names = [f"{names[at % len(names)]} {at}" for at in range(size.accounts)]
        self.colleagues = [
            Colleague(id=self._id(), name=name, is_me=not at)
            for at, name in enumerate(("Dana Reyes", "Ole Brandt", "Zoë Martin", "Łukasz Wrona"))
        ]
        self.products = [Product(id=self._id(), name=f"{self._words.sentence(1, 3)} {at}") for at in range(40)]

    def pieces(self) -> Iterator[_Piece]:
        """Make the records of all accounts, some accounts at a time."""
        notes = 0
        for start in range(0, self._size.accounts, PIECE):
            piece = _Piece()
            for at in range(start, min(start + PIECE, self._size.accounts)):
                wanted = self._size.notes * (at + 1) // self._size.accounts - notes
                notes += wanted
                self._make(piece, at, wanted)
            yield piece

    def _make(self, piece: _Piece, at: int, notes: int) -> None:
        dice = self._dice
        account = Account(
            id=self._id(), name=self._names[at], owner_id=self.colleagues[at % 4].id, currency="EUR",
            added_on=self._ago(900, 400), industry=f"Industry {at % 30}", city=f"City {at % 500}",
            tags=(f"tag{at % 20}",), phones=(f"+49 711 {at:06}",),
        )  # fmt: skip
        piece.accounts.append(account)
        person = Person(
            id=self._id(), account_id=account.id, name=f"{dice.choice(_FIRST)} {dice.choice(_LAST)}",
            role=dice.choice(_ROLES), part=dice.choice(tuple(Part)), email=f"p{at}@customer{at}.example",
        )  # fmt: skip
        piece.people.append(person)
        piece.purchases += [self._bought(account.id, at) for _ in range(3)]
        piece.reviews += self._reviews(account.id, notes)
        self._make_open(piece, account.id, person.id, at)

    def _make_open(self, piece: _Piece, account_id: UUID, person_id: UUID, at: int) -> None:
        piece.contacts.append(
            Contact(
                id=self._id(),
                account_id=account_id,
                person_id=person_id,
                made_on=self._ago(200),
                channel=Channel.CALL,
                words=self._words.sentence(3, 12),
            )
        )
        if at % 3 == 0:
            piece.follow_ups.append(self._follow_up(account_id, at))
            answered = self._ago(300)
            value = self._dice.randint(0, 10)
            piece.answers.append(
                Answer.given(
                    Asked.RECOMMEND,
                    value,
                    id=self._id(),
                    account_id=account_id,
                    person_id=person_id,
                    answered_on=answered,
                    evidence=self._words.sentence(4, 12),
                )
            )
        if at % 10 == 0:
            words, raised = self._words.sentence(4, 14), self._ago(60)
            stage = Stage.REPORTED if at % 100 == 0 else Stage.CONFIRMED
            piece.concerns.append(
                Concern(
                    id=self._id(),
                    account_id=account_id,
                    words=words,
                    summary=words,
                    severity=at % 4 + 1,
                    raised_on=raised,
                    stage=stage,
                )
            )
            piece.quotes.append(Quote(id=self._id(), account_id=account_id, words=words, said_on=raised))

    def _bought(self, account_id: UUID, at: int) -> Purchase:
        amount = Decimal(self._size.accounts * 500 // (at + 1) + self._dice.randint(100, 900))
        product = self._dice.choice(self.products)
        return Purchase(
            id=self._id(), account_id=account_id, product_id=product.id, bought_on=self._ago(700), amount=amount,
            currency="EUR",
        )  # fmt: skip

    def _reviews(self, account_id: UUID, notes: int) -> Iterator[Review]:
        quarter, count = timedelta(91), max(1, notes // LINES_A_REVIEW)
        last = self._today - timedelta(self._dice.randint(1, 85))
        for at in range(count):
            lines = notes // count + (at < notes % count)
            day = last - quarter * (at % 40)
            review = Review(
                id=self._id(), account_id=account_id, period=period_of(day), planned_on=day, kind=ReviewKind.QUARTERLY,
                lines=tuple(self._line() for _ in range(lines)), sentences=(self._words.sentence(6, 14),),
            )  # fmt: skip
            yield review.held(day, finished_at=self._now)

    def _line(self) -> NoteLine:
        return NoteLine(id=self._id(), text=self._dice.choice(MARKERS) + self._words.sentence())

    def _follow_up(self, account_id: UUID, at: int) -> FollowUp:
        is_open = at % 30 == 0
        due = self._today + timedelta(at % 120 - 2) if is_open else self._ago(150)
        return FollowUp(
            id=self._id(), account_id=account_id, what=self._words.sentence(3, 9), side=Side.OURS,
            waits_on=WaitsOn.ME, is_promise=True, due=due, said_on=due - timedelta(30),
            colleague_id=self.colleagues[0].id,
            ending=None if is_open else Ending.KEPT, ended_on=None if is_open else due,
        )  # fmt: skip

    def _ago(self, most: int, least: int = 0) -> date:
        return self._today - timedelta(self._dice.randint(least, most))

    def _id(self) -> UUID:
        return UUID(int=self._dice.getrandbits(128), version=4)


_FIRST: Sequence[str] = ("Anna", "Piotr", "Marta", "Tom", "Ingrid", "Luis", "Chloé", "Jürgen", "Łucja", "Wei", "Søren")
_LAST: Sequence[str] = ("Nowak", "Zając", "Keller", "Reilly", "Dahl", "Ortega", "Martin", "Weiß", "Chen", "Ødegård")
_ROLES: Sequence[str] = ("Head of purchasing", "Plant manager", "Quality lead", "Managing director")
