"""What a write has read is remembered for the next one, and only for as long as it is so."""

from dataclasses import replace

import pytest
from sqlalchemy import event, text

from reviewdesk.domain.account import Account
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.review import NoteLine, Review
from reviewdesk.storage.memory import MOST, Memory
from tests.storage.whole_book import check_what_is_remembered

ACME = Account(name="Acme")
OTHER = Account(name="Other")


@pytest.fixture
def book(store):
    """Give a book with two accounts and a review of one, all of which a write has looked at."""
    with store.write("Start") as work:
        work.accounts.add_all([ACME, OTHER])
        work.reviews.put(Review(account_id=ACME.id, lines=tuple(NoteLine(text=each) for each in "abc")))
    check_what_is_remembered(store)
    return store


def heard(store):
    said = []
    event.listen(store.engine, "before_cursor_execute", lambda *call: said.append(call[2]))
    return said


def test_what_was_read_is_not_read_again_by_the_next_write(book):
    said = heard(book)
    with book.write("Look") as work:
        assert [each.name for each in work.accounts.all()] == ["Acme", "Other"]
        assert work.accounts.get(ACME.id) == ACME
        assert work.reviews.get(work.reviews.outlines(ACME.id)[0].id).text == "a\nb\nc"

    assert not [each for each in said if each.startswith("SELECT")]


def test_what_another_program_wrote_is_read(book):
    with book.engine.begin() as other:
        other.execute(text("UPDATE account SET name = 'Elsewhere' WHERE name = 'Acme'"))

    with book.write("Look") as work:
        assert work.accounts.get(ACME.id).name == "Elsewhere"
        assert "Elsewhere" in {each.name for each in work.accounts.all()}


def rename_and_fail(book):
    with book.write("Fail") as work:
        work.accounts.put(replace(work.accounts.get(ACME.id), name="Never"))
        assert work.accounts.get(ACME.id).name == "Never"
        raise ZeroDivisionError


def test_what_was_written_and_failed_is_not_remembered(book):
    with pytest.raises(ZeroDivisionError):
        rename_and_fail(book)

    check_what_is_remembered(book)
    with book.write("Look") as work:
        assert work.accounts.get(ACME.id).name == "Acme"


def test_what_one_write_changed_is_so_at_once_and_in_the_next(book):
    with book.write("Rename") as work:
        work.accounts.put(replace(work.accounts.get(ACME.id), name="Renamed"))
        assert {each.name for each in work.accounts.all()} == {"Renamed", "Other"}
        work.follow_ups.put(FollowUp(account_id=ACME.id, what="Call"))
        assert [each.what for each in work.follow_ups.where(account_id=ACME.id)] == ["Call"]

    check_what_is_remembered(book)
    book.undo()
    check_what_is_remembered(book)
    book.redo()
    check_what_is_remembered(book)


def test_lines_that_go_with_their_account_are_forgotten_with_it(book):
    with book.write("Remove") as work:
        review_id = work.reviews.outlines(ACME.id)[0].id
        work.accounts.remove(ACME.id)
        assert work.reviews.find(review_id) is None

    check_what_is_remembered(book)
    book.undo()
    check_what_is_remembered(book)
    with book.write("Look") as work:
        assert work.reviews.get(review_id).text == "a\nb\nc"


def test_lines_put_where_there_is_no_room_are_all_placed_afresh(book):
    with book.write("Look") as work:
        review = work.reviews.get(work.reviews.outlines(ACME.id)[0].id)
    for each in range(30):
        with book.write("Type") as work:
            first, *others = review.lines
            review = work.reviews.put(replace(review, lines=(first, NoteLine(text=str(each)), *others)))
        check_what_is_remembered(book)

    with book.read() as reading:
        assert reading.reviews.get(review.id).lines == review.lines


def test_much_of_one_kind_is_not_kept_for_ever():
    memory = Memory()
    for each in range(MOST + 1):
        memory.keep(Kind.ACCOUNT, each, each)

    assert memory.recall(Kind.ACCOUNT, 0) is None
    assert memory.recall(Kind.ACCOUNT, MOST) == MOST
