"""One cause touches several accounts: everybody is reached or excused, the gravest first."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.proposed_problem import groups_of, is_answered
from reviewdesk.domain.shared_problem import (
    Affected,
    Attempt,
    Cause,
    CauseBy,
    Reach,
    SharedProblem,
    coverage_of,
    ended,
    pressing,
)  # fmt: skip
from reviewdesk.domain.working_days import WorkingDays

TODAY = date(2026, 11, 24)


def problem(severity=3):
    return SharedProblem(name="Lot L-2210", severity=severity, reported_on=TODAY, cause_on=TODAY)


def affected(reach=Reach.OPEN, *attempts):
    return Affected(
        problem_id=uuid4(), account_id=uuid4(), joined_on=TODAY, reach=reach,
        attempts=tuple(Attempt(on=TODAY, channel=each) for each in attempts),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("channels", "may"),
    [
        ((), False),
        (("call", "call", "call"), False),
        (("call", "mail"), False),
        (("call", "mail", "call"), True),
        (("call", "mail", "visit", "call"), True),
    ],
)
def test_unreachable_is_whoever_did_not_answer_three_tries_on_two_channels(channels, may):
    each = affected(Reach.OPEN, *channels)

    assert each.may_be_given_up is may
    if may:
        assert each.settled(Reach.UNREACHABLE, TODAY).reach_on == TODAY
    else:
        with pytest.raises(RefusedError, match="3 tries on 2 channels"):
            each.settled(Reach.UNREACHABLE, TODAY)


def test_not_affected_needs_a_reason():
    with pytest.raises(RefusedError, match="Say why"):
        affected().settled(Reach.NOT_AFFECTED, TODAY, "  ")

    assert affected().settled(Reach.NOT_AFFECTED, TODAY, "other size").why == "other size"


@pytest.mark.parametrize(("severity", "by"), [(4, TODAY), (3, TODAY), (2, date(2026, 12, 1)), (1, date(2026, 12, 1))])
def test_the_first_word_of_what_is_grave_goes_out_on_the_same_day(severity, by):
    assert problem(severity).first_word_by(TODAY, WorkingDays()) == by


def test_coverage_counts_accounts_and_revenue_and_never_rounds_up_to_all():
    every = [
        (affected(Reach.REACHED), Decimal(700)),
        (affected(Reach.NOT_AFFECTED), Decimal(299)),
        (affected(), Decimal(1)),
    ]

    found = coverage_of(every)

    assert (found.settled, found.accounts, found.of_accounts, found.of_revenue) == (2, 3, 66, 99)
    assert coverage_of([]).of_accounts == 100


def test_an_account_that_buys_much_and_is_unwell_presses_most_and_an_unknown_health_counts_as_50():
    assert pressing(Decimal(1000), 80) == 20_000
    assert pressing(Decimal(1000), None) == 50_000
    assert pressing(None, 10) == 0


def test_what_is_grave_ends_only_when_everybody_is_reached_or_excused():
    with pytest.raises(RefusedError, match="1 of 2 accounts"):
        ended(problem(4), [affected(), affected(Reach.FIXED)], TODAY, "no time")

    assert ended(problem(4), [affected(Reach.FIXED)], TODAY, "").ended_on == TODAY


def test_what_is_not_grave_may_stop_early_with_a_reason():
    with pytest.raises(RefusedError, match="Say why it stops"):
        ended(problem(2), [affected()], TODAY, "")

    assert ended(problem(2), [affected()], TODAY, "only cosmetic").end_reason == "only cosmetic"


def test_a_severity_is_1_to_4():
    with pytest.raises(RefusedError):
        replace(problem(), severity=5)


def test_a_cause_is_named_by_what_is_shared():
    assert Cause(by=CauseBy.LOT, value="L-2210").words == "lot L-2210"
    assert Cause(by=CauseBy.HAND).words == "picked by hand"


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(list(Reach)), st.decimals(-50, 10_000, places=2)), max_size=12))
def test_coverage_is_what_counting_by_hand_gives(rows):
    found = coverage_of((replace(affected(), reach=reach), revenue) for reach, revenue in rows)

    done = [max(revenue, 0) for reach, revenue in rows if reach.value != "open"]
    worth = sum(max(revenue, 0) for _, revenue in rows)
    accounts = 100 if not rows else len(done) * 100 // len(rows)
    assert found.of_accounts == accounts
    assert found.of_revenue == (int(sum(done) * 100 // worth) if worth > 0 else accounts)


def test_three_accounts_around_one_concern_are_a_group_and_a_pair_is_not():
    one, two, three, four, five = (uuid4() for _ in range(5))
    whose = {each: uuid4() for each in (one, two, three, four, five)}
    alike = {one: {two, three}, two: {one}, three: {one}, four: {five}, five: {four}}

    (group,) = groups_of(alike, whose)

    assert group == {one, two, three}
    assert groups_of({one: {two, three}, two: {one}, three: {one}}, {**whose, three: whose[two]}) == ()
    assert is_answered(group, [(one, two, four)], whose)
    assert not is_answered(group, [(one, four, five)], whose)
