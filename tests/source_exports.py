"""One small world as each known program exports it, in each spelling it is known to use.

Two companies, a person, a deal won and a deal lost: whoever reads any of these finds the same. The headers are those of
real exports; around the values stands what real files hold besides.
"""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tests.workbooks import write_workbook

Rows = Sequence[Sequence[object]]
KESTREL, LODZ = "Kestrel Air", "Łódź Logistics"
ADA = "ada@kestrel.example"
KEPT_APART = ("(Do Not Modify) {}", "(Do Not Modify) Row Checksum", "(Do Not Modify) Modified On")
MODIFIED = datetime.fromisoformat("2026-03-01T09:30")


@dataclass(frozen=True, slots=True)
class Export:
    """The files of one program in one spelling, by their names; `has` says which of the world they hold."""

    source: str
    files: Mapping[str, Rows]
    has: str = "companies people deals"
    encoding: str = "utf-8"
    separator: str = ","
    as_workbook: bool = False
    before: str = ""

    def write(self, folder: Path) -> list[Path]:
        """Write the files."""
        return [self._write(folder / name, rows) for name, rows in self.files.items()]

    def _write(self, path: Path, rows: Rows) -> Path:
        if self.as_workbook:
            sheets = {"hiddenSheet": [("a:1:x", "b:2:y")], path.stem: rows}
            return write_workbook(path.with_suffix(".xlsx"), sheets, hidden=["hiddenSheet"])
        stream = io.StringIO(newline="")
        csv.writer(stream, delimiter=self.separator).writerows(rows)
        path.write_bytes((self.before + stream.getvalue()).encode(self.encoding))
        return path


def _hubspot() -> Export:
    companies = (
        "Record ID|Company name|Company Domain Name|Website URL|Phone Number|Industry|Company owner|Create Date|City|"
        "State/Region|Country/Region|Street Address|Postal Code|Last Activity Date|Annual Revenue|Number of Employees|"
        "Description"
    ).split("|")
    contacts = (
        "Record ID|First Name|Last Name|Email|Phone Number|Job Title|Contact owner|Lifecycle Stage|Lead Status|"
        "Associated Company IDs|Associated Company IDs (Primary)|Associated Company"
    ).split("|")
    deals = (
        "Record ID|Deal Name|Pipeline|Deal Stage|Amount|Amount in company currency|Close Date|Create Date|Deal owner|"
        "Associated Company IDs (Primary)|Associated Company Names (Primary)"
    ).split("|")
    made = "2026-01-15 09:30"
    return Export("HubSpot", {
        "companies.csv": [
            companies,
            ("501", KESTREL, "kestrel.example", "https://kestrel.example", "+44 113 1", "Aviation", "Dana", made,
             "Leeds", "", "United Kingdom", "1 High Street", "LS1", "2026-09-01 10:00", "1200000", "120", ""),
            ("502", LODZ, "lodz.example", "", "+48 42 1", "Logistics", "Dana", made, "Łódź", "", "Poland", "", "", "",
             "", "300", ""),
        ],
        "contacts.csv": [
            contacts,
            ("901", "Ada", "Byron", ADA, "+44 113 2", "Head of Engineering", "Dana", "Customer", "", "501;502", "501",
             KESTREL),
        ],
        "deals.csv": [
            deals,
            ("701", "Drives", "Sales Pipeline", "Closed Won", "1200.50", "1200.50", "2026-10-01 12:00", made, "Dana",
             "501", KESTREL),
            ("702", "More", "Sales Pipeline", "Closed Lost", "500", "500", "2026-08-02 12:00", made, "Dana", "502",
             LODZ),
        ],
    })  # fmt: skip


def _hubspot_spanish() -> Export:
    return Export("HubSpot", {
        "empresas.csv": [
            ("ID de registro", "Nombre de la empresa", "Ciudad", "Número de teléfono", "Company Domain Name"),
            ("501", KESTREL, "Leeds", "+44 113 1", "kestrel.example"),
            ("502", LODZ, "Łódź", "+48 42 1", "lodz.example"),
        ],
        "contactos.csv": [
            ("ID de registro", "Nombre", "Apellidos", "Correo", "Cargo", "Associated Company IDs (Primary)"),
            ("901", "Ada", "Byron", ADA, "Head of Engineering", "501"),
        ],
    }, has="companies people", encoding="utf-8-sig")  # fmt: skip


def _salesforce_labels() -> Export:
    companies = (
        "Account Name|Account Owner|Account ID|Type|Industry|Annual Revenue|Employees|Phone|Website|Billing Street|"
        "Billing City|Billing State/Province|Billing Zip/Postal Code|Billing Country|Description|Last Activity"
    ).split("|")
    footers = (("",), ("Account Report",), ("Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.",))
    return Export("Salesforce", {
        "report.csv": [
            companies,
            (KESTREL, "Dana", "0015000000AbCdE", "Customer", "Aviation", "1200000", "120", "+44 113 1",
             "https://kestrel.example", "1 High Street", "Leeds", "", "LS1", "United Kingdom", "", "01/09/2026"),
            (LODZ, "Dana", "0015000000aBcDe", "Customer", "Logistics", "", "300", "+48 42 1", "https://lodz.example",
             "", "Łódź", "", "", "Poland", "", "25/08/2026"),
            *footers,
        ],
        "people.csv": [
            ("First Name", "Last Name", "Title", "Account Name", "Email", "Phone", "Mailing Street"),
            ("Ada", "Byron", "Head of Engineering", KESTREL, ADA, "+44 113 2", "1 High Street"),
        ],
        "opportunities.csv": [
            ("Opportunity Name", "Account Name", "Amount", "Stage", "Close Date"),
            ("Drives", KESTREL, "EUR 1,200.50", "Closed Won", "01/10/2026"),
            ("More", LODZ, "EUR 500.00", "Closed Lost", "25/08/2026"),
        ],
    })  # fmt: skip


def _salesforce_names() -> Export:
    companies = (
        "Id|IsDeleted|MasterRecordId|Name|Type|ParentId|BillingStreet|BillingCity|BillingState|BillingPostalCode|"
        "BillingCountry|Phone|Website|Industry|AnnualRevenue|NumberOfEmployees|OwnerId"
    ).split("|")
    return Export("Salesforce", {
        "Account.csv": [
            companies,
            ("0015000000AbCdEAAA", "0", "", KESTREL, "Customer", "", "1 High Street", "Leeds", "", "LS1", "UK",
             "+44 113 1", "kestrel.example", "Aviation", "1200000.0", "120", "005"),
            ("0015000000aBcDeAAB", "0", "", LODZ, "Customer", "", "", "Łódź", "", "", "Poland", "+48 42 1",
             "lodz.example", "Logistics", "", "300", "005"),
            ("0015000000ZZZZZAAB", "1", "", "Gone Ltd", "", "", "", "", "", "", "", "", "", "", "", "", "005"),
        ],
        "Contact.csv": [
            ("Id", "IsDeleted", "AccountId", "FirstName", "LastName", "Email", "Phone", "Title"),
            ("003A", "0", "0015000000AbCdE", "Ada", "Byron", ADA, "+44 113 2", "Head of Engineering"),
        ],
        "Opportunity.csv": [
            ("Id", "IsDeleted", "AccountId", "Name", "StageName", "Amount", "CloseDate", "CurrencyIsoCode"),
            ("006A", "false", "0015000000AbCdEAAA", "Drives", "Closed Won", "1200.5", "2026-10-01", "EUR"),
            ("006B", "false", "0015000000aBcDeAAB", "More", "Closed Lost", "500.0", "2026-08-02", "EUR"),
        ],
    })  # fmt: skip


def _dynamics() -> Export:
    def apart(kind: str) -> tuple[str, ...]:
        return tuple(each.format(kind) for each in KEPT_APART)

    companies = (
        *apart("Account"), " Account Name", "Main Phone", "Address 1: City", "Primary Contact",
        "Email (Primary Contact) (Contact)", "Status", "Website", "Relationship Type", "Industry", "Annual Revenue",
        "Number of Employees", "Address 1: Street 1", "Address 1: ZIP/Postal Code", "Address 1: Country/Region",
    )  # fmt: skip
    people = (
        *apart("Contact"), "Full Name", "First Name", "Last Name", "Job Title", "Company Name", "Email",
        "Business Phone", "Mobile Phone",
    )  # fmt: skip
    deals = (*apart("Opportunity"), "Topic", "Account", "Status", "Actual Revenue", "Currency", "Actual Close Date")
    return Export("Dynamics 365", {
        "Accounts.csv": [
            companies,
            ("a1", "x==", MODIFIED, KESTREL, "+44 113 1", "Leeds", "Ada Byron", ADA, "Active",
             "https://kestrel.example", "Customer", "Aviation", 1_200_000, 120, "1 High Street", "LS1", "UK"),
            ("a2", "y==", MODIFIED, LODZ, "+48 42 1", "Łódź", "", "", "Active", "https://lodz.example", "", "Logistics",
             None, 300, "", "", "Poland"),
        ],
        "Contacts.csv": [
            people,
            ("c1", "x==", MODIFIED, "Ada Byron", "Ada", "Byron", "Head of Engineering", KESTREL, ADA, "+44 113 2", ""),
        ],
        "Opportunities.csv": [
            deals,
            ("o1", "x==", MODIFIED, "Drives", KESTREL, "Won", 1200.5, "EUR", datetime.fromisoformat("2026-10-01")),
            ("o2", "y==", MODIFIED, "More", LODZ, "Lost", 500, "EUR", datetime.fromisoformat("2026-08-02")),
        ],
    }, as_workbook=True)  # fmt: skip


def _dynamics_names() -> Export:
    return Export("Dynamics 365", {
        "accounts.csv": [
            ("accountid", "name", "websiteurl", "telephone1", "address1_city", "numberofemployees"),
            ("a1", KESTREL, "https://kestrel.example", "+44 113 1", "Leeds", "120"),
            ("a2", LODZ, "https://lodz.example", "+48 42 1", "Łódź", "300"),
        ],
    }, has="companies")  # fmt: skip


def _zoho(*, newer: bool) -> Export:
    where = ("Street", "City", "State", "Code", "Country")
    billing = tuple(f"Billing Address - {each}" if newer else f"Billing {each}" for each in where)
    companies = (
        "Record Id", "Account Owner", "Account Owner.id", "Account Name", "Phone", "Website", "Account Type",
        "Industry", *billing,
    )  # fmt: skip
    return Export("Zoho", {
        "Accounts.csv": [
            companies,
            ("zcrm_501", "Dana", "zcrm_1", KESTREL, "+44 113 1", "www.kestrel.example", "Customer", "Aviation",
             "1 High Street", "Leeds", "", "LS1", "UK"),
            ("zcrm_502", "Dana", "zcrm_1", LODZ, "+48 42 1", "lodz.example", "Customer", "Logistics", "", "Łódź", "",
             "", "Poland"),
        ],
        "Contacts.csv": [
            ("Record Id", "First Name", "Last Name", "Account Name", "Account Name.id", "Email", "Phone", "Mobile",
             "Title"),
            ("zcrm_901", "Ada", "Byron", KESTREL, "501", ADA, "+44 113 2", "", "Head of Engineering"),
        ],
        "Deals.csv": [
            ("Record Id", "Deal Name", "Account Name", "Account Name.id", "Stage", "Closing Date", "Amount", "Currency",
             "Reason For Loss"),
            ("zcrm_701", "Drives", KESTREL, "zcrm_501", "Closed Won", "2026-10-01", "1.200,50", "EUR", ""),
            ("zcrm_702", "More", LODZ, "zcrm_502", "Closed Lost", "Aug 2, 2026", "500,00", "EUR", "Price"),
        ],
    }, encoding="utf-16" if newer else "utf-8-sig", separator=";")  # fmt: skip


def _pipedrive(*, system_ids: bool) -> Export:
    id = "Pipedrive System ID" if system_ids else "ID"
    mail, phone = ("Email (Work)", "Phone - Work") if system_ids else ("Email", "Phone")
    return Export("Pipedrive", {
        "organizations.csv": [
            ("Organization - Name *", "Organization – Address", "Organization - Labels", "Organization - Owner",
             f"Organization - {id}", "Organization - Website"),
            (KESTREL, "1 High Street, Leeds", "Hot", "Dana", "11", "https://kestrel.example"),
            (LODZ, "Łódź", "", "Dana", "12", "https://lodz.example"),
        ],
        "people.csv": [
            ("Person - Name", f"Person - {mail}", f"Person - {phone}", "Person - Organization", "Person - Job title"),
            ("Ada Byron", f"{ADA}, ada@home.example", "+44 113 2", KESTREL, "Head of Engineering"),
        ],
        "deals.csv": [
            ("Deal - Title", "Deal - Value", "Deal - Currency of value", "Deal - Status", "Deal - Stage (pipeline)",
             "Deal - Won time", "Deal - Lost reason", "Deal - Organization"),
            ("Drives", "1200.50", "EUR", "Won", "Negotiation", "46296.5", "", KESTREL),
            ("More", "500", "EUR", "Lost", "Negotiation", "", "Price", LODZ),
        ],
    }, has="people deals")  # fmt: skip


def _espocrm() -> Export:
    companies = (
        "id,name,website,emailAddress,phoneNumber,type,industry,billingAddressStreet,billingAddressCity,"
        "billingAddressState,billingAddressPostalCode,billingAddressCountry,description,createdAt,assignedUserId,"
        "assignedUserName"
    ).split(",")
    made = "2026-01-15 09:30:00"
    return Export("EspoCRM", {
        "Account.csv": [
            companies,
            ("e1", KESTREL, "https://kestrel.example", "info@kestrel.example", "'+44 113 1", "Customer", "Aviation",
             "1 High Street", "Leeds", "", "LS1", "UK", "'- likes trains", made, "u1", "Dana"),
            ("e2", LODZ, "https://lodz.example", "", '["+48 42 1","+48 42 2"]', "Customer", "Logistics", "", "Łódź",
             "", "", "Poland", "", made, "u1", "Dana"),
        ],
        "Contact.csv": [
            ("id", "salutationName", "firstName", "lastName", "title", "accountId", "accountName", "emailAddress",
             "phoneNumber", "createdAt"),
            ("c1", "Ms.", "Ada", "Byron", "Head of Engineering", "e1", KESTREL, ADA, "'+44 113 2", made),
        ],
        "Opportunity.csv": [
            ("id", "name", "accountId", "accountName", "stage", "amount", "amountCurrency", "closeDate", "createdAt"),
            ("o1", "Drives", "e1", KESTREL, "Closed Won", "1200.50", "EUR", "2026-10-01", made),
            ("o2", "More", "e2", LODZ, "Closed Lost", "500.00", "EUR", "2026-08-02", made),
        ],
    }, separator="|")  # fmt: skip


def _outlook() -> Export:
    headers = (
        "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business City,"
        "Business State,Business Postal Code,Business Country/Region,Business Phone,Mobile Phone,Categories,"
        "E-mail Address,E-mail Type,E-mail Display Name,Notes,Web Page,Birthday"
    ).split(",")
    ada = ("Dr.", "Ada", "", "Byron", "", KESTREL, "R&D", "Head of Engineering", "1 High Street", "Leeds", "", "LS1",
           "UK", "+44 113 2", "", "VIP", ADA, "SMTP", "Ada Byron", "Café", "", "0/0/00")  # fmt: skip
    inside = ("", "Rob", "", "Roe", "", KESTREL, "", "Buyer", "", "", "", "", "", "", "", "",
              "/o=ExchangeLabs/ou=Exchange/cn=Recipients/cn=rob", "EX", "Rob Roe", "", "", "0/0/00")  # fmt: skip
    return Export("Outlook", {"contacts.csv": [headers, ada, inside]}, has="people", encoding="cp1252")


def _google(*, newer: bool) -> Export:
    headers = (
        "First Name,Middle Name,Last Name,Organization Name,Organization Title,Labels,Birthday,E-mail 1 - Label,"
        "E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Street,Website 1 - Value,Notes"
        if newer else
        "Name,Given Name,Family Name,Group Membership,Birthday,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Value,"
        "Organization 1 - Name,Organization 1 - Title,Notes"
    ).split(",")  # fmt: skip
    mails, phones = f"{ADA} ::: ada@home.example", "+44 113 2 ::: +44 7700 1"
    row = (
        ("Ada", "", "Byron", KESTREL, "Head of Engineering", "* myContacts ::: VIP", "--03-07", "* Work", mails, "Work",
         phones, "1 High Street", "https://kestrel.example", "")
        if newer else
        ("Ada Byron", "Ada", "Byron", "* myContacts ::: VIP", "--03-07", "* Work", mails, phones, KESTREL,
         "Head of Engineering", "")
    )  # fmt: skip
    return Export("Google contacts", {"google.csv": [headers, row]}, has="people")


def _any(headers: Mapping[str, str], encoding: str, separator: str, before: str = "") -> Export:
    return Export("CSV", {
        "firms.csv": [
            headers["companies"].split("|"),
            (KESTREL, "Leeds", "+44 113 1", "https://kestrel.example"),
            ("Lodz Logistics" if encoding == "cp1252" else LODZ, "Lodz" if encoding == "cp1252" else "Łódź", "+48 42 1",
             "https://lodz.example"),
        ],
        "people.csv": [
            headers["people"].split("|"),
            ("Ada", "Byron", KESTREL, ADA, "Head of Engineering"),
        ],
    }, has="companies people", encoding=encoding, separator=separator, before=before)  # fmt: skip


_GERMAN = {"companies": "Firma|Ort|Telefon|Webseite", "people": "Vorname|Nachname|Firma|E-Mail|Funktion"}
_FRENCH = {"companies": "Société|Ville|Téléphone|Site web", "people": "Prénom|Nom|Société|Courriel|Fonction"}
_ENGLISH = {"companies": "Company|City|Phone|Website", "people": "First name|Last name|Company|Email|Job title"}

EXPORTS: Mapping[str, Callable[[], Export]] = {
    "hubspot": _hubspot,
    "hubspot in Spanish": _hubspot_spanish,
    "salesforce labels": _salesforce_labels,
    "salesforce names": _salesforce_names,
    "dynamics": _dynamics,
    "dynamics names": _dynamics_names,
    "zoho": lambda: _zoho(newer=False),
    "zoho newer": lambda: _zoho(newer=True),
    "pipedrive": lambda: _pipedrive(system_ids=False),
    "pipedrive system ids": lambda: _pipedrive(system_ids=True),
    "espocrm": _espocrm,
    "outlook": _outlook,
    "google": lambda: _google(newer=True),
    "google old": lambda: _google(newer=False),
    "any in German": lambda: _any(_GERMAN, "cp1252", ";"),
    "any in French": lambda: _any(_FRENCH, "utf-8-sig", "\t"),
    "any in English": lambda: _any(_ENGLISH, "utf-16", ";", before="sep=;\r\n"),
}
