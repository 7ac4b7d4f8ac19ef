"""Questions and opportunities on the page of an account, typed through the real page on a real book."""

import pytest

from reviewdesk.desktop.account.said import SaidPage
from reviewdesk.desktop.account.said_part import SaidPart
from reviewdesk.desktop.widgets.field import FieldState
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.said import Opportunity, Question
from reviewdesk.services.said import SaidService
from tests.books import TUESDAY, small_book, the
from tests.desktop.account.test_account_page import settle

NAME = "Łódź Logistics"


@pytest.fixture
def asked(store):
    """A question and an opportunity of one account."""
    small_book(store)
    account_id = the(store, NAME).id
    with store.write("Arrange") as work:
        question = work.questions.put(Question(account_id=account_id, words="Do you fly to Riga?", asked_on=TUESDAY))
        chance = work.opportunities.put(Opportunity(account_id=account_id, what="Air freight", noted_on=TUESDAY))
    return question, chance


@pytest.fixture
def page(asked, store, tasks, opened):
    controller = opened(NAME)
    made = SaidPage()
    controller.view.add_part(SaidPart(made, SaidService(store), tasks))
    controller.show_page()
    settle(tasks)
    controller.view.open_record(Kind.QUESTION, asked[0].id)
    return made


def put(tasks, page, name, text):
    field = page.form.grid.fields[name]
    field._put(text)
    field._touched()
    field.flush()
    settle(tasks)
    return field


def test_an_answer_ends_a_question_today_and_without_it_the_question_is_open_again(page, asked, store, tasks):
    def found():
        with store.read() as reading:
            return reading.questions.get(asked[0].id)

    assert page.opened == asked[0].id
    assert put(tasks, page, "answer", "Yes, on Mondays").state is FieldState.SAVED
    assert (found().answered_on, found().is_open) == (TUESDAY, False)

    put(tasks, page, "answer", "")
    assert found().is_open


def test_an_answer_is_taken_back_in_one_step(page, asked, store, tasks):
    put(tasks, page, "answer", "Yes")
    put(tasks, page, "answer", "Yes, on Mondays")

    store.undo()

    with store.read() as reading:
        assert reading.questions.get(asked[0].id) == asked[0]


def test_an_opportunity_gets_its_next_step_and_its_end(page, asked, store, tasks):
    page.open_record(asked[1].id)
    put(tasks, page, "about", "20k a year")
    put(tasks, page, "next_step", "Send the timetable")
    field = page.form.grid.fields["won"]
    field._put("won")
    field._chose()
    settle(tasks)

    with store.read() as reading:
        kept = reading.opportunities.get(asked[1].id)
    assert (kept.about, kept.next_step, kept.won, kept.ended_on) == ("20k a year", "Send the timetable", True, TUESDAY)
    assert page.rows.row(kept.id).row.pills[0].text == "won"


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("words", " ", "This cannot be empty"),
        ("asked_on", "", "Say on which day it was"),
        ("answered_on", "1 Nov 2026", "It was answered before it was asked"),
        ("answered_on", "3 Dec 2026", "has not come yet"),
    ],
)
def test_what_cannot_be_taken_says_what_to_do(page, tasks, name, text, sentence):
    assert sentence in put(tasks, page, name, text).editor.accessibleDescription()
