"""Makes the charts of a summary from its records, as they stood on the day of the meeting.

What would say nothing is left out: a chart has at least two marks that can be compared.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Final
from uuid import UUID

from reviewdesk.domain.answer import SCALES, Answer, Asked
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.follow_up import Ending, FollowUp, Side
from reviewdesk.domain.intervals import add_months
from reviewdesk.domain.summary_charts import (
    FEWEST_FOR_A_MEAN,
    FEWEST_SHOWN,
    AnswersOfReview,
    AskedOfYou,
    BoughtChart,
    ConcernsChart,
    ConcernsOfQuarter,
    MonthBought,
    PromisesChart,
    PromisesOfReview,
    SatisfactionChart,
    SummaryCharts,
    SummaryPart,
)
from reviewdesk.domain.summary_material import Material, MonthSums

MONTHS: Final = 12
FEWEST_MONTHS: Final = 3
MOST_REVIEWS: Final = 6
MOST_QUARTERS: Final = 6
FEWEST_CONCERNS: Final = 3
OLDEST: Final = timedelta(days=365)
_SURE: Final = Decimal("1.96")
_TENTH: Final = Decimal("0.1")
_CLOSED: Final = frozenset({Stage.CONFIRMED, Stage.NOT_CONFIRMED})


def charts_of(material: Material, day: date, parts: Iterable[SummaryPart]) -> SummaryCharts:
    """Make those charts that the person wants and that say something, as of a day."""
    wanted = frozenset(parts)
    with_revenue = SummaryPart.REVENUE in wanted and material.bought is not None
    return SummaryCharts(
        bought=bought_chart(material.bought, day) if with_revenue and material.bought else None,
        satisfaction=satisfaction_chart(material, day) if SummaryPart.SATISFACTION in wanted else None,
        concerns=concerns_chart(list(material.shown_concerns()), day) if SummaryPart.CONCERNS in wanted else None,
        promises=promises_chart(material, day) if SummaryPart.PROMISES in wanted else None,
        has_goal_bars=SummaryPart.GOALS in wanted,
    )


def bought_chart(bought: MonthSums, day: date) -> BoughtChart | None:
    """Show the twelve whole months before a day beside those of the year before; nothing that is a year old."""
    known = min(day, bought.until)
    if day - known > OLDEST:
        return None
    first = add_months(_whole_until(known), 1 - MONTHS)
    months = [add_months(first, each) for each in range(MONTHS)]
    amounts = [bought.sums.get(each, Decimal(0)) for each in months]
    if sum(amount != 0 for amount in amounts) < FEWEST_MONTHS or sum(amounts) <= 0:
        return None
    shown = tuple(
        MonthBought(month, amount, _known(bought, add_months(month, -MONTHS)))
        for month, amount in zip(months, amounts, strict=True)
    )
    return BoughtChart(bought.currency, shown, known, bought.is_converted)


def _known(bought: MonthSums, month: date) -> Decimal | None:
    """Give what was bought in a month; nothing is known of the time before the first purchase."""
    return bought.sums.get(month, Decimal(0)) if month >= min(bought.sums) else None


def _whole_until(day: date) -> date:
    """Give the first day of the last month that is over on this day."""
    first = day.replace(day=1)
    return first if (day + timedelta(days=1)).day == 1 else add_months(first, -1)


def satisfaction_chart(material: Material, day: date) -> SatisfactionChart | None:
    """Show the score with the most reviews that had three answers, where there are two such reviews at least."""
    spans = _spans(material, day)
    best: SatisfactionChart | None = None
    for asked in AskedOfYou:
        chart = _satisfaction(asked, material.answers, spans, day)
        if best is None or _scored(chart) > _scored(best):
            best = chart
    return best if best is not None and _scored(best) >= FEWEST_SHOWN else None


def _scored(chart: SatisfactionChart) -> int:
    return sum(each.mean is not None for each in chart.reviews)


def _spans(material: Material, day: date) -> list[tuple[date, date, UUID]]:
    """Give for each review the days whose answers belong to it: those since the review before, at most a year."""
    held = sorted((each.held_on, each.id) for each in material.held if each.held_on and each.held_on < day)
    ends = [*held, (day, material.review.id)]
    firsts = [add_months(ends[0][0], -MONTHS), *(one for (one, _), _ in pairwise(ends))]
    spans = [(first, end, review) for first, (end, review) in zip(firsts, ends, strict=True)]
    return spans[-MOST_REVIEWS:]


def answers_since_last(material: Material, day: date) -> list[Answer]:
    """Give the customer's own answers that belong to a review; a guess of ours is none."""
    given = [each for each in material.answers if not each.is_guess]
    return _within(given, *_spans(material, day)[-1])


def _satisfaction(
    asked: AskedOfYou, answers: Sequence[Answer], spans: Sequence[tuple[date, date, UUID]], day: date
) -> SatisfactionChart:
    question = Asked(asked.value)
    given = [each for each in answers if each.asked is question and not each.is_guess]
    found = [_answers(end, newest_of(_within(given, first, end, review))) for first, end, review in spans]
    scale = SCALES[question]
    return SatisfactionChart(asked, scale.lowest, scale.highest, tuple(each for each in found if each.n), day)


def _within(answers: Iterable[Answer], first: date, end: date, review: UUID) -> list[Answer]:
    return [
        each
        for each in answers
        if each.review_id == review or (each.review_id is None and first < each.answered_on <= end)
    ]


def newest_of(answers: Iterable[Answer]) -> list[Answer]:
    """Give the newest answer of each person; answers without a person all count."""
    newest = {each.person_id or each.id: each for each in sorted(answers, key=lambda one: one.answered_on)}
    return list(newest.values())


def _answers(held_on: date, answers: Sequence[Answer]) -> AnswersOfReview:
    n = len(answers)
    if n < FEWEST_FOR_A_MEAN:
        return AnswersOfReview(held_on, n)
    mean, margin = mean_and_margin([each.value for each in answers])
    return AnswersOfReview(held_on, n, mean, margin)


def mean_and_margin(values: Sequence[int]) -> tuple[Decimal, Decimal | None]:
    """Give the mean with its margin: 1.96 standard errors; nothing is known of it where all are alike."""
    n = len(values)
    mean = Decimal(sum(values)) / n
    squares = sum(((value - mean) ** 2 for value in values), Decimal(0))
    margin = _SURE * (squares / (n - 1) / n).sqrt() if squares else None
    return _tenths(mean), _tenths(margin) if margin is not None else None


def _tenths(value: Decimal) -> Decimal:
    return value.quantize(_TENTH, ROUND_HALF_UP)


def concerns_chart(concerns: Sequence[Concern], day: date) -> ConcernsChart | None:
    """Count what was raised and what closed in each of the last six quarters, from the first that had any on."""
    raised = [each.raised_on for each in concerns if each.raised_on <= day and not each.is_withdrawn]
    closed = [each.stage_since for each in concerns if _closed_by(each, day) and each.stage_since]
    this = _quarter(day)
    quarters = [add_months(this, -3 * back) for back in reversed(range(MOST_QUARTERS))]
    counted = [_count(each, raised, closed) for each in quarters]
    while counted and not (counted[0].opened or counted[0].closed):
        counted.pop(0)
    told = sum(each.opened + each.closed for each in counted)
    if len(counted) < FEWEST_SHOWN or told < FEWEST_CONCERNS:
        return None
    return ConcernsChart(tuple(counted), len(raised) - len(closed), day)


def _closed_by(concern: Concern, day: date) -> bool:
    since = concern.stage_since
    return concern.stage in _CLOSED and since is not None and since <= day and concern.raised_on <= day


def _quarter(day: date) -> date:
    return day.replace(month=day.month - (day.month - 1) % 3, day=1)


def _count(quarter: date, raised: Sequence[date], closed: Sequence[date]) -> ConcernsOfQuarter:
    return ConcernsOfQuarter(
        quarter, sum(_quarter(each) == quarter for each in raised), sum(_quarter(each) == quarter for each in closed)
    )


def promises_chart(material: Material, day: date) -> PromisesChart | None:
    """Show what became of our promises of the last six reviews that brought any, where there are two at least."""
    held = sorted((each.held_on, each.id) for each in material.held if each.held_on and each.held_on <= day)
    ours = [each for each in material.shown_promises() if each.side is Side.OURS]
    found = [_promises(on, [each for each in ours if each.review_id == review], day) for on, review in held]
    shown = tuple(each for each in found if each.count)[-MOST_REVIEWS:]
    return PromisesChart(shown, day) if len(shown) >= FEWEST_SHOWN else None


def _promises(held_on: date, promises: Sequence[FollowUp], day: date) -> PromisesOfReview:
    ended = [each.ending if each.ended_on and each.ended_on <= day else None for each in promises]
    return PromisesOfReview(
        held_on, ended.count(Ending.KEPT), ended.count(Ending.KEPT_LATE), ended.count(Ending.BROKEN), ended.count(None)
    )
