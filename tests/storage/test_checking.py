"""What is kept beside the records is worked out anew, compared, named where it differs, and mended when asked."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from reviewdesk.domain.account import Account
from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.concern import Concern
from reviewdesk.storage import checking
from tests.storage.whole_book import check_what_is_worked_out

TODAY = Clock().today()


@pytest.fixture
def book(store):
    """Give a book with an account that is healthy enough to have a score."""
    account = Account(name="Acme", added_on=TODAY, gut_feeling=4, gut_feeling_on=TODAY)
    with store.write("Start") as work:
        work.accounts.put(account)
        work.answers.put(Answer.given(Asked.TRUST, 6, account_id=account.id, answered_on=TODAY - timedelta(3)))
        work.concerns.put(Concern(account_id=account.id, words="late", summary="", severity=1, raised_on=TODAY))
    return store


def spoil(store, *statements):
    with store.engine.connect() as raw:
        connection = raw.execution_options(writes=True)
        with connection.begin():
            for each in statements:
                connection.execute(text(each))


def test_a_book_that_is_as_it_should_be_says_nothing(book):
    assert checking.check(book) == ()


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE standing SET health = 12", "How 1 account stands (Acme) is kept otherwise than the records say."),
        ("UPDATE standing SET raised_nothing = 1", "How 1 account stands (Acme)"),
        ("DELETE FROM standing", "How 1 account stands (Acme)"),
        ("UPDATE health_day SET score = 3", "The newest health of 1 account (Acme) is not kept."),
        ("DELETE FROM health_day", "The newest health of 1 account (Acme) is not kept."),
        ("DELETE FROM search_index WHERE rowid = 1", "made by an earlier ReviewDesk"),
        ("DELETE FROM search_index WHERE rowid > 1", "1 record is found by other words than stand there"),
        ("DELETE FROM search_entry WHERE number > 1", "1 record is found by other words than stand there"),
        (
            "INSERT INTO search_entry VALUES (99, 'concern', '00000000000000000000000000000001', NULL, '')",
            "1 record is found by other words than stand there",
        ),
    ],
)
def test_what_differs_is_said_and_mended_on_request(book, damage, said):
    spoil(book, damage)

    assert said in " ".join(checking.check(book))
    checking.mend(book)

    assert checking.check(book) == ()
    check_what_is_worked_out(book)
