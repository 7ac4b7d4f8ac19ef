"""What an account is told of changes that were announced, in words that may lie open in a meeting."""

from uuid import UUID

from reviewdesk.domain.intervals import short_day
from reviewdesk.storage.reading import Reading


def changes_told(reading: Reading, account_id: UUID) -> tuple[str, ...]:
    """Give a line for each announced change that touches an account and is not closed there, the nearest first.

    It names the items, the day and the concession the account was offered; nobody else and nothing internal.
    """
    today = reading.clock.today()
    found = []
    for each in reading.touched_by_change.where(account_id=account_id):
        change = reading.planned_changes.find(each.change_id)
        if change is None or change.is_rehearsed or change.ended_on is not None or each.closed_on is not None:
            continue
        offered = f" ({each.concession})" if each.concession else ""
        words = f"{change.for_customers}: changes from {short_day(change.effective, today)}{offered}"
        found.append((change.effective, words))
    return tuple(words for _, words in sorted(found))
