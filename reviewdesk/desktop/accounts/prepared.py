"""The list of accounts made ready behind the window, so that showing it takes the window no time."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, Final

from reviewdesk.desktop.accounts.cells import Day, columns_on
from reviewdesk.desktop.accounts.model import chips_of, status_of, usual_columns
from reviewdesk.desktop.widgets.chips import Chip
from reviewdesk.desktop.widgets.table_order import Ranks
from reviewdesk.domain.custom_field import CustomField
from reviewdesk.services.account_filter import FILTERS, Listed, Listings
from reviewdesk.services.account_list import AccountList

_MANY: Final = 2_000


@dataclass(frozen=True, slots=True)
class Prepared:
    """A list with its line of status, the usual columns and order, and the ranks by what it will be sorted by."""

    list: AccountList = AccountList(listings=Listings.of(()), today=date.min)  # noqa: RUF009 - it is frozen
    status: str = ""
    usual: tuple[str, ...] = ("name", "review")
    usual_sort: tuple[str, bool] = ("review", False)
    ranks: Mapping[str, Ranks] = field(default_factory=dict)
    ready_chips: tuple[Chip, ...] = ()

    def status_with(self, count: int, *, is_narrowed: bool) -> str:
        """Say how many accounts there are, and how many of them a filter leaves."""
        if not self.list.listings.rows:
            return ""
        return f"{count:,} of {self.status}" if is_narrowed and self.list.is_whole else self.status

    @property
    def sortable(self) -> Collection[str]:
        """The keys of the columns the list can be sorted by."""
        return _orders(self.list.own_fields).keys()

    def chips(self, on: Collection[str]) -> tuple[Chip, ...]:
        """Give the chips that would leave something; one that is on stays, and is alone until all accounts are read."""
        if not self.list.is_whole:
            return tuple(Chip(each.key, each.words) for each in FILTERS if each.key in on)
        missing = set(on) - {each.key for each in self.ready_chips}
        return chips_of(self.list.listings, on) if missing else self.ready_chips


def prepared(shown: AccountList, sorts: Collection[str], on: Collection[str]) -> Prepared:
    """Make a list ready to be sorted by these columns, and a large one also by those that are usually shown."""
    rows = shown.listings.rows
    usual = usual_columns(shown.listings)
    usual_sort = ("revenue", True) if "revenue" in usual else ("review", False)
    wanted = {*sorts, usual_sort[0], *(usual if len(rows) > _MANY else ())}
    orders = _orders(shown.own_fields)
    ranks = {key: Ranks.of(rows, orders[key]) for key in wanted if key in orders}
    chips = chips_of(shown.listings, on) if shown.is_whole else ()
    return Prepared(shown, status_of(shown), usual, usual_sort, ranks, chips)


@lru_cache(maxsize=8)
def _orders(own: tuple[CustomField, ...]) -> Mapping[str, Callable[[Listed], Any]]:
    columns = columns_on(Day(date.min), own)
    return {each.key: each.order for each in columns if each.order is not None}


def read_and_prepare(read: Callable[[], AccountList], sorts: Collection[str], on: Collection[str]) -> Prepared:
    """Read a list and make it ready; both are done in a lane."""
    return prepared(read(), sorts, on)
