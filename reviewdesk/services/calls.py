"""What is written down of one call or visit: what was said, what they scored us, how it felt, and what comes next."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.call_list import asks_for_recovery
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.people import Colleague
from reviewdesk.domain.review import NoteLine, Review, period_of
from reviewdesk.domain.said import Channel, Contact
from reviewdesk.services.account_fields import changed_account
from reviewdesk.services.myself import me
from reviewdesk.services.reaching import reached_by
from reviewdesk.services.reviews import kind_due
from reviewdesk.services.warning_signs import after_naming
from reviewdesk.storage.unit_of_work import UnitOfWork

FEELS_BAD = (1, 2)
ABOUT_NOW = timedelta(days=31)  # a review that is planned so near is the one that was held by this call


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoke:
    """One real two-way contact as it is logged: how, on which day (today if none), with whom, one line.

    `was_review` says that this call was the review. `next_on` and `next_what` make a follow-up, which is a promise of
    ours when `next_promised`. `score` is their answer to what was `asked`, on its scale. The note on the gut feeling is
    kept at 1 and 2 alone. `does` is the follow-up that asked for this call and is done with it, `reaches` the
    account of an outreach that is reached by it.
    """

    channel: Channel = Channel.CALL
    on: date | None = None
    person_id: UUID | None = None
    words: str = ""
    was_review: bool = False
    next_what: str = ""
    next_on: date | None = None
    next_promised: bool = False
    asked: Asked = Asked.RECOMMEND
    score: int | None = None
    gut_feeling: int | None = None
    gut_feeling_note: str = ""
    does: UUID | None = None
    reaches: UUID | None = None


def log_in(work: UnitOfWork, account_id: UUID, spoke: Spoke, on: date, today: date) -> Contact:
    """Write all of it into the book in one piece.

    Raises:
        RefusedError: a promise has no words or no day, or the score lies outside its scale.
    """
    account = work.accounts.get(account_id)
    review = work.reviews.put(_held(work, account, spoke, on)) if spoke.was_review else None
    if review is not None:
        after_naming(work, account_id, on)
    mine = me(work)
    contact = work.contacts.put(_contact(account_id, spoke, on, review, mine))
    if spoke.next_on is not None or spoke.next_what.strip() or spoke.next_promised:
        work.follow_ups.put(_next(account_id, spoke, on, mine))
    asked = work.follow_ups.find(spoke.does) if spoke.does else None
    if asked is not None and asked.is_open:
        work.follow_ups.put(asked.done(today))
    if spoke.reaches is not None:
        reached_by(work, spoke.reaches, on)
    if spoke.score is not None:
        work.answers.put(_answer(account_id, spoke, spoke.score, on, review))
    if spoke.gut_feeling is not None:
        work.accounts.put(_felt(account, spoke, today))
    return contact


def _contact(account_id: UUID, spoke: Spoke, on: date, review: Review | None, mine: Colleague | None) -> Contact:
    return Contact(
        account_id=account_id,
        made_on=on,
        channel=spoke.channel,
        person_id=spoke.person_id,
        words=spoke.words.strip(),
        review_id=review.id if review else None,
        colleague_id=mine.id if mine else None,
    )


def _held(work: UnitOfWork, account: Account, spoke: Spoke, on: date) -> Review:
    lines = tuple(NoteLine(text=each) for each in spoke.words.strip().splitlines())
    known = (each for each in work.reviews.where(account_id=account.id) if each.is_open and each.planned_on)
    soon = [each for each in known if each.planned_on and each.planned_on - on <= ABOUT_NOW]
    if soon:
        booked = min(soon, key=_planned)
        return replace(booked, lines=(*booked.lines, *lines)).held(on, finished_at=work.now)
    planned = Review(
        account_id=account.id,
        kind=kind_due(work, account),
        period=period_of(on),
        planned_on=on,
        by_call=spoke.channel is Channel.CALL,
        people_ids=(spoke.person_id,) if spoke.person_id else (),
        lines=lines,
    )
    return planned.held(on, finished_at=work.now)


def _planned(review: Review) -> date:
    return review.planned_on or date.max


def _next(account_id: UUID, spoke: Spoke, on: date, mine: Colleague | None) -> FollowUp:
    what = spoke.next_what.strip()
    if spoke.next_promised and not (what and spoke.next_on):
        raise RefusedError("A promise needs its words and a day. Write what was promised and by when.")
    return FollowUp(
        account_id=account_id,
        what=what or ("Put right what they told us" if _recovers(spoke) else "Call again"),
        due=spoke.next_on,
        is_promise=spoke.next_promised,
        said_on=on,
        person_id=None,
        colleague_id=mine.id if mine else None,
    )


def _recovers(spoke: Spoke) -> bool:
    return spoke.score is not None and asks_for_recovery(spoke.asked, spoke.score)


def _answer(account_id: UUID, spoke: Spoke, score: int, on: date, review: Review | None) -> Answer:
    return Answer.given(
        spoke.asked,
        score,
        account_id=account_id,
        person_id=spoke.person_id,
        review_id=review.id if review else None,
        evidence=spoke.words.strip().partition("\n")[0],
        answered_on=on,
    )


def _felt(account: Account, spoke: Spoke, today: date) -> Account:
    felt = changed_account(account, "gut_feeling", str(spoke.gut_feeling), today)
    note = spoke.gut_feeling_note.strip() if spoke.gut_feeling in FEELS_BAD else ""
    return replace(felt, gut_feeling_note=note)
