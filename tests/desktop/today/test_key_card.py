"""Beside the day stand the key accounts without a next step and a reason to get in touch with others."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from reviewdesk.desktop.today.key_card import put_by_in, with_put_by
from reviewdesk.domain.account import Tier
from reviewdesk.domain.answer import Asked
from reviewdesk.domain.clock import Clock
from reviewdesk.services.accounts import AccountService
from reviewdesk.storage.book_file import open_book
from tests.books import TUESDAY
from tests.journeys.hands import Hands


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The window of a book with one key account that has an anniversary and nothing ahead."""
    path = tmp_path / "Northgate.reviewdesk"
    store = open_book(path, Clock(TUESDAY), may_create=True, name="Northgate")
    accounts = AccountService(store)
    acme = accounts.add("Acme").value.id
    accounts.set_tier(acme, Tier.A, because="They grow")
    accounts.change(acme, "customer_since", "26 Nov 2021")
    accounts.add_person(acme, "Ewa Lis", role="Buyer", phone="+48 42 1", email="ewa@acme.example")
    store.close()
    made = Hands(qapp, path, clock=Clock(TUESDAY))
    made.acme = acme
    made.window.activateWindow()
    made.program.desk.go("today")
    made.settle()
    yield made
    made.leave()


def card(hands):
    return hands.program.desk.pages.today.view.beside.key


def sections(hands):
    hands.settle()
    return [each.title for each in card(hands).rows._sections]


def test_the_alarm_leads_to_where_the_next_step_is_written(hands):
    assert sections(hands) == ["Without a next step", "A reason to get in touch"]
    card(hands).acted.emit(card(hands).rows.keys[0], "next")
    hands.settle()
    assert hands.program.desk.pages.account.view.tabs.key == "follow_ups"


def test_a_reason_put_by_is_gone_for_the_week(hands):
    key = card(hands).rows.keys[1]
    card(hands).acted.emit(key, "later")
    assert sections(hands) == ["Without a next step"]
    hands.program.desk.go("accounts")
    hands.program.desk.go("today")
    assert sections(hands) == ["Without a next step"]


def test_a_reason_leads_to_the_number_and_its_call_ends_it(hands):
    key = card(hands).rows.keys[1]
    card(hands).acted.emit(key, "call")
    from reviewdesk.desktop.widgets.call_popup import CallPopup

    popup = hands.window.findChild(CallPopup)
    assert popup.number.text() == "+48 42 1"
    popup.log.click()
    hands.settle()
    hands.program.desk.pages.calls.sheet.go.click()
    assert "A reason to get in touch" not in sections(hands)


def test_a_list_of_calls_stands_in_the_day_and_leads_to_it(hands):
    hands.services.call_lists.start("Autumn calls", [hands.acme], Asked.RECOMMEND)
    hands.program.desk.go("today")
    hands.settle()
    view = hands.program.desk.pages.today.view
    (key,) = [each for each in view.rows.keys if each[0] == "list of calls"]
    assert view.rows.row(key).row.title == "Autumn calls, 1 to call"
    view.rows.opened.emit(key)
    hands.settle()
    assert hands.window.page == "outreach"


def test_a_call_is_logged_from_the_head_of_the_day(hands):
    hands.program.desk.pages.today.view.log_button.click()
    assert hands.program.desk.account_ways.picker is not None
    hands.program.desk.account_ways.picker.reject()
    hands.settle()


def test_a_day_without_anything_names_what_comes_next(hands):
    hands.services.reviews.plan(hands.acme, TUESDAY + timedelta(days=150))
    hands.program.desk.go("accounts")
    hands.program.desk.go("today")
    hands.settle()
    view = hands.program.desk.pages.today.view
    assert "Next is Acme, quarterly review on 23 Apr" in view._free.sentence.text()


def test_the_brief_of_another_account_is_shown_at_once(hands):
    other = hands.services.accounts.add("Zeta").value.id
    hands.program.desk.open_account(other)
    hands.settle()
    hands.program.desk.account_ways.show_brief(hands.acme)
    hands.settle()
    view = hands.program.desk.pages.account.view
    assert (view.account_id, view.tabs.key) == (hands.acme, "brief")


def test_what_was_put_by_in_another_week_is_over():
    one, other = uuid4(), uuid4()
    day = date(2026, 11, 24)
    kept = with_put_by(with_put_by("", one, day), other, day)
    assert put_by_in(kept, day) == {one, other}
    assert put_by_in(kept, day + timedelta(days=7)) == frozenset()
    assert put_by_in(with_put_by(kept, one, day + timedelta(days=7)), day + timedelta(days=7)) == {one}
