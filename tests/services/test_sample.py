"""The sample book holds to every rule of the program, says nothing it must not, and is gone in one click."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from reviewdesk.domain.account import Account, AccountStatus, Tier
from reviewdesk.domain.answer import Asked
from reviewdesk.domain.book import Book
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.concern import Stage
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import Ending, Side, WaitsOn
from reviewdesk.domain.leaks import leaks_in
from reviewdesk.domain.people import Colleague
from reviewdesk.domain.review import ReviewState
from reviewdesk.domain.said import Consent
from reviewdesk.domain.summary import from_json
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.documents import DocumentService, forbidden_for
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.sample import SampleService
from reviewdesk.services.tiers import TierService
from reviewdesk.storage import standing
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.journal import Journal
from reviewdesk.storage.store import Store

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "sample"
FONTS = ROOT / "resources" / "fonts"
REPOSITORIES = (
    "accounts", "people", "colleagues", "products", "purchases", "reviews", "goals", "actuals", "summaries",
    "concerns", "follow_ups", "questions", "quotes", "opportunities", "contacts",
    "answers",
)  # fmt: skip
DAYS = [None, date(2026, 11, 24), date(2028, 2, 29), date(2027, 12, 31), date(2027, 6, 6)]


def a_book(folder: Path, today: date | None = None, name: str = "My accounts") -> Store:
    return open_book(folder / f"{name}.reviewdesk", Clock(today), may_create=True)


def everything(store: Store) -> dict[str, tuple[object, ...]]:
    with store.read() as reading:
        return {name: tuple(sorted(getattr(reading, name).all(), key=lambda each: each.id)) for name in REPOSITORIES}


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """Give the sample book of today, for tests that only read."""
    store = a_book(tmp_path_factory.mktemp("sample"))
    SampleService(store, SAMPLE).fill()
    yield store
    store.close()


@pytest.fixture
def book(tmp_path):
    """Give an empty book."""
    store = a_book(tmp_path)
    yield store
    store.close()


def test_the_sample_opens_as_one_step_with_about_sixty_accounts(book):
    opened = SampleService(book, SAMPLE).fill()

    assert opened.value.accounts == 63
    assert opened.changes.label == "Open the sample book"
    assert SampleService(book, SAMPLE).is_sample


def test_the_book_is_that_of_the_company(sample):
    with sample.read() as reading:
        book, me = reading.book, reading.colleagues.where(is_me=True)

    assert (book.name, book.company, book.base_currency) == ("Northgate", "Northgate Freight Systems", "EUR")
    assert [each.email for each in me] == ["dana.reyes@northgate.example"]
    assert {each[0] for each in book.rates} == {"PLN", "GBP", "CHF", "USD", "SEK", "JPY"}


def test_tiers_are_those_of_the_rule(sample):
    rows = [each for each in AccountService(sample).rows() if each.status is AccountStatus.ACTIVE]

    assert {each.name for each in rows if each.would_be is not None} == set()
    assert [sum(each.tier is tier for each in rows) for tier in Tier] == [10, 31, 20]
    assert TierService(sample).shown().unranked == ("Anadolu Makine",)


def test_the_five_largest_make_a_good_part_of_the_revenue(sample):
    assert round(TierService(sample).shown().concentration.largest_5 * 100) == 43


@pytest.mark.parametrize("today", DAYS)
def test_on_any_day_the_same_is_going_on(tmp_path, today):
    store = a_book(tmp_path, today)
    SampleService(store, SAMPLE).fill()
    rows = {each.name: each for each in AccountService(store).rows()}
    store.close()

    assert rows["Łódź Logistics"].next_review.words == "Today 14:00"
    assert rows["Łódź Logistics"].late_promises == 1
    assert rows["Łódź Logistics"].open_concerns == 2
    assert rows["Globex Corporation"].next_review.words.startswith("Late 2")
    assert (rows["Globex Corporation"].spoke_days, rows["Globex Corporation"].is_quiet) == (61, True)
    assert rows["Orion Glassworks"].next_review.words.endswith("booked")
    assert rows["Wonka Foods"].next_review.words.endswith("days over")
    assert {name for name, each in rows.items() if each.is_quiet} == {
        "Globex Corporation", "Ateliers Morel", "Quiet Harbour Ltd"
    }  # fmt: skip
    assert {each.would_be for each in rows.values()} == {None}


def test_what_is_kept_of_each_account_is_what_it_is_worked_out_from(sample):
    with sample.read() as reading:
        kept = standing.stored(reading.connection)
        fresh = standing.work_out(reading.connection, reading.book, reading.book.sample_of)

    assert kept == fresh


def test_every_held_review_has_its_contact_and_its_summary(sample):
    with sample.read() as reading:
        held = [each for each in reading.reviews.all() if each.is_held]
        met = {(each.review_id, each.made_on) for each in reading.contacts.all()}
        told = {each.review_id for each in reading.summaries.all()}

    assert len(held) > 200
    assert all((each.id, each.held_on) in met and each.id in told for each in held)
    assert all(each.held_on.weekday() < 5 for each in held)


def test_a_review_is_closed_when_all_its_follow_ups_ended_and_open_again_when_not(sample):
    with sample.read() as reading:
        waiting = {each.review_id for each in reading.follow_ups.all() if each.is_open}
        states = [(each.state, each.id in waiting) for each in reading.reviews.all() if each.is_held]

    assert set(states) == {(ReviewState.SENT, True), (ReviewState.CLOSED, False)}


def test_nothing_ends_before_it_was_said_or_after_today(sample):
    today = Clock().today()
    with sample.read() as reading:
        ended = [each for each in reading.follow_ups.all() if each.ended_on]
        contacts, concerns, answered = reading.contacts.all(), reading.concerns.all(), reading.questions.all()
        bought = reading.purchases.all()

    assert all(each.said_on <= each.ended_on <= today for each in ended)
    assert all((each.ending is Ending.KEPT_LATE) <= (each.ended_on > each.due) for each in ended)
    assert all((each.ending is Ending.KEPT) <= (each.ended_on <= each.due) for each in ended)
    assert all(each.reason for each in ended if each.ending is Ending.DROPPED)
    assert max(each.made_on for each in contacts) <= today
    assert all(each.raised_on <= each.stage_since <= today for each in concerns)
    assert all(each.asked_on <= each.answered_on <= today for each in answered if each.answered_on)
    assert max(each.bought_on for each in bought) <= today


def test_every_promise_has_a_date_and_somebody_who_keeps_it(sample):
    with sample.read() as reading:
        mine = reading.colleagues.where(is_me=True)[0].id
        promises = [each for each in reading.follow_ups.all() if each.is_promise]

    assert all(each.due for each in promises)
    for each in promises:
        if each.side is Side.THEIRS:
            assert (each.waits_on, each.colleague_id) == (WaitsOn.CUSTOMER, None)
        else:
            assert (each.waits_on is WaitsOn.ME) == (each.colleague_id == mine)


def test_all_that_can_happen_to_a_record_happens_in_it(sample):
    with sample.read() as reading:
        follow_ups, today = reading.follow_ups.all(), Clock().today()
        assert {each.ending for each in follow_ups} == {None, *Ending}
        assert {each.stage for each in reading.concerns.all()} == set(Stage)
        assert {each.severity for each in reading.concerns.all()} == {1, 2, 3, 4}
        assert {each.consent for each in reading.quotes.all()} == set(Consent)
        assert {each.won for each in reading.opportunities.all()} == {None, True, False}
        assert {each.is_open for each in reading.questions.all()} == {True, False}
        assert {each.waits_on for each in follow_ups if each.is_open} == set(WaitsOn)
        assert any(each.is_late(today) and each.waits_on is WaitsOn.COLLEAGUE for each in follow_ups)
        assert any(each.state is ReviewState.CANCELLED for each in reading.reviews.all())
        assert {each.status for each in reading.accounts.all()} == {AccountStatus.ACTIVE, AccountStatus.LOST}
        assert any(each.parent_id for each in reading.accounts.all())
        assert {each.currency for each in reading.accounts.all()} == {
            "EUR", "PLN", "GBP", "CHF", "USD", "SEK", "JPY", "TRY"
        }  # fmt: skip


def test_most_customers_were_asked_and_some_never_were(sample):
    today = Clock().today()
    with sample.read() as reading:
        accounts, answers = reading.accounts.all(), reading.answers.all()

    asked = {each.account_id for each in answers}
    assert 40 < len(asked) < sum(each.status is AccountStatus.ACTIVE for each in accounts)
    assert {each.asked for each in answers} >= {Asked.RECOMMEND, Asked.CONTENT, Asked.EASE, Asked.TRUST}
    assert all(each.scale.lowest <= each.value <= each.scale.highest for each in answers)
    assert max(each.answered_on for each in answers) <= today


def test_names_in_many_scripts_are_there(sample):
    with sample.read() as reading:
        text = " ".join(each.name for each in (*reading.accounts.all(), *reading.people.all()))
        notes = " ".join(each.text for each in reading.reviews.all())

    for words in ("Łódź", "Δέλτα Ναυτιλιακή", "Северное", "客户", "شركة", "חברת", "Nguyễn", "田中", "Müller", "Hélène"):
        assert words in text
    for words in ("verspätete", "retard", "spóźnione", "Νωρίτερα", "每周", "العام", "הקירור", "とても"):
        assert words in notes


def test_no_address_number_or_page_can_be_anybodys(sample):
    with sample.read() as reading:
        people = (*reading.people.all(), *reading.colleagues.all())
        accounts = reading.accounts.all()

    assert all(each.email.endswith(".example") for each in people if each.email)
    assert all("555" in each.phone.replace("55 55", "555") for each in people)
    assert all(each.website.endswith(".example") and each.domain.endswith(".example") for each in accounts)
    assert len({each.domain for each in accounts}) == len(accounts)


def test_a_finished_review_is_what_the_program_itself_would_make_of_it(sample):
    """Saving the notes once more, as the editor does, changes no record."""
    with sample.read() as reading:
        reviews = [each for each in reading.reviews.all() if each.is_held][::25]
    meetings = MeetingService(sample, Journal(sample.path))
    before = everything(sample)

    for each in reviews:
        meetings.save_notes(each.id, each.text)

    assert everything(sample) == before


def test_no_summary_of_the_sample_raises_a_false_alarm(sample):
    documents = DocumentService(sample, FONTS)
    with sample.read() as reading:
        reviews = {each.id: each for each in reading.reviews.all()}
        newest = {each.account_id: each for each in sorted(reading.summaries.all(), key=lambda one: one.finished_on)}

        def found_in(value, review):
            return leaks_in(repr(value), forbidden_for(reading, review, value, ()))

        alarms = [
            (each.value[:80], found)
            for each in reading.summaries.all()
            if (found := found_in(from_json(each.value), reviews[each.review_id]))
        ]
    assert alarms == []

    for each in list(newest.values())[::9]:
        checked = documents.check(each.id)
        assert checked.pdf.startswith(b"%PDF")
        assert checked.leaks == ()


def test_the_same_day_gives_the_same_book(tmp_path):
    first, second = (a_book(tmp_path / each, date(2026, 11, 24)) for each in ("one", "two"))
    for each in (first, second):
        SampleService(each, SAMPLE).fill()

    assert everything(first) == everything(second)
    first.close()
    second.close()


def test_it_is_refused_in_a_book_that_holds_accounts(book):
    AccountService(book).add("Mine Ltd")

    with pytest.raises(RefusedError, match="holds accounts already"):
        SampleService(book, SAMPLE).fill()
    assert [each.name for each in AccountService(book).rows()] == ["Mine Ltd"]


def test_removing_it_leaves_the_book_as_it_was_and_undo_brings_it_back(book):
    with book.read() as reading:
        empty = reading.book
    service = SampleService(book, SAMPLE)
    service.fill()
    full = everything(book)

    removed = service.remove()

    with book.read() as reading:
        assert replace(reading.book, version=empty.version) == empty
    assert removed.changes.label == "Remove the sample book"
    assert all(found == () for found in everything(book).values())
    assert not service.is_sample
    book.undo()
    assert everything(book) == full
    assert service.is_sample


def test_opening_it_can_be_undone(book):
    SampleService(book, SAMPLE).fill()

    book.undo()

    assert all(found == () for found in everything(book).values())


def test_what_is_the_persons_own_stays(book):
    """Their own account, the colleague who owns it and the name they gave the book are not the sample's."""
    with book.write("Who I am") as work:
        me = work.colleagues.put(Colleague(name="Kim Larsen", is_me=True))
    service = SampleService(book, SAMPLE)
    service.fill()
    with book.write("Mine") as work:
        omar = next(each for each in work.colleagues.all() if each.name == "Omar Haddad")
        work.accounts.put(Account(name="Mine Ltd", owner_id=omar.id, added_on=Clock().today()))
        work.books.put(replace(work.book, name="Kim's book"))

    service.remove()

    with book.read() as reading:
        assert [each.name for each in reading.accounts.all()] == ["Mine Ltd"]
        assert {each.name for each in reading.colleagues.all()} == {"Kim Larsen", "Omar Haddad"}
        assert reading.colleagues.where(is_me=True)[0].id == me.id
        assert (reading.book.name, reading.book.company) == ("Kim's book", Book().company)


def test_promises_of_somebody_who_named_themselves_are_theirs(book):
    with book.write("Who I am") as work:
        me = work.colleagues.put(Colleague(name="Kim Larsen", is_me=True))
    SampleService(book, SAMPLE).fill()

    with book.read() as reading:
        assert [each.name for each in reading.colleagues.where(is_me=True)] == ["Kim Larsen"]
        late = [each for each in reading.follow_ups.where(colleague_id=me.id) if each.is_late(Clock().today())]
    assert "Send the revised delivery plan" in {each.what for each in late}


def test_removing_it_from_a_book_without_it_is_refused(book):
    with pytest.raises(RefusedError, match="nothing to remove"):
        SampleService(book, SAMPLE).remove()


def test_a_book_in_another_currency_gets_its_rates_in_that_one(book):
    with book.write("Currency") as work:
        work.books.put(replace(work.book, base_currency="PLN"))
    SampleService(book, SAMPLE).fill()

    rows = {each.name: each for each in AccountService(book).rows()}
    assert rows["Łódź Logistics"].currency == "PLN"
    assert 900_000 < rows["Łódź Logistics"].revenue < 950_000
    assert rows["Hanseatic Timber"].tier is Tier.A


def test_reviews_reach_back_two_years(sample):
    with sample.read() as reading:
        lodz = next(each for each in reading.accounts.all() if each.name == "Łódź Logistics")
        held = sorted(each.held_on for each in reading.reviews.where(account_id=lodz.id) if each.held_on)

    assert len(held) >= 7
    assert Clock().today() - held[0] > timedelta(days=600)
