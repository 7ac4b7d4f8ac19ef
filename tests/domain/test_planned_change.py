"""A change is rehearsed: who is hurt, in which order, and by when each has to be called."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from reviewdesk.domain.capacity import Hours
from reviewdesk.domain.change_exposure import (
    ChangeStep,
    Exposed,
    ItemSpend,
    Sign,
    call_by,
    diary_of,
    ranked,
    steps_of,
)
from reviewdesk.domain.change_steps import usual_steps
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.planned_change import (
    ChangingItem,
    PlannedChange,
    Taken,
    TouchedByChange,
    balance_of,
    ended,
)
from reviewdesk.domain.working_days import WorkingDays

JUNE = date(2027, 6, 1)
UP = ChangingItem(name="Drive X4", percent=Decimal("4.5"))


def exposed(name, spent, spend, *signs, item=UP):
    bought = (ItemSpend.of(item, Decimal(spent), "EUR"),)
    return Exposed(account_id=uuid4(), name=name, items=bought, spend=Decimal(spend), signs=frozenset(signs))


def names(order):
    return [each.name for each in order]


def test_the_personal_call_is_the_notice_before_the_day_and_never_less_than_thirty_days():
    assert call_by(JUNE, 120) == date(2027, 2, 1)
    assert call_by(JUNE, 10) == call_by(JUNE, 0) == date(2027, 5, 2)


def test_exposure_is_the_spend_times_the_per_cent_to_the_cent_and_all_of_it_where_an_item_ends():
    gone = ChangingItem(name="Drive X2")

    assert ItemSpend.of(UP, Decimal("333.33"), "EUR").exposed == Decimal("15.00")
    assert ItemSpend.of(UP, Decimal("1.00"), "EUR").exposed == Decimal("0.05")
    assert ItemSpend.of(gone, Decimal("333.33"), "EUR").exposed == Decimal("333.33")
    assert (UP.words, gone.words) == ("+4.5 %", "discontinued")


def test_what_a_price_list_changes_is_worked_out_from_its_prices_and_rounded_once():
    item = ChangingItem(name="Belt", percent=Decimal("3.33"), price_now=Decimal(3), price_then=Decimal("3.10"))

    assert ItemSpend.of(item, Decimal(1_000_000), "EUR").exposed == Decimal("33333.33")
    assert ItemSpend.of(replace(item, percent=Decimal(4)), Decimal(1_000_000), "EUR").exposed == Decimal(40_000)


def test_more_signs_come_first_then_the_larger_share_of_what_they_spend_and_a_person_may_move_a_row():
    small = exposed("Small but all of it", 100, 100)
    large = exposed("Large, a tenth", 1000, 10000)
    worried = exposed("Worried", 1, 10000, Sign.AT_RISK)
    twice = exposed("Twice", 1, 10000, Sign.AT_RISK, Sign.ONE_CONTACT)

    assert names(ranked([large, small, worried, twice])) == [
        "Twice", "Worried", "Small but all of it", "Large, a tenth",
    ]  # fmt: skip
    assert names(ranked([large, small, worried, twice], {large.account_id: 1}))[0] == "Large, a tenth"


def test_the_four_steps_follow_the_change_and_a_service_is_tried_by_two():
    goods = steps_of("Drive X4, from 1 Jun 2027", JUNE, 120, usual_steps())
    service = steps_of("Advice", JUNE, 120, usual_steps(is_service=True))

    assert [each.due for each in goods] == [
        date(2027, 2, 1), date(2027, 6, 15), date(2027, 7, 16), date(2027, 8, 30),
    ]  # fmt: skip
    assert "two samples, one of them to pass on" in goods[1].what
    assert "not for an order" in goods[2].what
    assert "trial for two" in service[1].what


def test_a_step_is_worded_moved_left_out_and_given_to_somebody_and_the_call_stays_with_the_notice():
    call, offer, ask, check = usual_steps()
    ada = uuid4()
    steps = (
        call.moved(3).worded("Visit them"), offer.turned(on=False), ask.worded("Ring up  and listen").moved(-7),
        replace(check.moved(60), colleague_id=ada),
    )  # fmt: skip

    assert steps_of("X4", JUNE, 120, steps) == (
        ChangeStep("Visit them: X4", date(2027, 2, 1)),
        ChangeStep("Ring up and listen, not for an order: X4", date(2027, 5, 25)),
        ChangeStep("Check in 60 days after the change: X4", date(2027, 7, 31), ada),
    )
    with pytest.raises(RefusedError, match="move the line up"):
        call.turned(on=False)
    with pytest.raises(RefusedError, match="Say what is done"):
        offer.worded(" ")
    with pytest.raises(RefusedError, match="from -365 to 730"):
        check.moved(731)


def test_calls_take_the_last_day_with_room_and_say_what_is_late_or_has_none():
    friday = date(2027, 2, 5)
    hours = Hours(Decimal(5), Decimal(3), Decimal(1))
    first, second, third, fourth = (UUID(int=each) for each in range(1, 5))

    found = diary_of([(first, friday), (second, friday), (third, date(2027, 2, 3)), (fourth, date(2027, 2, 1))],
                     [], date(2027, 2, 3), hours, WorkingDays())  # fmt: skip

    assert found.days[first] == friday
    assert found.days[second] == date(2027, 2, 4), "an hour a day is the share of a week of five"
    assert found.late == {fourth}
    assert found.no_room == {third}, "the late call took its day"
    assert not found.fits


def test_kept_conceded_lost_and_open_always_add_up():
    def touched(**fields):
        return TouchedByChange(change_id=JUNE_CHANGE.id, account_id=uuid4(), exposure=Decimal(100), **fields)

    rows = [
        touched(closed_on=JUNE, cost=Decimal(30), accepted=True),
        touched(closed_on=JUNE, is_lost=True, cost=Decimal(30), accepted=True),
        touched(cost=Decimal(20), accepted=False),
        touched(),
    ]
    found = balance_of(rows)

    assert balance_of([touched(closed_on=JUNE, cost=Decimal(500), accepted=True)]).kept == -400
    assert (found.exposure, found.kept, found.conceded, found.lost, found.open) == (400, 70, 30, 100, 200)


JUNE_CHANGE = PlannedChange(name="June", effective=JUNE, items=(UP,))


def test_it_ends_only_when_everybody_who_was_called_has_a_check_in():
    called = TouchedByChange(change_id=JUNE_CHANGE.id, account_id=uuid4(), is_called=True)

    with pytest.raises(RefusedError, match="told"):
        ended(JUNE_CHANGE, [], JUNE)
    told = replace(JUNE_CHANGE, announced_on=date(2027, 1, 1))
    with pytest.raises(RefusedError, match="check-in"):
        ended(told, [called], JUNE)
    with pytest.raises(RefusedError, match="how it was taken"):
        called.closed(JUNE, lost=False)
    letter = TouchedByChange(change_id=JUNE_CHANGE.id, account_id=uuid4())
    with pytest.raises(RefusedError, match="Write it"):
        ended(told, [letter], JUNE)
    closed = called.took_it(Taken.BADLY, JUNE).closed(JUNE, lost=False)
    assert ended(told, [closed], JUNE).ended_on == JUNE
