"""The book as a whole: its settings as typed, undo and redo, who I am, history, backups and its check."""

from datetime import time
from decimal import Decimal
from pathlib import Path

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.people import Colleague
from reviewdesk.services.book import BookService
from reviewdesk.services.book_settings import SETTINGS
from reviewdesk.storage.backup import Backups
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.store import Store


@pytest.fixture
def store(tmp_path: Path):
    """Open a new book."""
    store = open_book(tmp_path / "mine.reviewdesk", Clock(), may_create=True, name="Northgate")
    yield store
    store.close()


@pytest.fixture
def book(store: Store) -> BookService:
    """Give the service of that book."""
    return BookService(store, Backups(store.path, store.clock))


def test_a_new_book_bears_its_name_and_has_nothing_to_undo(book: BookService):
    now = book.now()

    assert (now.book.name, now.accounts, now.undo, now.me) == ("Northgate", 0, "", None)


@pytest.mark.parametrize("name", sorted(SETTINGS))
def test_every_setting_is_written_the_way_it_is_read(book: BookService, name: str):
    before = book.settings()

    book.change_setting(name, before[name])

    assert book.settings() == before


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("base_currency", "chf", "CHF"),
        ("a_share", "75", Decimal("0.75")),
        ("hours_a_call", "0,5", Decimal("0.5")),
        ("week", "Mon Tue Wed", (0, 1, 2)),
        ("day_starts", "7.30", time(7, 30)),
        ("day_ends", "18 Uhr", time(18)),
        ("color_main", "aa0011", "#AA0011"),
        ("months_c", "9", 9),
    ],
)
def test_a_setting_is_read_as_people_write_it(book: BookService, name: str, typed: str, value: object):
    assert getattr(book.change_setting(name, typed).value, name) == value


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("base_currency", "EURO"),
        ("a_share", "180"),
        ("months_a", "0"),
        ("months_a", ""),
        ("hours_a_week", "many"),
        ("week", "Funday"),
        ("day_starts", "early"),
        ("day_starts", "18:00"),
        ("day_ends", ""),
        ("color", "blue"),
        ("holidays", "Germany"),
        ("rates", "PLN 0.23"),
        ("rates", "PLN 2026-01-01 0"),
        ("language", "it"),
        ("name", "  "),
        ("sample_of", "2026-01-01"),
    ],
)
def test_a_setting_written_otherwise_is_refused_and_nothing_changes(book: BookService, name: str, typed: str):
    before = book.now().book

    with pytest.raises(RefusedError):
        book.change_setting(name, typed)

    assert book.now().book == before


def test_rates_are_typed_a_line_each(book: BookService):
    kept = book.change_setting("rates", "PLN 2026-01-01 0.2315\nGBP 2026-02-01 1.17").value

    assert [(currency, rate) for currency, _, rate in kept.rates] == [
        ("PLN", Decimal("0.2315")),
        ("GBP", Decimal("1.17")),
    ]


def test_typing_one_setting_is_undone_as_one_step(book: BookService):
    for typed in ("N", "No", "Nor", "North"):
        book.change_setting("company", typed)

    book.undo()

    assert book.now().book.company == ""
    assert book.redo().value == "Change setting"
    assert book.now().book.company == "North"


def test_undo_with_nothing_to_undo_says_so(book: BookService):
    with pytest.raises(RefusedError, match="nothing left to undo"):
        book.undo()


def test_the_book_knows_whose_it_is_once_they_say_their_name(book: BookService):
    assert book.introduce_me("email", "dana@northgate.example").value is None

    book.introduce_me("name", "Dana Reyes")
    mine = book.introduce_me("email", "dana@northgate.example").value

    assert mine is not None
    assert book.now().me == mine
    assert (mine.name, mine.email, mine.is_me) == ("Dana Reyes", "dana@northgate.example", True)


def test_a_colleague_whom_an_import_brought_is_the_person_who_says_that_name(book: BookService, store: Store):
    with store.write("Import") as work:
        darcel = work.colleagues.put(Colleague(name="Darcel Schlecht", team="East"))

    mine = book.introduce_me("name", "darcel schlecht").value

    assert mine is not None
    assert (mine.id, mine.team, mine.is_me) == (darcel.id, "East", True)


def test_history_tells_what_was_there_before(book: BookService, store: Store):
    account = Account(name="Hooli")
    with store.write("Add account") as work:
        work.accounts.put(account)
    with store.write("Rename") as work:
        work.accounts.put(Account(name="Hooli XYZ", id=account.id, version=1))

    newest = book.history(account.id)[0]

    assert (newest.label, newest.field, newest.old, newest.new) == ("Rename", "name", '"Hooli"', '"Hooli XYZ"')


def test_a_sound_book_passes_its_check_and_a_doctored_standing_does_not(book: BookService, store: Store):
    with store.write("Add account") as work:
        work.accounts.put(Account(name="Hooli"))
    assert book.check() == ()

    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE standing SET open_concerns = 7")

    assert "Hooli" in book.check()[0]


def test_a_backup_is_listed_newest_first(book: BookService):
    first = book.back_up()
    second = book.back_up("before something")

    assert {each.path for each in book.backups()} == {first.path, second.path}
