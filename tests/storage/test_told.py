"""What goes wrong on the disk is told in sentences, and no sentence holds what was written in the book."""

from contextlib import closing
from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.errors import BookError, BusyBookError, DamagedBookError, RefusedError, ReviewDeskError
from reviewdesk.domain.review import NoteLine, Review
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.engine import connect, is_sound
from reviewdesk.storage.told import told
from tests.small_disk import fill, small_disk  # noqa: F401 - a fixture

CANARY = "Canary of note text"


def everything_said(error):
    """Give all that would stand in a crash log: the error, its causes and their words."""
    said = []
    while error is not None:
        said += [str(error), repr(error)]
        error = error.__cause__ or error.__context__
    return "\n".join(said)


def type_until_full(store, account):
    """Save long notes until the disk is full; give the reviews that were saved and what was told."""
    saved = set()
    while True:
        review = Review(account_id=account.id, lines=(NoteLine(text=f"{CANARY} {len(saved)} " * 500),))
        try:
            with store.write("Type") as work:
                work.reviews.put(review)
        except BookError as error:
            return saved, error
        saved.add(review.id)


@pytest.mark.parametrize("left", range(0, 8 * 64 * 1024, 64 * 1024))
def test_a_full_disk_is_told_nothing_is_lost_and_it_goes_on_when_there_is_room(small_disk, left):  # noqa: F811
    path = small_disk / "Acme.reviewdesk"
    store = open_book(path, Clock(), may_create=True)
    account = Account(name="Acme")
    with store.write("Add") as work:
        work.accounts.put(account)
    stuffing = fill(small_disk, leave=left)

    saved, refused = type_until_full(store, account)
    assert "The disk is full, so nothing was saved" in str(refused)
    assert CANARY not in everything_said(refused)

    stuffing.unlink()
    with store.read() as reading:
        assert {each.id for each in reading.reviews.all()} == saved
    with store.write("There is room again") as work:
        work.accounts.put(Account(name="Other"))
    store.close()
    with closing(connect(path)) as connection:
        assert is_sound(connection)


def test_a_book_whose_pages_are_overwritten_while_open_is_told_to_be_damaged(store, path):
    with store.write("Add") as work:
        work.accounts.add_all([Account(name=f"Acme {each}", notes=CANARY * 50) for each in range(300)])
    store.tidy()
    store.engine.dispose()
    whole = path.read_bytes()
    path.write_bytes(whole[:12_288] + b"\xff" * (len(whole) - 12_288))

    with pytest.raises(DamagedBookError, match="restore a backup") as damaged, store.read() as reading:
        reading.accounts.all()
    assert CANARY not in everything_said(damaged.value)
    path.write_bytes(whole)


def test_two_records_with_one_key_are_told_without_what_they_hold(store):
    account = Account(name=CANARY, notes=CANARY)
    with pytest.raises(RefusedError, match="in the book already") as refused, store.write("Add") as work:
        work.accounts.add_all([account, account])

    assert CANARY not in everything_said(refused.value)


def test_a_mistake_of_ours_is_not_told_as_if_the_disk_had_made_it(store):
    with pytest.raises(DBAPIError, match="no such column") as mistake, store.write("Wrong") as work:
        work.connection.execute(text("SELECT nowhere FROM account WHERE name = :name"), {"name": CANARY})

    assert not isinstance(mistake.value, ReviewDeskError)
    assert CANARY not in everything_said(mistake.value)


def test_what_raises_inside_a_write_leaves_nothing_of_it(store):
    with pytest.raises(RefusedError, match="severity"), store.write("Fails") as work:
        work.concerns.put(account_with_a_wrong_concern(work))

    with store.read() as reading:
        assert reading.accounts.all() == ()
    assert store.undoable() is None


def account_with_a_wrong_concern(work):
    account = work.accounts.put(Account(name="Acme"))
    return Concern(account_id=account.id, words="", summary="", severity=9, raised_on=date(2026, 1, 1))


def test_every_sentence_says_what_to_do(store, path):
    with closing(connect(path)) as other:
        other.execute("PRAGMA busy_timeout=10")
        with store.write("Busy"), pytest.raises(BusyBookError, match="Wait a moment and try again"), told():
            other.execute("BEGIN IMMEDIATE")
    with closing(connect(path, read_only=True)) as reader, pytest.raises(BookError, match="Check the rights"), told():
        reader.execute("DELETE FROM account")
