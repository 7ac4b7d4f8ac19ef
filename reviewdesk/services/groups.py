"""Groups rolled up: what belongs to an account, and what all of it comes to together."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from reviewdesk.domain.ties import all_below
from reviewdesk.services.account_rows import rows_of_some
from reviewdesk.services.account_values import AccountRow
from reviewdesk.storage.lists.accounts import account_lines, account_parents
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class GroupMember:
    """One account of a group as the list shows it; `level` counts the accounts between it and the top."""

    row: AccountRow
    level: int
    is_site: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """An account with all that belongs to it; the sums hold the account itself.

    `revenue` is of the revenue year in the book's base currency and leaves out those in `without_rate`; it is nothing
    in a book without purchases.
    """

    own: AccountRow
    members: tuple[GroupMember, ...]
    as_one: bool
    revenue: Decimal | None
    currency: str
    open_concerns: int
    late_promises: int
    last_contact: date | None
    without_rate: tuple[str, ...]
    today: date

    @property
    def sites(self) -> int:
        """Count the sites."""
        return sum(each.is_site for each in self.members)

    @property
    def subsidiaries(self) -> int:
        """Count the companies of their own."""
        return len(self.members) - self.sites

    @property
    def counted(self) -> str:
        """Say what the sums hold: "Nordlys AS itself, 2 subsidiaries and 1 site"."""
        parts = [
            f"{count} {one if count == 1 else many}"
            for count, one, many in (
                (self.subsidiaries, "subsidiary", "subsidiaries"),
                (self.sites, "site", "sites"),
            )
            if count
        ]
        return f"{self.own.name} itself" + (f", {' and '.join(parts)}" if parts else "")


class GroupService:
    """Rolls groups up."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def group(self, account_id: UUID) -> Group:
        """Give an account with all that belongs to it, on the day of the clock.

        Raises:
            MissingError: it is not in the book.
        """
        with self._store.read() as reading:
            return _group(reading, account_id)


def _group(reading: Reading, account_id: UUID) -> Group:
    account = reading.accounts.get(account_id)
    above = account_parents(reading.connection)
    below = all_below(account_id, above)
    rows = {each.id: each for each in rows_of_some(reading, (account_id, *below))}
    sites = {each.id for each in account_lines(reading.connection, below) if each.is_site}
    own = rows[account_id]
    together = tuple(rows.values())
    return Group(
        own=own,
        members=tuple(_walk(account_id, above, rows, sites)),
        as_one=account.review_as_group,
        revenue=_sum(together),
        currency=own.currency,
        open_concerns=sum(each.open_concerns for each in together),
        late_promises=sum(each.late_promises for each in together),
        last_contact=max((each.last_contact for each in together if each.last_contact), default=None),
        without_rate=tuple(each.name for each in together if each.lacks_rate),
        today=reading.clock.today(),
    )


def _sum(rows: Collection[AccountRow]) -> Decimal | None:
    known = [each.revenue for each in rows if each.revenue is not None]
    return sum(known, Decimal(0)) if known else None


def _walk(
    top: UUID, above: Mapping[UUID, UUID | None], rows: Mapping[UUID, AccountRow], sites: Collection[UUID]
) -> Iterator[GroupMember]:
    """Give who is below an account, each before what belongs to it, sites first; a circle is walked once."""
    waiting, seen = [(top, -1)], set[UUID]()
    while waiting:
        at, level = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        if at != top:
            yield GroupMember(rows[at], level, at in sites)
        own = sorted(
            (each.id not in sites, each.name, each.id.hex) for each in rows.values() if above.get(each.id) == at
        )
        waiting += [(UUID(id), level + 1) for _, _, id in reversed(own)]
