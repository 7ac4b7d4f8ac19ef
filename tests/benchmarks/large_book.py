"""A large book to measure with: accounts of every tier with people, purchases, contacts, promises and concerns."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.said import Channel, Contact
from reviewdesk.services.tiers import after_import
from reviewdesk.storage.store import Store
from tests.books import a_store

SYLLABLES = ("Nor", "Lys", "Kest", "Hal", "Ber", "Tan", "Om", "Vel", "Ark", "Dun", "Mir", "Sol", "Łód", "Gra", "Fjo")
ENDINGS = ("Transport", "Foods", "Optics", "Marine", "Labs", "Print", "Tools", "Timber", "Air", "Glass")
CITIES = ("Hamburg", "Lyon", "Łódź", "Leeds", "Turku", "Porto", "Boston", "Austin", "Ghent", "Bergen", "Tromsø", "Jena")
INDUSTRIES = ("Logistics", "Food", "Optics", "Shipping", "Software", "Print", "Tools", "Timber", "Aviation", "Glass")


def large_book(folder: Path, size: int, seed: int = 7) -> Store:
    """Make a book of so many accounts."""
    chance = Random(seed)
    store = a_store(folder, today=date.today(), name=f"{size:,} accounts")  # noqa: DTZ011 - the real day, as kept
    today = store.clock.today()
    with store.write("Make the book") as work:
        owners = [work.colleagues.put(Colleague(name=name, is_me=not at)) for at, name in enumerate(ENDINGS)]
        accounts = [_account(chance, at, owners) for at in range(size)]
        work.accounts.add_all(accounts)
        ids = [each.id for each in accounts]
        work.people.add_all([_person(chance, each) for each in ids])
        work.purchases.add_all([_purchase(chance, each, today) for each in ids for _ in range(2)])
        work.contacts.add_all([_contact(chance, each, today) for each in ids])
        work.follow_ups.add_all([_step(chance, each, today) for each in ids[::4]])
        work.concerns.add_all([_concern(chance, each, today) for each in ids[::9]])
        after_import(work)
    return store


def _account(chance, at, owners):
    name = f"{chance.choice(SYLLABLES)}{chance.choice(SYLLABLES).lower()} {chance.choice(ENDINGS)} {at}"
    return Account(
        name=name,
        owner_id=chance.choice(owners).id,
        industry=chance.choice(INDUSTRIES),
        city=chance.choice(CITIES),
        tags=(chance.choice(SYLLABLES),) if at % 3 == 0 else (),
        country=chance.choice(("DE", "FR", "PL", "US")),
    )


def _person(chance, account_id: UUID) -> Person:
    return Person(account_id=account_id, name=f"{chance.choice(SYLLABLES)}a {chance.choice(ENDINGS)}er")


def _purchase(chance, account_id: UUID, today) -> Purchase:
    amount = Decimal(chance.randrange(100, 90_000_00)) / 100
    return Purchase(
        account_id=account_id, bought_on=today - timedelta(chance.randrange(700)), amount=amount, currency="EUR"
    )


def _contact(chance, account_id: UUID, today) -> Contact:
    on = today - timedelta(chance.randrange(300))
    return Contact(account_id=account_id, made_on=on, channel=Channel.CALL, words="")


def _step(chance, account_id: UUID, today) -> FollowUp:
    due = today + timedelta(chance.randrange(-20, 60))
    return FollowUp(account_id=account_id, what="Send the revised plan", due=due, said_on=today, is_promise=True)


def _concern(chance, account_id: UUID, today) -> Concern:
    severity = chance.choice((1, 2, 3))
    return Concern(account_id=account_id, words="Late again", summary="Late", severity=severity, raised_on=today)
