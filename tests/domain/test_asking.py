"""Whether a fix holds is asked twice, ten working days apart, before a concern is closed without their word."""

from datetime import date
from uuid import uuid4

import pytest

from reviewdesk.domain.agenda import CONCERNS, Known, fill_agenda
from reviewdesk.domain.asking import ask_clock, is_asked_once_more, may_close, why_not_closed
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.working_days import WorkingDays

DAYS = WorkingDays()
FIXED = date(2026, 11, 2)  # a Monday


def fixed(*asked, stage=Stage.FIXED, since=FIXED):
    return Concern(
        account_id=uuid4(), words="Late", summary="Late", severity=2, raised_on=date(2026, 10, 1), stage=stage,
        stage_since=since, asked_on=asked,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "what", "due"),
    [
        ((), "ask whether it is fixed", date(2026, 11, 3)),
        ((date(2026, 11, 3),), "ask once more", date(2026, 11, 17)),
        ((date(2026, 11, 3), date(2026, 11, 10)), "ask once more", date(2026, 11, 24)),
        ((date(2026, 11, 3), date(2026, 11, 17)), "close it or ask again", date(2026, 12, 1)),
    ],
)
def test_a_fixed_concern_waits_to_be_asked_about(asked, what, due):
    clock = ask_clock(fixed(*asked), DAYS)

    assert (clock.what, clock.due) == (what, due)


def test_only_what_is_fixed_is_asked_about():
    assert ask_clock(fixed(stage=Stage.PLANNED), DAYS) is None


@pytest.mark.parametrize(
    ("asked", "may"),
    [
        ((), False),
        ((date(2026, 11, 3),), False),
        ((date(2026, 11, 3), date(2026, 11, 16)), False),
        ((date(2026, 11, 3), date(2026, 11, 17)), True),
        ((date(2026, 11, 3), date(2026, 11, 5), date(2026, 11, 17)), True),
    ],
)
def test_two_unanswered_asks_ten_working_days_apart_close_it(asked, may):
    concern = fixed(*asked)

    assert may_close(concern, DAYS) is may
    assert bool(why_not_closed(concern, DAYS)) is not may


def test_a_holiday_between_the_asks_counts_as_no_working_day():
    days = WorkingDays(holidays=frozenset({date(2026, 11, 11)}))

    assert not may_close(fixed(date(2026, 11, 3), date(2026, 11, 17)), days)
    assert may_close(fixed(date(2026, 11, 3), date(2026, 11, 18)), days)


def test_what_was_closed_without_their_word_is_asked_once_more_and_then_no_longer():
    closed = fixed(stage=Stage.NOT_CONFIRMED, since=date(2026, 12, 1))

    assert is_asked_once_more(closed, date(2026, 10, 5))
    assert not is_asked_once_more(closed, date(2026, 12, 10))
    agenda = fill_agenda(Known(concerns=[closed], last_review=date(2026, 10, 5)), date(2026, 12, 2))
    assert next(each.points for each in agenda if each.title == CONCERNS) == ("Late (is it over?)",)
    later = fill_agenda(Known(concerns=[closed], last_review=date(2026, 12, 10)), date(2027, 1, 2))
    assert next(each.points for each in later if each.title == CONCERNS) == ()


def test_a_fix_that_did_not_hold_is_asked_about_anew():
    again = fixed(date(2026, 11, 3)).at(Stage.PLANNED, date(2026, 11, 5)).at(Stage.FIXED, date(2026, 11, 20))

    assert again.asked_on == ()
