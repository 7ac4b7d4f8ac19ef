"""What was written is found however it is typed, and no query can hurt."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reviewdesk.domain.account import Account
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.people import Person
from reviewdesk.domain.review import NoteLine, Review
from reviewdesk.domain.text import words_of
from reviewdesk.storage.search import find, match_of
from tests.storage.whole_book import check_what_is_worked_out

ACME = Account(name="Łódź Werke", city="Straße am See", notes="客户很满意。 re-order in Q4", tags=("a\nbee", 'c"dee'))
OTHER = Account(name="Zürich Øst", notes="cafe\u0301 crème, ĐỒNG Nai, Αθήνα, Москва, ירושלים, القاهرة")
REVIEW = Review(
    account_id=ACME.id,
    held_on=date(2026, 5, 1),
    lines=(NoteLine(text="! invoices come late"), NoteLine(text="invoices were late before")),
    sentences=("All\nis well",),
)


@pytest.fixture
def book(store):
    """Give a book with two accounts and a review."""
    with store.write("Start") as work:
        work.accounts.add_all([ACME, OTHER])
        work.people.put(Person(account_id=OTHER.id, name="Jürgen Weiß", email="j.weiss@oest.example"))
        work.reviews.put(REVIEW)
    return store


def found(store, query, **how):
    with store.read() as reading:
        return find(reading.connection, query, **how)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("lodz", ACME), ("ŁÓDŹ", ACME), ("Łó", ACME), ("strasse", ACME), ("STRASSE", ACME), ("straße", ACME),
        ("客户", ACME), ("满意", ACME), ("户很", ACME), ("客户 order", ACME), ("re-order", ACME), ("order q4", ACME),
        ("bee", ACME), ("dee", ACME), ("zurich", OTHER), ("ost", OTHER), ("øst", OTHER), ("café", OTHER),
        ("cafe creme", OTHER), ("dong", OTHER), ("αθηνα", OTHER), ("МОСКВА", OTHER), ("ירושלים", OTHER),
        ("القاهرة", OTHER), ("moskva", None), ("客意", None), ("nbee", None), ("odz", None), ("lodz zurich", None),
        ("lodz ", ACME), ("lod ", None), ('"lod" ', None),
    ],
)  # fmt: skip
def test_an_account_is_found_however_it_is_typed(book, query, wanted):
    hits = [each for each in found(book, query) if each.kind is Kind.ACCOUNT]

    assert [each.record_id for each in hits] == ([wanted.id] if wanted else [])


def test_a_note_is_found_with_its_day_its_account_and_its_text(book):
    first, second = found(book, "invoices late", kinds=[Kind.NOTE_LINE])

    assert {first.text, second.text} == {line.text for line in REVIEW.lines}
    assert (first.day, first.account_id, first.kind) == ("2026-05-01", ACME.id, Kind.NOTE_LINE)


def test_lists_are_shown_as_they_were_typed(book):
    [hit] = found(book, "bee")

    assert hit.text.splitlines()[-3:] == ["a", "bee", 'c"dee']
    assert found(book, "is well")[0].text == "All\nis well"


def test_a_search_can_be_of_one_account_some_kinds_and_a_number(book):
    assert found(book, "lodz", account_id=OTHER.id) == ()
    assert found(book, "weiss", account_id=OTHER.id, kinds=[Kind.PERSON])[0].text.startswith("Jürgen")
    assert found(book, "weiss", kinds=[Kind.ACCOUNT]) == ()
    assert len(found(book, "invoices", limit=1)) == 1


def test_the_newest_comes_first(book):
    with book.write("More") as work:
        for year in (2025, 2027, 2024):
            work.reviews.put(
                Review(account_id=OTHER.id, held_on=date(year, 1, 1), lines=(NoteLine(text="invoices once more"),))
            )

    days = [each.day for each in found(book, "invoices")]
    assert days == sorted(days, reverse=True)
    assert days[0] == "2027-01-01"


def test_what_was_changed_is_found_by_its_new_words_alone(book):
    with book.write("Rename") as work:
        work.accounts.put(replace(work.accounts.get(ACME.id), name="Gdańsk Werke"))
        work.reviews.put(replace(work.reviews.get(REVIEW.id), lines=REVIEW.lines[:1]))
    assert found(book, "lodz") == ()
    assert found(book, "gdansk")[0].record_id == ACME.id
    assert len(found(book, "invoices")) == 1

    book.undo()
    assert found(book, "lodz")[0].record_id == ACME.id
    assert len(found(book, "invoices")) == 2


def test_notes_follow_the_day_their_review_was_held(book):
    with book.write("Correct the day") as work:
        work.reviews.put(replace(work.reviews.get(REVIEW.id), held_on=date(2026, 6, 2)))

    assert {each.day for each in found(book, "invoices")} == {"2026-06-02"}
    check_what_is_worked_out(book)


def test_what_was_removed_is_found_no_more(book):
    with book.write("Remove") as work:
        work.accounts.remove(ACME.id)

    for query in ("lodz", "invoices", "well", "客户"):
        assert found(book, query) == ()


@pytest.mark.parametrize("query", ["", " ", '"', "'", "***", "()", "\x00", "\ud800", "-", "۔؟", "\u202e"])
def test_a_query_without_a_word_finds_nothing(book, query):
    assert found(book, query) == ()


HOSTILE = [
    'lodz" OR "zurich', "lodz NOT x", "NEAR(lodz werke)", "words:lodz", "{words} : lodz", "^lodz", "lodz*", "lodz)",
    "lodz AND", "lodz + werke", "'; DROP TABLE search_entry; --", "lodz\x00werke", "lodz\ud800", "%", "lodz\\",
]  # fmt: skip


@pytest.mark.parametrize("query", HOSTILE)
def test_signs_in_a_query_are_only_signs(book, query):
    for each in found(book, query):
        assert set(words_of(query)) >= {"lodz"}
        assert each.record_id == ACME.id
    assert found(book, "lodz")


def test_a_query_of_a_hundred_thousand_characters_is_answered(book):
    assert found(book, "lodz " * 20_000)[0].record_id == ACME.id
    assert found(book, "客" * 100_000) == ()
    assert found(book, "x" * 100_000) == ()
    assert found(book, "a b c d " * 12_500) == ()


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), max_size=40) | st.text("\"'*()^:-+{}\\ \x00aANDOR客", max_size=30))
@example("\ud800\udfff")
@example("ǆ İ ﷺ ㍿")
def test_no_query_raises(book, query):
    match_of(query)
    found(book, query)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), min_size=1, max_size=60))
def test_whatever_was_written_is_found_by_its_own_words(store, text):
    account = Account(name="Plain", notes=text)
    with store.write("Add") as work:
        work.accounts.put(account)
    words = words_of(text)

    hits = {each.record_id for each in found(store, text, limit=2000)} if words else {account.id}

    assert account.id in hits


def test_notes_of_a_million_characters_are_kept_and_found(book):
    with book.write("Paste") as work:
        work.accounts.put(replace(work.accounts.get(ACME.id), notes="word " * 200_000 + "needle"))

    assert found(book, "needle")[0].record_id == ACME.id
