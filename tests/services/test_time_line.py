"""What happened with an account, read in pages on a real book."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from reviewdesk.desktop.account.time_line import KINDS
from reviewdesk.desktop.account.time_line_rows import sections_of
from reviewdesk.domain.account import Account
from reviewdesk.domain.concern import Stage
from reviewdesk.domain.handing_off import HandOff, Round
from reviewdesk.domain.happening import Topic, What
from reviewdesk.domain.people import Person
from reviewdesk.domain.planned_change import PlannedChange, Taken, TouchedByChange
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.reviewed_loss import ReviewedLoss
from reviewdesk.domain.shared_problem import Affected, Reach, SharedProblem
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.time_line import PAGE, TimeLineService
from tests.books import TUESDAY, UGLY_NAMES, a_store, small_book, the, ugly_book


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def line(store):
    return TimeLineService(store)


def lodz(store):
    return the(store, "Łódź Logistics").id


def all_of(line, account_id, *topics):
    events, page = [], None
    while page is None or page.has_more:
        page = line.page(account_id, topics, skip=len(events))
        events += page.events
    return events


def test_everything_is_told_once_the_newest_first(store, line):
    small_book(store)

    events = all_of(line, lodz(store))

    days = [each.day for each in events]
    assert days == sorted(days, reverse=True)
    said = [each.words for each in events if each.what is What.SAID]
    assert said.count("Send the revised delivery plan") == 1
    ended = [each.detail for each in events if each.what is What.ENDED]
    assert sorted(ended) == ["broken", "kept", "kept", "kept", "kept", "kept late", "kept late"]
    assert [each.words for each in events if each.what is What.QUESTION] == ["Can you deliver before 7 am?"]
    assert [each.what for each in events].count(What.REVIEW_HELD) == 1


def test_purchases_of_one_month_are_one_line_and_currencies_are_never_summed(store, line):
    account = small_book(store) and the(store, "Hooli")
    with store.write("Buy") as work:
        for amount, currency, day in (("10.50", "EUR", 3), ("4.25", "EUR", 9), ("7", "USD", 5)):
            work.purchases.put(
                Purchase(account_id=account.id, amount=Decimal(amount), currency=currency, bought_on=date(2020, 5, day))
            )

    bought = [each for each in all_of(line, account.id, Topic.PURCHASES) if each.day.year == 2020]

    assert [(each.words, each.number, each.detail, each.day.day) for each in bought] == [
        ("EUR", Decimal("14.75"), "2", 9),
        ("USD", Decimal(7), "1", 5),
    ]


def test_each_stage_of_a_concern_is_told_with_its_day_and_an_undone_one_is_not(store, line):
    small_book(store)
    concerns = ConcernService(store)
    added = concerns.add(lodz(store), "The gate was shut", 2).value
    concerns.bring_to(added.id, Stage.ACKNOWLEDGED)
    concerns.bring_to(added.id, Stage.PLANNED)
    store.undo()
    concerns.bring_to(added.id, Stage.FIXED)

    events = all_of(line, lodz(store), Topic.CONCERNS)

    mine = [(each.what, each.detail) for each in events if each.words == "The gate was shut"]
    assert sorted(mine) == [
        (What.CONCERN_STAGE, "acknowledged"),
        (What.CONCERN_STAGE, "fixed"),
        (What.CONCERN_RAISED, ""),
    ]


def test_notes_and_changes_are_told_only_when_asked_for(store, line):
    small_book(store)
    AccountService(store).change(lodz(store), "industry", "Freight")

    usual = {each.what for each in all_of(line, lodz(store))}
    notes = [each.words for each in all_of(line, lodz(store), Topic.NOTES)]
    (change,) = (each for each in all_of(line, lodz(store), Topic.CHANGES) if each.words == "industry")

    assert not usual & {What.NOTE, What.CHANGED}
    assert notes == ["! Two late deliveries", "They like the new sensor"]
    assert (change.old, change.new) == ("Logistics", "Freight")


def test_typing_on_in_one_field_is_one_change_and_names_are_told_by_name(store, line):
    small_book(store)
    accounts = AccountService(store)
    for text in ("F", "Fr", "Freight"):
        accounts.change(lodz(store), "industry", text)
    accounts.change(lodz(store), "owner", "Omar Haddad")
    accounts.change(lodz(store), "parent", "Hooli")

    changes = {each.words: (each.old, each.new) for each in all_of(line, lodz(store), Topic.CHANGES)}

    assert changes["industry"] == ("Logistics", "Freight")
    assert changes["owner_id"][1] == "Omar Haddad"
    assert changes["parent_id"] == ("", "Hooli")


def test_an_undone_change_is_no_change(store, line):
    small_book(store)
    AccountService(store).change(lodz(store), "industry", "Freight")
    store.undo()

    assert "industry" not in [each.words for each in all_of(line, lodz(store), Topic.CHANGES)]


def test_who_left_is_told_and_who_came_later_than_the_account(tmp_path):
    with_clock = a_store(tmp_path, today=TUESDAY)
    small_book(with_clock)
    account_id = lodz(with_clock)
    with with_clock.write("Leave") as work:
        person = work.people.where(account_id=account_id)[0]
        work.people.put(replace(person, left_on=TUESDAY - timedelta(3)))
    path = with_clock.path
    with_clock.close()
    from reviewdesk.domain.clock import Clock
    from reviewdesk.storage.book_file import open_book

    later = open_book(path, Clock(TUESDAY + timedelta(40)))
    with later.write("Join") as work:
        work.people.put(Person(account_id=account_id, name="Ewa Lis"))
    events = all_of(TimeLineService(later), account_id, Topic.PEOPLE)
    later.close()

    assert [(each.what, each.words) for each in events] == [(What.JOINED, "Ewa Lis"), (What.LEFT, person.name)]


def test_one_jumps_to_a_year_and_reads_on_before_it(store, line):
    small_book(store)

    page = line.page(lodz(store), year=2025)

    assert dict(page.years).keys() == {2026, 2025}
    assert page.events[0].day.year == 2025
    assert all(each.day.year <= 2025 for each in page.events)


def test_a_page_of_500_concerns_and_5000_purchases_comes_at_once(store, line):
    ugly_book(store)
    account = the(store, UGLY_NAMES[2])
    with store.write("Buy") as work:
        work.purchases.add_all(
            [
                Purchase(
                    account_id=account.id,
                    amount=Decimal(each + 1),
                    currency="EUR",
                    bought_on=TUESDAY - timedelta(each % 1500),
                )
                for each in range(5000)
            ]
        )

    page = line.page(account.id)

    assert len(page.events) == PAGE
    assert page.has_more
    assert sum(count for _, count in page.years) > 800


def test_what_reaching_out_did_stands_on_the_time_line_with_what_it_came_to(store, line):
    day = TUESDAY - timedelta(days=9)
    later = day + timedelta(days=2)
    with store.write("Reach out") as work:
        of = {"account_id": work.accounts.put(Account(name="Initech", lost_on=day)).id}
        problem = work.shared_problems.put(
            SharedProblem(name="Cracked caps", severity=2, reported_on=day, cause_on=day)
        )
        on = {"problem_id": problem.id, "joined_on": day}
        work.affected.put(Affected(**of, **on, reach=Reach.FIXED, reach_on=later, given="9 cartons"))
        other = work.shared_problems.put(SharedProblem(name="Untold", severity=2, reported_on=day, cause_on=day))
        work.affected.put(Affected(**of, problem_id=other.id, joined_on=day))
        change = work.planned_changes.put(
            PlannedChange(name="Dearer pallets", effective=date(2027, 3, 1), announced_on=day)
        )
        touched = TouchedByChange(**of, change_id=change.id)
        work.touched_by_change.put(touched.took_it(Taken.BADLY, later, "slammed the door"))
        rehearsed = work.planned_changes.put(PlannedChange(name="Rehearsed", effective=date(2027, 4, 1)))
        work.touched_by_change.put(TouchedByChange(**of, change_id=rehearsed.id))
        back = Round(handed_on=day, answered_on=later, who="Otto", words="no dock named")
        work.hand_offs.put(HandOff(**of, begun_on=day, to="Operations", rounds=(back, Round(handed_on=later))))
        work.reviewed_losses.put(ReviewedLoss(**of, begun_on=day, plan_due=day, ended_on=later, interviewer="Ines"))

    events = all_of(line, of["account_id"])

    rows = [row for section in sections_of(events) for row in section.rows]
    assert sorted((row.title, row.meta, *(each.text for each in row.pills)) for row in rows) == [
        ("Cracked caps", "shared problem · given: 9 cartons", "fixed"),
        ("Dearer pallets", "change announced, from 1 Mar 2027"),
        ("Dearer pallets", "change · slammed the door", "taken badly"),
        ("Handed over to Operations", "hand-off"),
        ("Handed over to Operations", "hand-off"),
        ("Loss reviewed", "asked by Ines"),
        ("Otto answered the hand-off", "no dock named", "returned with gaps"),
    ]
    assert {each.what for each in events} <= set(KINDS)
    assert {each.day for each in events if each.what is What.HANDED_OVER} == {day, later}
