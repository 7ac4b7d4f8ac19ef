"""The brief of an account: short, in their words, and fit to be left on the table."""

from dataclasses import replace
from datetime import timedelta

import pytest

from reviewdesk.domain.people import Stance
from reviewdesk.domain.review import NoteLine
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.briefs import BriefService
from tests.books import TUESDAY, UGLY_NAMES, a_store, small_book, the, ugly_book


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def lodz(store):
    return the(small_book(store), "Łódź Logistics").id


def section(page, title):
    return next((each.lines for each in page.sections if each.title == title), ())


def test_it_says_what_is_owed_what_worries_them_and_who_is_in_the_room(store, lodz):
    page = BriefService(store).page(lodz)

    assert page.title == "Łódź Logistics"
    assert section(page, "What we owe them")[0].endswith("Send the revised delivery plan")
    assert "Petra Ilić" in section(page, "What we owe them")[1]
    assert section(page, "What worries them, in their words")[0].startswith(
        "“Two late deliveries, and again last week”"
    )
    assert len(section(page, "Who is in the room")) == 2
    assert all(each.partition(", ")[2] for each in section(page, "Who is in the room"))
    assert section(page, "What they asked and wait for") == ("Can you deliver before 7 am?",)


def test_there_are_three_questions_and_the_first_asks_whether_it_is_solved(store, lodz):
    questions = section(BriefService(store).page(lodz), "Three questions to ask")

    assert len(questions) == 3
    assert questions[0] == "Is it solved for you: “Invoices do not match the orders”?"


def test_nothing_that_would_hurt_stands_in_its_text(store, lodz):
    accounts = AccountService(store)
    for field, text in (
        ("rivals", "Acme Freight"), ("gut_feeling", "1"), ("gut_feeling_note", "Anna avoids me"),
        ("contract_end", "1 Feb 2027"), ("notice_days", "30"),
    ):  # fmt: skip
        accounts.change(lodz, field, text)
    with store.write("Stance") as work:
        person = work.people.where(account_id=lodz)[0]
        work.people.put(replace(person, stance=Stance.AGAINST))
        review = next(each for each in work.reviews.where(account_id=lodz) if each.is_held)
        work.reviews.put(replace(review, lines=(*review.lines, NoteLine(text="// he drinks with the rival"))))

    page = BriefService(store).page(lodz)

    for told in ("Acme Freight", "Anna avoids me", "against", "Notice is possible", "he drinks with the rival"):
        assert told not in page.text
        assert any(told in each for each in page.only_here), told
    assert "money or face" not in page.text
    assert "214" not in page.text


def test_a_long_list_is_cut_and_says_how_much_is_left(store):
    ugly_book(store)

    page = BriefService(store).page(the(store, UGLY_NAMES[2]).id)

    worries = section(page, "What worries them, in their words")
    assert (len(worries), worries[-1]) == (6, "and 495 more")
    assert len(page.text.splitlines()) < 40


def test_a_new_account_still_has_questions(store):
    added = AccountService(store).add("Fresh Ltd").value

    page = BriefService(store).page(added.id)

    assert [each.title for each in page.sections] == ["Three questions to ask"]
    assert page.only_here == ()


def test_only_those_asked_to_the_next_review_are_in_the_room(store, lodz):
    with store.write("Room") as work:
        first, second = work.people.where(account_id=lodz)
        review = next(each for each in work.reviews.where(account_id=lodz) if each.is_open)
        work.reviews.put(replace(review, people_ids=(second.id,), planned_on=TUESDAY + timedelta(1)))

    room = section(BriefService(store).page(lodz), "Who is in the room")

    assert len(room) == 1
    assert room[0].startswith(second.name)
    assert first.name not in room[0]
