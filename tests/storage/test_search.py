"""What was written is found however it is typed, and no query can hurt."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from reviewdesk.domain.account import Account
from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.attachment import Attachment
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.concern import Ask, Concern
from reviewdesk.domain.custom_field import CustomField, CustomValue
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.purchase import Product
from reviewdesk.domain.review import AgendaItem, Goal, NoteLine, Review, StoredSummary
from reviewdesk.domain.said import Quote
from reviewdesk.domain.search_query import Phrase, SearchQuery, read_query
from reviewdesk.domain.summary import CustomerSummary, Vendor, to_json
from reviewdesk.domain.switch import Direction, Switch
from reviewdesk.domain.text import words_of
from reviewdesk.storage import checking, search_mending, search_sources
from reviewdesk.storage.search import is_current
from reviewdesk.storage.search_finding import Part, Within, find, match_of
from reviewdesk.storage.search_sources import SOURCES, query_of
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


def found(store, query, within=Within(), part=Part()):  # noqa: B008 - values that do not change
    with store.read() as reading:
        return find(reading.connection, read_query(query), within, part)


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
    first, second = found(book, "invoices late", Within(kinds=(Kind.NOTE_LINE,)))

    assert {first.text, second.text} == {line.text for line in REVIEW.lines}
    assert (first.day, first.account_id, first.kind) == ("2026-05-01", ACME.id, Kind.NOTE_LINE)


def test_lists_are_shown_as_they_were_typed(book):
    [hit] = found(book, "bee")

    assert hit.text.splitlines()[-3:] == ["a", "bee", 'c"dee']
    assert found(book, "is well")[0].text == "All\nis well"


def test_a_search_can_be_of_one_account_some_kinds_and_a_number(book):
    assert found(book, "lodz", Within(accounts=(OTHER.id,))) == ()
    assert found(book, "weiss", Within((Kind.PERSON,), (OTHER.id,)))[0].text.startswith("Jürgen")
    assert found(book, "weiss", Within(kinds=(Kind.ACCOUNT,))) == ()
    assert len(found(book, "invoices", part=Part(limit=1))) == 1


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
    match_of(read_query(query))
    found(book, query)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), min_size=1, max_size=60))
def test_whatever_was_written_is_found_by_its_own_words(store, notes):
    account = Account(name="Plain", notes=notes)
    with store.write("Add") as work:
        work.accounts.put(account)
    words = words_of(notes)

    query = SearchQuery(tuple(Phrase((each,)) for each in words[:32]))
    with store.read() as reading:
        hits = {each.record_id for each in find(reading.connection, query, part=Part(limit=2000))}
    hits = hits if words else {account.id}

    assert account.id in hits


def test_notes_of_a_million_characters_are_kept_and_found(book):
    with book.write("Paste") as work:
        work.accounts.put(replace(work.accounts.get(ACME.id), notes="word " * 200_000 + "needle"))

    assert found(book, "needle")[0].record_id == ACME.id


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ('"order in"', ACME), ('"in order"', None), ("in order", ACME), ('"re-order in q', ACME), ("“order in”", ACME),
        ("lodz -order", None), ("lodz -zurich", ACME), ('lodz -"in order"', ACME), ('lodz -"order in"', None),
        ("-zurich", None), ("lodz - order", ACME), ("客户 -满意", None), ("werke lodz", ACME), ("满意 客户", ACME),
    ],
)  # fmt: skip
def test_phrases_in_quotes_and_words_left_out(book, query, wanted):
    hits = [each.record_id for each in found(book, query, Within(kinds=(Kind.ACCOUNT,)))]

    assert hits == ([wanted.id] if wanted else [])


def test_days_are_found_from_first_to_last_whole_years_among_them(book):
    days = [date(2023, 12, 31), date(2024, 1, 1), date(2025, 6, 15), date(2026, 2, 28), date(2026, 3, 1)]
    with book.write("More") as work:
        for each in days:
            work.quotes.put(Quote(account_id=ACME.id, words="pallets", said_on=each))

    def dated(since, until):
        return [each.day for each in reversed(found(book, "pallets", Within(since=since, until=until)))]

    assert dated(days[1], days[3]) == [each.isoformat() for each in days[1:4]]
    assert dated(days[3], None) == [each.isoformat() for each in days[3:]]
    assert dated(None, days[0]) == [days[0].isoformat()]
    assert dated(date(2026, 3, 1), date(2026, 1, 1)) == []


def test_everything_that_was_ever_written_is_found(book):
    field = CustomField(name="Gate")
    colleague, product = Colleague(name="needle Kim"), Product(name="needle pump")
    agenda = (AgendaItem(title="the needle", minutes=5),)
    with book.write("More") as work:
        work.quotes.put(Quote(account_id=ACME.id, words="a needle", said_on=date(2026, 1, 1)))
        work.answers.put(Answer.given(Asked.TRUST, 5, account_id=ACME.id, answered_on=date(2026, 1, 2),
                                      evidence="needle shown"))  # fmt: skip
        work.goals.put(Goal(account_id=ACME.id, what="needle", target="1"))
        work.switches.put(
            Switch(account_id=ACME.id, direction=Direction.TO_RIVAL, switched_on=date(2026, 1, 3), rival="Needle Inc")
        )
        work.attachments.put(
            Attachment(account_id=ACME.id, name="needle.pdf", size=1, digest="0", added_on=date(2026, 1, 4))
        )
        work.custom_fields.put(field)
        work.custom_values.put(CustomValue(field_id=field.id, account_id=ACME.id, value="needle 4"))
        work.products.put(product)
        work.colleagues.put(colleague)
        work.reviews.put(Review(account_id=OTHER.id, agenda=agenda))
        summary = CustomerSummary(Vendor("Us"), "Acme", date(2026, 5, 1), sentences=("A needle was found.",))
        work.summaries.put(
            StoredSummary(
                account_id=ACME.id, review_id=REVIEW.id, number=1, value=to_json(summary), finished_on=date(2026, 5, 2)
            )
        )

    hits = {each.kind: each.text for each in found(book, "needle")}

    assert set(hits) == {
        Kind.QUOTE, Kind.ANSWER, Kind.GOAL, Kind.SWITCH, Kind.ATTACHMENT, Kind.CUSTOM_VALUE, Kind.PRODUCT,
        Kind.COLLEAGUE, Kind.REVIEW, Kind.SUMMARY,
    }  # fmt: skip
    assert hits[Kind.SUMMARY] == "A needle was found."
    assert hits[Kind.REVIEW] == "the needle"
    check_what_is_worked_out(book)


@pytest.mark.parametrize("query", ["reason-xy", "carrier-xy", "relabel", "despatch"])
def test_a_concern_is_found_by_its_reasons_tags_asks_and_team(book, query):
    concern = Concern(
        account_id=ACME.id, words="late", summary="late", severity=2, raised_on=date(2026, 1, 1), team="Despatch",
        reasons=("reason-xy",), tags=("carrier-xy",), asks=(Ask(what="relabel the pallets"),),
    )  # fmt: skip
    with book.write("More") as work:
        work.concerns.put(concern)

    assert [each.record_id for each in found(book, query)] == [concern.id]
    check_what_is_worked_out(book)


def test_an_index_with_fewer_words_counts_as_from_before(store, monkeypatch):
    with monkeypatch.context() as before, store.write("Start") as work:
        before.setattr(search_sources, "_KIND", "\ue000")
        work.accounts.put(ACME)

    assert search_mending.mend(store) > 0
    check_what_is_worked_out(store)


def made_before_marks(book):
    """Leave the index as an earlier program made it: words alone, and none of quotes."""
    with book.write("Before") as work:
        connection = work.connection
        rows = connection.execute(text("SELECT number, kind, record_id FROM search_entry")).all()
        for number, kind, record_id in rows:
            connection.execute(text("DELETE FROM search_index WHERE rowid = :number"), {"number": number})
            if kind == Kind.QUOTE:
                connection.execute(text("DELETE FROM search_entry WHERE number = :number"), {"number": number})
                continue
            query = query_of(Kind(kind)).where(SOURCES[Kind(kind)].table.c.id == record_id)
            row = connection.execute(query).mappings().one()
            words = " ".join(words_of("\n".join(SOURCES[Kind(kind)].texts(row))))
            entry = {"number": number, "words": words}
            connection.execute(text("INSERT INTO search_index(rowid, words) VALUES (:number, :words)"), entry)


def test_an_index_from_before_is_searched_as_it_is_and_made_anew_once(book):
    with book.write("More") as work:
        work.quotes.put(Quote(account_id=ACME.id, words="never late", said_on=date(2026, 1, 1)))
    made_before_marks(book)
    late = Within(accounts=(ACME.id,), kinds=(Kind.NOTE_LINE, Kind.QUOTE))
    assert len(found(book, "late", late)) == 2
    assert found(book, "late", Within(accounts=(OTHER.id,))) == ()

    assert search_mending.mend(book) > 0

    assert {each.kind for each in found(book, "late", late)} == {Kind.NOTE_LINE, Kind.QUOTE}
    assert search_mending.mend(book) == 0
    check_what_is_worked_out(book)


def test_a_mending_that_was_broken_off_is_taken_up_again(book):
    with book.write("More") as work:
        work.quotes.put(Quote(account_id=ACME.id, words="never late", said_on=date(2026, 1, 1)))
    made_before_marks(book)
    turns = iter([True, True, False])

    search_mending.mend(book, lambda: next(turns))
    with book.read() as reading:
        assert not is_current(reading.connection)
    search_mending.mend(book)

    check_what_is_worked_out(book)
    assert checking.check(book) == ()


def test_a_check_says_that_the_index_is_from_before(book):
    made_before_marks(book)

    assert [each for each in checking.check(book) if "search" in each]
