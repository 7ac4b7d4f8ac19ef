"""All books from the terminal, and new ones."""

import json

from reviewdesk.domain.clock import Clock
from reviewdesk.storage.recent_books import RecentBooks
from reviewdesk.wiring import look_at_books, standard_folders
from tests.cli.program import DAY


def remember(*paths):
    for each in paths:
        RecentBooks(standard_folders().recent_books).remember(each)


def test_all_books_are_listed_with_what_is_due_in_each(call, book, tmp_path):
    torn = tmp_path / "Torn.reviewdesk"
    torn.write_bytes(b"nothing" * 200)
    remember(torn, book)
    told = call("--today", DAY, "books")

    assert told.code == 0
    assert told.out.splitlines()[2].startswith("Northgate")
    assert "2 books, " in told.out
    assert "Torn.reviewdesk does not read as a ReviewDesk book" in told.err


def test_all_books_as_json_have_stable_keys(call, book):
    remember(book)
    (found,) = json.loads(call("--today", DAY, "books", "--json").out)

    assert set(found) == {
        "name", "path", "color", "accounts", "over", "today", "ahead", "open_elsewhere", "refusal", "due"
    }  # fmt: skip
    assert (found["accounts"], found["path"]) == (62, str(book))
    assert set(found["due"][0]) == {"account", "what", "on", "when"}


def test_a_hidden_list_is_not_told_in_the_terminal_either(call, book):
    remember(book)
    RecentBooks(standard_folders().recent_books).hide(on=True)

    assert call("books").refused
    assert "hidden" in call("books", "--json").err


def test_without_a_book_it_says_what_to_do(call):
    assert "Open one in the window" in call("books").out


def test_a_new_book_like_another_is_made_and_listed_with_its_settings(call, book, tmp_path):
    told = call("new", tmp_path / "Kestrel", "--like", book, "--name", "Kestrel Air")
    made = tmp_path / "Kestrel.reviewdesk"

    assert (told.code, told.out.strip()) == (0, str(made))
    assert call("--book", made, "accounts", "--json").out.strip() == "[]"
    assert call("--book", made, "check").code == 0


def test_a_new_book_never_takes_the_place_of_a_file(call, book, tmp_path):
    before = book.read_bytes()

    assert call("new", book).refused
    assert call("new", book, "--like", book).refused
    assert call("new", tmp_path / "a", "--like", tmp_path / "none.reviewdesk").refused
    assert book.read_bytes() == before


def test_a_point_in_a_name_is_no_ending(call, tmp_path):
    assert call("new", tmp_path / "St. Pauli").out.strip() == str(tmp_path / "St. Pauli.reviewdesk")


def test_an_empty_new_book_bears_the_name_of_its_file(call, tmp_path):
    call("new", tmp_path / "Orbit.reviewdesk")

    assert look_at_books(Clock()).look_at(tmp_path / "Orbit.reviewdesk").name == "Orbit"
