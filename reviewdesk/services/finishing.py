"""Finishing a review inside one step of the book."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from reviewdesk.domain.corrections import says_the_same
from reviewdesk.domain.errors import NotFinishedError, RefusedError
from reviewdesk.domain.finishing import Missing, hold, missing, next_of
from reviewdesk.domain.print_length import cut_all
from reviewdesk.domain.review import Review, StoredSummary
from reviewdesk.domain.summarising import summarise
from reviewdesk.domain.summary import CustomerSummary, from_json, to_json
from reviewdesk.domain.summary_material import Material
from reviewdesk.services import gathering
from reviewdesk.services.myself import me
from reviewdesk.services.preparing import prepared
from reviewdesk.services.reviews import kind_due, still_there
from reviewdesk.services.versions import after, versions_of
from reviewdesk.services.warning_signs import after_naming
from reviewdesk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished review with the summary that was stored for it."""

    review: Review
    summary: StoredSummary
    next_review: Review | None = None


def finish_in(work: UnitOfWork, review: Review, held_on: date | None = None) -> Finished:
    """Finish a review inside an open step.

    Raises:
        NotFinishedError: a promise has no date.
        RefusedError: the day it was held is still to come, or the next review does not lie after it.
    """
    refuse_day_ahead(held_on, work.clock.today())
    _refuse_undated(review, missing(review, gathering.outcomes_of(work, review)))
    if not review.is_finished:
        mine = me(work)
        held = hold(review, held_on or gathering.held_day_of(work, review), work.now, mine.id if mine else None)
        review = work.reviews.put(held.review)
        work.contacts.put(held.contact)
    after_naming(work, review.account_id, review.held_on or work.clock.today())
    earlier = versions_of(work, review.id)
    following = _plan_next(work, review, from_json(earlier[-1].value) if earlier else None)
    value = after(earlier, summary_of(gathering.all_material_of(work, review), 1, work.clock.today()))
    if earlier and _still_says(earlier[-1], value):
        return Finished(review, earlier[-1], following)
    summary = work.summaries.put(
        StoredSummary(
            account_id=review.account_id, review_id=review.id, number=value.version, value=to_json(value),
            finished_on=work.clock.today(),
            meant=earlier[-1].meant if earlier else (),
        )
    )  # fmt: skip
    return Finished(review, summary, following)


def refuse_day_ahead(held_on: date | None, today: date) -> None:
    """Refuse a day that a review was held on and that is still to come.

    Raises:
        RefusedError: it is still to come.
    """
    if held_on is not None and held_on > today:
        raise RefusedError("That day is still to come. Give the day the review was held on.")


def _plan_next(work: UnitOfWork, review: Review, printed: CustomerSummary | None) -> Review | None:
    """Plan the next review on the day that was agreed, unless one is planned for it already.

    The one that an earlier summary spoke of moves to the new day. Gives the review only where something was planned.
    """
    wanted = next_of(review, kind_due(work, work.accounts.get(review.account_id)))
    if wanted is None or wanted.planned_on is None:
        return None
    ahead = [each for each in work.reviews.where(account_id=review.account_id) if each.is_open and each.id != review.id]
    there = next((each for each in ahead if each.planned_on == wanted.planned_on), None)
    before = printed.next_review.on if printed and printed.next_review else None
    moving = there or next((each for each in ahead if before is not None and each.planned_on == before), None)
    if moving is None:
        people = still_there(work, wanted.people_ids)
        ready = prepared(work, replace(wanted, people_ids=people))
        return work.reviews.put(replace(ready, length=wanted.length))
    starts_at = wanted.starts_at or (moving.starts_at if there else None)
    if moving.planned_on == wanted.planned_on and moving.starts_at == starts_at:
        return moving if printed is None else None
    return work.reviews.put(moving.moved(wanted.planned_on, starts_at=starts_at))


def _refuse_undated(review: Review, wanting: Sequence[Missing]) -> None:
    blocking = [each for each in wanting if each.blocks]
    if not blocking:
        return
    numbers = {line.id: str(at) for at, line in enumerate(review.lines, 1)}
    lines = ", ".join(numbers[each.line_id] for each in blocking if each.line_id in numbers)
    where = f" (line {lines})" if lines and len(blocking) == 1 else f" (lines {lines})" if lines else ""
    raise NotFinishedError(
        f"{len(blocking)} promise{'s have' if len(blocking) > 1 else ' has'} no date{where}. "
        "Add one, like “by 3 March”, and finish again."
    )


def summary_of(material: Material, number: int, on: date) -> CustomerSummary:
    """Make the summary of a review as it stands, each of its texts as far as it is printed."""
    return cut_all(summarise(material, number=number, on=on))


def _still_says(stored: StoredSummary, value: CustomerSummary) -> bool:
    """Say whether a version says all that would be said now, with what changed since the one the customer has."""
    before = from_json(stored.value)
    return says_the_same(before, value) and (stored.sent_on is not None or before.changes == value.changes)
