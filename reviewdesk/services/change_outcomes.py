"""Follows an announced change through: how each account took it, what was conceded, and the check-in that closes it."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from reviewdesk.domain.change_steps import StepKind
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.money import rounded
from reviewdesk.domain.planned_change import PlannedChange, Taken, TouchedByChange, ended
from reviewdesk.services import typed_values as typed
from reviewdesk.services.calls import Spoke, log_in
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork


class ChangeOutcomeService:
    """Notes what becomes of an announced change."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def took(self, touched_id: UUID, how: Taken, words: str = "") -> Outcome[TouchedByChange]:
        """Note how an account took it; a personal call that was still to be made is logged and done with it.

        Raises:
            RefusedError: the change was not announced.
        """
        with self._store.write(f"Taken {'neutrally' if how is Taken.NEUTRAL else how.value}") as work:
            known, today = _announced(work, touched_id), work.clock.today()
            changed, *_ = [
                work.touched_by_change.put(each.took_it(how, today, words)) for each in _with_merged(work, known)
            ]
            _log_the_call(work, changed, words)
        return Outcome(changed, work.changes)

    def concede(self, touched_id: UUID, what: str, cost: str, *, accepted: bool | None) -> Outcome[TouchedByChange]:
        """Note what was offered, what it costs a year, and whether it was accepted; nothing while that is open.

        The cost is typed as an amount, or in per cent of what the change comes to for the account.

        Raises:
            RefusedError: the cost is no amount, or is below zero; or the change was not announced.
        """
        with self._store.write("Concession") as work:
            known = _announced(work, touched_id)
            amount = _cost(cost, known, work.book.base_currency)
            if amount is not None and amount < 0:
                raise RefusedError("Type what it costs a year, 0 or more.")
            if what.strip() and amount is None and accepted:
                raise RefusedError("Say what it costs a year, so that the totals hold.")
            given = replace(known, concession=what.strip(), cost=amount, accepted=accepted if what.strip() else None)
            changed = work.touched_by_change.put(given)
        return Outcome(changed, work.changes)

    def close(self, touched_id: UUID, *, lost: bool) -> Outcome[TouchedByChange]:
        """Close an account with its check-in, which is done: its exposure is kept, or lost; other steps are dropped.

        Raises:
            RefusedError: nobody said how it was taken, or the change was not announced.
        """
        with self._store.write("Lost" if lost else "Kept") as work:
            known, today = _announced(work, touched_id), work.clock.today()
            changed, *_ = [
                work.touched_by_change.put(each.closed(today, lost=lost)) for each in _with_merged(work, known)
            ]
            checks = _begin_with(work.planned_changes.get(known.change_id), StepKind.CHECK)
            for each in work.follow_ups.where(about_id=known.change_id, account_id=known.account_id):
                if each.is_open and each.what.startswith(checks) and not lost:
                    work.follow_ups.put(each.done(today))
                elif each.is_open:
                    work.follow_ups.put(each.dropped(today, because="the change is closed here"))
        return Outcome(changed, work.changes)

    def reopen(self, touched_id: UUID) -> Outcome[TouchedByChange]:
        """Take the check-in back; the steps stay as they are."""
        with self._store.write("Open again") as work:
            known = _announced(work, touched_id)
            changed, *_ = [
                work.touched_by_change.put(replace(each, closed_on=None, is_lost=False))
                for each in _with_merged(work, known)
            ]
        return Outcome(changed, work.changes)

    def end(self, change_id: UUID) -> Outcome[PlannedChange]:
        """End a change whose calls all have their check-in; those with a letter and nothing else were kept.

        Raises:
            RefusedError: it was not announced, or an account that was called is still open.
        """
        with self._store.write("End a change notice") as work:
            change, today = work.planned_changes.get(change_id), work.clock.today()
            every = work.touched_by_change.where(change_id=change_id)
            done = work.planned_changes.put(ended(change, every, today))
            for each in every:
                if each.closed_on is None:
                    work.touched_by_change.put(replace(each, closed_on=today))
        return Outcome(done, work.changes)


def _cost(text: str, known: TouchedByChange, currency: str) -> Decimal | None:
    if not text.strip().endswith("%"):
        return typed.amount(text)
    share = typed.amount(text.strip().removesuffix("%"))
    return None if share is None else rounded((known.exposure or Decimal(0)) * share / 100, currency)


def _announced(work: UnitOfWork, touched_id: UUID) -> TouchedByChange:
    known = work.touched_by_change.get(touched_id)
    change = work.planned_changes.get(known.change_id)
    if change.is_rehearsed:
        raise RefusedError("This is still a rehearsal: nobody was told. Announce the change first.")
    if change.ended_on is not None:
        raise RefusedError("This change has ended, and its figures stay. Undo its end first, or start a new one.")
    return known


def _begin_with(change: PlannedChange, kind: StepKind) -> tuple[str, ...]:
    """Give the words with which the follow-up of a step begins."""
    return tuple(each.said for each in change.planned_steps if each.kind is kind)


def _with_merged(work: UnitOfWork, known: TouchedByChange) -> list[TouchedByChange]:
    """Give it with what an account brought along that was merged into this one since."""
    every = work.touched_by_change.where(change_id=known.change_id, account_id=known.account_id)
    return [known, *(each for each in every if each.id != known.id)]


def _log_the_call(work: UnitOfWork, touched: TouchedByChange, words: str) -> None:
    """Log the personal call where it is still open: it was a contact made, and its step is done."""
    calls = _begin_with(work.planned_changes.get(touched.change_id), StepKind.CALL)
    steps = work.follow_ups.where(about_id=touched.change_id, account_id=touched.account_id)
    for each in steps:
        if each.is_open and each.what.startswith(calls):
            today = work.clock.today()
            log_in(work, touched.account_id, Spoke(words=words, does=each.id), today, today)
