"""The end of a contract, with the notice date counted back."""

from datetime import date, timedelta

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.contract import Press, contract_end

TODAY = date(2026, 11, 24)


def end_of(**known):
    return contract_end(Account(name="Hooli", **known), TODAY)


def test_without_an_end_there_is_nothing_to_say():
    assert end_of(notice_days=90) is None


def test_the_notice_date_is_counted_back_from_the_end():
    found = end_of(contract_end=date(2027, 6, 29), notice_days=90)

    assert found.notice_on == date(2027, 3, 31)
    assert (found.press, found.status, found.warning) == (Press.FAR, "contract notice by 31 Mar 2027", "")


@pytest.mark.parametrize(("days", "press"), [(91, Press.FAR), (90, Press.NEAR), (0, Press.NEAR), (-1, Press.PASSED)])
def test_it_presses_within_90_days_of_the_notice_date(days, press):
    notice_on = TODAY + timedelta(days)

    assert end_of(contract_end=notice_on + timedelta(60), notice_days=60).press is press


def test_the_warning_says_until_when_and_what_is_missing():
    found = end_of(contract_end=date(2027, 3, 4), notice_days=60)

    assert (
        found.warning
        == "Notice is possible until 3 Jan 2027, in 40 days. The contract ends on 4 Mar 2027; nothing is agreed."
    )


def test_a_passed_notice_date_and_an_ended_contract_are_said_so():
    passed = end_of(contract_end=TODAY + timedelta(30), notice_days=60)
    ended = end_of(contract_end=TODAY - timedelta(1), notice_days=60)

    assert passed.warning.startswith("The last day for notice was 25 Oct.")
    assert passed.status == "contract until 24 Dec"
    assert ended.warning.startswith("The contract ended on 23 Nov.")
    assert ended.status == "contract ended 23 Nov"


def test_a_contract_without_a_notice_period_is_warned_of_before_its_end():
    found = end_of(contract_end=TODAY + timedelta(7))

    assert found.warning == "The contract ends on 1 Dec, in 7 days, and nothing is agreed."


def test_an_agreed_renewal_takes_the_warning_away():
    found = end_of(contract_end=TODAY + timedelta(7), renewal_agreed_on=TODAY)

    assert not found.is_warned_of
    assert (found.status, found.warning) == ("contract until 1 Dec", "")
