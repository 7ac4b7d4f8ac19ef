"""Lists what is open, by whom it waits on."""

from collections.abc import Mapping
from typing import Any, Final

from reviewdesk.cli.asking import Terminal
from reviewdesk.cli.listing import iso, say_json
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import Column, say, table
from reviewdesk.domain.follow_up import WaitsOn
from reviewdesk.services.follow_up_rows import FollowUpRow

COLUMNS: Final = (
    Column("Waits on", loose=True), Column("Due"), Column("What", loose=True), Column("Account", loose=True),
    Column("Said"),
)  # fmt: skip
ORDER: Final = {WaitsOn.ME: 0, WaitsOn.COLLEAGUE: 1, WaitsOn.CUSTOMER: 2}


def run(terminal: Terminal) -> int:
    """List the follow-ups."""
    with opened(terminal) as services:
        rows = sorted(services.follow_ups.rows(with_snoozed=True), key=_by_whom)
    if terminal.asked.as_json:
        say_json(_as_json(each) for each in rows)
        return 0
    shown = [each for each in rows if not each.is_snoozed]
    say(*table(COLUMNS, [_cells(each) for each in shown])) if shown else say("Nothing is open.")
    if len(shown) < len(rows):
        say(f"{len(rows) - len(shown)} more snoozed.")
    return 0


def _by_whom(row: FollowUpRow) -> tuple[int, str]:
    """Group by whom they wait on; within it the order of the list stays: late first, then by date."""
    return ORDER[row.waits_on], (row.who or row.account if row.waits_on is not WaitsOn.ME else "").casefold()


def _cells(row: FollowUpRow) -> tuple[str, ...]:
    whom = {WaitsOn.ME: "me", WaitsOn.COLLEAGUE: row.who, WaitsOn.CUSTOMER: row.who or row.account}[row.waits_on]
    promise = ("our promise" if row.is_ours else "their promise") if row.is_promise else "-"
    return whom, row.due_words, row.what, row.account, promise


def _as_json(row: FollowUpRow) -> Mapping[str, Any]:
    return {
        "id": str(row.id),
        "account_id": str(row.account_id),
        "account": row.account,
        "what": row.what,
        "side": "ours" if row.is_ours else "theirs",
        "promise": row.is_promise,
        "waits_on": row.waits_on.value,
        "who": row.who or None,
        "due": iso(row.due),
        "late": row.is_late,
        "said_on": iso(row.said_on),
        "snoozed_until": iso(row.snoozed_until),
        "review_id": str(row.review_id) if row.review_id else None,
        "minutes": row.minutes,
    }
