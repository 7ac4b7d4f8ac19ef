"""Lists the reviews that are late, due, or booked within two weeks."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from reviewdesk.cli.asking import Terminal
from reviewdesk.cli.listing import iso, say_json
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import Column, say, table
from reviewdesk.domain.intervals import DUE_SOON_DAYS, DueState
from reviewdesk.services.account_values import AccountRow

COLUMNS: Final = (
    Column("Account", loose=True), Column("Tier"), Column("Review"), Column("Day"), Column("Last spoke", right=True),
    Column("Owner", loose=True),
)  # fmt: skip


def run(terminal: Terminal) -> int:
    """List what is due."""
    with opened(terminal) as services:
        today = services.book.today
        rows = sorted((each for each in services.accounts.rows() if _is_due(each, today)), key=_earliest_first)
    if terminal.asked.as_json:
        say_json(_as_json(each) for each in rows)
    elif rows:
        say(*table(COLUMNS, [_cells(each) for each in rows]))
    else:
        say(f"No review is due in the next {DUE_SOON_DAYS} days.")
    return 0


def _is_due(row: AccountRow, today: date) -> bool:
    due = row.next_review
    if due is None or due.state is DueState.LATER:
        return False
    return due.state is not DueState.BOOKED or due.day - today <= timedelta(days=DUE_SOON_DAYS)


def _earliest_first(row: AccountRow) -> tuple[date, str]:
    return (row.next_review.day if row.next_review else date.max), row.name.casefold()


def _cells(row: AccountRow) -> tuple[str, ...]:
    assert row.next_review is not None  # noqa: S101 - only those with one are listed
    return (
        row.name,
        row.tier or "-",
        row.next_review.words,
        row.next_review.day.isoformat(),
        "never" if row.spoke_days is None else f"{row.spoke_days} days",
        row.owner or "-",
    )


def _as_json(row: AccountRow) -> Mapping[str, Any]:
    assert row.next_review is not None  # noqa: S101 - as above
    booked = row.next_review.state is DueState.BOOKED
    return {
        "id": str(row.id),
        "name": row.name,
        "tier": row.tier.value if row.tier else None,
        "state": row.next_review.state.value,
        "day": row.next_review.day.isoformat(),
        "words": row.next_review.words,
        "next_due": iso(row.next_due),
        "booked_review": str(row.booked_review) if booked and row.booked_review else None,
        "last_contact": iso(row.last_contact),
        "owner": row.owner or None,
    }
