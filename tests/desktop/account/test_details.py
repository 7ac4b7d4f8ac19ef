"""The typed fields of an account, on a real book."""

from reviewdesk.desktop.widgets.field import FieldState
from reviewdesk.services.accounts import AccountService
from tests.books import small_book, the
from tests.desktop.account.test_account_page import settle


def typed(qtbot, field, text):
    field.editor.selectAll()
    qtbot.keyClicks(field.editor, text)
    field.editor.completer().popup().hide()


def test_an_owner_half_typed_makes_no_colleague(qtbot, store, tasks, opened):
    small_book(store)
    view = opened().view
    view.open_tab("details")
    owner = view.details.field("owner")

    typed(qtbot, owner, "Oma")
    assert tasks.wait_idle()
    assert [each.name for each in AccountService(store).colleagues()] == ["Dana Reyes", "Omar Haddad", "Petra Ilić"]

    typed(qtbot, owner, "Omar Haddad")
    owner.flush()
    settle(tasks)
    assert owner.state is FieldState.SAVED
    assert view.header.status.text().endswith("Omar Haddad")


def test_the_account_above_is_completed_and_kept(qtbot, store, tasks, opened):
    small_book(store)
    view = opened("Hooli").view
    view.open_tab("details")
    parent = view.details.field("parent")

    qtbot.keyClicks(parent.editor, "nordl")
    settle(tasks)
    completer = parent.editor.completer()
    assert [completer.completionModel().index(0, 0).data()] == ["Nordlys AS"]
    completer.activated.emit("Nordlys AS")
    parent.editor.setText("Nordlys AS")
    completer.popup().hide()
    qtbot.waitUntil(lambda: not parent.is_dirty)
    settle(tasks)

    assert the(store, "Hooli").parent_id == the(store, "Nordlys AS").id
    assert "part of Nordlys AS" in view.header.status.text()
    assert view.details.field("is_site").isVisible()


def test_a_circle_of_accounts_is_refused_beside_the_field(qtbot, store, tasks, opened):
    small_book(store)
    AccountService(store).change(the(store, "Hooli").id, "parent", "Nordlys AS")
    view = opened("Nordlys AS").view
    view.open_tab("details")
    parent = view.details.field("parent")

    typed(qtbot, parent, "Hooli")
    parent.flush()
    settle(tasks)

    assert parent.state is FieldState.REFUSED
    assert "is part of Nordlys AS already" in parent.editor.accessibleDescription()


def test_only_a_bad_feeling_asks_for_its_reason(store, tasks, opened):
    small_book(store)
    hooli = the(store, "Hooli").id
    controller = opened("Hooli")
    note = controller.view.details.field("gut_feeling_note")
    assert note.isHidden()

    AccountService(store).change(hooli, "gut_feeling", "2")
    controller.show_page()
    settle(tasks)

    assert not note.isHidden()


def test_every_field_of_an_account_and_a_person_can_be_typed():
    from dataclasses import fields

    from reviewdesk.desktop.account.fields import DETAILS, PERSON_DETAILS
    from reviewdesk.domain.account import Account
    from reviewdesk.domain.people import Person

    elsewhere = {"id", "version", "account_id", "notes", "tier", "tier_reason", "added_on", "gut_feeling_on", "lost_on"}
    ties = {"parent": "parent_id", "owner": "owner_id", "reports_to": "reports_to_id", "known_by": "known_by_id"}
    on_page = {ties.get(each.name, each.name) for _, group in DETAILS for each in group}
    of_person = {ties.get(each.name, each.name) for each in PERSON_DETAILS}

    assert {each.name for each in fields(Account)} - elsewhere - {"logo"} == on_page  # a logo is chosen
    assert {each.name for each in fields(Person)} - elsewhere == of_person - {"notes"}
