"""What a person does with a change for customers: rehearses it, moves the line and the rows, and announces it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final
from uuid import UUID

from reviewdesk.domain.change_exposure import steps_of
from reviewdesk.domain.change_steps import is_trial
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import FollowUp, Side
from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.planned_change import ChangingItem, PlannedChange, SpendThen, TouchedByChange
from reviewdesk.services.change_figures import with_items
from reviewdesk.services.change_steps import first_steps
from reviewdesk.services.change_typing import effective_day, field_typed, item_typed, own_name, renamed
from reviewdesk.services.change_values import ChangeLine, Hurt, NewChange, ShownChange, TouchingChange
from reviewdesk.services.change_words import touching
from reviewdesk.services.myself import me
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.shown_changes import change_lines, shown_change
from reviewdesk.services.whose_move import first_move
from reviewdesk.storage.lists.changing import product_names
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

_NAMED: Final = 5


class ChangeNoticeService:
    """Rehearses changes and announces them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def changes(self) -> tuple[ChangeLine, ...]:
        """Give the changes that are worked on, the nearest first, then those that ended lately."""
        with self._store.read() as reading:
            return change_lines(reading)

    def new_change(self, product: str = "") -> NewChange:
        """Give what the sheet of a new change begins with."""
        with self._store.read() as reading:
            return NewChange(product_names(reading.connection), reading.clock.today(), product)

    def show(self, change_id: UUID) -> ShownChange:
        """Give a change with everybody it touches.

        Raises:
            MissingError: it is not in the book.
        """
        with self._store.read() as reading:
            return shown_change(reading, reading.planned_changes.get(change_id))

    def of_account(self, account_id: UUID) -> tuple[TouchingChange, ...]:
        """Give the announced changes that touch an account and are not closed there, the nearest first."""
        with self._store.read() as reading:
            return touching(reading, account_id)

    def start(self, item: str, becomes: str, effective: str, why: str = "") -> Outcome[PlannedChange]:
        """Begin to rehearse a change of one item; more can be added. Nobody is told of anything.

        Raises:
            RefusedError: the item or the day lacks, or what becomes of it cannot be read.
        """
        with self._store.write("New change notice") as work:
            day = effective_day(effective, work.clock.today())
            first = item_typed(work, item, becomes)
            steps = first_steps(work)
            change = PlannedChange(
                name=first.name, effective=day, items=(first,), why=why.strip(), steps=steps, is_service=is_trial(steps)
            )
            change = work.planned_changes.put(replace(change, name=own_name(change, work.clock.today())))
        return Outcome(change, work.changes)

    def set_field(self, change_id: UUID, field: str, text: str) -> Outcome[PlannedChange]:
        """Put what was typed into one field: name, effective, why, offer or notice_days; `why:de` is why in German.

        Raises:
            RefusedError: it cannot be read, or customers were told of the change already.
        """
        with self._store.write("Change the change notice", join_key=f"change/{change_id}/{field}") as work:
            known = _rehearsed(work, change_id)
            changed = field_typed(known, field, text, work.clock.today())
            named = changed if field == "name" else renamed(known, changed, work.clock.today())
            change = work.planned_changes.put(named)
        return Outcome(change, work.changes)

    def put_item(self, change_id: UUID, item: str, becomes: str, replacement: str = "") -> Outcome[PlannedChange]:
        """Add an item, or say anew what becomes of it.

        Raises:
            RefusedError: no product is called so, or what becomes of it cannot be read.
        """
        with self._store.write("Item of a change") as work:
            made = replace(item_typed(work, item, becomes), replacement=replacement.strip())
            known = _rehearsed(work, change_id)
            change = work.planned_changes.put(renamed(known, with_items(known, made), work.clock.today()))
        return Outcome(change, work.changes)

    def put_items(self, change_id: UUID, items: Iterable[ChangingItem]) -> Outcome[PlannedChange]:
        """Take in the items of a price list after its plan was looked at; those of the same name are replaced.

        Raises:
            RefusedError: there are none.
        """
        with self._store.write("Take in a price list") as work:
            known, taken = _rehearsed(work, change_id), tuple(items)
            change = known
            if not taken:
                raise RefusedError("No row of this list changes a product. Choose another file.")
            for each in taken:
                change = with_items(change, each)
            change = work.planned_changes.put(renamed(known, change, work.clock.today()))
        return Outcome(change, work.changes)

    def remove_item(self, change_id: UUID, item: str) -> Outcome[PlannedChange]:
        """Take an item out."""
        with self._store.write("Remove item") as work:
            known = _rehearsed(work, change_id)
            left = tuple(each for each in known.items if folded(each.name) != folded(item))
            change = work.planned_changes.put(renamed(known, replace(known, items=left), work.clock.today()))
        return Outcome(change, work.changes)

    def draw_line(self, change_id: UUID, called: int) -> Outcome[PlannedChange]:
        """Draw the line below so many accounts: they get the four steps, the others a letter."""
        with self._store.write("Move the line", join_key=f"change/{change_id}/line") as work:
            change = work.planned_changes.put(replace(_rehearsed(work, change_id), called=max(called, 0)))
        return Outcome(change, work.changes)

    def move(self, change_id: UUID, account_id: UUID, place: int) -> Outcome[PlannedChange]:
        """Give an account a place by hand, from 1; the others close up and keep their order."""
        with self._store.write("Move an account", join_key=f"change/{change_id}/{account_id}/place") as work:
            change = _rehearsed(work, change_id)
            order = list(shown_change(work, change).hurt)
            moved = next(each for each in order if each.account_id == account_id)
            order.remove(moved)
            order.insert(max(place, 1) - 1, moved)
            for at, each in enumerate(order, 1):
                by_hand = each.touched is not None and each.touched.place is not None
                if by_hand or each is moved:
                    work.touched_by_change.put(replace(_touched(change, each), place=at))
        return Outcome(change, work.changes)

    def rank_by_rule(self, change_id: UUID) -> Outcome[PlannedChange]:
        """Let go of all places that were given by hand."""
        with self._store.write("Order by the rule") as work:
            change = _rehearsed(work, change_id)
            for each in work.touched_by_change.where(change_id=change_id):
                work.touched_by_change.put(replace(each, place=None))
        return Outcome(change, work.changes)

    def rank_by_amount(self, change_id: UUID) -> Outcome[PlannedChange]:
        """Order accounts by what the change comes to for each, the largest first, as if each had been moved there."""
        with self._store.write("Order by amount") as work:
            change = _rehearsed(work, change_id)
            order = sorted(shown_change(work, change).hurt, key=lambda each: (-each.exposure, each.place))
            for at, each in enumerate(order, 1):
                work.touched_by_change.put(replace(_touched(change, each), place=at))
        return Outcome(change, work.changes)

    def by_letter(self, change_id: UUID, account_id: UUID, *, enough: bool) -> Outcome[PlannedChange]:
        """Say whether a letter is enough for an account above the line."""
        with self._store.write("Letter instead of a call" if enough else "Call after all") as work:
            change = _rehearsed(work, change_id)
            found = shown_change(work, change).of(account_id)
            work.touched_by_change.put(replace(_touched(change, found), by_letter=enough))
        return Outcome(change, work.changes)

    def announce(self, change_id: UUID) -> Outcome[PlannedChange]:
        """Announce a change: whoever is called gets the four steps with owner and dates, and all figures are kept.

        Raises:
            RefusedError: it changes nothing, touches nobody, does not say why, or was announced before.
        """
        with self._store.write("Announce a change") as work:
            change, today = _rehearsed(work, change_id), work.clock.today()
            shown = shown_change(work, change)
            _refuse_unready(shown)
            for each in shown.hurt:
                _keep(work, change, each)
            until = shown.window.end if shown.window else today
            change = work.planned_changes.put(replace(change, announced_on=today, figures_until=until))
        return Outcome(change, work.changes)

    def remove(self, change_id: UUID) -> Outcome[None]:
        """Take a change out that nobody was told of; undo brings it back.

        Raises:
            RefusedError: customers were told of it.
        """
        with self._store.write("Remove a change notice") as work:
            _rehearsed(work, change_id)
            work.planned_changes.remove(change_id)
        return Outcome(None, work.changes)


def _rehearsed(work: UnitOfWork, change_id: UUID) -> PlannedChange:
    change = work.planned_changes.get(change_id)
    change.must_be_rehearsed()
    return change


def _touched(change: PlannedChange, each: Hurt) -> TouchedByChange:
    return each.touched or TouchedByChange(change_id=change.id, account_id=each.account_id)


def _refuse_unready(shown: ShownChange) -> None:
    if not shown.hurt:
        raise RefusedError("This touches nobody who bought in the last 12 months. Add the items that change.")
    if shown.without_rate:
        names = ", ".join(each.account for each in shown.without_rate[:_NAMED])
        raise RefusedError(
            f"{names} bought in a currency without a rate. Enter it in Settings, so that they count too."
        )
    if not shown.change.why.strip():
        raise RefusedError("Say why it changes, before customers are told; the letter says it in these words.")


def _items(each: Hurt) -> tuple[SpendThen, ...]:
    return tuple(
        SpendThen(name=one.item.name, spent=one.spent, exposed=one.exposed, currency=one.currency, own=one.own)
        for one in each.items
    )


def _keep(work: UnitOfWork, change: PlannedChange, each: Hurt) -> None:
    """Keep what a change comes to for an account, and plan the steps of one that is called."""
    work.touched_by_change.put(
        replace(
            _touched(change, each), place=each.place, exposure=each.exposure, spend=each.spend,
            signs=tuple(sign.value for sign in each.signs), is_called=each.is_called, items=_items(each),
        )
    )  # fmt: skip
    if not each.is_called:
        return
    owner_id = _owner(work, work.accounts.get(each.account_id).owner_id)
    about = f"{change.for_customers}, from {short_day(change.effective, work.clock.today())}"
    for step in steps_of(about, change.effective, each.notice_days, change.planned_steps):
        who_id = _there(work, step.colleague_id) or owner_id
        due = each.call_on if step.due == each.call_by >= each.call_on >= work.clock.today() else step.due
        work.follow_ups.put(
            FollowUp(
                account_id=each.account_id, what=step.what, due=due, about_id=change.id, colleague_id=who_id,
                waits_on=first_move(work, Side.OURS, who_id),
            )
        )  # fmt: skip


def _owner(work: UnitOfWork, owner_id: UUID | None) -> UUID | None:
    """Give who sees to it: the owner of the account, else the person whose book it is."""
    mine = me(work)
    return _there(work, owner_id) or (mine.id if mine else None)


def _there(work: UnitOfWork, colleague_id: UUID | None) -> UUID | None:
    found = work.colleagues.find(colleague_id) if colleague_id is not None else None
    return found.id if found else None
