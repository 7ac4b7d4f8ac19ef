"""The list of accounts as it is shown: its chips, its line of status, and the columns it begins with."""

from collections.abc import Collection, Sequence
from typing import Final
from uuid import UUID

from reviewdesk.desktop.widgets.chips import Chip
from reviewdesk.domain.account import Tier
from reviewdesk.domain.custom_field import CustomField
from reviewdesk.services.account_columns import BY_KEY, COLUMNS, FIELDS, USUAL, Of
from reviewdesk.services.account_filter import FILTERS, GONE_BITS, Listed, Listings, bit_of, is_own
from reviewdesk.services.account_list import AccountList
from reviewdesk.services.own_columns import own_columns

_ALWAYS: Final = ("name", "review")


def is_typed(key: str) -> bool:
    """Say whether what stands in a column can be typed where it stands."""
    return key in FIELDS or is_own(key)


def key_of(each: Listed) -> UUID:
    """Give the id of the account of a row."""
    return each.row.id


def chips_of(listings: Listings, on: Collection[str]) -> tuple[Chip, ...]:
    """Give the chips that would leave something, with how much; one that is on stays.

    That nobody was ever asked is how every book begins, and nothing to filter by.
    """
    counts = listings.counts()
    here = sum(1 for bits in listings.bits if not bits & GONE_BITS)
    return tuple(
        Chip(each.key, each.words, counts[each.key])
        for each in FILTERS
        if each.key in on or (counts[each.key] and not (each.key == "unasked" and counts[each.key] == here))
    )


def usual_columns(listings: Listings) -> tuple[str, ...]:
    """Give the columns the list begins with: those of them that have something to show."""
    rows = listings.rows
    return tuple(key for key in USUAL if key in _ALWAYS or any(BY_KEY[key].value(each) is not None for each in rows))


def status_of(shown: AccountList) -> str:
    """Say how many accounts there are: "62 accounts · 10 A, 31 B, 21 C · the 5 largest make 43 % of revenue"."""
    if not shown.is_whole:
        return f"{shown.accounts:,} accounts · reading the rest …"
    here = [bits for bits in shown.listings.bits if not bits & GONE_BITS]
    count = f"{len(here):,} {'account' if len(here) == 1 else 'accounts'}"
    tiers = ", ".join(f"{n:,} {tier}" for tier in Tier if (n := sum(1 for bits in here if bits & bit_of(tier))))
    gone = ", ".join(f"{n:,} {key}" for key in ("lost", "archived") if (n := _count(shown.listings, key)))
    hidden = f"{gone} not shown" if gone else ""
    return " · ".join(each for each in (count, tiers, shown.largest, hidden) if each)


def _count(listings: Listings, chip: str) -> int:
    return sum(1 for bits in listings.bits if bits & bit_of(chip))


def offered_columns(own: Sequence[CustomField] = ()) -> Sequence[tuple[str, str, str]]:
    """Give each column the list offers: its key, its title and what it is about."""
    groups = {each: at for at, each in enumerate(Of)}
    ordered = sorted((*COLUMNS, *own_columns(own)), key=lambda column: groups[column.of])
    return [(each.key, each.title, each.of.value) for each in ordered]
