"""Answers are noted, corrected and taken out, each with what the same person had said before."""

from datetime import date

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.answer import Asked
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.people import Person
from reviewdesk.services.answers import AnswerService, Given
from tests.books import TUESDAY, a_store

ACCOUNT = Account(name="Acme")
ANNA = Person(account_id=ACCOUNT.id, name="Anna")


@pytest.fixture
def store(tmp_path):
    book = a_store(tmp_path)
    with book.write("Begin") as work:
        work.accounts.put(ACCOUNT)
        work.people.put(ANNA)
        work.people.put(Person(account_id=ACCOUNT.id, name="Gone", left_on=date(2026, 1, 1)))
    yield book
    book.close()


def given(value, *, asked=Asked.RECOMMEND, **known):
    return Given(asked=asked, value=value, person_id=ANNA.id, **known)


def test_answers_stand_newest_first_with_what_was_said_before(store):
    answers = AnswerService(store)
    answers.add(ACCOUNT.id, given(8, day="14 Apr 2026"))
    answers.add(ACCOUNT.id, given(6, day="14 Oct 2026", evidence=" The morning slot "))
    answers.add(ACCOUNT.id, given(2, is_guess=True))

    shown = answers.of_account(ACCOUNT.id)

    assert [(each.answer.value, each.change, each.who) for each in shown.rows] == [
        (2, 0, "Anna"),
        (6, -2, "Anna"),
        (8, 0, "Anna"),
    ]
    assert shown.rows[1].answer.evidence == "The morning slot"
    assert shown.rows[0].answer.answered_on == TUESDAY
    assert [each.name for each in shown.people] == ["Anna"]


def test_importance_belongs_to_the_seven_dimensions_alone(store):
    answers = AnswerService(store)

    trust = answers.add(ACCOUNT.id, given(5, asked=Asked.TRUST, importance="7")).value
    ease = answers.add(ACCOUNT.id, given(5, asked=Asked.EASE, importance="7")).value

    assert (trust.importance, ease.importance) == (7, None)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (given(None), "from 0 to 10"),
        (given(9, asked=Asked.CONTENT), "from 1 to 5"),
        (given(9, day="tomorrow"), "not come yet|not a day"),
        (given(5, asked=Asked.TRUST, importance="9"), "from 1 to 7"),
    ],
)
def test_what_cannot_be_an_answer_is_refused_and_nothing_is_kept(store, wrong, words):
    with pytest.raises(RefusedError, match=words):
        AnswerService(store).add(ACCOUNT.id, wrong)

    assert AnswerService(store).of_account(ACCOUNT.id).rows == ()


def test_correcting_and_removing_are_undone_one_by_one(store):
    answers = AnswerService(store)
    first = answers.add(ACCOUNT.id, given(8)).value

    changed = answers.change(first.id, given(4, asked=Asked.CONTENT)).value
    answers.remove(first.id)

    assert (changed.id, changed.asked, changed.value) == (first.id, Asked.CONTENT, 4)
    assert answers.of_account(ACCOUNT.id).rows == ()
    store.undo()
    assert [each.answer.value for each in answers.of_account(ACCOUNT.id).rows] == [4]
    store.undo()
    assert [each.answer.value for each in answers.of_account(ACCOUNT.id).rows] == [8]
