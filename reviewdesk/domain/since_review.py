"""What changed with an account since its last review, so that nobody walks into the next one surprised."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.contract import ContractEnd, Press
from reviewdesk.domain.follow_up import Ending, FollowUp, Side
from reviewdesk.domain.people import Part, Person

STOPPED_AFTER: Final = timedelta(days=60)
OFTEN: Final = 3
_SCORES: Final = (Asked.RECOMMEND, Asked.CONTENT, Asked.EASE)
_NUMBERS: Final = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


class Sort(StrEnum):
    """What kind of change it is."""

    SCORE = "score"
    LEFT = "left"
    JOINED = "joined"
    CONCERNS = "concerns"
    PROMISES = "promises"
    CONTRACT = "contract"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Changed:
    """One change in words, and the record it leads to; without an id, to all of its kind."""

    sort: Sort
    words: str
    kind: Kind
    record_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Buying:
    """How one product was bought: in how many of the six months before the review, and when last."""

    name: str
    months: int
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of an account on a day; `joined_on` says when people came into the book after it did."""

    since: date
    today: date
    answers: Sequence[Answer] = ()
    people: Sequence[Person] = ()
    joined_on: Mapping[UUID, date] | None = None
    concerns: Sequence[Concern] = ()
    follow_ups: Sequence[FollowUp] = ()
    contract: ContractEnd | None = None
    bought: Sequence[Buying] = ()


def since_review(known: Known) -> tuple[Changed, ...]:
    """Give what changed after the day of the review: what they say of us, people, concerns, promises, buying."""
    return (
        *_scores(known),
        *_people(known),
        *_concerns(known),
        *_promises(known),
        *_contract(known),
        *_stopped(known),
    )


def long_day(day: date, today: date) -> str:
    """Write a day with its month in full, and the year where it is another one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {_MONTHS[day.month - 1]}{year}"


def _scores(known: Known) -> Iterable[Changed]:
    """Give the newest of each score of each person, not our guesses."""
    names = {each.id: each.name for each in known.people}
    newest: dict[tuple[UUID | None, Asked], Answer] = {}
    for each in sorted(known.answers, key=_answered_on):
        if each.asked in _SCORES and not each.is_guess and known.since < each.answered_on <= known.today:
            newest[each.person_id, each.asked] = each
    for each in sorted(newest.values(), key=_answered_on, reverse=True):
        who = names.get(each.person_id, "They") if each.person_id else "They"
        on = long_day(each.answered_on, known.today)
        of = f"{each.value} of {each.scale.highest}"
        words = f"{who} gave {of} on {on}" if each.asked is Asked.RECOMMEND else f"{who}, {each.asked}: {of} on {on}"
        yield Changed(Sort.SCORE, words, Kind.ANSWER, each.id)


def _people(known: Known) -> Iterable[Changed]:
    for each in known.people:
        if each.left_on is not None and known.since < each.left_on <= known.today:
            part = {Part.SPONSOR: "Sponsor ", Part.DECIDES: "Decision maker "}.get(each.part, "") if each.part else ""
            words = f"{part}{each.name} left on {long_day(each.left_on, known.today)}"
            yield Changed(Sort.LEFT, words, Kind.PERSON, each.id)
    for each in known.people:
        joined = (known.joined_on or {}).get(each.id)
        if joined is not None and known.since < joined <= known.today and each.left_on is None:
            role = f", {each.role}," if each.role else ""
            yield Changed(Sort.JOINED, f"{each.name}{role} is new", Kind.PERSON, each.id)


def _concerns(known: Known) -> Iterable[Changed]:
    new = [each for each in known.concerns if known.since < each.raised_on <= known.today and not each.is_withdrawn]
    fixed = [
        each
        for each in known.concerns
        if each.stage in (Stage.FIXED, Stage.CONFIRMED) and each.stage_since and each.stage_since > known.since
    ]
    if new or fixed:
        only = (new or fixed)[0].id if len(new) + len(fixed) == 1 else None
        yield Changed(Sort.CONCERNS, _concern_words(len(new), len(fixed)), Kind.CONCERN, only)


def _concern_words(new: int, fixed: int) -> str:
    """Write "One new concern, one fixed"."""
    if not new:
        return f"{_number(fixed)} concern{'' if fixed == 1 else 's'} fixed"
    words = f"{_number(new)} new concern{'' if new == 1 else 's'}"
    return f"{words}, {_number(fixed).lower()} fixed" if fixed else words


def _promises(known: Known) -> Iterable[Changed]:
    ended = [
        each
        for each in known.follow_ups
        if each.is_promise and each.side is Side.OURS and each.ended_on is not None and each.ended_on > known.since
    ]
    counts = [(sum(each.ending is how for each in ended), word) for how, word in _ENDINGS.items()]
    said = [f"{_number(count)} {word}" for count, word in counts if count]
    if said:
        total = sum(count for count, _ in counts)
        words = f"Our promises: {', '.join(said).lower()}" if total > 1 else f"One promise of ours {said[0][4:]}"
        yield Changed(Sort.PROMISES, words, Kind.FOLLOW_UP, ended[0].id if len(ended) == 1 else None)


def _contract(known: Known) -> Iterable[Changed]:
    contract = known.contract
    if contract is not None and contract.press in (Press.NEAR, Press.PASSED):
        day = contract.notice_on or contract.ends_on
        verb = "was" if contract.press is Press.PASSED else "is"
        words = f"Contract notice {verb} due by" if contract.notice_on else "The contract ends on"
        yield Changed(Sort.CONTRACT, f"{words} {long_day(day, known.today)}", Kind.ACCOUNT)


def _stopped(known: Known) -> Iterable[Changed]:
    """Give what was bought often before the review and not any more."""
    for each in sorted(known.bought, key=_name):
        if each.months >= OFTEN and each.last <= known.since and known.today - each.last > STOPPED_AFTER:
            words = f"No {each.name or 'purchase'} since {long_day(each.last, known.today)}"
            yield Changed(Sort.STOPPED, words, Kind.PURCHASE)


_ENDINGS: Final = {Ending.KEPT: "kept", Ending.KEPT_LATE: "kept late", Ending.BROKEN: "broken"}


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _answered_on(answer: Answer) -> date:
    return answer.answered_on


def _name(buying: Buying) -> str:
    return buying.name
