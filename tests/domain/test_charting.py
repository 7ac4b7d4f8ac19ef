"""The charts of a summary: what they count, as of the day of the meeting, and when there is none."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.charting import bought_chart, charts_of, mean_and_margin
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.review import Review, ReviewState
from reviewdesk.domain.summarising import summarise
from reviewdesk.domain.summary_charts import USUAL_PARTS, AnswersOfReview, AskedOfYou, SummaryPart
from reviewdesk.domain.summary_material import Material, MonthSums
from tests.domain.meetings import ACCOUNT, TUESDAY, Notes
from tests.domain.test_summarising import material_of

EVERY = tuple(SummaryPart)


def held(on: date) -> Review:
    return Review(account_id=ACCOUNT, state=ReviewState.SENT, held_on=on)


SPRING, SUMMER = held(date(2026, 2, 20)), held(date(2026, 8, 18))


def material(**more: object) -> Material:
    return replace(material_of(Notes("")), held=(SPRING, SUMMER), previous=SUMMER, **more)


def answer(asked: Asked, value: int, on: date, *, who: UUID | None = None, is_guess: bool = False) -> Answer:
    person = who or uuid4()
    return Answer.given(asked, value, account_id=ACCOUNT, answered_on=on, person_id=person, is_guess=is_guess)


def promised(review: Review, **ended: object) -> FollowUp:
    return FollowUp(account_id=ACCOUNT, what="Call", is_promise=True, review_id=review.id, **ended)


def concern(raised: date, stage: Stage = Stage.REPORTED, since: date | None = None) -> Concern:
    return Concern(
        account_id=ACCOUNT, words="Late", summary="Late", severity=2, raised_on=raised, stage=stage, stage_since=since
    )


def months(first: date, *amounts: int) -> dict[date, Decimal]:
    days = [date(first.year + (first.month - 1 + at) // 12, (first.month - 1 + at) % 12 + 1, 1) for at in range(36)]
    return {day: Decimal(amount) for day, amount in zip(days, amounts, strict=False)}


def test_what_was_bought_is_shown_by_whole_months_beside_the_year_before():
    sums = months(date(2024, 11, 1), *range(1, 26))
    chart = bought_chart(MonthSums("EUR", sums, TUESDAY), TUESDAY)

    assert chart is not None
    assert (chart.months[0].month, chart.months[-1].month) == (date(2025, 11, 1), date(2026, 10, 1))
    assert [(int(each.amount), int(each.before or 0)) for each in chart.months[:2]] == [(13, 1), (14, 2)]


def test_a_month_that_ends_on_the_day_of_the_meeting_is_whole():
    chart = bought_chart(MonthSums("EUR", months(date(2026, 1, 1), *[5] * 12), date(2026, 10, 31)), date(2026, 10, 31))

    assert chart is not None
    assert chart.months[-1].month == date(2026, 10, 1)


def test_before_the_first_purchase_nothing_is_known_which_is_not_zero():
    chart = bought_chart(MonthSums("EUR", months(date(2025, 3, 1), *[5] * 20), TUESDAY), TUESDAY)

    assert chart is not None
    assert [each.before for each in chart.months[:5]] == [None, None, None, None, Decimal(5)]


@pytest.mark.parametrize(
    "bought",
    [
        MonthSums("EUR", months(date(2026, 9, 1), 5, 5), TUESDAY),
        MonthSums("EUR", months(date(2026, 1, 1), -5, -5, -5, 2), TUESDAY),
        MonthSums("EUR", months(date(2024, 1, 1), *[5] * 12), date(2025, 1, 1)),
    ],
    ids=["two lonely months", "credits alone", "nothing for a year"],
)
def test_months_that_say_nothing_are_no_chart(bought: MonthSums):
    assert bought_chart(bought, TUESDAY) is None


def test_what_was_bought_is_shown_only_where_somebody_says_so():
    bought = MonthSums("EUR", months(date(2024, 11, 1), *range(1, 26)), TUESDAY)

    assert SummaryPart.REVENUE not in USUAL_PARTS
    assert charts_of(material(bought=bought), TUESDAY, USUAL_PARTS).bought is None
    assert charts_of(material(bought=bought), TUESDAY, EVERY).bought is not None


def test_satisfaction_is_the_mean_of_three_answers_or_more_with_its_margin():
    given_in = [answer(Asked.RECOMMEND, value, date(2026, 1, 10)) for value in (9, 7, 8)]
    given_now = [answer(Asked.RECOMMEND, value, date(2026, 11, 2)) for value in (9, 9, 9, 9)]
    alone = answer(Asked.RECOMMEND, 2, date(2026, 5, 2))
    chart = charts_of(material(answers=[*given_in, *given_now, alone]), TUESDAY, EVERY).satisfaction

    assert chart is not None
    assert (chart.asked, chart.lowest, chart.highest) == (AskedOfYou.RECOMMEND, 0, 10)
    assert chart.reviews == (
        AnswersOfReview(date(2026, 2, 20), 3, Decimal("8.0"), Decimal("1.1")),
        AnswersOfReview(date(2026, 8, 18), 1),
        AnswersOfReview(TUESDAY, 4, Decimal("9.0"), None),
    )


def test_the_margin_of_a_mean_is_1_96_standard_errors():
    assert mean_and_margin([7, 8, 9]) == (Decimal("8.0"), Decimal("1.1"))
    assert mean_and_margin([5, 5, 5]) == (Decimal("5.0"), None)


def test_only_the_newest_answer_of_a_person_counts_and_a_guess_of_ours_never():
    who = uuid4()
    twice = [answer(Asked.CONTENT, 1, date(2026, 10, 1), who=who), answer(Asked.CONTENT, 5, date(2026, 11, 1), who=who)]
    others = [answer(Asked.CONTENT, 4, date(2026, 11, 1)) for _ in range(2)]
    guess = answer(Asked.CONTENT, 1, date(2026, 11, 1), is_guess=True)
    before = [answer(Asked.CONTENT, 3, date(2026, 1, 5)) for _ in range(3)]
    chart = charts_of(material(answers=[*twice, *others, guess, *before]), TUESDAY, EVERY).satisfaction

    assert chart is not None
    assert (chart.reviews[-1].n, chart.reviews[-1].mean) == (3, Decimal("4.3"))


def test_one_review_with_enough_answers_is_no_chart_but_stands_in_the_appendix():
    few = [answer(Asked.EASE, value, date(2026, 11, 2)) for value in (5, 6, 7)]
    told = [answer(Asked.CONTENT, 4, date(2026, 11, 2)), answer(Asked.TRUST, 6, date(2026, 11, 2))]
    found = material(answers=[*few, *told])

    assert charts_of(found, TUESDAY, EVERY).satisfaction is None
    said = summarise(found, number=1, on=TUESDAY).answers
    assert [(each.question, each.n, each.score, each.best) for each in said] == [
        ("How content are you with us?", 1, None, 5),
        ("How easy is it to work with us?", 3, Decimal("6.0"), 7),
    ]


def test_concerns_are_counted_in_the_quarter_in_which_they_were_raised_and_closed():
    records = [
        concern(date(2026, 1, 5), Stage.CONFIRMED, date(2026, 4, 2)),
        concern(date(2026, 4, 9), Stage.NOT_CONFIRMED, date(2026, 5, 2)),
        concern(date(2026, 10, 9), Stage.FIXED, date(2026, 10, 12)),
        concern(date(2026, 11, 3), Stage.CONFIRMED, date(2026, 12, 1)),
        concern(date(2026, 11, 3), Stage.WITHDRAWN, date(2026, 11, 4)),
        replace(concern(date(2026, 7, 1)), set_aside=True),
    ]
    chart = charts_of(material(concerns=records), TUESDAY, EVERY).concerns

    assert chart is not None
    counted = [(each.begins.month, each.opened, each.closed) for each in chart.quarters]
    assert counted == [(1, 1, 0), (4, 1, 2), (7, 0, 0), (10, 2, 0)]
    assert chart.still_open == 2


def test_two_concerns_or_one_quarter_are_no_chart():
    one_quarter = [concern(date(2026, 10, each)) for each in range(1, 8)]
    two = [concern(date(2026, 2, 1)), concern(date(2026, 5, 1))]

    assert charts_of(material(concerns=one_quarter), TUESDAY, EVERY).concerns is None
    assert charts_of(material(concerns=two), TUESDAY, EVERY).concerns is None


def test_promises_are_shown_by_the_review_they_were_made_in_as_they_stood_on_the_day():
    kept = promised(SPRING, due=date(2026, 3, 1)).done(date(2026, 2, 25))
    late = promised(SPRING, due=date(2026, 3, 1)).done(date(2026, 4, 25))
    broken = promised(SUMMER).broken(date(2026, 9, 1))
    kept_since = promised(SUMMER).done(date(2026, 12, 1))
    dropped = promised(SUMMER).dropped(date(2026, 9, 1), because="no longer wanted")
    hidden = promised(SUMMER, line_id=uuid4()).broken(date(2026, 9, 1))
    found = material(
        follow_ups=[kept, late, broken, kept_since, dropped, hidden], hidden_lines=frozenset({hidden.line_id})
    )
    chart = charts_of(found, TUESDAY, EVERY).promises

    assert chart is not None
    assert [(each.kept, each.kept_late, each.broken, each.open) for each in chart.reviews] == [
        (1, 1, 0, 0),
        (0, 0, 1, 1),
    ]


def test_what_is_left_out_is_not_there():
    found = material(concerns=[concern(date(2026, 10 - 3 * each, 5)) for each in range(3)])

    assert charts_of(found, TUESDAY, EVERY).concerns is not None
    left = charts_of(found, TUESDAY, ())
    assert (left.concerns, left.promises, left.satisfaction, left.bought, left.has_goal_bars) == (None,) * 4 + (False,)


def test_the_next_90_days_are_printed_only_where_they_say_more_than_the_first_page():
    notes = Notes("/we send it by fri")
    plain = material_of(notes)
    assert summarise(plain, number=1, on=TUESDAY).next_days == ()

    still_open = promised(SUMMER, due=date(2026, 12, 3))
    over = promised(SUMMER, due=date(2027, 6, 1))
    more = replace(plain, held=(SUMMER,), previous=SUMMER, follow_ups=[*plain.follow_ups, still_open, over])
    assert summarise(more, number=1, on=TUESDAY).next_days == (
        "27 Nov: Send it (Dana Reyes)",
        "3 Dec: Call (Dana Reyes)",
    )


@given(st.lists(st.integers(0, 10), min_size=3, max_size=40))
def test_a_margin_never_is_negative_and_a_mean_lies_among_the_answers(values: list[int]):
    mean, margin = mean_and_margin(values)

    assert min(values) <= mean <= max(values)
    assert margin is None or margin >= 0
