"""Lists of satisfaction calls on a real book: who is asked, who answered, and whom to make good to first."""

from datetime import timedelta

import pytest

from reviewdesk.domain.answer import Asked
from reviewdesk.domain.errors import RefusedError
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.answers import AnswerService, Given
from reviewdesk.services.call_lists import CallListService, Whom
from reviewdesk.services.calls import Spoke
from reviewdesk.services.follow_ups import FollowUpService
from tests.books import TUESDAY, a_store, small_book, the


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    small_book(store)
    yield store
    store.close()


@pytest.fixture
def lists(store):
    return CallListService(store)


@pytest.fixture
def accounts(store):
    return AccountService(store)


def shown(lists):
    (only,) = lists.lists()
    return only


def names(rows):
    return [each.account for each in rows]


def started(lists, store, *of, asked=Asked.RECOMMEND):
    return lists.start("Autumn calls", [the(store, each).id for each in of], asked).value


def test_a_new_list_offers_the_key_accounts_first_and_nobody_twice(lists):
    offered = lists.new_list()

    assert offered.name == "Satisfaction calls, 2026 Q4"
    by_whom = {each.whom: each.account_ids for each in offered.choices}
    assert Whom.CHOSEN not in by_whom
    assert set(by_whom[Whom.KEY]) <= set(by_whom[Whom.KEY_AND_B]) <= set(by_whom[Whom.EVERYBODY])
    assert len(set(by_whom[Whom.EVERYBODY])) == len(by_whom[Whom.EVERYBODY])


def test_those_chosen_in_the_list_of_accounts_can_be_called(lists, store):
    hooli = the(store, "Hooli").id
    first = lists.new_list([hooli]).choices[0]
    assert (first.whom, first.account_ids) == (Whom.CHOSEN, (hooli,))


def test_a_list_without_anybody_is_refused(lists):
    with pytest.raises(RefusedError, match="Nobody would be on this list"):
        lists.start("Calls", (), Asked.RECOMMEND)


def test_an_account_leaves_the_list_with_its_answer(lists, store, accounts):
    started(lists, store, "Hooli", "Globex Corporation")
    accounts.log_contact(the(store, "Hooli").id, Spoke(words="All well", score=9))

    now = shown(lists)
    assert names(now.to_call) == ["Globex Corporation"]
    assert names(now.answered) == ["Hooli"]
    assert now.asked == 1


def test_an_answer_from_before_the_list_or_to_another_question_is_no_answer_to_it(lists, store):
    hooli = the(store, "Hooli").id
    answers = AnswerService(store)
    answers.add(hooli, Given(asked=Asked.RECOMMEND, value=8, day="yesterday"))
    started(lists, store, "Hooli")
    answers.add(hooli, Given(asked=Asked.EASE, value=6))

    (row,) = shown(lists).to_call
    assert row.before.value == 8


def test_six_or_less_asks_to_make_good_until_that_is_done(lists, store, accounts):
    started(lists, store, "Hooli")
    hooli = the(store, "Hooli").id
    accounts.log_contact(hooli, Spoke(words="Twice late", score=6))
    (row,) = shown(lists).to_recover
    assert (row.account, row.making_good) == ("Hooli", None)

    accounts.log_contact(hooli, Spoke(next_what="Call with the plan", next_on=TUESDAY + timedelta(days=3)))
    (row,) = shown(lists).to_recover
    assert row.making_good.what == "Call with the plan"

    FollowUpService(store).done(row.making_good.id)
    now = shown(lists)
    assert (names(now.to_recover), names(now.answered)) == ([], ["Hooli"])


def test_what_was_dropped_made_nothing_good(lists, store, accounts):
    started(lists, store, "Hooli")
    hooli = the(store, "Hooli").id
    accounts.log_contact(hooli, Spoke(score=3, next_what="Call with the plan"))
    step = shown(lists).to_recover[0].making_good
    FollowUpService(store).drop(step.id)

    assert shown(lists).to_recover[0].making_good is None


def test_seven_needs_no_recovery_and_low_content_is_not_measured_by_it(lists, store, accounts):
    started(lists, store, "Hooli", asked=Asked.CONTENT)
    accounts.log_contact(the(store, "Hooli").id, Spoke(asked=Asked.CONTENT, score=2))
    now = shown(lists)
    assert (names(now.to_recover), names(now.answered)) == ([], ["Hooli"])


def test_who_is_skipped_can_be_called_after_all(lists, store):
    made = started(lists, store, "Hooli", "Globex Corporation")
    hooli = the(store, "Hooli").id
    lists.skip(made.id, hooli)
    assert (names(shown(lists).to_call), names(shown(lists).skipped)) == (["Globex Corporation"], ["Hooli"])
    lists.ask_after_all(made.id, hooli)
    assert names(shown(lists).to_call) == ["Hooli", "Globex Corporation"]


def test_an_ended_list_is_gone_and_undo_brings_it_back(lists, store):
    made = started(lists, store, "Hooli")
    lists.end(made.id)
    assert lists.lists() == ()
    store.undo()
    assert shown(lists).list.name == "Autumn calls"


def test_an_account_that_leaves_the_book_leaves_the_list(lists, store, accounts):
    started(lists, store, "Hooli", "Globex Corporation")
    accounts.remove(the(store, "Hooli").id)
    assert names(shown(lists).to_call) == ["Globex Corporation"]


def test_who_wants_no_marketing_is_not_the_one_to_call(lists, store, accounts):
    globex = the(store, "Globex Corporation").id
    first = accounts.add_person(globex, "Zoë Adams", role="", phone="+49 711 1", email="").value
    second = accounts.add_person(globex, "Adam Zander", role="", phone="+49 711 2", email="").value
    started(lists, store, "Globex Corporation")
    before = shown(lists).to_call[0].person
    for each in (before, second):
        accounts.change_person(each.id, "no_marketing", "yes")
    for each in accounts.brief(globex).people:
        if each.id not in (before.id, first.id, second.id):
            accounts.remove_person(each.id)
    assert shown(lists).to_call[0].person.name == "Zoë Adams"


def test_a_script_that_is_emptied_is_the_usual_one_again(lists, store):
    made = started(lists, store, "Hooli")
    lists.change(made.id, "Winter calls", "Hello, it is me")
    assert shown(lists).list.script == "Hello, it is me"
    lists.change(made.id, "Winter calls", "  ")
    assert "I am not calling about an order" in shown(lists).list.script
