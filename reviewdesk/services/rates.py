"""What a person does with exchange rates: adds one from a day on, corrects it, takes it out, sees where one lacks."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from reviewdesk.domain.errors import MissingError, RefusedError
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.money import checked_currency
from reviewdesk.services import typed_values as typed
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.lists.purchases import currencies_bought_in
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

_HIGHEST: Final = Decimal(10) ** 9
RateKey = tuple[str, date]


@dataclass(frozen=True, slots=True)
class DatedRate:
    """What one unit of a currency is worth in the book's own, from a day on."""

    currency: str
    since: date
    rate: Decimal

    @property
    def key(self) -> RateKey:
        """Tell it from all others: a currency has one rate from a day on."""
        return self.currency, self.since


@dataclass(frozen=True, slots=True)
class RatesNow:
    """All rates by currency, the newest first; `missing` are currencies in which somebody bought and that have none."""

    base: str
    rates: tuple[DatedRate, ...]
    missing: tuple[str, ...]


class RateService:
    """The exchange rates of one book."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def now(self) -> RatesNow:
        """Give all rates, and the currencies that lack one."""
        with self._store.read() as reading:
            book, bought_in = reading.book, currencies_bought_in(reading.connection)
        rates = sorted((DatedRate(*each) for each in book.rates), key=_newest_first)
        known = {book.base_currency, *(each.currency for each in rates)}
        return RatesNow(book.base_currency, tuple(rates), tuple(each for each in bought_in if each not in known))

    def add(self, currency: str, day: str, rate: str) -> Outcome[DatedRate]:
        """Add what one unit is worth from a day on, today where no day is typed.

        Raises:
            RefusedError: something cannot be read, or there is a rate from that day on already.
        """
        since = typed.day(day, self._store.clock.today()) or self._store.clock.today()
        with self._store.write("Add rate") as work:
            made = DatedRate(_foreign(work, currency), since, _worth(rate))
            _keep(work, [*_known(work), made])
        return Outcome(made, work.changes)

    def change(self, key: RateKey, field: str, text: str) -> Outcome[DatedRate]:
        """Put what was typed into one field of a rate: currency, since or rate.

        Raises:
            RefusedError: it cannot be read as what the field holds, or there is a rate from that day on already.
            MissingError: the rate is not in the book any more.
        """
        with self._store.write("Change rate", join_key=f"book/rates/{key[0]}/{key[1]}/{field}") as work:
            known = _known(work)
            at = _place_of(known, key)
            known[at] = changed = self._changed(work, known[at], field, text)
            _keep(work, known)
        return Outcome(changed, work.changes)

    def remove(self, key: RateKey) -> Outcome[None]:
        """Take a rate out; undo brings it back.

        Raises:
            MissingError: the rate is not in the book any more.
        """
        with self._store.write("Remove rate") as work:
            known = _known(work)
            del known[_place_of(known, key)]
            _keep(work, known)
        return Outcome(None, work.changes)

    def _changed(self, work: UnitOfWork, found: DatedRate, field: str, text: str) -> DatedRate:
        if field == "currency":
            return replace(found, currency=_foreign(work, text))
        if field == "rate":
            return replace(found, rate=_worth(text))
        since = typed.day(text, self._store.clock.today())
        if since is None:
            raise RefusedError("Say from which day on it holds, like 1 Jan 2026.")
        return replace(found, since=since)


def _known(work: UnitOfWork) -> list[DatedRate]:
    return [DatedRate(*each) for each in work.book.rates]


def _place_of(known: list[DatedRate], key: RateKey) -> int:
    found = next((at for at, each in enumerate(known) if each.key == key), None)
    if found is None:
        raise MissingError("This rate is not in the book any more.")
    return found


def _keep(work: UnitOfWork, rates: Iterable[DatedRate]) -> None:
    kept: dict[RateKey, DatedRate] = {}
    for each in rates:
        if each.key in kept:
            since = short_day(each.since, work.clock.today())
            raise RefusedError(f"{each.currency} has a rate from {since} on. Change that one, or type another day.")
        kept[each.key] = each
    work.books.put(replace(work.book, rates=tuple((each.currency, each.since, each.rate) for each in kept.values())))


def _foreign(work: UnitOfWork, text: str) -> str:
    currency = checked_currency(text)
    if currency == work.book.base_currency:
        raise RefusedError(f"{currency} is the currency of the book itself and needs no rate. Type another one.")
    return currency


def _worth(text: str) -> Decimal:
    found = typed.amount(text)
    if found is None or not 0 < found < _HIGHEST:
        raise RefusedError("Type what one unit is worth, a number above 0 like 0.2315.")
    return found


def _newest_first(rate: DatedRate) -> tuple[str, int]:
    return rate.currency, -rate.since.toordinal()
