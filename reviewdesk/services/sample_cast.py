"""Who is in the sample book: our people, the customers with their people, and what they bought."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from reviewdesk.domain import tiers
from reviewdesk.domain.account import Account, AccountStatus, ReasonToStay, SupplierPosition, Tier
from reviewdesk.domain.book import Book
from reviewdesk.domain.first_dates import Newcomer, first_dates
from reviewdesk.domain.money import Money, Rates, in_base
from reviewdesk.domain.people import Colleague, Part, Person, Stance
from reviewdesk.domain.purchase import Product, Purchase
from reviewdesk.domain.standing import months_of
from reviewdesk.domain.text import fold
from reviewdesk.services.sample_files import Customer, SampleFiles, made_id, pick
from reviewdesk.services.sample_purchases import lines_of, purchases_of

ZONES: Final = {
    "US": "America/New_York", "GB": "Europe/London", "FR": "Europe/Paris", "DE": "Europe/Berlin", "PL": "Europe/Warsaw",
    "JP": "Asia/Tokyo", "CN": "Asia/Shanghai", "AE": "Asia/Dubai", "IL": "Asia/Jerusalem", "GR": "Europe/Athens",
    "CH": "Europe/Zurich", "SE": "Europe/Stockholm", "VN": "Asia/Ho_Chi_Minh", "TR": "Europe/Istanbul",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Everybody and everything a sample book begins with; accounts and people are found by the account's name."""

    files: SampleFiles
    book: Book
    today: date
    colleagues: Mapping[str, Colleague]
    products: Mapping[str, Product]
    accounts: Mapping[str, Account]
    people: Mapping[str, tuple[Person, ...]]
    purchases: tuple[Purchase, ...]

    @property
    def me(self) -> Colleague:
        """The person whose book it is."""
        return next(each for each in self.colleagues.values() if each.is_me)

    def months(self, account: Account) -> int:
        """Give the months between two reviews of an account."""
        return months_of(self.book, account.tier, account.interval_months)


def cast_of(files: SampleFiles, book: Book, today: date, me: Colleague | None = None) -> Cast:
    """Bring everybody together; `me` takes the first part where somebody's book it is already."""
    products = {row["key"]: _product(row) for row in files.company["product"]}
    purchases = tuple(each for customer in files.customers for each in purchases_of(customer, files, products, today))
    cast = Cast(
        files=files,
        book=book,
        today=today,
        colleagues=_colleagues(files, me),
        products=products,
        accounts={},
        people={each.name: tuple(_people(each)) for each in files.customers},
        purchases=purchases,
    )
    accounts = {each.name: _account(each, cast) for each in files.customers}
    return replace(cast, accounts=_ranked(accounts, purchases, book, today))


def _colleagues(files: SampleFiles, me: Colleague | None) -> dict[str, Colleague]:
    found: dict[str, Colleague] = {}
    for row in files.company["colleague"]:
        known = me if row.get("is_me") else None
        found[row["key"]] = known or Colleague(
            id=made_id("colleague", row["key"]),
            name=row["name"],
            role=row["role"],
            team=row["team"],
            phone=row["phone"],
            email=_mail(row["name"], "northgate.example"),
            is_me=row.get("is_me", False),
        )
    return found


def _product(row: Mapping[str, str]) -> Product:
    price = Decimal(row["list_price"])
    return Product(id=made_id("product", row["key"]), name=row["name"], series=row["series"], list_price=price)


def _mail(name: str, domain: str) -> str:
    letters = "".join(each if each.isalnum() else " " for each in fold(name)).split()
    words = [each for each in letters if each.isascii() and each != "dr"]
    return f"{'.'.join(words) or 'office'}@{domain}"


def _people(customer: Customer) -> list[Person]:
    account_id = made_id("account", customer.name)
    found: list[Person] = []
    for place, line in enumerate(customer.people):
        name, role, part, cares_about = (each.strip() for each in line.split("|"))
        found.append(
            Person(
                id=made_id("person", customer.name, name),
                account_id=account_id,
                name=name,
                role=role,
                part=Part(part),
                cares_about=cares_about,
                email=_mail(name, customer.domain) if name.isascii() or place == 0 else "",
                phone=f"{customer.phone} 555 01{(pick(30, customer.name) * 3 + place):02d}",
                language=customer.language,
                influence=5 - place,
                stance=(Stance.BACKS_US, Stance.OPEN, Stance.DOUBTFUL)[pick(3, name)],
                known_by_id=made_id("colleague", "dana") if place == 0 and customer.owner == "dana" else None,
                known_well=3 + pick(3, name, "known") if place == 0 else None,
                reports_to_id=found[0].id if found else None,
            )
        )
    return found


def people_gone(cast: Cast) -> list[Person]:
    """Give who has left, as it is written by hand."""
    return [
        Person(
            id=made_id("person", row["account"], row["name"]),
            account_id=made_id("account", row["account"]),
            name=row["name"],
            role=row["role"],
            part=Part(row["part"]),
            phone=row["phone"],
            left_on=cast.today - timedelta(days=row["days"]),
        )
        for row in cast.files.stories.get("gone", ())
    ]


def _account(customer: Customer, cast: Cast) -> Account:
    lost, today = customer.lost is not None, cast.today
    joined = today - timedelta(days=730 + pick(200, customer.name)) if customer.added is None else None
    since = date(today.year - max(0, 2026 - customer.since), 1 + pick(12, customer.name), 1 + pick(28, customer.name))
    return Account(
        id=made_id("account", customer.name),
        name=customer.name,
        parent_id=made_id("account", customer.parent) if customer.parent else None,
        status=AccountStatus.LOST if lost else AccountStatus.ACTIVE,
        lost_on=today - timedelta(days=customer.lost) if customer.lost is not None else None,
        owner_id=cast.colleagues[customer.owner].id,
        industry=customer.industry,
        website=f"https://www.{customer.domain}",
        domain=customer.domain,
        phones=(f"{customer.phone} 555 0199",),
        city=customer.city,
        country=customer.country,
        currency=customer.currency,
        time_zone=ZONES.get(customer.country, ""),
        language=customer.language,
        customer_since=min(since, today - timedelta(days=customer.added or 0)),
        tier=Tier.C if lost else None,
        added_on=joined or today - timedelta(days=customer.added or 0),
        supplier_position=SupplierPosition(customer.position),
        reason_to_stay=ReasonToStay(customer.reason),
        rivals=customer.rivals,
        lines_bought=tuple(cast.products[each].name for each in lines_of(customer, cast.products)),
        **_told_by_hand(cast, customer),
    )


def _told_by_hand(cast: Cast, customer: Customer) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for row in cast.files.story("about", customer.name):
        days = {"contract_end": "contract_end", "gut_day": "gut_feeling_on", "renewal_agreed": "renewal_agreed_on"}
        fields |= {name: cast.today + timedelta(days=row[key]) for key, name in days.items() if key in row}
        plain = {"notice_days": "notice_days", "gut": "gut_feeling", "gut_note": "gut_feeling_note"}
        fields |= {name: row[key] for key, name in plain.items() if key in row}
        if "share_of_wallet" in row:
            fields["share_of_wallet"] = Decimal(row["share_of_wallet"])
    return fields


def _ranked(
    accounts: Mapping[str, Account], purchases: tuple[Purchase, ...], book: Book, today: date
) -> dict[str, Account]:
    """Set the tiers by the rule, and first dates for those without a review."""
    window = tiers.revenue_window(today, max(each.bought_on for each in purchases))
    assert window is not None  # noqa: S101 - the sample has purchases
    rates = Rates.entered(book.base_currency, book.rates)
    revenues = {}
    for each in accounts.values():
        bought = [buy for buy in purchases if buy.account_id == each.id and window.holds(buy.bought_on)]
        if each.status is AccountStatus.ACTIVE:
            revenues[each.id] = in_base(((window.end, Money(buy.amount, buy.currency)) for buy in bought), rates)
    ranks = tiers.rank(revenues, room=book.room_in_a, a_share=book.a_share, b_share=book.b_share).ranks
    placed = {
        name: replace(each, tier=ranks[each.id].tier) if each.id in ranks else each for name, each in accounts.items()
    }
    return _dated(placed, revenues, book, today)


def _dated(
    accounts: Mapping[str, Account], revenues: Mapping[UUID, Decimal | None], book: Book, today: date
) -> dict[str, Account]:
    new = [each for each in accounts.values() if each.added_on and today - each.added_on < timedelta(days=60)]
    dates = first_dates(
        [Newcomer(each.id, each.tier, months_of(book, each.tier, None), revenues.get(each.id)) for each in new], today
    )
    return {name: replace(each, first_review_due=dates.get(each.id)) for name, each in accounts.items()}
