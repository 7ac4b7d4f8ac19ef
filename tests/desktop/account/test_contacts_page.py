"""Contacts made, corrected on the page of the account after they were logged."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from reviewdesk.desktop.account.contacts import ContactsPage, ContactsPart
from reviewdesk.desktop.widgets.field import FieldState
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.review import Review, ReviewKind
from reviewdesk.domain.said import Channel, Contact
from reviewdesk.services.said import SaidService
from tests.books import TUESDAY, small_book, the
from tests.desktop.account.test_account_page import settle

NAME = "Łódź Logistics"


@pytest.fixture
def call(store):
    """A call that was logged today."""
    small_book(store)
    contact = Contact(account_id=the(store, NAME).id, made_on=TUESDAY, channel=Channel.CALL, words="They rang")
    with store.write("Log") as work:
        return work.contacts.put(contact)


@pytest.fixture
def page(call, store, tasks, opened):
    controller = opened(NAME)
    made = ContactsPage()
    controller.view.add_part(ContactsPart(made, SaidService(store), tasks))
    controller.show_page()
    settle(tasks)
    controller.view.open_record(Kind.CONTACT, call.id)
    return made


def put(tasks, page, name, text):
    field = page.form.grid.fields[name]
    field._put(text)
    field._touched()
    field.flush()
    settle(tasks)
    return field


def now(store, call):
    with store.read() as reading:
        return reading.contacts.get(call.id)


def test_words_day_and_channel_are_corrected_and_undone(page, call, store, tasks):
    assert page.opened == call.id
    assert put(tasks, page, "words", "They rang about the gate").state is FieldState.SAVED
    put(tasks, page, "made_on", "yesterday")
    put(tasks, page, "channel", "visit")

    found = now(store, call)
    assert (found.words, found.made_on, found.channel) == (
        "They rang about the gate", TUESDAY - timedelta(1), Channel.VISIT,
    )  # fmt: skip
    store.undo()
    assert now(store, call).channel is Channel.CALL


def test_with_whom_is_typed_by_name_and_nobody_unknown_is_taken(page, call, store, tasks):
    with store.read() as reading:
        person = reading.people.where(account_id=call.account_id)[0]
    put(tasks, page, "person", person.name)
    assert now(store, call).person_id == person.id

    field = put(tasks, page, "person", "Nobody Known")
    assert field.state is FieldState.REFUSED
    assert "Add them under People" in field.editor.accessibleDescription()
    assert now(store, call).person_id == person.id


def test_a_day_to_come_is_refused(page, call, store, tasks):
    assert put(tasks, page, "made_on", "tomorrow").state is FieldState.REFUSED
    assert now(store, call).made_on == TUESDAY


def test_a_call_that_was_not_made_is_removed_and_brought_back(page, call, store, tasks, qtbot):
    row = page.rows.row(call.id)
    qtbot.mouseClick(row.button("remove"), Qt.MouseButton.LeftButton)
    settle(tasks)
    assert call.id not in page.rows.keys
    store.undo()
    assert now(store, call).words == "They rang"


def test_a_contact_that_was_a_review_keeps_its_day_and_stays(store, call):
    said = SaidService(store)
    with store.write("Hold") as work:
        review = work.reviews.put(Review(account_id=call.account_id, kind=ReviewKind.QUARTERLY, planned_on=TUESDAY))
        work.contacts.put(replace(call, version=call.version, review_id=review.id))
    for does in (lambda: said.change_contact(call.id, "made_on", "yesterday"), lambda: said.remove_contact(call.id)):
        with pytest.raises(RefusedError, match="Open the review to change it"):
            does()

    assert said.change_contact(call.id, "words", "We met").value.words == "We met"
