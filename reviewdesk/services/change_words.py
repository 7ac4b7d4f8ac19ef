"""Which announced changes touch an account: as our side sees them, and in words that may lie open in a meeting."""

from datetime import date
from uuid import UUID

from reviewdesk.domain.change_steps import StepKind
from reviewdesk.domain.follow_up import Ending
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.planned_change import PlannedChange, TouchedByChange
from reviewdesk.services.change_values import TouchingChange
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


def touching(reading: Reading, account_id: UUID) -> tuple[TouchingChange, ...]:
    """Give the announced changes that touch an account and are not closed there, the nearest first."""
    found = []
    for each in reading.touched_by_change.where(account_id=account_id):
        change = reading.planned_changes.get(each.change_id)
        if not change.is_rehearsed and change.ended_on is None and each.closed_on is None:
            made = TouchingChange(
                change=change, touched=each, currency=reading.book.base_currency, today=reading.clock.today(),
                call_on=_call_on(reading, change, account_id),
            )  # fmt: skip
            found.append(made)
    return tuple(sorted(found, key=lambda one: (one.change.effective, one.change.name)))


def _call_on(reading: Reading, change: PlannedChange, account_id: UUID) -> date | None:
    steps = reading.follow_ups.where(about_id=change.id, account_id=account_id)
    return next((each.due for each in steps if each.is_open and each.what.startswith(_calls(change))), None)


def _calls(change: PlannedChange) -> tuple[str, ...]:
    return tuple(step.said for step in change.planned_steps if step.kind is StepKind.CALL)


def _was_told(reading: Reading, each: TouchedByChange) -> bool:
    """Say whether an account heard of a change: by letter, or in the call that was made."""
    if each.taken is not None or each.letter_on is not None:
        return True
    calls = _calls(reading.planned_changes.get(each.change_id))
    steps = reading.follow_ups.where(about_id=each.change_id, account_id=each.account_id)
    return any(step.what.startswith(calls) and step.ending in (Ending.KEPT, Ending.KEPT_LATE) for step in steps)
