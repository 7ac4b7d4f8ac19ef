"""All books of a person are looked into and nothing of them is written; a new one takes settings and no customers."""

import hashlib
import shutil
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.book import Book
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.custom_field import CustomField, CustomValue, FieldKind
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.new_book import BOOK_COLOURS, LEFT_BEHIND, TAKEN_ALONG, another_colour
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.saved_view import SavedView
from reviewdesk.services.all_books import AllBooksService
from reviewdesk.services.new_books import NewBookService
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.driver import driver
from reviewdesk.storage.recent_books import MOST, RecentBooks
from tests.books import TUESDAY, a_store, small_book

CLOCK = Clock(TUESDAY)
CANARY = "Zyxomma"


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    small_book(store)
    yield store
    store.close()


@pytest.fixture
def recent(tmp_path):
    return RecentBooks(tmp_path / "settings" / "books.json")


@pytest.fixture
def books(store, recent):
    return AllBooksService(recent, CLOCK, store)


@pytest.fixture
def new_books(store, books):
    return NewBookService(store, books)


@pytest.fixture
def other(tmp_path):
    """A closed book with one promise that is over, one for today and one for this week."""
    path = tmp_path / "Orbit.reviewdesk"
    store = open_book(path, CLOCK, may_create=True, name="Orbit clients")
    with store.write("Begin") as work:
        work.books.put(replace(work.book, color="#7A2E6B"))
        account = work.accounts.put(Account(name="Tanaka", added_on=TUESDAY, first_review_due=date(2027, 3, 1)))
        for what, due in (("Call back", 20), ("Send prices", 24), ("Ask for the lot", 27)):
            work.follow_ups.put(FollowUp(account_id=account.id, what=what, due=date(2026, 11, due)))
    store.close()
    return path


def all_files(path):
    """What lies in the folder of a book, byte for byte."""
    return {
        each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in path.parent.iterdir() if each.is_file()
    }


def test_the_open_book_comes_first_and_then_those_opened_before(books, store, recent, other, tmp_path):
    for each in (tmp_path / "Old.reviewdesk", other, store.path):
        recent.remember(each)

    assert books.paths() == (store.path, other, tmp_path / "Old.reviewdesk")


def test_what_is_due_in_a_closed_book_is_said_with_its_name_and_colour(books, other):
    found = books.look_at(other)

    assert (found.name, found.color, found.accounts, found.refusal) == ("Orbit clients", "#7A2E6B", 1, "")
    assert (found.over, found.due_today, found.ahead) == (1, 1, 1)
    assert [entry.title for part in found.parts for entry in part.entries] == [
        "Call back", "Send prices", "Ask for the lot",
    ]  # fmt: skip


def test_looking_into_a_book_leaves_every_byte_as_it_was(books, other):
    before = all_files(other)

    books.look_at(other)

    assert all_files(other) == before


def test_a_book_that_another_window_writes_to_is_read_as_it_stands(books, other):
    writing = open_book(other, CLOCK)
    with writing.write("Rename") as work:
        account = work.accounts.all()[0]
        work.accounts.put(replace(account, name="Tanaka Precision"))
    found = books.look_at(other)
    writing.close()

    assert found.parts[0].entries[0].account == "Tanaka Precision"


def test_the_open_book_says_that_it_is_here(books, store):
    found = books.look_at(store.path)

    assert (found.is_here, found.is_open_elsewhere) == (True, False)
    assert found.over > 0


def test_a_book_that_another_program_has_open_says_so(books, other):
    other.with_name(other.name + "-window").write_text('{"pid": 1, "host": "a machine of somebody else"}')

    assert books.look_at(other).is_open_elsewhere


def stamp(path, schema):
    connection = driver.connect(str(path))
    connection.execute(f"PRAGMA user_version={schema}")
    connection.close()


def lacking(path):
    connection = driver.connect(str(path))
    connection.execute("DROP TABLE standing")
    connection.close()


def empty(path):
    path.write_bytes(b"")


def torn(path):
    path.write_bytes(b"no book at all" * 100)


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (lambda path: stamp(path, 3), "An older ReviewDesk made it. Open it once"),
        (lambda path: stamp(path, 99), "made by a newer ReviewDesk and was not touched"),
        (torn, "does not read as a ReviewDesk book"),
        (empty, "is empty. Restore a backup of it"),
        (lacking, "does not read as it was written"),
        (lambda path: path.unlink(), "It is not there."),
    ],
    ids=["older", "newer", "damaged", "empty", "lacking", "gone"],
)
def test_what_cannot_be_looked_into_says_why_and_is_not_touched(books, other, harm, words):
    harm(other)
    before = all_files(other)
    found = books.look_at(other)

    assert words in found.refusal
    assert (found.name, found.parts, found.accounts) == ("Orbit", (), 0)
    assert found.is_missing is ("not there" in words)
    assert all_files(other) == before


def test_a_book_taken_off_the_list_keeps_its_file(books, recent, other, store):
    recent.remember(other)

    books.forget(other)

    assert books.paths() == (store.path,)
    assert other.exists()


def test_a_hidden_list_shows_the_open_book_alone_and_comes_back_whole(books, recent, other, store, new_books):
    recent.remember(other)
    books.hide(on=True)
    recent.remember(store.path)

    assert books.paths() == (store.path,)
    assert new_books.free_colour() not in {"#7A2E6B", books.look_at(store.path).color}
    books.hide(on=False)
    assert books.paths() == (store.path, other)


def test_the_list_keeps_the_newest_and_each_book_once(recent, tmp_path):
    for at in (*range(MOST + 5), 7):
        recent.remember(tmp_path / f"{at}.reviewdesk")

    assert len(recent.paths()) == MOST
    assert [each.stem for each in recent.paths()[:2]] == ["7", str(MOST + 4)]


@pytest.mark.parametrize("content", ["", "[", "[1, 2]", '{"books": 3}', '{"books": [1, null, ""]}', "\x00\x01"])
def test_a_list_that_does_not_read_lists_nothing_and_is_begun_anew(recent, tmp_path, content):
    file = tmp_path / "settings" / "books.json"
    file.parent.mkdir()
    file.write_text(content)

    assert recent.paths() == ()
    recent.remember(tmp_path / "Café Müller, & 客户.reviewdesk")
    assert recent.paths() == (tmp_path / "Café Müller, & 客户.reviewdesk",)


def test_every_setting_of_a_book_is_either_taken_along_or_left_behind():
    assert TAKEN_ALONG | set(LEFT_BEHIND) == {each.name for each in fields(Book)}
    assert not TAKEN_ALONG & set(LEFT_BEHIND)


def test_a_new_book_gets_a_colour_that_no_other_has():
    names = [colour for _, colour in BOOK_COLOURS]

    assert another_colour(()) == names[0]
    assert another_colour([names[0], names[1].lower()]) == names[2]
    assert another_colour([*names, *names[:3]]) == names[3]


def read(path):
    store = open_book(path, CLOCK)
    with store.read() as reading:
        found = (reading.book, reading.colleagues.all(), reading.custom_fields.all(), reading.accounts.all())
    store.close()
    return found


def test_a_new_book_like_this_one_has_its_settings_and_who_i_am_and_no_customers(store, new_books, tmp_path):
    with store.write("Settle") as work:
        work.books.put(replace(work.book, months_a=2, hours_a_week=Decimal(20), company="Northgate", holidays="DE"))
        for each in work.colleagues.all():
            work.colleagues.put(replace(each, is_me=False))
        work.colleagues.put(Colleague(name="Dana Reyes", email="dana@example.com", is_me=True))
        work.custom_fields.put(CustomField(name="Dock", kind=FieldKind.CHOICE, choices=("1", "2")))
        taken = {name: getattr(work.book, name) for name in TAKEN_ALONG}

    made = new_books.make(tmp_path / "Kestrel.reviewdesk", "Kestrel Air", like_this=True)
    book, colleagues, own, accounts = read(made)

    assert {name: getattr(book, name) for name in TAKEN_ALONG} == taken
    assert (book.name, book.tiers_set_on, book.window_end, book.import_answers) == ("Kestrel Air", None, None, ())
    assert book.color not in {each.color for each in new_books._others.all()}
    assert [(each.name, each.email, each.is_me) for each in colleagues] == [("Dana Reyes", "dana@example.com", True)]
    assert [(each.name, each.choices) for each in own] == [("Dock", ("1", "2"))]
    assert accounts == ()


def test_nothing_of_any_customer_crosses_into_a_book_like_this_one(store, new_books, tmp_path):
    """Every text of the book but its settings holds a word that must not be in any byte of the new file."""
    with store.write("Plant") as work:
        work.books.put(replace(work.book, import_answers=(("whose", CANARY),)))
        field = work.custom_fields.put(CustomField(name="Dock"))
        for account in work.accounts.all():
            work.accounts.put(replace(account, name=f"{CANARY} {account.name}", notes=CANARY, tags=(CANARY,)))
            work.people.put(Person(account_id=account.id, name=CANARY, email=f"{CANARY}@example.com"))
            work.custom_values.put(CustomValue(field_id=field.id, account_id=account.id, value=CANARY))
        work.colleagues.put(Colleague(name=CANARY))
        work.saved_views.put(SavedView(name=CANARY, filter=CANARY))

    made = new_books.make(tmp_path / "Kestrel.reviewdesk", like_this=True)

    assert CANARY.encode().lower() in b"".join(each.read_bytes() for each in beside(store.path)).lower()
    assert CANARY.encode().lower() not in b"".join(each.read_bytes() for each in beside(made)).lower()


def beside(path):
    return [each for each in path.parent.iterdir() if each.is_file() and each.name.startswith(path.name)]


def test_an_empty_new_book_has_the_usual_settings(store, new_books, tmp_path):
    with store.write("Settle") as work:
        work.books.put(replace(work.book, months_a=2))

    book, colleagues, own, _accounts = read(
        new_books.make(tmp_path / "Fresh.reviewdesk", color="#0b8077", like_this=False)
    )

    assert (book.name, book.color, book.months_a) == ("Fresh", "#0B8077", Book().months_a)
    assert (colleagues, own) == ((), ())


@pytest.mark.parametrize(
    ("name", "color", "words"),
    [("", "reddish", "is not a colour"), ("x" * 900, "", "at most"), ("Orbit", "", "There is a file")],
)
def test_a_new_book_that_cannot_be_made_leaves_nothing(new_books, other, tmp_path, name, color, words):
    path = other if name == "Orbit" else tmp_path / "Kestrel.reviewdesk"
    kept = shutil.copy(other, tmp_path / "kept")

    with pytest.raises(RefusedError, match=words):
        new_books.make(path, name, color, like_this=True)

    assert not (tmp_path / "Kestrel.reviewdesk").exists()
    assert other.read_bytes() == kept.read_bytes()
