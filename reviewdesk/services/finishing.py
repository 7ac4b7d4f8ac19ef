"""Finishing a review inside one step of the book."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from reviewdesk.domain.agenda import fill_agenda
from reviewdesk.domain.corrections import added_since
from reviewdesk.domain.errors import NotFinishedError
from reviewdesk.domain.finishing import Missing, hold, missing
from reviewdesk.domain.review import Review, StoredSummary
from reviewdesk.domain.summarising import Material, summarise
from reviewdesk.domain.summary import CustomerSummary, from_json, to_json
from reviewdesk.services import gathering
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
    following = None
    if not review.is_finished:
        mine = gathering.me(work)
        held = hold(review, held_on or review.planned_on or work.clock.today(), work.now, mine.id if mine else None)
        review = work.reviews.put(held.review)
        work.contacts.put(held.contact)
        if held.next_review is not None:
            known = gathering.known_of(work, review.account_id)
            following = work.reviews.put(replace(held.next_review, agenda=fill_agenda(known, work.clock.today())))
    earlier = sorted(work.summaries.where(review_id=review.id), key=_number)
    number = len(earlier) + 1
    value = summary_of(gathering.material_of(work, review), number, work.clock.today())
    if earlier and review.sent_on is not None:
        value = replace(value, changes=added_since(from_json(earlier[-1].value), value))
    summary = work.summaries.put(
        StoredSummary(
            account_id=review.account_id, review_id=review.id, number=number, value=to_json(value),
            finished_on=work.clock.today(),
        )
    )  # fmt: skip
    return Finished(review, summary, following)


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
    """Make the summary of a review as it stands."""
    return summarise(material, number=number, on=on)


def _number(summary: StoredSummary) -> int:
    return summary.number
