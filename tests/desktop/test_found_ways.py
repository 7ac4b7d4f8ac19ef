"""Whatever the search finds leads to its place."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from reviewdesk.desktop.account.own_fields import OwnFieldsCard
from reviewdesk.desktop.account.switches import SwitchesCard
from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.friction import Friction
from reviewdesk.domain.handing_off import HandOff
from reviewdesk.domain.planned_change import ChangingItem, PlannedChange, TouchedByChange
from reviewdesk.domain.price_diagnosis import PriceDiagnosis
from reviewdesk.domain.review import StoredSummary
from reviewdesk.domain.reviewed_loss import ReviewedLoss
from reviewdesk.domain.said import Channel, Contact
from reviewdesk.domain.shared_problem import Affected, Reach, SharedProblem
from reviewdesk.domain.summary import CustomerSummary, Vendor, to_json
from reviewdesk.services.found_values import Found
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.search_sources import SOURCES
from tests.journeys.hands import Hands
from tests.storage.sample_records import DAY, sample

PLACES = {
    Kind.ACCOUNT: ("account", "overview"),
    Kind.PERSON: ("account", "people"),
    Kind.NOTE_LINE: ("review", ""),
    Kind.REVIEW: ("review", ""),
    Kind.SUMMARY: ("document", ""),
    Kind.CONCERN: ("account", "concerns"),
    Kind.FOLLOW_UP: ("account", "follow_ups"),
    Kind.QUESTION: ("account", "said"),
    Kind.QUOTE: ("account", "timeline"),
    Kind.OPPORTUNITY: ("account", "said"),
    Kind.CONTACT: ("account", "spoke"),
    Kind.ANSWER: ("account", "scores"),
    Kind.GOAL: ("account", "overview"),
    Kind.SWITCH: ("account", "details"),
    Kind.ATTACHMENT: ("account", "files"),
    Kind.CUSTOM_VALUE: ("account", "people"),  # that of the sample is of a person
    Kind.PRODUCT: ("account", "revenue"),
    Kind.PLANNED_CHANGE: ("change", ""),
    Kind.TOUCHED_BY_CHANGE: ("change", ""),
    Kind.REVIEWED_LOSS: ("account", "loss"),
    Kind.SHARED_PROBLEM: ("outreach", ""),
    Kind.AFFECTED: ("outreach", ""),
    Kind.HAND_OFF: ("account", "hand_off"),
    Kind.FRICTION: ("friction", ""),
    Kind.PRICE_DIAGNOSIS: ("why_price", ""),
    Kind.COLLEAGUE: ("accounts", ""),
}


def put_what_says_something(work, made):
    """Put a call, an answer, a summary, a loss and a change with words in them, which those of the sample lack."""
    items = (ChangingItem(name="GTX Pro", replacement="GTX Ultra"),)
    account_id = made.account.id
    work.accounts.put(replace(work.accounts.get(account_id), lost_on=DAY))
    change = work.planned_changes.put(PlannedChange(name="Ends", effective=DAY, items=items))
    work.touched_by_change.put(TouchedByChange(change_id=change.id, account_id=account_id, words="They were cross"))
    problem = work.shared_problems.put(SharedProblem(name="Cracked caps", severity=2, reported_on=DAY, cause_on=DAY))
    work.affected.put(
        Affected(
            problem_id=problem.id,
            account_id=account_id,
            joined_on=DAY,
            reach=Reach.REACHED,
            given="9 cartons",
        )
    )
    work.reviewed_losses.put(ReviewedLoss(account_id=account_id, begun_on=DAY, plan_due=DAY, what_happened="They went"))
    work.hand_offs.put(HandOff(account_id=account_id, begun_on=DAY, about="Night shifts"))
    work.frictions.put(Friction(process="Monthly invoices", noted_on=DAY))
    work.price_diagnoses.put(PriceDiagnosis(made_on=DAY, same_evidence="All offers read alike"))
    work.contacts.put(Contact(account_id=account_id, made_on=DAY, channel=Channel.CALL, words="they rang"))
    work.answers.put(Answer.given(Asked.TRUST, 5, account_id=account_id, answered_on=DAY, evidence="as agreed"))
    value = to_json(CustomerSummary(Vendor("Us"), "Acme", DAY, sentences=("All is well.",)))
    work.summaries.put(
        StoredSummary(account_id=account_id, review_id=made.review.id, number=9, value=value, finished_on=DAY)
    )


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """Give a book with one of every kind, and what the search would give for each."""
    path = tmp_path_factory.mktemp("found") / "Northgate.reviewdesk"
    store = open_book(path, Clock(date(2026, 10, 6)), may_create=True, name="Northgate")
    made = sample()
    with store.write("Fill") as work:
        made.put_all(work)
        put_what_says_something(work, made)
    with store.read() as reading:
        rows = reading.connection.execute(text("SELECT kind, record_id, account_id FROM search_entry")).all()
    store.close()
    found = {Kind(kind): (UUID(record), UUID(account) if account else None) for kind, record, account in rows}
    return path, made, found


@pytest.fixture
def hands(qapp, theme, book):
    """The window of that book."""
    made = Hands(qapp, book[0])
    yield made
    made.leave()


def test_every_kind_that_is_searched_has_a_place():
    assert set(PLACES) == set(SOURCES)


def test_what_is_found_leads_to_its_place(hands, book):
    _, made, found = book
    desk, shown = hands.program.desk, {}
    for kind, (_, tab) in PLACES.items():
        record_id, account_id = found[kind]
        review_id = {Kind.NOTE_LINE: made.review.id, Kind.REVIEW: record_id}.get(kind)
        desk.go("today")
        hands.settle()

        desk.found.open(Found(kind, record_id, account_id, review_id, "Ada", (), ""))
        hands.settle()

        shown[kind] = (hands.program.shell.page, desk.pages.account.view.tabs.key if tab else "")
    assert shown == PLACES
    assert desk.pages.problems._wanted is None
    assert desk.pages.friction.view._wanted is None


def open_found(hands, book, kind, *, review=False):
    """Open what was found of a kind, and give the page of the account."""
    _, made, found = book
    record_id, account_id = found[kind]
    review_id = made.review.id if review else None
    hands.program.desk.found.open(Found(kind, record_id, account_id, review_id, "Ada", (), ""))
    hands.settle()
    return record_id, hands.program.desk.pages.account.view


def test_a_note_that_is_found_is_selected_in_the_notes(hands, book):
    line_id, _ = open_found(hands, book, Kind.NOTE_LINE, review=True)
    editor = hands.program.desk.pages.review.view.meet.editor
    line = next(each for each in book[1].review.lines if each.id == line_id)

    assert editor.textCursor().selectedText() == line.text
    assert editor.viewport().rect().contains(editor.cursorRect().center())


def test_a_note_is_selected_also_in_the_review_that_is_open_already(hands, book):
    open_found(hands, book, Kind.NOTE_LINE, review=True)
    editor = hands.program.desk.pages.review.view.meet.editor
    editor.go_to_end()
    hands.program.desk.go("today")
    hands.settle()
    line_id, _ = open_found(hands, book, Kind.NOTE_LINE, review=True)

    assert editor.textCursor().selectedText() == next(each.text for each in book[1].review.lines if each.id == line_id)


def test_an_answer_a_file_and_a_switch_are_gone_to_in_their_lists(hands, book):
    for kind, tab in ((Kind.ANSWER, "scores"), (Kind.ATTACHMENT, "files")):
        record_id, view = open_found(hands, book, kind)
        assert view._pages[tab].rows.current_key == record_id
    record_id, view = open_found(hands, book, Kind.SWITCH)
    card = next(each for each in view.findChildren(SwitchesCard))
    assert card.rows.current_key == record_id


def test_the_field_of_ones_own_that_is_found_has_the_keyboard(hands, book):
    own, account_id = hands.services.custom_fields, book[1].account.id
    field = own.add("Forwarder").value
    own.put(field.id, account_id, "Kühne")
    value_id = next(id for id, place in own.values(account_id).places.items() if place == (field.id, None))
    hands.window.activateWindow()
    hands.program.desk.found.open(Found(Kind.CUSTOM_VALUE, value_id, account_id, None, "Forwarder", (), ""))
    hands.settle()
    view = hands.program.desk.pages.account.view

    assert view.tabs.key == "details"
    card = next(iter(view.findChildren(OwnFieldsCard)))
    assert card.fields.grid.fields[field.id.hex].editor.hasFocus()


def test_a_line_that_has_gone_is_not_waited_for(hands, book):
    _, account_id = book[2][Kind.NOTE_LINE]
    gone = Found(Kind.NOTE_LINE, uuid4(), account_id, book[1].review.id, "Ada", (), "")
    hands.program.desk.found.open(gone)
    hands.settle()

    assert hands.program.shell.page == "review"
    assert hands.program.desk.found._line is None
