"""The list of accounts: the first of it at once, the rest behind, and after that only what changed again."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from reviewdesk.domain.custom_field import CustomField
from reviewdesk.domain.health_settings import HealthSettings
from reviewdesk.services.account_facts import ALWAYS, Facts, read_facts
from reviewdesk.services.account_filter import Listed, Listings, listed, with_more
from reviewdesk.services.account_rows import account_row, rows_of_some
from reviewdesk.services.account_values import AccountRow
from reviewdesk.services.own_columns import own_fields
from reviewdesk.services.tier_words import largest_words
from reviewdesk.services.tiers import figures
from reviewdesk.storage.lists.account_facts import largest
from reviewdesk.storage.lists.accounts import account_lines, standings_on_the_day
from reviewdesk.storage.lists.counts import accounts_there
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store

AT_ONCE: Final = 2_000
FIRST: Final = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountList:
    """The accounts on one day, by name.

    `known` are the facts that were read; `is_whole` is no where only the first accounts of a large book are here.
    `largest` and `remarks` say what the rule of the tiers found; `owners` are the names of the people of ours,
    `own_fields` the person's own fields of accounts.
    """

    listings: Listings
    today: date
    known: frozenset[str] = frozenset()
    is_whole: bool = True
    accounts: int = 0
    largest: str = ""
    remarks: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    own_fields: tuple[CustomField, ...] = ()


class AccountListService:
    """Reads the list of accounts."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def first(self, facts: Collection[str] = ()) -> AccountList:
        """Give the whole list of a book of a usual size, and the largest accounts of a large one."""
        with self._store.read() as reading:
            count = accounts_there(reading.connection)
            if count <= AT_ONCE:
                return _whole(reading, facts)
            ids = largest(reading.connection, FIRST)
            rows = rows_of_some(reading, ids)
            fresh = _listed(reading, rows, facts, ids)
            today, own = reading.clock.today(), own_fields(reading)
        return AccountList(listings=Listings.of(fresh), today=today, accounts=count, is_whole=False, own_fields=own)

    def small_listings(self) -> Listings | None:
        """Give the accounts of a book of a usual size to count them; nothing of a large one, which takes too long."""
        with self._store.read() as reading:
            return _whole(reading, ()).listings if accounts_there(reading.connection) <= AT_ONCE else None

    def own_fields(self) -> tuple[CustomField, ...]:
        """Give the person's own fields of accounts, each of which is a column."""
        with self._store.read() as reading:
            return own_fields(reading)

    def whole(self, facts: Collection[str] = ()) -> AccountList:
        """Give every account by name, with these facts."""
        with self._store.read() as reading:
            return _whole(reading, facts)

    def with_facts(self, before: AccountList, facts: Collection[str]) -> AccountList:
        """Give the same list with more known of each account."""
        with self._store.read() as reading:
            more = by_account(read_facts(reading, facts))
        rows = (with_more(each, more.get(each.row.id, {})) for each in before.listings.rows)
        return replace(before, listings=Listings.of(rows), known=before.known | frozenset(facts))

    def patched(self, before: AccountList, account_ids: Collection[UUID]) -> AccountList:
        """Read these accounts again and give the list with them as they are now; removed ones are gone from it."""
        with self._store.read() as reading:
            rows = rows_of_some(reading, account_ids)
            fresh = {each.row.id: each for each in _listed(reading, rows, before.known, account_ids)}
        return replace(before, listings=_merged(before.listings, fresh, frozenset(account_ids)))


def _whole(reading: Reading, facts: Collection[str]) -> AccountList:
    today = reading.clock.today()
    lines, standings = account_lines(reading.connection), standings_on_the_day(reading)
    found, rule = figures(reading, lines, standings), HealthSettings.of(reading.book)
    rows = tuple(account_row(each, standings[each.id], found.would_be.get(each.id), today, rule) for each in lines)
    return AccountList(
        listings=Listings.of(_listed(reading, rows, facts)),
        today=today,
        known=frozenset((*ALWAYS, *facts)),
        accounts=len(rows),
        largest=largest_words(found.concentration, len(rows)),
        remarks=found.messages,
        owners=tuple(each.name for each in reading.colleagues.all()),
        own_fields=own_fields(reading),
    )


def _listed(
    reading: Reading, rows: Collection[AccountRow], facts: Collection[str], ids: Collection[UUID] | None = None
) -> list[Listed]:
    today = reading.clock.today()
    known = read_facts(reading, tuple(dict.fromkeys((*ALWAYS, *facts))), ids)
    own = by_account(known)
    return [listed(each, own.get(each.id, {}), today) for each in rows]


def by_account(known: Mapping[str, Facts]) -> dict[UUID, dict[str, Any]]:
    """Turn facts of accounts into accounts with their facts."""
    found: dict[UUID, dict[str, Any]] = {}
    for key, facts in known.items():
        for account_id, value in facts.items():
            found.setdefault(account_id, {})[key] = value
    return found


def _merged(before: Listings, fresh: Mapping[UUID, Listed], asked: frozenset[UUID]) -> Listings:
    """Put fresh rows in the places of the old ones; new ones come at the end, where only sorting finds them a place."""
    rows, left = [], dict(fresh)
    for each in before.rows:
        if each.row.id not in asked:
            rows.append(each)
        elif (now := left.pop(each.row.id, None)) is not None:
            rows.append(_with_rule(each, now))
    return Listings.of([*rows, *left.values()])


def _with_rule(before: Listed, now: Listed) -> Listed:
    """Keep what the rule said of the tier, which only a whole reading works out anew."""
    if before.row.would_be in (None, now.row.tier):
        return now
    return replace(now, row=replace(now.row, would_be=before.row.would_be))
