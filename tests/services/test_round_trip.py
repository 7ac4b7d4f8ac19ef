"""To each CRM and back: what is exported in its own form comes into an empty book as it was, and the other way."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.purchase import SourceKey
from reviewdesk.exchange.crm.every import CRMS
from reviewdesk.exchange.crm.records import TABLES
from reviewdesk.services.crm_records import CrmRecordsService
from reviewdesk.services.imports import ImportService
from tests.books import a_store

NAMES = list(TABLES)
KNOWN = [each for each in NAMES if each != "Any CRM"]
# What a CRM's own form has no column for, or knows by another word.
NOT_CARRIED = {
    "HubSpot": {"tags", "customer_since", "last_review_before", "no_marketing"},
    "Salesforce": {"tags", "customer_since", "last_review_before", "language"},
    "Dynamics 365": {"tags", "customer_since", "last_review_before", "last_contact_before", "language", "no_marketing"},
    "Zoho": {"customer_since", "last_review_before", "language"},
    "Pipedrive": {
        "customer_since", "last_review_before", "language", "no_marketing", "phones", "postal_code", "city", "region",
        "country", "parent",
    },
    "EspoCRM": {
        "tags", "customer_since", "last_review_before", "last_contact_before", "language", "no_marketing", "parent",
        "annual_revenue", "employees",
    },
    "Any CRM": {"language", "no_marketing"},
}  # fmt: skip
ACCOUNT = (
    "name", "website", "domain", "phones", "industry", "street", "postal_code", "city", "region", "country",
    "annual_revenue", "employees", "customer_since", "last_contact_before", "last_review_before", "tags",
)  # fmt: skip
PERSON = ("name", "email", "phone", "role", "language", "no_marketing")


@pytest.fixture
def books(tmp_path):
    """Give a function that opens a book in a folder of its own."""
    opened = []

    def open_one(name):
        folder = tmp_path / name
        folder.mkdir()
        opened.append(a_store(folder, name=name))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()


def filled(store, crm=""):
    """Fill a book with accounts and people that hold what files get wrong; with a CRM they bear its ids."""
    dana = Colleague(name="Dana Reyes")
    lodz = Account(
        name="Łódź Logistics", website="https://www.lodz.example/pl", domain="lodz.example", industry="Logistics",
        phones=("+48 42 555 0101", "+48 42 555 0102"), street='ul. Piotrkowska 5, "II"', postal_code="90-001",
        city="Łódź", region="Łódzkie", country="Poland", annual_revenue=Decimal(1_250_000), employees=420,
        customer_since=date(2016, 11, 26), last_contact_before=date(2026, 9, 30), tags=("north", "key account"),
        last_review_before=date(2026, 8, 31), owner_id=dana.id, notes="They will not stay",
    )  # fmt: skip
    accounts = [
        lodz,
        Account(name="=cmd|' /C calc'!A0", city="+1", employees=0),
        Account(name="Müller & Söhne GmbH", parent_id=lodz.id, street="-5 Minus Way", annual_revenue=Decimal("99.5")),
        Account(name="客户服务有限公司", country="中国"),
    ]
    people = [
        Person(account_id=lodz.id, name="Anna Maria Nowak", email="anna@lodz.example", phone="+48 42 555 0103",
               role="Head of purchasing", language="pl", no_marketing=True, notes="Knows our rival"),
        Person(account_id=lodz.id, name="Piotr", role="@Plant"),
        Person(account_id=accounts[2].id, name="Jörg Müller", email="j.mueller@mueller.example"),
    ]  # fmt: skip
    with store.write("Arrange") as work:
        work.colleagues.put(dana)
        work.accounts.add_all(accounts)
        work.people.add_all(people)
        for number, each in enumerate([*accounts, *people] if crm else []):
            kind = "account" if isinstance(each, Account) else "person"
            work.source_keys.put(SourceKey(source=crm, source_id=f"00{number}Ab", kind=kind, record_id=each.id))


def imported(store, paths):
    imports = ImportService(store)
    shown = imports.plan(paths)
    for question in shown.made.to_decide:
        if question.id == "unknown-accounts":
            raise AssertionError(question)
    imports.apply(shown)
    return shown


def what_is_there(store, crm, *, ids=False):
    """Give what a book holds of what a CRM's form can carry."""
    gone = NOT_CARRIED[crm]
    with store.read() as reading:
        accounts = {each.id: each for each in reading.accounts.all()}
        owners = {each.id: each.name for each in reading.colleagues.all()}
        keys = {each.record_id: each.source_id for each in reading.source_keys.where(source=crm)} if ids else {}
        people = reading.people.all()
    found = {}
    for each in accounts.values():
        held = {name: getattr(each, name) for name in ACCOUNT if name not in gone}
        held["owner"] = owners.get(each.owner_id)
        if "parent" not in gone:
            held["parent"] = accounts[each.parent_id].name if each.parent_id else None
        found[each.name] = {**held, "id": keys.get(each.id)}
    for each in people:
        held = {name: getattr(each, name) for name in PERSON if name not in gone}
        found[each.name] = {**held, "account": accounts[each.account_id].name, "id": keys.get(each.id)}
    return found


@pytest.mark.parametrize("crm", NAMES)
def test_what_goes_out_in_a_crms_form_comes_back_into_an_empty_book_as_it_was(books, tmp_path, crm):
    ours, empty = books("ours"), books("empty")
    filled(ours)

    written = CrmRecordsService(ours).write(crm, tmp_path)
    imported(empty, written.paths)

    assert what_is_there(empty, crm) == what_is_there(ours, crm)


@pytest.mark.parametrize("crm", KNOWN)
def test_the_ids_that_a_crm_gave_go_back_to_it_and_come_again(books, tmp_path, crm):
    ours, empty = books("ours"), books("empty")
    filled(ours, crm)

    written = CrmRecordsService(ours).write(crm, tmp_path)
    imported(empty, written.paths)

    assert what_is_there(empty, crm, ids=True) == what_is_there(ours, crm, ids=True)


@pytest.mark.parametrize("crm", KNOWN)
def test_importing_our_own_export_again_changes_nothing(books, tmp_path, crm):
    ours = books("ours")
    filled(ours, crm)
    written = CrmRecordsService(ours).write(crm, tmp_path)

    shown = ImportService(ours).plan(written.paths)

    assert shown.made.change_count == 0


@pytest.mark.parametrize("crm", NAMES)
def test_what_is_for_me_alone_is_in_no_export(books, tmp_path, crm):
    ours = books("ours")
    filled(ours)

    text = "".join(each.read_text("utf-8-sig") for each in CrmRecordsService(ours).write(crm, tmp_path).paths)

    assert "They will not stay" not in text
    assert "Knows our rival" not in text


@pytest.mark.parametrize("crm", NAMES)
def test_no_cell_would_run_as_a_formula(books, tmp_path, crm):
    ours = books("ours")
    filled(ours)

    written = CrmRecordsService(ours).write(crm, tmp_path)

    text = "".join(each.read_text("utf-8-sig") for each in written.paths)
    assert ",=" not in text
    assert "\n=" not in text
    assert "'=cmd" in text


def test_every_crm_that_can_be_handed_over_to_has_a_form_for_accounts_and_people():
    assert set(CRMS) == set(TABLES)


def test_a_renamed_account_goes_out_under_the_id_the_crm_knows_it_by(books, tmp_path):
    ours = books("ours")
    filled(ours, "HubSpot")
    with ours.write("Rename") as work:
        lodz = next(each for each in work.accounts.all() if each.name == "Łódź Logistics")
        work.accounts.put(replace(lodz, name="Lodz Freight"))

    accounts, _ = CrmRecordsService(ours).write("HubSpot", tmp_path).paths

    assert "000Ab,Lodz Freight," in accounts.read_text("utf-8-sig")


FIXTURES = {
    "HubSpot": (
        (
            "Record ID,Company name,Company Domain Name,Phone Number,Industry,City,Annual Revenue,Company owner\n"
            "901,Kestrel Air,kestrel.example,+44 113 555 0109,Aviation,Leeds,2500000,Dana Reyes\n"
        ),
        (
            "Record ID,First Name,Last Name,Email,Job Title,Associated Company IDs (Primary),Associated Company\n"
            "55,Tom,Reilly,tom@kestrel.example,Fleet,901,Kestrel Air\n"
        ),
    ),
    "Salesforce": (
        (
            "Account ID,Account Name,Account Owner,Industry,Billing Street,Billing City,Billing Zip/Postal Code\n"
            "001Ab0000012345,Kestrel Air,Dana Reyes,Aviation,Runway 2,Leeds,LS19\n"
        ),
        (
            "Contact ID,First Name,Last Name,Title,Account Name,Account ID,Email,Phone,Mailing Street\n"
            "003Ab0000012345,Tom,Reilly,Fleet,Kestrel Air,001Ab0000012345,tom@kestrel.example,'+44 113 555 0109,\n"
        ),
    ),
    "Zoho": (
        (
            "Record Id,Account Name,Account Owner,Account Owner.id,Account Type,Phone,Billing City,Billing Code,Tag\n"
            "zcrm_4876,Kestrel Air,Dana Reyes,1,Customer,+44 113 555 0109,Leeds,LS19,key\n"
        ),
        (
            "Record Id,First Name,Last Name,Account Name,Account Name.id,Email,Title\n"
            "zcrm_99,Tom,Reilly,Kestrel Air,zcrm_4876,tom@kestrel.example,Fleet\n"
        ),
    ),
    "Pipedrive": (
        (
            "Organization - ID,Organization - Name,Organization - Address,Organization - Labels,Organization - Owner\n"
            '7,Kestrel Air,"Runway 2, Leeds",key,Dana Reyes\n'
        ),
        (
            "Person - ID,Person - Name,Person - Email,Person - Phone,Person - Organization\n"
            "8,Tom Reilly,tom@kestrel.example,'+44 113 555 0109,Kestrel Air\n"
        ),
    ),
    "EspoCRM": (
        (
            "id,name,website,phoneNumber,industry,billingAddressCity,billingAddressCountry,assignedUserName\n"
            "6a1,Kestrel Air,kestrel.example,'+44 113 555 0109,Aviation,Leeds,United Kingdom,Dana Reyes\n"
        ),
        (
            "id,firstName,lastName,title,accountId,accountName,emailAddress,phoneNumber\n"
            "6b2,Tom,Reilly,Fleet,6a1,Kestrel Air,tom@kestrel.example,'+44 113 555 0109\n"
        ),
    ),
    "Dynamics 365": (
        (
            "(Do Not Modify) Account,Account Name,Main Phone,Address 1: City,Owner\n"
            "a-1,Kestrel Air,'+44 113 555 0109,Leeds,Dana Reyes\n"
        ),
        (
            "(Do Not Modify) Contact,Full Name,First Name,Last Name,Job Title,Company Name,Email,Business Phone\n"
            "c-1,Tom Reilly,Tom,Reilly,Fleet,Kestrel Air,tom@kestrel.example,'+44 113 555 0109\n"
        ),
    ),
}


@pytest.mark.parametrize("crm", list(FIXTURES))
def test_what_came_from_a_crm_goes_out_to_it_as_it_came(books, tmp_path, crm):
    first, second = books("first"), books("second")
    files = []
    for number, content in enumerate(FIXTURES[crm]):
        files.append(tmp_path / f"fixture {number}.csv")
        files[-1].write_text(content, encoding="utf-8")
    imported(first, files)

    imported(second, CrmRecordsService(first).write(crm, tmp_path).paths)

    assert what_is_there(second, crm, ids=True) == what_is_there(first, crm, ids=True)
    assert what_is_there(first, crm, ids=True)["Kestrel Air"]["id"]
    assert what_is_there(first, crm)["Tom Reilly"]["account"] == "Kestrel Air"
