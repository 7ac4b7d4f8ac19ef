"""Spelling: real dictionaries in a real child process, and the words of a real book."""

from pathlib import Path

import pytest

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.spelling import is_named
from reviewdesk.services.book import BookService
from reviewdesk.services.spelling import SpellingService
from reviewdesk.storage.backup import Backups
from tests.books import a_store, small_book, the

SHIPPED = Path(__file__).parents[2] / "resources" / "spelling"


@pytest.fixture
def store(tmp_path):
    made = small_book(a_store(tmp_path))
    yield made
    made.close()


@pytest.fixture
def spelling(store):
    made = SpellingService(store, SHIPPED, folders=())
    yield made
    made.let_go()


def test_english_of_both_sides_of_the_ocean_is_right(spelling):
    words = ["colour", "color", "deliveries", "customer’s", "it's", "follow-up", "well-organised", "recieve", "teh"]

    assert spelling.misspelt(words, "en") == {"recieve", "teh"}


def test_french_is_right_with_its_elisions(spelling):
    assert spelling.misspelt(["l'accord", "réclamations", "aujourd'hui", "reclammation"], "fr") == {"reclammation"}


@pytest.mark.parametrize(
    ("word", "language", "meant"),
    [
        ("recieve", "en", "receive"),
        ("Teh", "en", "The"),
        ("invoises", "en", "invoices"),
        ("livrasion", "fr", "livraison"),
    ],
)
def test_what_was_meant_is_among_the_first(spelling, word, language, meant):
    assert meant in spelling.meant(word, language)


def test_german_comes_from_the_machine_alone(store, tmp_path):
    machine = tmp_path / "hunspell"
    machine.mkdir()
    assert SpellingService(store, SHIPPED, folders=(machine,)).languages == ("en", "fr")
    assert "none was found" in SpellingService(store, SHIPPED, folders=(machine,)).in_words

    (machine / "de_DE.aff").write_text("SET UTF-8\n", encoding="utf-8")
    (machine / "de_DE.dic").write_text("2\nRechnung\nwir\n", encoding="utf-8")
    german = SpellingService(store, SHIPPED, folders=(machine,))

    assert german.languages == ("en", "fr", "de")
    assert "dictionary of this machine" in german.in_words
    assert german.misspelt(["Rechnung", "Rechnnung", "wir"], "de") == {"Rechnnung"}
    german.let_go()


def test_the_language_is_that_of_the_account_else_of_the_book(store, spelling):
    account = the(store, "Łódź Logistics")
    book = BookService(store, Backups(store.path, store.clock))
    before = spelling.language_of(account.id)
    book.change_setting("language", "fr")
    after = spelling.language_of(account.id)
    book.change_setting("checks_spelling", "no")

    assert (before, after, spelling.language_of(account.id)) == ("en", "fr", "")


def test_names_of_the_book_and_its_own_words_are_never_misspelt(store, spelling):
    spelling.add_word("Palettierer")
    names = spelling.names()

    assert all(is_named(each, names) for each in ("Łódź", "palettierer", "Fri"))
    with pytest.raises(RefusedError, match="already"):
        spelling.add_word("palettierer")
    store.undo()
    assert not is_named("palettierer", spelling.names())


@pytest.mark.parametrize("says", ["SET KLINGON\n", "SET UTF-8\n"])
def test_a_dictionary_that_cannot_be_read_finds_nothing_wrong(store, tmp_path, says):
    (tmp_path / "de_DE.aff").write_text(says, encoding="utf-8")
    (tmp_path / "de_DE.dic").write_text("0\n", encoding="utf-8")
    broken = SpellingService(store, SHIPPED, folders=(tmp_path,))

    assert broken.misspelt(["Rechnnung"], "de") == frozenset()
    assert broken.meant("Rechnnung", "de") == ()
    broken.let_go()
