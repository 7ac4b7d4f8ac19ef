"""Search over names and everything written, in this book and no other."""

from datetime import date
from pathlib import Path

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.friction import Friction
from reviewdesk.domain.handing_off import HandOff, Round
from reviewdesk.domain.people import Person
from reviewdesk.domain.planned_change import PlannedChange, TouchedByChange
from reviewdesk.domain.price_diagnosis import PriceDiagnosis
from reviewdesk.domain.review import NoteLine, Review
from reviewdesk.domain.shared_problem import Affected, Attempt, Cause, CauseBy, SharedProblem
from reviewdesk.services.search import SearchService
from reviewdesk.storage.book_file import open_book

LODZ = Account(name="Łódź Logistics", industry="Logistics", phones=("0048 42 555 0142",))
DELTA = Account(name="Delta Marine", industry="Ships", notes="Their plant is new.\nThey lent us a forklift")
KEHU = Account(name="客户有限公司")


@pytest.fixture
def search(tmp_path: Path):
    """Give the search over a small book."""
    store = open_book(tmp_path / "mine.reviewdesk", Clock(), may_create=True)
    notes = ("planning team doubled", "two late deliveries in March", "Straße gesperrt, 客户抱怨")
    review = Review(account_id=LODZ.id, held_on=date(2026, 9, 1), lines=tuple(NoteLine(text=each) for each in notes))
    with store.write("Fill") as work:
        for each in (LODZ, DELTA, KEHU):
            work.accounts.put(each)
        work.people.put(Person(account_id=LODZ.id, name="Zoë Délár", role="Buyer", phone="555"))
        work.reviews.put(review)
        for words, account, day in (
            ("Late again", LODZ, date(2026, 1, 5)),
            ("Delivered late", DELTA, date(2026, 6, 5)),
        ):
            work.concerns.put(Concern(account_id=account.id, words=words, summary=words, severity=2, raised_on=day))
    yield SearchService(store)
    store.close()


@pytest.mark.parametrize(
    ("typed", "found"), [("lodz", LODZ), ("LÓDŹ", LODZ), ("del", DELTA), ("客户", KEHU), ("logis", LODZ)]
)
def test_an_account_is_found_however_its_name_is_typed(search: SearchService, typed: str, found: Account):
    assert found.id in {each.record_id for each in search.names(typed)}


def test_names_that_begin_with_the_words_come_first(search: SearchService):
    found = search.names("del")

    assert [each.title for each in found] == ["Delta Marine", "Zoë Délár"]
    assert found[1].right == "555"


def test_an_account_found_by_its_notes_shows_the_words_that_matched(search: SearchService):
    by_note, by_name = search.names("forklift"), search.names("delta")

    assert [(each.title, each.meta) for each in by_note] == [("Delta Marine", "Ships · They lent us a forklift")]
    assert [each.meta for each in by_name] == ["Ships"]


def test_what_was_written_is_found_newest_first_with_its_words_marked(search: SearchService):
    found = search.written("late")

    assert [each.title for each in found] == ["two late deliveries in March", "Delivered late", "Late again"]
    assert [found[0].title[each.start : each.end] for each in found[0].marks] == ["late"]
    assert found[0].review_id is not None
    assert "Łódź Logistics" in found[0].meta


def test_search_within_one_account_finds_nothing_of_another(search: SearchService):
    assert {each.account_id for each in search.written("late", account_id=DELTA.id)} == {DELTA.id}


@pytest.mark.parametrize("typed", ["strasse", "抱怨", "planning doub"])
def test_notes_are_found_by_folded_words_characters_and_beginnings(search: SearchService, typed: str):
    assert [each.kind for each in search.written(typed)] == [Kind.NOTE_LINE]


@pytest.mark.parametrize("typed", ["", "   ", '"', "AND OR NOT", "*", "a" * 10_000, "\x00", "'; DROP TABLE account;--"])
def test_no_query_fails(search: SearchService, typed: str):
    assert search.names(typed) == ()
    assert search.written(typed) == ()


def test_a_note_line_and_the_record_it_made_are_found_once(tmp_path: Path):
    store = open_book(tmp_path / "other.reviewdesk", Clock(), may_create=True)
    review = Review(account_id=LODZ.id, held_on=date(2026, 9, 1), lines=(NoteLine(text="!! Invoices are wrong"),))
    with store.write("Fill") as work:
        work.accounts.put(LODZ)
        work.reviews.put(review)
        work.concerns.put(
            Concern(
                account_id=LODZ.id,
                review_id=review.id,
                words="Invoices are wrong",
                summary="Invoices are wrong",
                severity=2,
                raised_on=date(2026, 9, 1),
            )
        )

    found = SearchService(store).written("invoices")

    assert [each.kind for each in found] == [Kind.CONCERN]
    store.close()


def test_what_was_typed_while_reaching_out_is_found_by_its_words_alone(tmp_path: Path):
    store = open_book(tmp_path / "a.reviewdesk", Clock(), may_create=True)
    day = date(2026, 10, 5)
    with store.write("Fill") as work:
        initech = work.accounts.put(Account(name="Initech"))
        causes = (Cause(by=CauseBy.LOT, value="L-2210"),)
        problem = work.shared_problems.put(
            SharedProblem(name="Cracked caps", severity=2, reported_on=day, cause_on=day, causes=causes)
        )
        tried = (Attempt(on=day, channel="letter", words="the porter took it"),)
        work.affected.put(Affected(problem_id=problem.id, account_id=initech.id, joined_on=day, attempts=tried))
        change = work.planned_changes.put(PlannedChange(name="Dearer pallets", effective=day))
        work.touched_by_change.put(
            TouchedByChange(change_id=change.id, account_id=initech.id, words="slammed the door")
        )
        given_back = Round(handed_on=day, answered_on=day, who="Otto", words="no night porter named")
        work.hand_offs.put(HandOff(account_id=initech.id, begun_on=day, risks="!! late papers", rounds=(given_back,)))
        work.frictions.put(Friction(process="Monthly invoices", noted_on=day, suits_us="one clerk less"))
        work.price_diagnoses.put(PriceDiagnosis(made_on=day, plan="a driver who unloads"))
    service = SearchService(store)

    asked = "l-2210", "porter took", "slammed", "night porter", "late papers", "clerk", "driver unloads", "letter"
    found = {words: [(each.kind, each.account_id) for each in service.written(words)] for words in asked}
    store.close()

    assert found == {
        "l-2210": [(Kind.SHARED_PROBLEM, None)],
        "porter took": [(Kind.AFFECTED, initech.id)],
        "slammed": [(Kind.TOUCHED_BY_CHANGE, initech.id)],
        "night porter": [(Kind.HAND_OFF, initech.id)],
        "late papers": [(Kind.HAND_OFF, initech.id)],
        "clerk": [(Kind.FRICTION, None)],
        "driver unloads": [(Kind.PRICE_DIAGNOSIS, None)],
        "letter": [],
    }
