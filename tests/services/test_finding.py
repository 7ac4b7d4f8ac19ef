"""The page of the search: kinds with counts, an account, days in words, what stands around, and giving it away."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.purchase import Product, Purchase
from reviewdesk.domain.review import NoteLine, Review
from reviewdesk.domain.said import Quote
from reviewdesk.services.finding import FindingService, as_text
from reviewdesk.services.found_values import Looked
from reviewdesk.storage.book_file import open_book

LODZ = Account(name="Łódź Logistics")
DELTA = Account(name="Delta Marine")
LONG = "padding " * 40 + "LÄTE again " + "padding " * 40
REVIEW = Review(
    account_id=LODZ.id,
    held_on=date(2026, 9, 1),
    lines=(NoteLine(text="planning doubled"), NoteLine(text="two late deliveries"), NoteLine(text="客户抱怨")),
)
PUMP = Product(name="Late pump")


@pytest.fixture
def finding(tmp_path: Path):
    """Give the page of the search over a small book."""
    store = open_book(tmp_path / "mine.reviewdesk", Clock(date(2026, 11, 26)), may_create=True)
    with store.write("Fill") as work:
        work.accounts.add_all([LODZ, DELTA])
        work.reviews.put(REVIEW)
        work.quotes.put(Quote(account_id=DELTA.id, words="always late", said_on=date(2025, 3, 3)))
        work.products.put(PUMP)
        work.purchases.put(
            Purchase(
                account_id=DELTA.id, product_id=PUMP.id, bought_on=date(2026, 1, 1), amount=Decimal(1), currency="EUR"
            )
        )
        work.concerns.put(
            Concern(account_id=DELTA.id, words=LONG, summary="late", severity=1, raised_on=date(2026, 2, 2))
        )
    yield FindingService(store)
    store.close()


def words_of(page):
    return [each.title for each in page.found]


def test_everything_is_counted_by_kind_whatever_kind_is_shown(finding):
    page = finding.look(Looked(words="late", kinds=(Kind.QUOTE,)))

    assert words_of(page) == ["always late"]
    assert page.counts == {Kind.NOTE_LINE: 1, Kind.QUOTE: 1, Kind.PRODUCT: 1, Kind.CONCERN: 1}
    assert (page.count, page.is_more) == (1, False)


def test_a_long_text_is_cut_around_the_match_and_marked_as_it_was_typed(finding):
    [found] = finding.look(Looked(words="late", kinds=(Kind.CONCERN,))).found

    assert found.title.startswith("… ")
    assert found.title.endswith(" …")
    assert [found.title[each.start : each.end] for each in found.marks] == ["LÄTE"]


@pytest.mark.parametrize(
    ("looked", "kinds"),
    [
        (Looked(words="late", account="lodz"), {Kind.NOTE_LINE}),
        (Looked(words="late", account_id=DELTA.id), {Kind.QUOTE, Kind.CONCERN}),
        (Looked(words="late in:delta"), {Kind.QUOTE, Kind.CONCERN}),
        (Looked(words="late", since="2025", until="march 2025"), {Kind.QUOTE}),
        (Looked(words="late", account="delta", since="2026"), {Kind.CONCERN}),
        (Looked(words="late -always", account="delta"), {Kind.CONCERN}),
    ],
)
def test_it_looks_where_it_is_told(finding, looked, kinds):
    assert {each.kind for each in finding.look(looked).found} == kinds


@pytest.mark.parametrize(
    ("looked", "word"),
    [
        (Looked(words="late", account="nobody"), "nobody"),
        (Looked(words="late in:nobody"), "in:"),
        (Looked(words="late", since="soonish"), "soonish"),
        (Looked(words="late", since="2026", until="2025"), "first day"),
    ],
)
def test_what_cannot_be_looked_for_is_said_in_a_sentence(finding, looked, word):
    page = finding.look(looked)

    assert word in page.sentence
    assert page.found == ()


def test_a_note_stands_among_the_notes_of_its_meeting(finding):
    [found] = finding.look(Looked(words="late", kinds=(Kind.NOTE_LINE,))).found

    around = finding.around(found, "late")

    assert [each.text for each in around.lines] == ["planning doubled", "two late deliveries", "客户抱怨"]
    assert [each.is_it for each in around.lines] == [False, True, False]
    assert around.title == "Łódź Logistics"
    assert [around.lines[1].text[each.start : each.end] for each in around.lines[1].marks] == ["late"]


def test_a_product_leads_to_who_bought_it_last(finding):
    [found] = finding.look(Looked(words="pump")).found

    assert finding.account_of(found) == DELTA.id


def test_the_best_can_come_first(finding):
    page = finding.look(Looked(words="late", best_first=True))

    assert {Kind.QUOTE, Kind.CONCERN} <= {each.kind for each in page.found}
    assert page.found[-1].kind is Kind.CONCERN


def test_what_was_found_is_given_away_as_text_and_as_a_file(finding, tmp_path):
    looked = Looked(words="late", account="lodz")

    rows = finding.save(looked, tmp_path / "found.csv")

    assert rows == 1
    assert "Łódź Logistics,2026-09-01,two late deliveries" in (tmp_path / "found.csv").read_text("utf-8-sig")
    assert as_text(finding.look(looked).found) == "Review notes\tŁódź Logistics\t2026-09-01\ttwo late deliveries"
