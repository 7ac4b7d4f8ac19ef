"""Lists all accounts, the largest first."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from reviewdesk.cli.asking import Terminal
from reviewdesk.cli.listing import figure, iso, say_json, short_money
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import Column, say, table, warn
from reviewdesk.services.account_columns import BY_KEY, facts_of
from reviewdesk.services.account_filter import Listed
from reviewdesk.services.account_table import table_of, write_table
from reviewdesk.services.account_values import AccountRow
from reviewdesk.services.own_columns import chosen_columns, own_columns

COLUMNS: Final = (
    Column("Account", loose=True), Column("Tier"), Column("Next review"), Column("Next step", loose=True),
    Column("Last spoke", right=True), Column("Concerns", right=True), Column("Late", right=True),
    Column("Revenue", right=True), Column("Owner", loose=True),
)  # fmt: skip


def run(terminal: Terminal) -> int:
    """List the accounts, or write them to a file."""
    if terminal.asked.csv or terminal.asked.xlsx:
        return _write(terminal)
    with opened(terminal) as services:
        rows = sorted(services.accounts.rows(), key=_largest_first)
        messages = services.tiers.shown().messages
    if terminal.asked.as_json:
        say_json(_as_json(each) for each in rows)
    elif rows:
        say(*table(COLUMNS, [_cells(each) for each in rows]))
    else:
        say("There are no accounts in this book yet. Import a file: reviewdesk import FILE")
    warn(*messages)
    return 0


def _write(terminal: Terminal) -> int:
    """Write all accounts, the largest first, in every column that holds something."""
    asked = terminal.asked
    with opened(terminal) as services:
        own = own_columns(services.account_list.own_fields())
        offered = chosen_columns((*BY_KEY, *(each.key for each in own)), own)
        found = services.account_list.whole(facts_of(tuple(each.key for each in offered)))
    rows = sorted(found.listings.rows, key=_largest_listed_first)
    filled = [each for each in offered if any(each.value(row) is not None for row in rows)]
    made = table_of(rows, filled or [BY_KEY["name"]])
    for path, ending in ((asked.csv, ".csv"), (asked.xlsx, ".xlsx")):
        if path is not None:
            written = write_table(
                made, path if path.suffix.casefold() == ending else path.with_name(path.name + ending)
            )
            say(f"{len(rows):,} {'account' if len(rows) == 1 else 'accounts'} written to {written}")
    warn(*found.remarks)
    return 0


def _largest_listed_first(each: Listed) -> tuple[Decimal, str]:
    return _largest_first(each.row)


def _largest_first(row: AccountRow) -> tuple[Decimal, str]:
    return -(row.revenue or Decimal(0)), row.name.casefold()


def _cells(row: AccountRow) -> tuple[str, ...]:
    return (
        row.name,
        f"{row.tier or '-'}{f' ({row.would_be} now)' if row.would_be else ''}",
        row.next_review.words if row.next_review else "-",
        row.next_step or "-",
        "never" if row.spoke_days is None else f"{row.spoke_days} days{', quiet' if row.is_quiet else ''}",
        str(row.open_concerns or "-"),
        str(row.late_promises or "-"),
        short_money(row.revenue, row.currency) if row.revenue is not None or row.lacks_rate else "-",
        row.owner or "-",
    )


def _as_json(row: AccountRow) -> Mapping[str, Any]:
    return {
        "id": str(row.id),
        "name": row.name,
        "status": row.status.value,
        "tier": row.tier.value if row.tier else None,
        "would_be": row.would_be.value if row.would_be else None,
        "revenue": figure(row.revenue, row.currency),
        "currency": row.currency,
        "next_due": iso(row.next_due),
        "next_review": row.next_review.words if row.next_review else None,
        "health": row.health,
        "basis": row.basis,
        "open_concerns": row.open_concerns,
        "late_promises": row.late_promises,
        "last_contact": iso(row.last_contact),
        "quiet": row.is_quiet,
        "next_step": row.next_step or None,
        "next_step_on": iso(row.next_step_on),
        "owner": row.owner or None,
    }
