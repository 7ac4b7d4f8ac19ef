"""What changed since the last review and the end of the contract, on the overview."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.services.accounts import AccountService
from tests.books import TUESDAY, small_book, the
from tests.desktop.account.test_account_page import settle, titles


@pytest.fixture
def changed(store):
    """Let a person of the account leave and another one score us after the last review."""
    small_book(store)
    account_id = the(store, "Łódź Logistics").id
    with store.write("Changes") as work:
        first, second = work.people.where(account_id=account_id)
        work.people.put(replace(first, left_on=TUESDAY - timedelta(50)))
        work.answers.put(
            Answer.given(
                Asked.RECOMMEND, 6, account_id=account_id, person_id=second.id, answered_on=TUESDAY - timedelta(41)
            )
        )
    return first, second


def test_the_card_says_what_changed_since_the_last_review(store, opened, changed):
    gone, scorer = changed
    view = opened().view

    assert view.overview.since.accessibleName() == "Since the review of 25 August"
    shown = titles(view.overview.since.rows)
    assert f"{scorer.name} gave 6 of 10 on 14 October" in shown
    assert any(each.endswith(f"{gone.name} left on 5 October") for each in shown)
    assert "One new concern" in shown


def test_each_line_leads_to_its_record(store, opened, changed):
    gone, _ = changed
    view = opened().view
    rows = view.overview.since.rows

    rows.opened.emit(next(key for key in rows.keys if "left on" in rows.row(key).row.title))

    assert view.tabs.key == "people"
    assert view.people.grid.fields["name"].value() == gone.name


def test_without_a_review_there_is_no_card(store, opened):
    AccountService(store).add("Fresh Ltd")

    assert opened("Fresh Ltd").view.overview.since.isHidden()


def test_a_near_notice_date_is_warned_of_and_leads_to_the_field(qtbot, store, tasks, opened):
    small_book(store)
    accounts, account_id = AccountService(store), the(store, "Hooli").id
    accounts.change(account_id, "contract_end", "4 Mar 2027")
    accounts.change(account_id, "notice_days", "60")
    controller = opened("Hooli")
    view = controller.view

    assert "contract notice by 3 Jan 2027" in view.header.status.text()
    assert "Notice is possible until 3 Jan 2027, in 40 days" in view.overview.contract.words.text()
    qtbot.mouseClick(view.overview.contract.button, Qt.MouseButton.LeftButton)
    assert view.tabs.key == "details"
    assert view.details.field("contract_end").editor.hasFocus()

    accounts.change(account_id, "renewal_agreed_on", "today")
    controller.show_page()
    settle(tasks)
    assert view.overview.contract.isHidden()
    assert "contract until 4 Mar 2027" in view.header.status.text()
