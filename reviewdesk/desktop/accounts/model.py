"""The list of accounts as it is shown: its columns, its chips, and what a filter leaves of it."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.chips import Chip
from reviewdesk.desktop.widgets.table_model import Cell, Column
from reviewdesk.domain.account import AccountStatus, Tier
from reviewdesk.domain.intervals import DueState, counted_days, short_day
from reviewdesk.domain.money import format_money
from reviewdesk.domain.text import fold
from reviewdesk.services.account_values import AccountRow

TIER_CHIPS: Final = frozenset(Tier)
GONE_CHIPS: Final = frozenset({"lost", "archived"})
_GONE: Final = frozenset({AccountStatus.LOST, AccountStatus.ARCHIVED})
_NEAR: Final = frozenset({DueState.SOON, DueState.OVER})
_NEVER: Final = 10**6


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of the list with its words folded, so that a filter is one search in one text."""

    row: AccountRow
    text: str
    today: date


def listed(rows: Iterable[AccountRow], today: date) -> tuple[Listed, ...]:
    """Fold the words of each row once."""
    return tuple(
        Listed(row, fold(f"{row.name}\n{row.owner}\n{row.industry}\n{row.city}\n{row.next_step}"), today)
        for row in rows
    )


def _late(row: AccountRow) -> bool:
    return row.next_review is not None and row.next_review.state is DueState.LATE


def _due_soon(row: AccountRow) -> bool:
    return row.next_review is not None and row.next_review.state in _NEAR


def _is_of(tier: Tier) -> Callable[[AccountRow], bool]:
    def passes(row: AccountRow) -> bool:
        return row.tier is tier

    return passes


FILTERS: Final[Mapping[str, Callable[[AccountRow], bool]]] = {
    **{tier: _is_of(tier) for tier in Tier},
    "late": _late,
    "soon": _due_soon,
    "quiet": lambda row: row.is_quiet,
    "concerns": lambda row: row.open_concerns > 0,
    "promises": lambda row: row.late_promises > 0,
    "mine": lambda row: row.owner_is_me,
    "lost": lambda row: row.status is AccountStatus.LOST,
    "archived": lambda row: row.status is AccountStatus.ARCHIVED,
}
_WORDS: Final = {
    "late": "Review late",
    "soon": "Due soon",
    "quiet": "Quiet",
    "concerns": "Concerns",
    "promises": "Late promises",
    "mine": "Mine",
    "lost": "Lost",
    "archived": "Archived",
}


def left_by(rows: Iterable[Listed], text: str, chips: Collection[str]) -> tuple[Listed, ...]:
    """Give the rows that hold all words typed and pass the chips; of several tiers any will do.

    Accounts that are lost or archived are shown only when asked for.
    """
    words = fold(text).split()
    tiers = [FILTERS[each] for each in chips if each in TIER_CHIPS]
    gone = [FILTERS[each] for each in chips if each in GONE_CHIPS]
    others = [FILTERS[each] for each in chips if each not in TIER_CHIPS | GONE_CHIPS]
    return tuple(
        each
        for each in rows
        if (any(passes(each.row) for passes in gone) if gone else each.row.status not in _GONE)
        and all(word in each.text for word in words)
        and (not tiers or any(passes(each.row) for passes in tiers))
        and all(passes(each.row) for passes in others)
    )


def chips_of(rows: Sequence[Listed], on: Collection[str]) -> tuple[Chip, ...]:
    """Give the chips that would leave something, with how much; one that is on stays."""
    found = []
    for key, passes in FILTERS.items():
        count = sum(passes(each.row) for each in rows if key in GONE_CHIPS or each.row.status not in _GONE)
        if count or key in on:
            found.append(Chip(key, _WORDS.get(key, key), count))
    return tuple(found)


def columns_shown(rows: Iterable[Listed]) -> frozenset[str]:
    """Give the columns that have something to show."""
    known = tuple(each.row for each in rows)
    filled = {
        "tier": any(each.tier for each in known),
        "step": any(each.next_step for each in known),
        "spoke": any(each.spoke_days is not None for each in known),
        "concerns": any(each.open_concerns for each in known),
        "promises": any(each.late_promises for each in known),
        "revenue": any(each.revenue is not None for each in known),
    }
    return frozenset({"name", "review", *(key for key, is_filled in filled.items() if is_filled)})


def status_of(rows: Sequence[Listed], largest: str) -> str:
    """Say how many accounts there are: "62 accounts · 10 A, 31 B, 21 C · the 5 largest make 43 % of revenue"."""
    there = [each.row for each in rows if each.row.status not in _GONE]
    count = f"{len(there):,} {'account' if len(there) == 1 else 'accounts'}"
    tiers = ", ".join(f"{n:,} {tier}" for tier in Tier if (n := sum(each.tier is tier for each in there)))
    return " · ".join(each for each in (count, tiers, largest) if each)


def key_of(each: Listed) -> UUID:
    """Give the id of the account of a row."""
    return each.row.id


def _name(each: Listed) -> Cell:
    row = each.row
    meta = " · ".join(part for part in (row.industry, row.city, row.owner) if part)
    gone = f" ({row.status})" if row.status in _GONE else ""
    return Cell(row.name + gone, tile=row.name, meta=meta, muted=bool(gone))


def _tier(each: Listed) -> Cell:
    row = each.row
    meta = f"would be {row.would_be} now" if row.would_be else "set by hand" if row.tier_is_pinned else ""
    said = f"{row.tier}, {meta}" if meta and row.tier else ""
    return Cell(row.tier or "", muted=True, meta=meta, said=said)


def _review(each: Listed) -> Cell:
    due = each.row.next_review
    if due is None:
        return Cell("")
    today = due.state is DueState.BOOKED and due.day == each.today
    tones = {DueState.LATE: Tone.BAD, DueState.OVER: Tone.WARN, DueState.SOON: Tone.WARN}
    tone = Tone.ACCENT if today else tones.get(due.state)
    return Cell(due.words, tone=tone, pill=tone is not None, muted=tone is None)


def _step(each: Listed) -> Cell:
    row = each.row
    if not row.next_step:
        return Cell("–", muted=True, said="none")
    if row.next_step_on is None:
        return Cell(row.next_step)
    over = row.next_step_on < each.today
    day = "overdue" if over else "today" if row.next_step_on == each.today else short_day(row.next_step_on, each.today)
    return Cell(f"{row.next_step}, {day}")


def _spoke(each: Listed) -> Cell:
    days = each.row.spoke_days
    words = "never" if days is None else "today" if days == 0 else counted_days(days)
    quiet = each.row.is_quiet
    return Cell(words, muted=not quiet, tone=Tone.WARN if quiet else None, said=f"{words}, quiet" if quiet else "")


def _concerns(each: Listed) -> Cell:
    count = each.row.open_concerns
    grave = each.row.worst_severity >= 3
    return Cell(f"{count}" if count else "", tone=Tone.BAD if grave else None, strong=grave)


def _promises(each: Listed) -> Cell:
    count = each.row.late_promises
    return Cell(f"{count}" if count else "", tone=Tone.BAD, strong=True)


def _revenue(each: Listed) -> Cell:
    row = each.row
    if row.revenue is None:
        return Cell("no rate", muted=True, said="no exchange rate") if row.lacks_rate else Cell("", said="no purchases")
    return Cell(format_money(row.revenue, row.currency, short=True))


def _by_name(each: Listed) -> str:
    return fold(each.row.name)


def _by_tier(each: Listed) -> tuple[str, Decimal]:
    return each.row.tier or "D", -_by_revenue(each)


def _by_review(each: Listed) -> date:
    return each.row.next_review.day if each.row.next_review else date.max


def _by_step(each: Listed) -> tuple[bool, date]:
    return not each.row.next_step, each.row.next_step_on or date.max


def _by_spoke(each: Listed) -> int:
    return _NEVER if each.row.spoke_days is None else each.row.spoke_days


def _by_concerns(each: Listed) -> tuple[int, int]:
    return each.row.worst_severity if each.row.open_concerns else 0, each.row.open_concerns


def _by_promises(each: Listed) -> int:
    return each.row.late_promises


def _by_revenue(each: Listed) -> Decimal:
    return Decimal("-Infinity") if each.row.revenue is None else each.row.revenue


COLUMNS: Final[tuple[Column[Listed], ...]] = (
    Column("name", "Account", _name, _by_name, width=24, stretch=5),
    Column("tier", "Tier", _tier, _by_tier, width=5, goes_first=1),
    Column("review", "Next review", _review, _by_review, width=16, stretch=1),
    Column("step", "Next step", _step, _by_step, width=26, stretch=4, goes_first=4),
    Column("spoke", "Last spoke", _spoke, _by_spoke, width=11, goes_first=2),
    Column("concerns", "Concerns", _concerns, _by_concerns, width=9, goes_first=3),
    Column("promises", "Late", _promises, _by_promises, width=5, goes_first=5),
    Column("revenue", "Revenue", _revenue, _by_revenue, width=11, stretch=1, right=True),
)
