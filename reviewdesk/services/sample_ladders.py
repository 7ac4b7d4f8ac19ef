"""The steps around the reviews of the sample book, as far as they have come by today."""

from dataclasses import replace
from datetime import date

from reviewdesk.domain.ladder import LadderStep, Rung, ladder_for, steps_now
from reviewdesk.domain.review import Review, ReviewState
from reviewdesk.domain.template import SHIPPED, ReviewTemplate, template_for
from reviewdesk.domain.working_days import WorkingDays
from reviewdesk.services.sample_files import made_id

_ASKED = frozenset({Rung.SPONSOR, Rung.INVITE, Rung.TOPICS})
_DONE_BY = {
    ReviewState.PREPARED: _ASKED | {Rung.BRIEF, Rung.PRE_READ},
    ReviewState.INVITED: _ASKED,
    ReviewState.PLANNED: frozenset({Rung.SPONSOR}),
}


def template_of(review: Review, tier: str | None) -> ReviewTemplate:
    """Give the template that a review of an account of this tier is prepared from."""
    return template_for(SHIPPED, review.kind, tier, by_call=review.by_call)


def with_ladder(review: Review, tier: str | None, today: date) -> Review:
    """Give a review with its steps: what its state says is done, and once it was held all whose day has passed."""
    template = template_of(review, tier)
    day = review.day or today
    steps = tuple(
        replace(each, id=made_id("step", review.id, each.what, each.days)) for each in ladder_for(template.ladder, tier)
    )
    now = steps_now(steps, day, WorkingDays())
    done = _DONE_BY.get(review.state, frozenset())
    kept = tuple(
        replace(each.step, done_on=min(each.day, today)) if _is_done(each.step, each.day, review, done, today)
        else each.step
        for each in now
    )  # fmt: skip
    return replace(
        review, template=template.name, template_number=template.number, ladder=kept,
        invited_on=next((each.done_on for each in kept if each.rung is Rung.INVITE), None),
        invited_sequence=review.calendar_sequence,
    )  # fmt: skip


def _is_done(step: LadderStep, day: date, review: Review, done: frozenset[Rung], today: date) -> bool:
    if review.is_held:
        return day < today or (step.rung is Rung.SUMMARY and review.sent_on is not None)
    return step.rung in done and day <= today
