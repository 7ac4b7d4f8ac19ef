"""Finishing a review inside one step of the book."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from reviewdesk.domain.agenda import fill_agenda
from reviewdesk.domain.corrections import changed_since, says_the_same
from reviewdesk.domain.errors import NotFinishedError
from reviewdesk.domain.finishing import Missing, hold, missing, next_of
from reviewdesk.domain.print_length import cut_all
from reviewdesk.domain.review import Review, StoredSummary
from reviewdesk.domain.summarising import Material, summarise
from reviewdesk.domain.summary import CustomerSummary, from_json, to_json
from reviewdesk.services import gathering
from reviewdesk.services.myself import me
from reviewdesk.services.reviews import kind_due, still_there
from reviewdesk.storage.reading import UnitOfWork


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
    """
    _refuse_undated(review, missing(review, gathering.outcomes_of(work, review)))
    if not review.is_finished:
        mine = me(work)
        held = hold(review, held_on or gathering.held_day_of(work, review), work.now, mine.id if mine else None)
        review = work.reviews.put(held.review)
        work.contacts.put(held.contact)
    earlier = sorted(work.summaries.where(review_id=review.id), key=_number)
    following = _plan_next(work, review, from_json(earlier[-1].value) if earlier else None)
    number = len(earlier) + 1
    value = summary_of(gathering.material_of(work, review), number, work.clock.today())
    if earlier and says_the_same(from_json(earlier[-1].value), value):
        return Finished(review, earlier[-1], following)
    if earlier and review.sent_on is not None:
        value = replace(value, changes=changed_since(from_json(earlier[-1].value), value))
    summary = work.summaries.put(
        StoredSummary(
            account_id=review.account_id, review_id=review.id, number=number, value=to_json(value),
            finished_on=work.clock.today(),
            meant=earlier[-1].meant if earlier else (),
        )
    )  # fmt: skip
    return Finished(review, summary, following)


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
        known = gathering.known_of(work, review.account_id)
        agenda = fill_agenda(known, work.clock.today())
        people = still_there(work, wanted.people_ids)
        return work.reviews.put(replace(wanted, agenda=agenda, people_ids=people))
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


def _number(summary: StoredSummary) -> int:
    return summary.number
