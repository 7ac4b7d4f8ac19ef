"""What is photographed of fields of the person's own, files, duplicates, merging and history."""

from reviewdesk.domain.custom_field import FieldKind, FieldOf
from tests.gallery.books import SHOWN, account_called
from tests.gallery.studio import Studio


def show_own_fields(studio: Studio) -> None:
    """Fill fields of the person's own and look at the end of Details."""
    own, account_id = studio.services.custom_fields, account_called(studio.services, SHOWN)
    for name, kind, choices, text in (
        ("Forwarder", FieldKind.TEXT, "", "Kühne Brothers"),
        ("Loading docks", FieldKind.NUMBER, "", "12"),
        ("Audited on", FieldKind.DAY, "", "3 Mar 2026"),
        ("Service level", FieldKind.CHOICE, "Gold, Silver, Bronze", "Gold"),
    ):
        field = own.add(name, kind=kind, choices=choices).value
        own.put(field.id, account_id, text)
    own.add("Assistant", FieldOf.PERSON)
    studio.desk.open_account(account_id)
    studio.settle()
    details = studio.desk.pages.account.view.details
    studio.desk.pages.account.view.open_tab("details")
    studio.settle()
    details.verticalScrollBar().setValue(details.verticalScrollBar().maximum())


def show_person(studio: Studio) -> None:
    """Look at the fields of a person."""
    studio.desk.open_account(account_called(studio.services, SHOWN))
    studio.settle()
    people = studio.desk.pages.account.view.people
    studio.desk.pages.account.view.open_tab("people")
    studio.settle()
    people.verticalScrollBar().setValue(people.verticalScrollBar().maximum())


def show_settings(studio: Studio) -> None:
    """Look at the end of Settings."""
    studio.desk.go("settings")
    studio.settle()
    bar = studio.desk.pages.settings.view.scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
