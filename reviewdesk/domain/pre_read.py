"""What a customer reads before a review: a value that has no place for anything internal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from reviewdesk.domain.agenda_words import as_they_read
from reviewdesk.domain.branding import Branding, branding_of
from reviewdesk.domain.clock import local_in
from reviewdesk.domain.pre_read_words import figure_asked, to_think_about
from reviewdesk.domain.review import Actual, AgendaItem, Review
from reviewdesk.domain.summarising import in_the_room, language_of, last_promises, sender_of, shown_goal
from reviewdesk.domain.summary import (
    Attendee,
    CustomerSummary,
    LastPromises,
    ShownGoal,
    Vendor,
)
from reviewdesk.domain.summary_material import Material
from reviewdesk.domain.summary_words import words_in


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """One item of the agenda, its minutes, and when it starts where the meeting has an hour."""

    title: str
    minutes: int
    starts: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreRead:
    """All that a customer reads before a review, in the words and order it is printed in.

    `at` is in the `zone` that the review was planned in; `written_on` is the day it was made.
    """

    vendor: Vendor
    account: str
    on: date
    written_on: date
    branding: Branding = field(default_factory=Branding)
    language: str = "en"
    title: str = ""
    period: str = ""
    at: time | None = None
    zone: str = ""
    minutes: int = 60
    place: str = ""
    theirs: tuple[Attendee, ...] = ()
    ours: tuple[Attendee, ...] = ()
    email: str = ""
    agenda: tuple[PlannedItem, ...] = ()
    promises: LastPromises | None = None
    goals: tuple[ShownGoal, ...] = ()
    to_think_about: tuple[str, ...] = ()
    figures_asked: tuple[str, ...] = ()

    @property
    def as_summary(self) -> CustomerSummary:
        """Give what it says in the shape in which the leak guard knows what a customer may read."""
        return CustomerSummary(
            self.vendor, self.account, self.on, self.branding, theirs=self.theirs, ours=self.ours,
            last_promises=self.promises, goals=self.goals,
        )  # fmt: skip


def pre_read_of(material: Material, actuals: Sequence[Actual], today: date) -> PreRead:
    """Make the pre-read of a review that is ahead; `actuals` are the figures of all its account's reviews.

    Raises:
        ValueError: the review has no day.
    """
    review, book, language = material.review, material.book, language_of(material)
    if review.planned_on is None:
        raise ValueError("A pre-read needs a day.")
    at = local_in(review.zone, review.starts_at) if review.starts_at else None
    figures = dict(_figures(material, actuals))
    running = [each for each in material.goals if each.ended_on is None]
    return PreRead(
        vendor=Vendor(sender_of(book, material.me), book.company_line),
        account=material.account.name,
        on=review.planned_on,
        written_on=today,
        branding=branding_of(book, material.pictures),
        language=language,
        title=words_in(language).titles[review.kind],
        period=review.period,
        at=at.time() if at else None,
        zone=review.zone if at else "",
        minutes=review.length,
        place=review.place,
        theirs=in_the_room(material.people, review.people_ids),
        ours=in_the_room(material.colleagues, review.colleague_ids),
        email=material.me.email if material.me else "",
        agenda=tuple(_planned(review, at, language)),
        promises=last_promises(_as_noted(material)),
        goals=tuple(shown_goal(each, figures[each.id]) for each in running if each.id in figures),
        to_think_about=to_think_about(language, review.kind),
        figures_asked=tuple(figure_asked(language, each.what) for each in running if each.id not in figures),
    )


def _as_noted(material: Material) -> Material:
    """Keep what was noted in a meeting: it is in words that they know, what was noted elsewhere is ours."""
    return replace(material, follow_ups=[each for each in material.follow_ups if each.line_id is not None])


def _figures(material: Material, actuals: Sequence[Actual]) -> Iterator[tuple[object, Actual]]:
    """Give for each goal the newest figure, that of this review before all others."""
    for each in sorted(actuals, key=lambda each: (each.review_id == material.review.id, each.measured_on or date.min)):
        yield each.goal_id, each


def _planned(review: Review, at: datetime | None, language: str) -> Iterator[PlannedItem]:
    for item, starts in timed(review.agenda, at):
        yield PlannedItem(as_they_read(item.title, language), item.minutes, starts)


def timed(agenda: Sequence[AgendaItem], at: datetime | None) -> Iterator[tuple[AgendaItem, time | None]]:
    """Give each item that has a title, with the time at which it starts where the meeting has an hour."""
    for item in agenda:
        if item.title.strip():
            yield item, at.time() if at else None
        at = at + timedelta(minutes=item.minutes) if at else None
