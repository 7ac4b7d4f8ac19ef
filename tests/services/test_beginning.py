"""The start of a window: the day is read at once, and nothing is written before the backup."""

from datetime import timedelta
from threading import Thread

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.errors import BookError, DamagedBookError
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.storage import day_change, standing
from reviewdesk.storage.backup import Backups
from reviewdesk.storage.book_file import open_book as open_file
from reviewdesk.storage.journal import Journal
from reviewdesk.wiring import open_book
from tests.books import small_book, the


@pytest.fixture
def path(tmp_path):
    """A small book on disk that nobody has open."""
    path = tmp_path / "Northgate.reviewdesk"
    store = small_book(open_file(path, Clock(), may_create=True, name="Northgate"))
    store.close()
    return path


@pytest.fixture
def opened(path):
    """The book as a window opens it."""
    book = open_book(path, Clock(), for_window=True)
    yield book
    book.close(with_backup=False)


def backups(path):
    return Backups(path, Clock()).all()


def names_in(path):
    store = open_file(path, Clock())
    with store.read() as reading:
        names = {each.name for each in reading.accounts.all()}
    store.close()
    return names


def test_the_day_is_read_before_the_backup_is_made(path, opened):
    assert opened.services.today.page().accounts > 20
    assert backups(path) == ()

    assert opened.begin().remarks == ()
    assert opened.begin().remarks == ()
    assert len(backups(path)) == 1


def test_the_first_write_makes_the_backup_and_is_not_in_it(path, opened):
    opened.services.accounts.add("Written first")
    opened.begin()

    [backup] = backups(path)
    assert "Written first" in names_in(path)
    assert "Written first" not in names_in(backup.path)


def test_lanes_that_write_at_once_make_one_backup(path, opened):
    lanes = [Thread(target=opened.services.accounts.add, args=(f"Lane {at}",)) for at in range(4)]
    for each in lanes:
        each.start()
    for each in lanes:
        each.join()

    [backup] = backups(path)
    assert not any(each.startswith("Lane") for each in names_in(backup.path))


def test_nothing_is_written_to_a_book_that_cannot_be_backed_up_as_it_is_damaged(opened, monkeypatch):
    def damaged(*_asked):
        raise DamagedBookError("It does not read as it was written.")

    monkeypatch.setattr(type(opened.services.book), "back_up", damaged)
    for _ in range(2):
        with pytest.raises(DamagedBookError):
            opened.services.accounts.add("Never")
    with pytest.raises(DamagedBookError):
        opened.begin()

    assert "Never" not in {each.name for each in opened.services.accounts.rows()}


def test_without_room_for_a_backup_it_is_written_all_the_same_and_told(opened, monkeypatch):
    def full(*_asked):
        raise BookError("No backup could be made: the disk is full.")

    monkeypatch.setattr(type(opened.services.book), "back_up", full)
    opened.services.accounts.add("Written")

    assert opened.begin().remarks == ("No backup could be made: the disk is full.",)
    assert "Written" in {each.name for each in opened.services.accounts.rows()}


def test_what_was_typed_and_not_saved_is_back_before_anything_is_shown(path):
    store = open_file(path, Clock())
    review = ReviewService(store).start_now(the(store, "Hooli").id).value
    MeetingService(store, Journal(path)).keep_draft(review.id, "typed before it ended", over=("",))
    store.close()

    book = open_book(path, Clock(), for_window=True)
    text = book.services.meetings.workspace(review.id).text
    book.close(with_backup=False)

    assert text == "typed before it ended"
    assert len(backups(path)) == 1


def test_the_day_change_is_done_in_pieces_and_goes_on_where_it_ended(path):
    store = open_file(path, Clock())
    with store.write("Many") as work:
        work.accounts.add_all([Account(name=f"One {at}") for at in range(2 * day_change.PIECE)])
    with store.engine.connect() as raw:
        connection = raw.execution_options(writes=True)
        with store.read() as reading, connection.begin():
            standing.refresh(connection, reading.book, Clock().today() - timedelta(1))
    answers = iter((True, False))

    first = day_change.catch_up(store, lambda: next(answers))
    with store.write("Between two pieces") as work:
        work.accounts.put(Account(name="Added"))
    left = day_change.catch_up(store)
    again = day_change.mend(store)
    with store.read() as reading:
        kept = standing.stored(reading.connection)
        fresh = standing.work_out(reading.connection, reading.book, Clock().today())
    store.close()

    assert 0 < first < left
    assert left == len(kept) - 1 - first
    assert again == 0
    assert kept == fresh


def test_what_is_kept_wrongly_is_mended_at_the_start(path):
    store = open_file(path, Clock())
    with store.engine.connect() as raw:
        connection = raw.execution_options(writes=True)
        with connection.begin():
            connection.execute(standing.standing.update().values(open_concerns=99))

    assert day_change.catch_up(store) == 0
    assert day_change.mend(store) > 20
    store.close()
