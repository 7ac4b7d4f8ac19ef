"""The records that a customer's summary is made from, and which of them the customer may read of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.answer import Answer
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.book import Book
from reviewdesk.domain.branding import Pictures
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.follow_up import Ending, FollowUp
from reviewdesk.domain.line_records import Meeting
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.quoting import plain_wording
from reviewdesk.domain.review import Actual, Goal, Review
from reviewdesk.domain.said import Quote


@dataclass(frozen=True, slots=True)
class MonthSums:
    """What an account bought in each month, named by its first day, in one currency, as far as is known.

    `until` is the last day that is known of; `is_converted` where amounts were brought into this currency.
    """

    currency: str
    sums: Mapping[date, Decimal]
    until: date
    is_converted: bool = False


@dataclass(frozen=True, slots=True)
class Material:
    """The records a summary is made from; `follow_ups` are all of the account, `previous` the review held before.

    `hidden_lines` are the lines of all reviews of the account whose records are not the customer's to read; `wordings`
    are the wordings for print of lines of earlier reviews; `held` are the reviews held before, without their lines;
    `told` is what the account is told of problems it shares with others.
    """

    book: Book
    account: Account
    review: Review
    meeting: Meeting
    me: Colleague | None = None
    people: Mapping[UUID, Person] = field(default_factory=dict)
    colleagues: Mapping[UUID, Colleague] = field(default_factory=dict)
    follow_ups: Sequence[FollowUp] = ()
    concerns: Sequence[Concern] = ()
    quotes: Sequence[Quote] = ()
    goals: Sequence[Goal] = ()
    actuals: Sequence[Actual] = ()
    previous: Review | None = None
    hidden_lines: frozenset[UUID] = frozenset()
    wordings: Mapping[UUID, str] = field(default_factory=dict)
    held: Sequence[Review] = ()
    answers: Sequence[Answer] = ()
    bought: MonthSums | None = None
    pictures: Pictures = field(default_factory=Pictures)
    told: Sequence[str] = ()

    def shown_concerns(self) -> Iterator[Concern]:
        """Give the concerns that the customer may read of, open and closed."""
        own = {each.id for each in self.review.lines if each.set_aside or each.audience is Audience.ONLY_ME}
        hidden = self.hidden_lines | own
        for each in self.concerns:
            if not (each.set_aside or each.is_withdrawn or each.line_id in hidden) and plain_wording(each.summary):
                yield each

    def shown_promises(self) -> Iterator[FollowUp]:
        """Give the promises of earlier meetings that the customer may read of; those dropped are not among them."""
        for each in self.follow_ups:
            told = each.is_promise and not each.withdrawn and each.ending is not Ending.DROPPED
            if told and each.review_id not in {None, self.review.id} and each.line_id not in self.hidden_lines:
                yield each
