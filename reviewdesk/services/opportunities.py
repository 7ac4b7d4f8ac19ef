"""All opportunities of a book, and what lies beside each band of health."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.health_settings import Band, HealthSettings
from reviewdesk.domain.money import Money, Rates, convert
from reviewdesk.domain.opportunities import BandFigures, Beside, by_band, money_in
from reviewdesk.domain.said import Opportunity
from reviewdesk.storage.lists.accounts import account_lines, standings_on_the_day
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityRow:
    """One opportunity with its account and that account's band of health.

    `amount` is in the base currency of the book, nothing where the words name none or a rate is missing.
    """

    opportunity: Opportunity
    account: str
    band: Band
    amount: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BookOpportunities:
    """All opportunities, the open ones first and the largest of them first, and the figures of each band.

    `unrated` counts the accounts whose revenue is left out for want of an exchange rate.
    """

    today: date
    currency: str
    rows: tuple[OpportunityRow, ...]
    bands: tuple[BandFigures, ...]
    accounts: dict[Band, tuple[UUID, ...]]
    unrated: int = 0


class OpportunityService:
    """Reads what customers might buy."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_book(self) -> BookOpportunities:
        """Give all opportunities that were not withdrawn, of customers we have."""
        with self._store.read() as reading:
            return opportunities_in(reading)


def opportunities_in(reading: Reading) -> BookOpportunities:
    """Give within a reading all opportunities of customers we have."""
    rule, today = HealthSettings.of(reading.book), reading.clock.today()
    lines = {each.id: each for each in account_lines(reading.connection) if each.buys}
    standings = standings_on_the_day(reading, list(lines))
    bands = {id: rule.band(standings[id].health) for id in lines}
    found = [each for each in reading.opportunities.where(withdrawn=False) if each.account_id in lines]
    accounts = {each: reading.accounts.get(each) for each in {one.account_id for one in found}}
    rows = [
        OpportunityRow(
            opportunity=each, account=lines[each.account_id].name, band=bands[each.account_id],
            amount=_amount(reading, accounts[each.account_id], each, today),
        )
        for each in found
    ]  # fmt: skip
    revenues = [
        (bands[id], standings[id].revenue if standings[id].window_end else None) for id in lines
    ]  # fmt: skip
    return BookOpportunities(
        today=today, currency=reading.book.base_currency, rows=tuple(sorted(rows, key=_largest_open_first)),
        bands=by_band(
            revenues, [Beside(band=each.band, amount=each.amount) for each in rows if each.opportunity.is_open]
        ),
        accounts={band: tuple(id for id, of in bands.items() if of is band) for band in Band},
        unrated=sum(standings[id].window_end is not None and standings[id].revenue is None for id in lines),
    )  # fmt: skip


def _amount(reading: Reading, account: Account, opportunity: Opportunity, today: date) -> Decimal | None:
    named, book = money_in(opportunity.about or opportunity.what), reading.book
    if named is None:
        return None
    found = convert(
        Money(named.amount, named.currency or account.currency or book.base_currency),
        Rates.entered(book.base_currency, book.rates),
        today,
    )
    return found.amount if found is not None else None


def _largest_open_first(row: OpportunityRow) -> tuple[bool, Decimal, str, str]:
    return not row.opportunity.is_open, -(row.amount or Decimal(0)), row.account.casefold(), row.opportunity.id.hex
