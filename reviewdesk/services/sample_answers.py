"""What the customers of the sample book answered when they were asked, over two years."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from reviewdesk.domain.answer import SCALES, Answer, Asked
from reviewdesk.domain.people import Part, Person
from reviewdesk.services.sample_cast import Cast
from reviewdesk.services.sample_files import Customer, made_id, pick, workday

ASKED_DAYS_AGO: Final = (40, 220, 410, 600)
DECIDING: Final = frozenset({Part.SPONSOR, Part.DECIDES})
NEVER_ASKED_OF: Final = 4  # one customer in so many
SCORES: Final = (Asked.RECOMMEND, Asked.CONTENT, Asked.EASE)
RELATIONSHIP: Final = (Asked.TRUST, Asked.COMMITMENT, Asked.SATISFACTION, Asked.PRODUCT_BENEFIT, Asked.SERVICE)
MOST_IMPORTANT: Final = 7
USUAL_MOOD: Final = 76  # per cent of a scale


def answers_of(cast: Cast, customer: Customer) -> Iterator[Answer]:
    """Give the answers of one customer: those written by hand, else made to fit how its business went."""
    written = cast.files.story("answer", customer.name)
    people = {each.name: each for each in cast.people[customer.name]}
    for row in written:
        who, asked = people[row["who"]], Asked(row["asked"])
        yield _answer(cast, who, asked, row["value"], ago=-row["day"], evidence=row.get("evidence", ""))
    if not written and customer.lost is None and pick(NEVER_ASKED_OF, customer.name, "asked"):
        yield from _made(cast, customer)


def _made(cast: Cast, customer: Customer) -> Iterator[Answer]:
    people = cast.people[customer.name]
    for round_at, days in enumerate(ASKED_DAYS_AGO):
        ago = days + pick(60, customer.name, days)
        if customer.added is not None and ago > customer.added:
            continue
        for who in people:
            asked_now = SCORES if who.part in DECIDING else SCORES[:1]
            for asked in asked_now + (RELATIONSHIP if who is people[0] and not round_at % 2 else ()):
                yield _answer(cast, who, asked, _value(customer, who, asked, round_at), ago=ago)


def _value(customer: Customer, who: Person, asked: Asked, round_at: int) -> int:
    """Give an answer that fits: growing customers are happier, and moods differ a little each time."""
    scale = SCALES[asked]
    mood = USUAL_MOOD + customer.growth + pick(45, who.name, asked, round_at) - 22
    share = min(100, max(0, mood))
    return scale.lowest + round((scale.highest - scale.lowest) * share / 100)


def _answer(cast: Cast, who: Person, asked: Asked, value: int, *, ago: int, evidence: str = "") -> Answer:
    return Answer.given(
        asked,
        value,
        id=made_id("answer", who.id, asked, ago),
        account_id=who.account_id,
        person_id=who.id,
        answered_on=workday(cast.today - timedelta(days=ago)),
        evidence=evidence,
        importance=MOST_IMPORTANT - pick(2, who.id, asked) if asked in RELATIONSHIP else None,
    )
