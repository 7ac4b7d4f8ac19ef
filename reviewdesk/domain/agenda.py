"""The agenda of a review, filled from what is known: last promises, open concerns and questions, goals and changes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from reviewdesk.domain.asking import is_asked_once_more
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.follow_up import FollowUp, Side
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.review import AgendaItem, Goal
from reviewdesk.domain.said import Question

LAST_PROMISES: Final = "Last time's promises"
THEIR_VIEW: Final = "The customer's view first"
RESULTS: Final = "Results against goals"
CONCERNS: Final = "Concerns and causes"
NEXT_DAYS: Final = "Next 90 days"
NEXT_DATE: Final = "Next date"
MINUTES: Final = {LAST_PROMISES: 5, THEIR_VIEW: 10, RESULTS: 15, CONCERNS: 15, NEXT_DAYS: 10, NEXT_DATE: 5}
TO_ASK: Final = ("What is going right?", "What is not?", "What would make you look at another supplier?")
TO_AGREE: Final = ("One ask and one commitment, each way",)


@dataclass(frozen=True, slots=True)
class Known:
    """What an agenda is filled from; only what is still open is brought up.

    A concern that was closed without their word on `last_review` or later is asked about once more. `told` is what the
    account is told of problems it shares with others, and of changes that were announced.
    """

    promises: Sequence[FollowUp] = ()
    concerns: Sequence[Concern] = ()
    questions: Sequence[Question] = ()
    goals: Sequence[Goal] = ()
    last_review: date = date.max
    told: Sequence[str] = ()


def fill_agenda(known: Known, today: date, items: Sequence[AgendaItem] = ()) -> tuple[AgendaItem, ...]:
    """Fill the agenda, the usual one or the items of a template; one without anything to bring up keeps its time.

    An item that is known by its title says first what the template says there, then what is known.
    """
    points = _points(known, today)
    wanted = items or [AgendaItem(title=title, minutes=minutes) for title, minutes in MINUTES.items()]
    return tuple(
        AgendaItem(
            title=each.title, minutes=each.minutes, points=(*each.points, *points.get(each.title, ())),
            filled=points.get(each.title, ()),
        )
        for each in wanted
    )  # fmt: skip


def caught_up(known: Known, today: date, items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Bring an agenda that was filled earlier up to what is known now.

    What came since is added, what is over leaves where the person let it stand as it was filled in, and what they
    took out or wrote themselves stays so.
    """
    points = _points(known, today)
    return tuple(_caught_up(each, points.get(each.title, ())) for each in items)


def _caught_up(item: AgendaItem, now: tuple[str, ...]) -> AgendaItem:
    fresh, was = {_subject(each): each for each in now}, set(item.filled)
    known = {_subject(each) for each in (*item.filled, *item.points)}
    kept = (fresh.get(_subject(each), "") if each in was else each for each in item.points)
    new = (each for subject, each in fresh.items() if subject not in known)
    return replace(item, points=(*(each for each in kept if each), *new), filled=now)


def _subject(point: str) -> str:
    """Give what a point is about, without how it stands: that is said in brackets at its end."""
    about, bracket, _ = point.rpartition(" (")
    return about if bracket and point.endswith(")") else point


def _points(known: Known, today: date) -> dict[str, tuple[str, ...]]:
    return {
        LAST_PROMISES: tuple(_promise(each, today) for each in _by_due(known.promises)),
        THEIR_VIEW: (*TO_ASK, *(f"They asked: {each.words}" for each in known.questions if each.is_open)),
        RESULTS: tuple(f"{each.what}: target {each.target}{each.unit and ' ' + each.unit}" for each in _running(known)),
        CONCERNS: (*(_concern(each) for each in _worst_first(known)), *known.told),
        NEXT_DAYS: TO_AGREE,
        NEXT_DATE: (),
    }


def _running(known: Known) -> list[Goal]:
    return [each for each in known.goals if each.ended_on is None]


def _by_due(promises: Sequence[FollowUp]) -> list[FollowUp]:
    return sorted((each for each in promises if each.is_promise and each.is_open), key=_due)


def _due(promise: FollowUp) -> tuple[date, str]:
    return (promise.due or date.max, promise.what)


def _promise(promise: FollowUp, today: date) -> str:
    whose = "ours" if promise.side is Side.OURS else "theirs"
    if promise.due is None:
        return f"{promise.what} ({whose})"
    late = ", not done yet" if promise.is_late(today) else ""
    return f"{promise.what} ({whose}, {short_day(promise.due, today)}{late})"


def _worst_first(known: Known) -> list[Concern]:
    asked = (each for each in known.concerns if each.is_open or is_asked_once_more(each, known.last_review))
    return sorted(asked, key=_worst)


def _worst(concern: Concern) -> tuple[int, date]:
    return (-concern.severity, concern.raised_on)


def _concern(concern: Concern) -> str:
    stage = "is it over?" if concern.stage is Stage.NOT_CONFIRMED else concern.stage.value
    return f"{concern.summary or concern.words} ({stage})"
