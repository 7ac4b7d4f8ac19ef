"""What a person does with follow-ups: add, end, move, snooze, hand on, and see what waits on whom."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import FollowUp, Side, WaitsOn
from reviewdesk.domain.promises import kept_since
from reviewdesk.domain.repeats import repeated
from reviewdesk.services import typed_values as typed
from reviewdesk.services.closing import close_or_reopen
from reviewdesk.services.colleague_mail import ColleagueMail, mail_of
from reviewdesk.services.follow_up_days import refuse_before_it_was_said, refuse_past_its_day, see_reminders
from reviewdesk.services.follow_up_desk import FollowUpDesk
from reviewdesk.services.follow_up_rows import FollowUpRow, in_order, row_of
from reviewdesk.services.follow_up_typing import checked_leads, dated, said_words, still_open, typed_in
from reviewdesk.services.only_mine import only_mine_in
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.promise_ledger import PromiseLedger, ledger_of
from reviewdesk.services.whose_move import first_move, waiting
from reviewdesk.storage.lists.follow_ups import ended_promises, open_follow_ups
from reviewdesk.storage.lists.follow_ups_names import account_names, colleague_names
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

CHANGEABLE: Final = frozenset({"what", "is_promise", "side", "minutes", "remind_before", "repeat_months"})


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatNext:
    """What is offered once a follow-up is done: another one for the same account, or the repeat already made."""

    account_id: UUID
    account: str
    after: str
    person_id: UUID | None
    repeats_on: date | None


class FollowUpService:
    """The follow-ups of one book."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def rows(self, account_id: UUID | None = None, *, with_snoozed: bool = False) -> tuple[FollowUpRow, ...]:
        """Give what is open, of one account or of all: late first, then by date; snoozed ones only when asked for."""
        today = self._store.clock.today()
        with self._store.read() as reading:
            listed = open_follow_ups(reading.connection, account_id)
        rows = (row_of(each, today) for each in listed)
        return tuple(sorted((each for each in rows if with_snoozed or not each.is_snoozed), key=in_order))

    def desk(self) -> FollowUpDesk:
        """Give all that the page of follow-ups needs."""
        from reviewdesk.services.gathering import day_rules

        with self._store.read() as reading:
            rules = day_rules(reading)
            accounts, colleagues = account_names(reading.connection), colleague_names(reading.connection)
        return FollowUpDesk(
            today=self._store.clock.today(),
            rows=self.rows(with_snoozed=True),
            ledger=self.ledger(),
            accounts=accounts,
            colleagues=colleagues,
            day_rules=rules,
        )

    def ledger(self) -> PromiseLedger:
        """Give our kept rate over the last 180 days with the promises behind it."""
        today = self._store.clock.today()
        with self._store.read() as reading:
            return ledger_of(ended_promises(reading.connection, kept_since(today), today), today)

    def mail(self, colleague_id: UUID) -> ColleagueMail:
        """Write one mail to a colleague about all that waits on them.

        Raises:
            MissingError: the colleague is not in the book.
            RefusedError: nothing waits on them.
        """
        with self._store.read() as reading:
            colleague, private = reading.colleagues.get(colleague_id), only_mine_in(reading)
            open_to_all = {
                each.follow_up.id for each in open_follow_ups(reading.connection) if not private.holds(each.follow_up)
            }
        rows = [each for each in self.rows(with_snoozed=True) if each.id in open_to_all]
        owed = [each for each in rows if each.waits_on is WaitsOn.COLLEAGUE and each.who_id == colleague_id]
        if not owed:
            raise RefusedError(f"Nothing waits on {colleague.name}. There is nothing to write about.")
        return mail_of(colleague_id, colleague.name, colleague.email, owed, self._store.clock.today())

    def what_next(self, follow_up_id: UUID) -> WhatNext:
        """Say what can be offered after a follow-up was done."""
        with self._store.read() as reading:
            done = reading.follow_ups.get(follow_up_id)
            account = reading.accounts.get(done.account_id)
        following = repeated(done)
        return WhatNext(
            account_id=account.id,
            account=account.name,
            after=done.what,
            person_id=done.person_id,
            repeats_on=None if following is None else following.due,
        )

    def add(
        self,
        account_id: UUID,
        what: str,
        due: date | None = None,
        *,
        side: Side = Side.OURS,
        is_promise: bool = False,
        who_id: UUID | None = None,
        repeat_months: int | None = None,
    ) -> Outcome[FollowUp]:
        """Add something to do; `who_id` is a colleague where it is ours, a person of theirs where it is theirs.

        Raises:
            RefusedError: it says nothing, or it is a promise without a date or for a day gone by.
        """
        with self._store.write("Add follow-up") as work:
            account = work.accounts.get(account_id)
            made = FollowUp(
                account_id=account.id,
                what=said_words(what),
                side=side,
                is_promise=is_promise,
                due=dated(due, is_promise=is_promise),
                said_on=self._store.clock.today(),
                repeat_months=repeat_months,
                repeat_anchor=due if repeat_months else None,
            )
            refuse_before_it_was_said(made)
            made = work.follow_ups.put(waiting(work, made, first_move(work, side, who_id), who_id))
        return Outcome(made, work.changes)

    def change(self, follow_up_id: UUID, field: str, value: object) -> Outcome[FollowUp]:
        """Change one field: what, is_promise, side, minutes, remind_before or repeat_months.

        Its date is moved, and whom it waits on is handed on, by methods of their own.

        Raises:
            RefusedError: the field is none of these, or the value does not fit.
        """
        if field not in CHANGEABLE:
            raise RefusedError(f"“{field}” is not changed by hand. Use what the follow-up offers for it.")
        with self._store.write("Change follow-up", join_key=f"follow_up/{follow_up_id}/{field}") as work:
            changed = work.follow_ups.put(_changed(work.follow_ups.get(follow_up_id), field, value))
        return Outcome(changed, work.changes)

    def type_in(self, follow_up_id: UUID, field: str, text: str) -> Outcome[FollowUp]:
        """Put what was typed into one field of a follow-up; typing on in it is one step of undo.

        Raises:
            RefusedError: it cannot be read as what the field holds, or does not fit the others.
        """
        with self._store.write("Change follow-up", join_key=f"follow_up/{follow_up_id}/{field}") as work:
            put = work.follow_ups.put(typed_in(work, work.follow_ups.get(follow_up_id), field, text))
        return Outcome(put, work.changes)

    def day(self, text: str) -> date | None:
        """Give the day that these words mean, nothing where there are none.

        Raises:
            RefusedError: they are no day.
        """
        return typed.day(text, self._store.clock.today())

    def done(self, follow_up_id: UUID) -> Outcome[FollowUp]:
        """End it as kept, or kept late; of one that repeats the next is made in the same step."""
        with self._store.write("Mark follow-up as done") as work:
            done = work.follow_ups.put(work.follow_ups.get(follow_up_id).done(self._store.clock.today()))
            following = repeated(done)
            if following is not None and not _is_there(work, following):
                work.follow_ups.put(following)
            close_or_reopen(work, done.review_id)
        return Outcome(done, work.changes)

    def reopen(self, follow_up_id: UUID) -> Outcome[FollowUp]:
        """Open one that has ended."""
        return self._put("Reopen follow-up", follow_up_id, FollowUp.reopened)

    def move(self, follow_up_id: UUID, to: date, *, agreed_with: str = "") -> Outcome[FollowUp]:
        """Give it a new date, with who agreed to it.

        Raises:
            RefusedError: the day is past.
        """
        today = self._store.clock.today()
        if to < today:
            raise RefusedError("That day is past. Choose today or a later day.")
        with self._store.write("Move follow-up") as work:
            found = work.follow_ups.get(follow_up_id)
            moved = work.follow_ups.put(found.moved(to, on=today, agreed_with=agreed_with.strip()))
            see_reminders(work, moved)
        return Outcome(moved, work.changes)

    def snooze(self, follow_up_id: UUID, until: date) -> Outcome[FollowUp]:
        """Keep it out of sight until a day; its date stays.

        Raises:
            RefusedError: the day is not after today or after its date that is still to come, or it has ended.
        """
        today = self._store.clock.today()
        if until <= today:
            raise RefusedError("It can be hidden until tomorrow or later. Choose a later day.")
        with self._store.write("Snooze follow-up") as work:
            found = still_open(work.follow_ups.get(follow_up_id))
            refuse_past_its_day(found, until, today)
            snoozed = work.follow_ups.put(found.snoozed(until))
            see_reminders(work, snoozed)
        return Outcome(snoozed, work.changes)

    def drop(self, follow_up_id: UUID, *, because: str = "") -> Outcome[FollowUp]:
        """Let it go; a promise only with a reason."""
        with self._store.write("Drop follow-up") as work:
            found = work.follow_ups.get(follow_up_id)
            dropped = work.follow_ups.put(found.dropped(self._store.clock.today(), because=because))
            close_or_reopen(work, dropped.review_id)
        return Outcome(dropped, work.changes)

    def broken(self, follow_up_id: UUID, *, because: str = "") -> Outcome[FollowUp]:
        """Say that it was not kept."""
        with self._store.write("Mark follow-up as not kept") as work:
            found = work.follow_ups.get(follow_up_id)
            broken = work.follow_ups.put(found.broken(self._store.clock.today(), because=because.strip()))
            close_or_reopen(work, broken.review_id)
        return Outcome(broken, work.changes)

    def wait_on(self, follow_up_id: UUID, waits_on: WaitsOn, who_id: UUID | None = None) -> Outcome[FollowUp]:
        """Say whose move it is now; `who_id` is the colleague or the person of theirs.

        Raises:
            RefusedError: a colleague is not named, or the customer's own is given to a colleague.
            MissingError: whoever is named is not in the book.
        """
        with self._store.write("Hand on follow-up") as work:
            found = still_open(work.follow_ups.get(follow_up_id))
            handed = work.follow_ups.put(waiting(work, found, waits_on, who_id))
        return Outcome(handed, work.changes)

    def _put(self, label: str, follow_up_id: UUID, step: Callable[[FollowUp], FollowUp]) -> Outcome[FollowUp]:
        with self._store.write(label) as work:
            put = work.follow_ups.put(step(work.follow_ups.get(follow_up_id)))
            close_or_reopen(work, put.review_id)
        return Outcome(put, work.changes)


def _changed(found: FollowUp, field: str, value: object) -> FollowUp:
    if field == "what":
        return replace(found, what=said_words(str(value)))
    if field == "remind_before":
        return replace(found, remind_before=_leads(value))
    changed: FollowUp = replace(found, **{field: value})  # type: ignore[arg-type]
    if field == "repeat_months":
        return replace(changed, repeat_anchor=changed.due if value else None, repeat_count=0)
    return replace(changed, due=dated(changed.due, is_promise=changed.is_promise))


def _leads(value: object) -> tuple[int, ...]:
    return checked_leads(
        tuple(each for each in value if isinstance(each, int)) if isinstance(value, tuple | list) else ()
    )


def _is_there(work: UnitOfWork, following: FollowUp) -> bool:
    """Say whether the repeat was made already, before the one it follows was reopened and done again."""
    same = work.follow_ups.where(account_id=following.account_id, repeat_count=following.repeat_count)
    return any(each.repeat_anchor == following.repeat_anchor and each.what == following.what for each in same)
