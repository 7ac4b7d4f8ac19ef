"""Where each kind of thing that happens with an account is read from: queries of one shape, put together by others."""

from collections.abc import Callable
from typing import Any, Final

from sqlalchemy import Select, cast, func, literal
from sqlalchemy import Text as SqlText

from reviewdesk.domain.happening import What
from reviewdesk.domain.review import HELD_STATES, ReviewState
from reviewdesk.storage import tables
from reviewdesk.storage.lists.time_line_history import changed, staged
from reviewdesk.storage.lists.time_line_reaching import (
    change_announced,
    change_taken,
    hand_off_answered,
    handed_over,
    loss_reviewed,
    reached,
)
from reviewdesk.storage.lists.time_line_shape import DAY, created, event

Source = Callable[[str], Select[Any]]


def _held(account_id: str) -> Select[Any]:
    columns = tables.review.c
    day = func.coalesce(columns.held_on, columns.planned_on)
    states = [each.value for each in HELD_STATES]
    found = event(What.REVIEW_HELD, day, columns.id, words=columns.kind, detail=columns.period)
    return found.where(columns.account_id == account_id, columns.state.in_(states), day.is_not(None))


def _cancelled(account_id: str) -> Select[Any]:
    columns = tables.review.c
    day = func.coalesce(columns.planned_on, func.substr(columns.changed_at, 1, DAY))
    found = event(What.REVIEW_CANCELLED, day, columns.id, words=columns.kind, detail=columns.reason)
    return found.where(columns.account_id == account_id, columns.state == ReviewState.CANCELLED.value)


def _sent(account_id: str) -> Select[Any]:
    columns = tables.summary.c
    found = event(What.SUMMARY_SENT, columns.sent_on, columns.review_id, number=columns.number)
    return found.where(columns.account_id == account_id, columns.sent_on.is_not(None))


def _note(account_id: str) -> Select[Any]:
    line, review = tables.note_line, tables.review
    day = func.coalesce(review.c.held_on, review.c.planned_on)
    found = event(What.NOTE, day, review.c.id, words=line.c.text, first=line.c.position)
    found = found.join_from(line, review, line.c.review_id == review.c.id)
    return found.where(review.c.account_id == account_id, day.is_not(None), func.trim(line.c.text) != "")


def _contact(account_id: str) -> Select[Any]:
    columns = tables.contact.c
    found = event(
        What.CONTACT, columns.made_on, columns.id, words=columns.words, detail=columns.channel, person=columns.person_id
    )
    return found.where(columns.account_id == account_id)


def _raised(account_id: str) -> Select[Any]:
    columns = tables.concern.c
    found = event(
        What.CONCERN_RAISED, columns.raised_on, columns.id, words=columns.words, person=columns.raised_by_id,
        number=columns.severity,
    )  # fmt: skip
    return found.where(columns.account_id == account_id, columns.withdrawn == 0)


def _said(account_id: str) -> Select[Any]:
    table = tables.follow_up
    columns = table.c
    day = func.coalesce(columns.said_on, created(table))
    kind = columns.side + literal("|") + cast(columns.is_promise, SqlText)
    found = event(What.SAID, day, columns.id, words=columns.what, detail=kind, person=columns.person_id)
    return found.where(columns.account_id == account_id, columns.withdrawn == 0)


def _ended(account_id: str) -> Select[Any]:
    columns = tables.follow_up.c
    found = event(What.ENDED, columns.ended_on, columns.id, words=columns.what, detail=columns.ending)
    return found.where(columns.account_id == account_id, columns.withdrawn == 0, columns.ended_on.is_not(None))


def _opportunity(account_id: str) -> Select[Any]:
    columns = tables.opportunity.c
    found = event(What.OPPORTUNITY, columns.noted_on, columns.review_id, words=columns.what, detail=columns.about)
    return found.where(columns.account_id == account_id, columns.withdrawn == 0)


def _opportunity_ended(account_id: str) -> Select[Any]:
    columns = tables.opportunity.c
    found = event(What.OPPORTUNITY_ENDED, columns.ended_on, columns.review_id, words=columns.what, number=columns.won)
    return found.where(columns.account_id == account_id, columns.withdrawn == 0, columns.ended_on.is_not(None))


def _question(account_id: str) -> Select[Any]:
    columns = tables.question.c
    found = event(What.QUESTION, columns.asked_on, columns.review_id, words=columns.words)
    return found.where(columns.account_id == account_id, columns.withdrawn == 0)


def _answered(account_id: str) -> Select[Any]:
    columns = tables.question.c
    found = event(What.ANSWERED, columns.answered_on, columns.review_id, words=columns.words, detail=columns.answer)
    return found.where(columns.account_id == account_id, columns.withdrawn == 0, columns.answered_on.is_not(None))


def _score(account_id: str) -> Select[Any]:
    columns = tables.answer.c
    asked = columns.asked + literal("|") + columns.scale + literal("|") + cast(columns.is_guess, SqlText)
    found = event(
        What.SCORE, columns.answered_on, columns.id, words=columns.evidence, detail=asked, person=columns.person_id,
        number=columns.value,
    )  # fmt: skip
    return found.where(columns.account_id == account_id)


def _quote(account_id: str) -> Select[Any]:
    columns = tables.quote.c
    found = event(What.QUOTE, columns.said_on, columns.review_id, words=columns.words, person=columns.person_id)
    return found.where(columns.account_id == account_id, columns.withdrawn == 0)


def _switch(account_id: str) -> Select[Any]:
    columns = tables.switch.c
    what = columns.direction + literal("|") + columns.rival
    found = event(What.SWITCH, columns.switched_on, columns.id, words=columns.line, detail=what)
    return found.where(columns.account_id == account_id)


def _joined(account_id: str) -> Select[Any]:
    """Give who was added later than on the day on which the account itself came into the book."""
    person, account = tables.person, tables.account
    found = event(What.JOINED, created(person), person.c.id, words=person.c.name, detail=person.c.role)
    found = found.join_from(person, account, person.c.account_id == account.c.id)
    return found.where(person.c.account_id == account_id, created(person) > created(account))


def _left(account_id: str) -> Select[Any]:
    columns = tables.person.c
    found = event(What.LEFT, columns.left_on, columns.id, words=columns.name, detail=func.coalesce(columns.part, ""))
    return found.where(columns.account_id == account_id, columns.left_on.is_not(None))


def _bought(account_id: str) -> Select[Any]:
    """Give one row a month and currency."""
    columns = tables.purchase.c
    month = func.substr(columns.bought_on, 1, 7)
    found = event(
        What.BOUGHT, func.max(columns.bought_on), func.min(columns.id), words=columns.currency,
        detail=cast(func.count(), SqlText), number=func.sum(columns.amount),
    )  # fmt: skip
    return found.where(columns.account_id == account_id).group_by(month, columns.currency)


def _file(account_id: str) -> Select[Any]:
    columns = tables.attachment.c
    found = event(What.FILE, columns.added_on, columns.id, words=columns.name)
    return found.where(columns.account_id == account_id)


SOURCES: Final[dict[What, Source]] = {
    What.REVIEW_HELD: _held,
    What.REVIEW_CANCELLED: _cancelled,
    What.SUMMARY_SENT: _sent,
    What.NOTE: _note,
    What.CONTACT: _contact,
    What.CONCERN_RAISED: _raised,
    What.CONCERN_STAGE: staged,
    What.SAID: _said,
    What.ENDED: _ended,
    What.OPPORTUNITY: _opportunity,
    What.OPPORTUNITY_ENDED: _opportunity_ended,
    What.QUESTION: _question,
    What.ANSWERED: _answered,
    What.SCORE: _score,
    What.QUOTE: _quote,
    What.SWITCH: _switch,
    What.JOINED: _joined,
    What.LEFT: _left,
    What.BOUGHT: _bought,
    What.FILE: _file,
    What.CHANGED: changed,
    What.REACHED: reached,
    What.CHANGE_ANNOUNCED: change_announced,
    What.CHANGE_TAKEN: change_taken,
    What.HANDED_OVER: handed_over,
    What.HAND_OFF_ANSWERED: hand_off_answered,
    What.LOSS_REVIEWED: loss_reviewed,
}
