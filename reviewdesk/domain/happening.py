"""What can happen with an account, as its time line tells it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID


class What(StrEnum):
    """One kind of thing that happens."""

    REVIEW_HELD = "review held"
    REVIEW_CANCELLED = "review cancelled"
    SUMMARY_SENT = "summary sent"
    NOTE = "note"
    CONTACT = "contact"
    CONCERN_RAISED = "concern raised"
    CONCERN_STAGE = "concern brought on"
    SAID = "follow-up said"
    ENDED = "follow-up ended"
    OPPORTUNITY = "opportunity"
    OPPORTUNITY_ENDED = "opportunity ended"
    QUESTION = "question"
    ANSWERED = "question answered"
    SCORE = "score"
    QUOTE = "quote"
    SWITCH = "switch"
    JOINED = "person joined"
    LEFT = "person left"
    BOUGHT = "bought"
    FILE = "file"
    CHANGED = "changed"
    REACHED = "reached about a shared problem"
    CHANGE_ANNOUNCED = "change announced"
    CHANGE_TAKEN = "change taken"
    HANDED_OVER = "handed over"
    HAND_OFF_ANSWERED = "hand-off answered"
    LOSS_REVIEWED = "loss reviewed"


class Topic(StrEnum):
    """What a time line can be narrowed to."""

    REVIEWS = "Reviews"
    CONTACTS = "Contacts"
    CONCERNS = "Concerns"
    FOLLOW_UPS = "Follow-ups"
    SAID = "Said and scored"
    PEOPLE = "People"
    PURCHASES = "Purchases"
    FILES = "Files"
    NOTES = "Notes"
    CHANGES = "Changes"


TOPICS: Final[Mapping[Topic, frozenset[What]]] = {
    Topic.REVIEWS: frozenset({What.REVIEW_HELD, What.REVIEW_CANCELLED, What.SUMMARY_SENT, What.LOSS_REVIEWED}),
    Topic.CONTACTS: frozenset({What.CONTACT, What.REACHED, What.CHANGE_ANNOUNCED}),
    Topic.CONCERNS: frozenset({What.CONCERN_RAISED, What.CONCERN_STAGE}),
    Topic.FOLLOW_UPS: frozenset({What.SAID, What.ENDED}),
    Topic.SAID: frozenset(
        {What.OPPORTUNITY, What.OPPORTUNITY_ENDED, What.QUESTION, What.ANSWERED, What.SCORE, What.QUOTE, What.SWITCH}
        | {What.CHANGE_TAKEN}
    ),
    Topic.PEOPLE: frozenset({What.JOINED, What.LEFT, What.HANDED_OVER, What.HAND_OFF_ANSWERED}),
    Topic.PURCHASES: frozenset({What.BOUGHT}),
    Topic.FILES: frozenset({What.FILE}),
    Topic.NOTES: frozenset({What.NOTE}),
    Topic.CHANGES: frozenset({What.CHANGED}),
}
ON_DEMAND: Final = frozenset({Topic.NOTES, Topic.CHANGES})


def wanted(topics: Iterable[Topic]) -> frozenset[What]:
    """Give what these topics hold; without one, everything but what is shown only when asked for."""
    chosen = frozenset(topics) or frozenset(Topic) - ON_DEMAND
    return frozenset(each for topic in chosen for each in TOPICS[topic])


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened on a day.

    `words` are its own, `detail` says more of it (a stage, an ending, a field), `number` is an amount, a score or a
    count, and `old` and `new` are what a field held.
    """

    day: date
    what: What
    record_id: UUID | None
    words: str = ""
    detail: str = ""
    person: str = ""
    number: Decimal | None = None
    old: str = ""
    new: str = ""
