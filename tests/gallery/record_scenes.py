"""What is photographed of fields of the person's own, files, duplicates, merging and history."""

from reviewdesk.desktop.account.files import png_of
from reviewdesk.desktop.account.lacking import Lacking
from reviewdesk.desktop.account.new_follow_up import NewFollowUp
from reviewdesk.desktop.settings.colleagues import ColleaguesCard
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.custom_field import FieldKind, FieldOf
from reviewdesk.domain.switch import Direction
from tests.gallery.books import SHOWN, account_called
from tests.gallery.papers import summaries
from tests.gallery.scene import Scene
from tests.gallery.studio import Studio


def record_scenes() -> tuple[Scene, ...]:
    """Give what is photographed of them, in the order in which one leads to the other."""
    return (
        Scene("records-own-fields", show_own_fields, leads_on=True),
        Scene("records-person", show_person),
        Scene("records-settings", show_settings),
        Scene("records-rates", show_rates),
        Scene("records-no-rate", show_revenue_without_a_rate),
        Scene("records-colleagues", show_colleagues),
        Scene("records-switches", show_switches),
        Scene("records-follow-up", show_follow_up),
        Scene("records-no-follow-ups", show_no_follow_ups),
        Scene("records-said", show_said),
        Scene("records-contact", show_contact),
        Scene("records-concern", show_concern),
        Scene("records-files", show_files),
        Scene("records-picture", show_picture),
        Scene("records-no-files", show_no_files),
        Scene("records-history", show_history),
        Scene("records-then", show_then),
        Scene("records-no-duplicates", show_duplicates),
        Scene("records-alike", type_a_name),
        Scene("records-duplicates", show_pairs),
    )


def show_then(studio: Studio) -> None:
    """Go back to the newest review of an account."""
    studio.desk.open_account(account_called(studio.services, SHOWN))
    studio.settle()
    studio.desk.pages.account.view.open_tab("then")


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


def show_switches(studio: Studio) -> None:
    """Note two switches and look at them."""
    switches, account_id = studio.services.switches, account_called(studio.services, SHOWN)
    lost = switches.add(account_id, Direction.TO_RIVAL, on="3 Mar 2026", rival="Cargolane", line="Groupage").value
    switches.change(lost.id, "price_difference", "-12")
    switches.change(lost.id, "reason", "Price, after the surcharge of February")
    switches.add(account_id, Direction.FROM_RIVAL, on="9 Sep 2026", rival="Frachtex", line="Shipment Tracking")
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
    studio.settle()
    bar = studio.desk.pages.settings.view.cards.verticalScrollBar()
    bar.setValue(bar.maximum())


def show_follow_up(studio: Studio) -> None:
    """Open a promise that was moved, to its fields."""
    steps, account_id = studio.services.follow_ups, account_called(studio.services, SHOWN)
    promise = studio.services.accounts.brief(account_id).our_promises[-1]
    for name, text in (("due", "in 3 weeks"), ("agreed_with", "Anna Nowak"), ("minutes", "45"), ("repeat_months", "3")):
        steps.type_in(promise.id, name, text)
    studio.desk.open_account(account_id)
    studio.settle()
    studio.desk.pages.account.view.open_record(Kind.FOLLOW_UP, promise.id)
    studio.settle()


def show_no_follow_ups(studio: Studio) -> None:
    """Look for a way to add the first follow-up, and be told what lacks."""
    accounts = studio.services.accounts
    studio.desk.open_account(accounts.add("Bluebird Couriers").value.id)
    studio.settle()
    view = studio.desk.pages.account.view
    view.open_tab("follow_ups")
    studio.settle()
    view.findChildren(NewFollowUp)[0].add_button.click()
    studio.settle()


def show_contact(studio: Studio) -> None:
    """Open a contact to its fields."""
    account_id = account_called(studio.services, SHOWN)
    contact = studio.services.accounts.brief(account_id).contacts[1]
    studio.desk.open_account(account_id)
    studio.settle()
    studio.desk.pages.account.view.open_record(Kind.CONTACT, contact.id)
    studio.settle()


def show_said(studio: Studio) -> None:
    """Open a question to its fields."""
    account_id = account_called(studio.services, SHOWN)
    brief = studio.services.accounts.brief(account_id)
    studio.desk.open_account(account_id)
    studio.settle()
    studio.desk.pages.account.view.open_record(Kind.QUESTION, brief.questions[0].id)
    studio.settle()


def show_concern(studio: Studio) -> None:
    """Open a concern to its fields."""
    concerns, account_id = studio.services.concerns, account_called(studio.services, SHOWN)
    concern = studio.services.accounts.brief(account_id).open_concerns[0]
    for name, text in (
        ("raised_by", studio.services.accounts.brief(account_id).people[0].name),
        ("reasons", "late, nobody called"),
        ("tags", "Gate 7, Groupage"),
    ):
        concerns.change(concern.id, name, text)
    studio.desk.open_account(account_id)
    studio.settle()
    studio.desk.pages.account.view.open_concern(concern.id)
    studio.settle()


def show_rates(studio: Studio) -> None:
    """Enter rates, and look at what lacks one, from the account that leads there."""
    rates = studio.services.rates
    for currency, day, rate in (("USD", "2026-07-01", "0.8604"), ("USD", "2025-07-01", "0.9105")):
        rates.add(currency, day, rate)
    show_revenue_without_a_rate(studio)
    studio.desk.pages.account.view.findChildren(Lacking)[0].enter.click()
    studio.settle()
    settings = studio.desk.pages.settings
    studio.settle(until=lambda: settings.view.isVisible() and settings._led_to is None)


def show_revenue_without_a_rate(studio: Studio) -> None:
    """Look at revenue that leaves something out."""
    account_id = account_called(studio.services, SHOWN)
    studio.services.purchases.add(account_id, "48000", currency="TRY", product="Groupage")
    studio.desk.open_account(account_id)
    studio.settle()
    studio.desk.pages.account.view.open_tab("revenue")
    studio.settle()


def show_colleagues(studio: Studio) -> None:
    """Open a colleague in Settings."""
    ours = studio.services.colleagues
    shown = ours.team().colleagues[0]
    for name, text in (("week", "Mon, Tue, Wed, Thu"), ("hours_a_week", "32"), ("holidays", "PL")):
        ours.change(shown.id, name, text)
    ours.add("王小明 of the Taipei office, who answers at night", team="Operations, Asia and the Pacific")
    studio.desk.go("settings")
    studio.settle()
    studio.settle()
    view = studio.desk.pages.settings.view
    card = view.findChildren(ColleaguesCard)[0]
    card.rows.opened.emit(shown.id)
    studio.settle()
    view.cards.ensureWidgetVisible(card.form, 0, 200)
    studio.settle()


def show_files(studio: Studio) -> None:
    """Keep a table, a text and a PDF on an account, and look at the PDF."""
    account_id = account_called(studio.services, SHOWN)
    files = studio.services.attachments
    files.add_bytes(account_id, "Notes of the driver.txt", b"Gate 7 opens at 6:40.\nNobody had the papers.\n")
    files.add_bytes(account_id, "Rates 2027, with their item numbers and every surcharge that was agreed.xlsx", b"PK")
    _, pdf = next(summaries(studio.services, SHOWN))
    shown = files.add_bytes(account_id, "Summary of the quarterly review.pdf", pdf).value
    concern = studio.services.accounts.brief(account_id).concerns[0]
    files.hang(shown.id, Kind.CONCERN, concern.id)
    _open_files(studio, SHOWN)
    studio.desk.pages.account.view._parts[-1].page.go_to(shown.id)


def show_picture(studio: Studio) -> None:
    """Keep a picture and look at it."""
    account_id = account_called(studio.services, SHOWN)
    picture = png_of(studio.shell.grab().toImage())
    shown = studio.services.attachments.add_bytes(account_id, "Gate 7 in the morning.png", picture).value
    _open_files(studio, SHOWN)
    studio.desk.pages.account.view._parts[-1].page.go_to(shown.id)


def show_no_files(studio: Studio) -> None:
    """Look for a way to keep the first file."""
    _open_files(studio, "Hooli")


def _open_files(studio: Studio, name: str) -> None:
    studio.desk.open_account(account_called(studio.services, name))
    studio.settle()
    studio.desk.pages.account.view.open_tab("files")
    studio.settle()


def show_duplicates(studio: Studio) -> None:
    """Look for duplicates."""
    studio.desk.do("go_duplicates")


def type_a_name(studio: Studio) -> None:
    """Type the name of an account that is there already."""
    studio.desk.new_account()
    studio.settle()
    line = studio.desk.pages.accounts.view.new_account
    line.name.setText("Hanseatik")
    studio.settle(until=line.alike.isVisible)


def show_pairs(studio: Studio) -> None:
    """Add some accounts twice and look for duplicates."""
    accounts = studio.services.accounts
    for name in ("Hooli Inc.", "Lodz Logistics Sp. z o.o.", "Stark Industires"):
        accounts.add(name, although_alike=True)
    show_duplicates(studio)


def show_history(studio: Studio) -> None:
    """Change a few things on an account and look at its history."""
    accounts, account_id = studio.services.accounts, account_called(studio.services, SHOWN)
    for name, text in (("industry", "Freight"), ("city", "Warszawa"), ("rivals", "Cargolane, Frachtex")):
        accounts.change(account_id, name, text)
    accounts.change(account_id, "notes", "Anna likes figures before words. " * 12)
    person = accounts.brief(account_id).people[0]
    accounts.change_person(person.id, "role", "Head of supply chain")
    studio.desk.open_account(account_id)
    studio.settle()
    studio.desk.pages.account.view.open_tab("history")
