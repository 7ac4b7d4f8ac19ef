"""What people answered in the newest 12 months, put together: NPS in its three views, CSAT and CES."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID

from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.intervals import add_months
from reviewdesk.domain.people import Part
from reviewdesk.domain.scores import (
    Mean,
    Nps,
    Trend,
    account_means,
    ces,
    csat,
    nps,
    nps_by_account,
    nps_by_revenue,
    trend,
    values_of,
)
from reviewdesk.storage.lists.accounts import account_lines, standings_on_the_day
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store

SCORES: Final = (Asked.RECOMMEND, Asked.CONTENT, Asked.EASE)
_DECIDING: Final = (Part.SPONSOR, Part.DECIDES)


@dataclass(frozen=True, slots=True)
class NpsView:
    """One view of NPS: now, in the 12 months before, and which way it went where that is more than chance."""

    now: Nps
    before: Nps

    @property
    def trend(self) -> Trend | None:
        """Say which way it went."""
        return trend(self.before, self.now)


@dataclass(frozen=True, slots=True)
class Scored:
    """One answer that counts, with the name of its account."""

    answer: Answer
    account: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreFigures:
    """The scores of the 12 months from `start` to `end`; our guesses are in none of them.

    By revenue, both years are weighed by the revenue of the newest 12 months, so that only the answers differ.
    `answers` are those of the 12 months, the newest first.
    """

    start: date
    end: date
    by_answer: NpsView
    by_account: NpsView
    by_revenue: NpsView
    csat: Mean
    ces: Mean
    answers: tuple[Scored, ...]

    def of(self, asked: Asked) -> tuple[Scored, ...]:
        """Give the answers to one question."""
        return tuple(each for each in self.answers if each.answer.asked is asked)


class ScoreService:
    """Puts together what people answered."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def figures(self) -> ScoreFigures:
        """Give the scores as they are today."""
        with self._store.read() as reading:
            return score_figures(reading)


def score_figures(reading: Reading) -> ScoreFigures:
    """Do the same in a reading that has begun."""
    today = reading.clock.today()
    start = add_months(today, -12) + timedelta(1)
    before_start = add_months(today, -24) + timedelta(1)
    asked = [each for each in reading.answers.where(asked=SCORES) if not each.is_guess]
    now = [each for each in asked if start <= each.answered_on <= today]
    before = [each for each in asked if before_start <= each.answered_on < start]
    deciders = frozenset(each.id for each in reading.people.where(part=_DECIDING))
    by_answer, by_account, by_revenue = _views(before, now, deciders, _revenues(reading))
    names = {each.id: each.name for each in account_lines(reading.connection)}
    return ScoreFigures(
        start=start,
        end=today,
        by_answer=by_answer,
        by_account=by_account,
        by_revenue=by_revenue,
        csat=csat(values_of(now, Asked.CONTENT)),
        ces=ces(values_of(now, Asked.EASE)),
        answers=tuple(Scored(each, names[each.account_id]) for each in sorted(now, key=_newest_first)),
    )


def _views(
    before: Sequence[Answer], now: Sequence[Answer], deciders: Collection[UUID], revenues: Mapping[UUID, Decimal]
) -> tuple[NpsView, NpsView, NpsView]:
    values = [values_of(each, Asked.RECOMMEND) for each in (now, before)]
    means = [account_means(each, deciders) for each in (now, before)]
    return (
        NpsView(*map(nps, values)),
        NpsView(*map(nps_by_account, means)),
        NpsView(*(nps_by_revenue(each, revenues) for each in means)),
    )


def _revenues(reading: Reading) -> dict[UUID, Decimal]:
    standings = standings_on_the_day(reading)
    return {id: each.revenue for id, each in standings.items() if each.window_end and each.revenue is not None}


def _newest_first(answer: Answer) -> tuple[int, UUID]:
    return -answer.answered_on.toordinal(), answer.id
