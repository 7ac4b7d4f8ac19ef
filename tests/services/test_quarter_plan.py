"""The plan of a quarter on a real book: what is due gets a day, what is booked keeps its own, one step plans all."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.quarter_plan import monday
from reviewdesk.domain.review import ReviewState
from reviewdesk.services.quarter_plan import QuarterPlanService, moved
from reviewdesk.services.reviews import ReviewService
from tests.books import TUESDAY, a_store, small_book, the


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    small_book(store)
    yield store
    store.close()


@pytest.fixture
def plans(store):
    return QuarterPlanService(store)


def by_account(plan):
    return {each.account: each for each in plan.items if not each.is_held}


def test_what_is_due_without_a_date_is_proposed_and_what_is_booked_stays(plans, store):
    plan = plans.plan()
    found = by_account(plan)

    assert found["Stark Industries"].state in (ReviewState.PLANNED, ReviewState.INVITED, ReviewState.PREPARED)
    assert found["Globex Corporation"].is_proposed
    assert monday(found["Globex Corporation"].day) == monday(plan.earliest)
    assert plan.earliest == date(2026, 12, 1)


def test_no_week_of_the_sample_is_asked_for_more_than_there_is(plans):
    for ahead in range(3):
        plan = plans.plan(ahead)
        for week in plan.weeks:
            assert plan.hours_in(week) <= plan.hours_a_week


def test_planning_all_is_one_step_that_undo_takes_back(plans, store):
    plan = plans.plan()
    planned = plan.proposed
    made = plans.plan_all(planned).value

    assert {each.account_id: each.planned_on for each in made} == planned
    assert all(each.agenda and each.ladder for each in made)
    assert plans.plan().proposed == {}
    assert {
        each.account_id: each.day for each in plans.plan().items if each.review_id in {one.id for one in made}
    } == planned
    store.undo()
    assert plans.plan().proposed == planned


def test_a_day_chosen_by_hand_is_kept_and_the_others_make_room(plans, store):
    globex = the(store, "Globex Corporation").id
    wanted = date(2026, 12, 9)
    plan = plans.plan(0, {globex: wanted})
    row = by_account(plan)["Globex Corporation"]

    assert (row.day, row.by_hand) == (wanted, True)
    assert [each.account for each in plan.on(wanted)] == ["Globex Corporation"]


def test_who_is_left_out_of_the_plan_has_no_day_and_is_not_planned(plans, store):
    globex = the(store, "Globex Corporation").id
    plan = plans.plan(0, {globex: None})

    assert [each.account for each in plan.without_day if each.is_left_out] == ["Globex Corporation"]
    assert globex not in plan.proposed


def test_moving_one_leaves_all_others_where_they_are(plans, store):
    globex = the(store, "Globex Corporation").id
    plan = plans.plan()
    other = moved(plan, globex, date(2026, 12, 16))

    assert {**plan.proposed, globex: date(2026, 12, 16)} == other.proposed
    assert moved(plan, globex, None).without_day[0].is_left_out


def test_a_quarter_ahead_does_not_plan_again_what_its_own_quarter_has(plans):
    now, then = plans.plan(0), plans.plan(1)
    assert not set(now.proposed) & set(then.proposed)
    assert all(day >= then.quarter.start for day in then.proposed.values())


def test_what_cannot_be_held_any_more_in_its_quarter_comes_at_the_beginning_of_the_next(tmp_path):
    store = a_store(tmp_path / "late", today=date(2026, 12, 28))
    small_book(store)
    plans = QuarterPlanService(store)
    globex = the(store, "Globex Corporation").id

    assert plans.plan(0).proposed == {}
    assert globex in {each.account_id for each in plans.plan(0).without_day}
    assert globex in plans.plan(1).proposed
    store.close()


def test_a_moved_review_lies_on_its_new_day(plans, store):
    plan = plans.plan()
    booked = next(each for each in plan.items if each.state is ReviewState.PLANNED or each.state is ReviewState.INVITED)
    to = booked.day + timedelta(days=7)
    ReviewService(store).move(booked.review_id, to)

    assert booked.account in [each.account for each in plans.plan(0).on(to)] or to > plan.quarter.end


def test_nothing_to_plan_and_days_that_are_past_are_refused(plans, store):
    with pytest.raises(RefusedError, match="nothing to plan"):
        plans.plan_all({})
    with pytest.raises(RefusedError, match="is past"):
        plans.plan_all({the(store, "Hooli").id: TUESDAY - timedelta(days=1)})


def test_the_hours_of_a_week_are_those_of_what_lies_in_it(plans):
    plan = plans.plan()
    week = monday(plan.earliest)
    assert plan.hours_in(week) == sum(
        (each.hours for each in plan.items if each.day and monday(each.day) == week), Decimal(0)
    )


def test_what_was_planned_elsewhere_meanwhile_is_not_planned_twice(plans):
    planned = plans.plan().proposed
    first = next(iter(planned))
    plans.plan_all({first: planned[first]})
    made = plans.plan_all(planned).value
    assert first not in {each.account_id for each in made}
    with pytest.raises(RefusedError, match="planned elsewhere"):
        plans.plan_all(planned)


def test_a_day_chosen_by_hand_that_has_passed_is_chosen_no_more(plans):
    first = next(iter(plans.plan().proposed))
    plan = plans.plan(0, {first: TUESDAY - timedelta(days=14)})
    assert plan.proposed[first] >= plan.earliest
    plans.plan_all(plan.proposed)


@pytest.mark.parametrize(
    ("zone", "at", "to"),
    [
        ("Europe/Berlin", datetime(2027, 3, 22, 8, 0, tzinfo=UTC), date(2027, 3, 30)),
        ("America/New_York", datetime(2026, 12, 1, 14, 0, tzinfo=UTC), date(2027, 4, 6)),
    ],
)
def test_a_review_keeps_its_hour_over_a_change_of_clocks(store, zone, at, to):
    reviews = ReviewService(store)
    hooli = the(store, "Hooli").id
    made = reviews.plan(hooli, at.date(), starts_at=at, zone=zone).value
    moved_to = reviews.move_day(made.id, to).value
    assert moved_to.starts_at.astimezone(ZoneInfo(zone)).time() == at.astimezone(ZoneInfo(zone)).time()
    assert moved_to.starts_at.astimezone(ZoneInfo(zone)).date() == to
