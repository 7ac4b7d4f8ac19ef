"""Preparing a review: from its template, step by step up to the meeting and after it."""

from dataclasses import replace
from uuid import UUID

from reviewdesk.domain.agenda import fill_agenda
from reviewdesk.domain.errors import MissingError, RefusedError
from reviewdesk.domain.ladder import LadderStep, ladder_for
from reviewdesk.domain.ladder_text import checked_step
from reviewdesk.domain.review import Review
from reviewdesk.domain.template import ReviewTemplate, template_for, templates_of
from reviewdesk.services import typed_values as typed
from reviewdesk.services.gathering import known_of
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork


def all_templates(reading: Reading) -> tuple[ReviewTemplate, ...]:
    """Give the templates of the book."""
    return templates_of(reading.templates.all())


def prepared(reading: Reading, review: Review, template: ReviewTemplate | None = None) -> Review:
    """Give a review with the agenda and the steps of a template, without one that of its kind and tier."""
    account = reading.accounts.get(review.account_id)
    taken = template or template_for(all_templates(reading), review.kind, account.tier, by_call=review.by_call)
    today = reading.clock.today()
    return replace(
        review,
        template=taken.name,
        template_number=taken.number,
        length=taken.length,
        agenda=fill_agenda(known_of(reading, account.id, before=review.id), today, taken.agenda),
        ladder=ladder_for(taken.ladder, account.tier),
        ladder_since=today,
    )


def template_of(reading: Reading, review: Review) -> ReviewTemplate | None:
    """Give the template that a review was prepared from as it is now, if it is still there."""
    return next((each for each in all_templates(reading) if each.name == review.template), None)


class PreparingService:
    """Keeps the templates of a book, and the steps of its reviews."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def templates(self) -> tuple[ReviewTemplate, ...]:
        """Give the templates of the book: those that came with the program, as they were changed, and its own."""
        with self._store.read() as reading:
            return all_templates(reading)

    def take_template(self, review_id: UUID, template_id: UUID) -> Outcome[Review]:
        """Prepare a review from a template: its agenda filled with what is known, its steps, its length and kind.

        Raises:
            RefusedError: the review was held already.
        """
        with self._store.write("Take template") as work:
            review = _open_one(work, review_id)
            template = _found(work, template_id)
            review = work.reviews.put(prepared(work, replace(review, kind=template.kind), template))
        return Outcome(review, work.changes)

    def tick(self, review_id: UUID, step_id: UUID, *, done: bool) -> Outcome[Review]:
        """Say that a step is done, or that it is not after all."""
        with self._store.write("Step done" if done else "Step not done") as work:
            on = work.clock.today() if done else None
            review = work.reviews.put(work.reviews.get(review_id).with_steps_done((step_id,), on))
        return Outcome(review, work.changes)

    def add_step(self, review_id: UUID, what: str, days: int) -> Outcome[Review]:
        """Add a step to the ladder of one review, so many working days from its day.

        Raises:
            RefusedError: it says nothing, or lies further away than a year.
        """
        step = LadderStep(what=checked_step(what, days), days=days)
        with self._store.write("Add step") as work:
            review = work.reviews.get(review_id)
            review = work.reviews.put(replace(review, ladder=(*review.ladder, step)))
        return Outcome(review, work.changes)

    def remove_step(self, review_id: UUID, step_id: UUID) -> Outcome[Review]:
        """Take a step out of the ladder of one review."""
        with self._store.write("Remove step") as work:
            review = work.reviews.get(review_id)
            left = tuple(each for each in review.ladder if each.id != step_id)
            review = work.reviews.put(replace(review, ladder=left))
        return Outcome(review, work.changes)

    # ------------------------------------------------------------ templates

    def put_template(self, template: ReviewTemplate) -> Outcome[ReviewTemplate]:
        """Keep a template as it was changed, under its next number; reviews that began with it stay as they are.

        Raises:
            RefusedError: it has no name, no item, or the name of another one.
        """
        name = typed.name(template.name)
        if not template.agenda:
            raise RefusedError("An agenda needs at least one item. Add one.")
        with self._store.write("Change template") as work:
            others = [each for each in all_templates(work) if each.id != template.id]
            if any(each.name.casefold() == name.casefold() for each in others):
                raise RefusedError(f"There is a template called {name} already. Choose another name.")
            before = next((each for each in all_templates(work) if each.id == template.id), None)
            number = before.number + 1 if before else 1
            version = before.version if before else 0
            wanted = replace(template, name=name, number=number, version=version)
            if before is None or replace(wanted, number=before.number) != before:
                before = work.templates.put(wanted)
        return Outcome(before, work.changes)

    def retire_template(self, template_id: UUID) -> Outcome[ReviewTemplate]:
        """Take a template away; reviews that began with it keep what they have.

        Raises:
            RefusedError: it is the last one.
        """
        with self._store.write("Remove template") as work:
            if len(all_templates(work)) == 1:
                raise RefusedError("One template must stay, so that a review has an agenda. Change this one instead.")
            template = work.templates.put(replace(_found(work, template_id), is_retired=True))
        return Outcome(template, work.changes)


def _open_one(work: UnitOfWork, review_id: UUID) -> Review:
    review = work.reviews.get(review_id)
    if not review.is_open:
        raise RefusedError("This review is over and keeps the template it was held with.")
    return review


def _found(reading: Reading, template_id: UUID) -> ReviewTemplate:
    found = next((each for each in all_templates(reading) if each.id == template_id), None)
    if found is None:
        raise MissingError("This template is not there any more. Choose another one.")
    return found
