"""What an account is told of changes that were announced, in words that may lie open in a meeting."""

from uuid import UUID

from reviewdesk.domain.change_steps import StepKind
from reviewdesk.domain.follow_up import Ending
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.planned_change import TouchedByChange
from reviewdesk.storage.reading import Reading


def changes_told(reading: Reading, account_id: UUID) -> tuple[str, ...]:
    """Give a line for each change an account was told of and that is not closed there, the nearest first.

    It was told once its call is made or its letter written. The line names the items, the day and the concession that
    was accepted; nobody else and nothing internal.
    """
    today = reading.clock.today()
    found = []
    for each in reading.touched_by_change.where(account_id=account_id):
        change = reading.planned_changes.find(each.change_id)
        if change is None or change.ended_on is not None or each.closed_on is not None or not _was_told(reading, each):
            continue
        offered = f" ({each.concession})" if each.concession and each.accepted else ""
        words = f"{change.for_customers}: changes from {short_day(change.effective, today)}{offered}"
        found.append((change.effective, words))
    return tuple(words for _, words in sorted(found))


def _was_told(reading: Reading, each: TouchedByChange) -> bool:
    """Say whether an account heard of a change: by letter, or in the call that was made."""
    if each.taken is not None or each.letter_on is not None:
        return True
    change = reading.planned_changes.get(each.change_id)
    calls = tuple(step.said for step in change.planned_steps if step.kind is StepKind.CALL)
    steps = reading.follow_ups.where(about_id=each.change_id, account_id=each.account_id)
    return any(step.what.startswith(calls) and step.ending in (Ending.KEPT, Ending.KEPT_LATE) for step in steps)
