"""Relationships in the book: said in place, weighed by revenue, and a fall of trust opens a follow-up."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from reviewdesk.domain.account import AccountStatus, ReasonToStay
from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import WaitsOn
from reviewdesk.domain.people import Colleague
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.relationship import Segment
from reviewdesk.domain.switch import Direction
from reviewdesk.services.answers import AnswerService, Given
from reviewdesk.services.relationships import RelationshipService
from reviewdesk.services.switches import SwitchService
from reviewdesk.services.trust_falls import after_trust
from tests.books import TUESDAY, a_store, small_book, the


@pytest.fixture
def store(tmp_path):
    made = a_store(tmp_path)
    small_book(made)
    yield made
    made.close()


@pytest.fixture
def relationships(store):
    return RelationshipService(store)


def told(store, name, asked, value, *, ago=0, importance=None, guess=False):
    with store.write("Told") as work:
        answer = Answer.given(
            asked, value, account_id=the(store, name).id, answered_on=TUESDAY - timedelta(ago), importance=importance,
            is_guess=guess,
        )  # fmt: skip
        return work.answers.put(answer)


def bought(store, name, amount):
    with store.write("Bought") as work:
        for each in work.purchases.where(account_id=the(store, name).id):
            work.purchases.remove(each.id)
        paid = {"amount": Decimal(amount), "currency": work.book.base_currency}
        work.purchases.put(Purchase(account_id=the(store, name).id, bought_on=TUESDAY, **paid))


def test_what_is_said_again_on_a_day_replaces_it_and_another_day_is_history(store, relationships):
    hooli = the(store, "Hooli").id
    told(store, "Hooli", Asked.TRUST, 6, ago=30)
    relationships.say(hooli, Asked.TRUST, 5)
    noted = relationships.say(hooli, Asked.TRUST, 4).value
    relationships.weigh(noted.id, 7)
    relationships.base(noted.id, "  two calls unanswered ")

    row = next(each for each in relationships.of_account(hooli).rows if each.dimension is Asked.TRUST)
    assert (row.answer.value, row.importance, row.answer.evidence) == (4, 7, "two calls unanswered")
    assert row.before == ((TUESDAY - timedelta(30), 6),)
    relationships.take_back(noted.id)
    assert relationships.of_account(hooli).relationship.value(Asked.TRUST) == 6
    store.undo()
    assert relationships.of_account(hooli).relationship.value(Asked.TRUST) == 4


def test_a_guess_of_ours_stands_beside_what_they_said(store, relationships):
    hooli = the(store, "Hooli").id
    relationships.say(hooli, Asked.SERVICE, 7, is_guess=True)
    relationships.say(hooli, Asked.SERVICE, 3)

    found = relationships.of_account(hooli).relationship
    assert found.value(Asked.SERVICE) == 3
    assert not found.is_guessed


def test_scores_are_no_dimensions_and_seven_is_the_most(store, relationships):
    hooli = the(store, "Hooli").id
    with pytest.raises(RefusedError, match="noted under Scores"):
        relationships.say(hooli, Asked.RECOMMEND, 5)
    with pytest.raises(RefusedError, match="from 1 to 7"):
        relationships.say(hooli, Asked.TRUST, 8)
    with pytest.raises(RefusedError, match="from 1 to 7"):
        relationships.weigh(relationships.say(hooli, Asked.TRUST, 6).value.id, 0)


def test_trust_that_falls_opens_one_follow_up_in_five_working_days(store, relationships):
    hooli = the(store, "Hooli").id
    told(store, "Hooli", Asked.TRUST, 6, ago=80)
    fell = relationships.say(hooli, Asked.TRUST, 5)
    relationships.say(hooli, Asked.TRUST, 5)

    with store.read() as reading:
        (step,) = reading.follow_ups.where(about_id=fell.value.id)
    assert step.what == "Find out why their trust fell from 6 to 5"
    assert step.due == TUESDAY + timedelta(7)
    assert step.waits_on is WaitsOn.ME
    store.undo()
    with store.read() as reading:
        assert not reading.follow_ups.where(about_id=fell.value.id)


def test_a_score_noted_under_scores_is_looked_at_too(store):
    told(store, "Hooli", Asked.TRUST, 6, ago=80)
    AnswerService(store).add(the(store, "Hooli").id, Given(asked=Asked.TRUST, value=3))

    with store.read() as reading:
        words = [each.what for each in reading.follow_ups.where(account_id=the(store, "Hooli").id)]
    assert "Find out why their trust fell from 6 to 3" in words
    with store.write("Again") as work:
        after_trust(work, the(store, "Hooli").id)
        assert not work.changes.records


def test_the_book_says_where_to_start_and_what_is_ours_to_mend(store, relationships):
    names = ["Hooli", "Globex Corporation", "Łódź Logistics"]
    for at, name in enumerate(names):
        told(store, name, Asked.SERVICE, 4, importance=7)
        told(store, name, Asked.TRUST, 3 + at, importance=3 + at)
        bought(store, name, 1_000 * (at + 1))

    found = relationships.of_book()

    assert [(found.names[each.account_id], each.weight) for each in found.starts] == [
        ("Łódź Logistics", 63_000), ("Globex Corporation", 42_000), ("Hooli", 21_000),
    ]  # fmt: skip
    assert {each: len(ids) for each, ids in found.issues.items()} == {Asked.SERVICE: 3}
    hooli = next(each for each in found.points if each.name == "Hooli")
    assert (hooli.r, hooli.p, hooli.segment) == (3, 4, Segment.UNCLEAR)
    with store.write("Reason") as work:
        work.accounts.put(replace(work.accounts.get(hooli.id), reason_to_stay=ReasonToStay.PRICE))
    assert next(each for each in relationships.of_book().points if each.id == hooli.id).segment is Segment.PRICE_LED


def test_a_customer_that_left_is_not_on_the_picture_but_its_switch_is_named(store, relationships):
    told(store, "Hooli", Asked.SERVICE, 4)
    SwitchService(store).add(the(store, "Hooli").id, Direction.TO_RIVAL, rival="Initech")
    with store.write("Lost") as work:
        work.accounts.put(replace(the(store, "Hooli"), status=AccountStatus.LOST, lost_on=TUESDAY))

    found = relationships.of_book()

    assert not found.points
    assert found.names[found.switches[0].account_id] == "Hooli"


def trust_steps(store, name="Hooli"):
    with store.read() as reading:
        steps = reading.follow_ups.where(account_id=the(store, name).id)
        return [each.what for each in steps if each.is_open and "trust" in each.what]


def test_trust_that_falls_twice_in_a_day_stays_one_follow_up_and_goes_when_it_did_not_fall(store, relationships):
    hooli = the(store, "Hooli").id
    told(store, "Hooli", Asked.TRUST, 6, ago=80)
    relationships.say(hooli, Asked.TRUST, 5, is_guess=True)
    said = relationships.say(hooli, Asked.TRUST, 4).value
    assert trust_steps(store) == ["Find out why their trust fell from 6 to 4"]

    relationships.say(hooli, Asked.TRUST, 6)
    assert trust_steps(store) == []
    relationships.say(hooli, Asked.TRUST, 3)
    assert trust_steps(store) == ["Find out why their trust fell from 6 to 3"]
    relationships.take_back(said.id)
    assert trust_steps(store) == ["Find out why their trust fell from 6 to 5"]


def test_a_fall_of_trust_that_is_corrected_under_scores_takes_its_follow_up_along_unless_somebody_moved_it(store):
    answers, hooli = AnswerService(store), the(store, "Hooli").id
    told(store, "Hooli", Asked.TRUST, 6, ago=80)
    fell = answers.add(hooli, Given(asked=Asked.TRUST, value=3)).value
    answers.change(fell.id, Given(asked=Asked.SERVICE, value=3))
    assert trust_steps(store) == []
    again = answers.add(hooli, Given(asked=Asked.TRUST, value=2)).value
    with store.write("Move") as work:
        (step,) = (each for each in work.follow_ups.where(about_id=again.id) if each.is_open)
        work.follow_ups.put(step.moved(TUESDAY + timedelta(20), on=TUESDAY))
    answers.remove(again.id)

    assert trust_steps(store) == ["Find out why their trust fell from 6 to 2"]


def test_how_much_it_matters_can_be_forgotten_though_an_older_answer_said_it(store, relationships):
    hooli = the(store, "Hooli").id
    told(store, "Hooli", Asked.SERVICE, 3, ago=40, importance=7)
    told(store, "Hooli", Asked.SERVICE, 3, ago=400, importance=6)
    noted = relationships.say(hooli, Asked.SERVICE, 4).value
    assert relationships.of_account(hooli).gaps

    relationships.weigh(noted.id, None)

    assert not relationships.of_account(hooli).gaps
    store.undo()
    assert relationships.of_account(hooli).gaps


def test_what_follows_from_a_fall_of_trust_waits_on_the_owner_of_the_account(store, relationships):
    hooli = the(store, "Hooli").id
    with store.write("Owner") as work:
        dana = work.colleagues.put(Colleague(name="Dana Reyes"))
        work.accounts.put(replace(work.accounts.get(hooli), owner_id=dana.id))
    told(store, "Hooli", Asked.TRUST, 6, ago=80)
    fell = relationships.say(hooli, Asked.TRUST, 3)
    with store.read() as reading:
        (step,) = reading.follow_ups.where(about_id=fell.value.id)

    assert (step.colleague_id, step.waits_on) == (dana.id, WaitsOn.COLLEAGUE)
    relationships.take_back(fell.value.id)
    assert trust_steps(store) == []


def test_the_book_knows_every_account_and_says_what_it_only_guesses(store, relationships):
    for name in ("Hooli", "Globex Corporation", "Łódź Logistics"):
        told(store, name, Asked.SERVICE, 4, importance=7, guess=name == "Hooli")
        bought(store, name, 0 if name == "Hooli" else 1_000)
    found = relationships.of_book()

    with store.read() as reading:
        every = {each.id for each in reading.accounts.all()}
    assert {each.id for each in found.points} | set(found.unknown_ids) == every
    assert found.without_revenue == 1
    assert [gap.is_guess for gap in found.gaps[the(store, "Hooli").id]] == [True]
