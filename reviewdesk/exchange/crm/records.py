"""Accounts and people as each CRM writes them itself, so that nothing is locked in here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from reviewdesk.exchange.crm.any_crm import NAME as ANY
from reviewdesk.exchange.csv_writing import csv_bytes

Columns = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RecordTables:
    """How a CRM writes accounts and people: the names of the files, and their columns as in `CrmTable`."""

    accounts: str
    account_columns: Columns
    people: str
    people_columns: Columns


_SALESFORCE: Final = RecordTables(
    "accounts",
    (
        ("Account ID", "{id}"), ("Account Name", "{name}"), ("Parent Account", "{parent}"),
        ("Parent Account ID", "{parent_id}"), ("Account Owner", "{owner}"), ("Industry", "{industry}"),
        ("Annual Revenue", "{annual_revenue}"), ("Employees", "{employees}"), ("Phone", "{phone}"),
        ("Website", "{website}"), ("Billing Street", "{street}"), ("Billing City", "{city}"),
        ("Billing State/Province", "{region}"), ("Billing Zip/Postal Code", "{postal_code}"),
        ("Billing Country", "{country}"), ("Last Activity", "{last_contact}"),
    ),
    "contacts",
    (
        ("Contact ID", "{id}"), ("First Name", "{first}"), ("Last Name", "{last}"), ("Title", "{role}"),
        ("Account Name", "{account}"), ("Account ID", "{account_id}"), ("Email", "{email}"), ("Phone", "{phone}"),
        ("Email Opt Out", "{opt_out}"), ("Mailing Street", ""),
    ),
)  # fmt: skip
_HUBSPOT: Final = RecordTables(
    "companies",
    (
        ("Record ID", "{id}"), ("Company name", "{name}"), ("Company Domain Name", "{domain}"),
        ("Website URL", "{website}"), ("Phone Number", "{phone}"), ("Industry", "{industry}"),
        ("Company owner", "{owner}"), ("Street Address", "{street}"), ("City", "{city}"),
        ("State/Region", "{region}"), ("Postal Code", "{postal_code}"), ("Country/Region", "{country}"),
        ("Annual Revenue", "{annual_revenue}"), ("Number of Employees", "{employees}"),
        ("Parent Company", "{parent}"), ("Parent Company IDs", "{parent_id}"), ("Last Activity Date", "{last_contact}"),
    ),
    "contacts",
    (
        ("Record ID", "{id}"), ("First Name", "{first}"), ("Last Name", "{last}"), ("Email", "{email}"),
        ("Phone Number", "{phone}"), ("Job Title", "{role}"), ("Preferred language", "{language}"),
        ("Associated Company IDs (Primary)", "{account_id}"), ("Associated Company", "{account}"),
        ("Lifecycle Stage", ""),
    ),
)  # fmt: skip
_DYNAMICS: Final = RecordTables(
    "accounts",
    (
        ("(Do Not Modify) Account", "{id}"), ("Account Name", "{name}"), ("Main Phone", "{phone}"),
        ("Website", "{website}"), ("Industry", "{industry}"), ("Annual Revenue", "{annual_revenue}"),
        ("Number of Employees", "{employees}"), ("Parent Account", "{parent}"), ("Owner", "{owner}"),
        ("Address 1: Street 1", "{street}"), ("Address 1: City", "{city}"),
        ("Address 1: State/Province", "{region}"), ("Address 1: ZIP/Postal Code", "{postal_code}"),
        ("Address 1: Country/Region", "{country}"),
    ),
    "contacts",
    (
        ("(Do Not Modify) Contact", "{id}"), ("Full Name", "{name}"), ("First Name", "{first}"),
        ("Last Name", "{last}"), ("Job Title", "{role}"), ("Company Name", "{account}"), ("Email", "{email}"),
        ("Business Phone", "{phone}"),
    ),
)  # fmt: skip
_ZOHO: Final = RecordTables(
    "accounts",
    (
        ("Record Id", "{id}"), ("Account Name", "{name}"), ("Account Owner", "{owner}"), ("Account Owner.id", ""),
        ("Account Type", ""), ("Parent Account", "{parent}"), ("Parent Account.id", "{parent_id}"),
        ("Phone", "{phone}"), ("Website", "{website}"), ("Industry", "{industry}"),
        ("Annual Revenue", "{annual_revenue}"), ("Employees", "{employees}"), ("Billing Street", "{street}"),
        ("Billing City", "{city}"),
        ("Billing State", "{region}"), ("Billing Code", "{postal_code}"), ("Billing Country", "{country}"),
        ("Tag", "{tags}"), ("Last Activity Time", "{last_contact}"),
    ),
    "contacts",
    (
        ("Record Id", "{id}"), ("First Name", "{first}"), ("Last Name", "{last}"), ("Account Name", "{account}"),
        ("Account Name.id", "{account_id}"), ("Email", "{email}"), ("Phone", "{phone}"), ("Title", "{role}"),
        ("Email Opt Out", "{opt_out}"),
    ),
)  # fmt: skip
_PIPEDRIVE: Final = RecordTables(
    "organizations",
    (
        ("Organization - ID", "{id}"), ("Organization - Name", "{name}"), ("Organization - Address", "{street}"),
        ("Organization - Labels", "{tags}"), ("Organization - Owner", "{owner}"),
        ("Organization - Website", "{website}"), ("Organization - Industry", "{industry}"),
        ("Organization - Annual revenue", "{annual_revenue}"), ("Organization - Number of employees", "{employees}"),
        ("Organization - Last activity date", "{last_contact}"),
    ),
    "people",
    (
        ("Person - ID", "{id}"), ("Person - Name", "{name}"), ("Person - Email", "{email}"),
        ("Person - Phone", "{phone}"), ("Person - Organization", "{account}"),
        ("Person - Organization ID", "{account_id}"), ("Person - Job title", "{role}"),
    ),
)  # fmt: skip
_ESPOCRM: Final = RecordTables(
    "accounts",
    (
        ("id", "{id}"), ("name", "{name}"), ("website", "{website}"), ("phoneNumber", "{phone}"),
        ("industry", "{industry}"), ("billingAddressStreet", "{street}"), ("billingAddressCity", "{city}"),
        ("billingAddressState", "{region}"), ("billingAddressPostalCode", "{postal_code}"),
        ("billingAddressCountry", "{country}"), ("assignedUserName", "{owner}"),
    ),
    "contacts",
    (
        ("id", "{id}"), ("firstName", "{first}"), ("lastName", "{last}"), ("title", "{role}"),
        ("accountId", "{account_id}"), ("accountName", "{account}"), ("emailAddress", "{email}"),
        ("phoneNumber", "{phone}"),
    ),
)  # fmt: skip
_ANY: Final = RecordTables(
    "companies",
    (
        ("Company", "{name}"), ("Parent company", "{parent}"), ("Owner", "{owner}"), ("Industry", "{industry}"),
        ("Website", "{website}"), ("Domain", "{domain}"), ("Phone", "{phone}"), ("Street", "{street}"),
        ("Postal code", "{postal_code}"), ("City", "{city}"), ("Region", "{region}"), ("Country", "{country}"),
        ("Annual revenue", "{annual_revenue}"), ("Employees", "{employees}"), ("Customer since", "{customer_since}"),
        ("Last contact", "{last_contact}"), ("Last review", "{last_review}"), ("Tags", "{tags}"),
    ),
    "people",
    (
        ("First name", "{first}"), ("Last name", "{last}"), ("Company", "{account}"), ("Job title", "{role}"),
        ("Email", "{email}"), ("Phone", "{phone}"),
    ),
)  # fmt: skip
TABLES: Final[Mapping[str, RecordTables]] = {
    "HubSpot": _HUBSPOT,
    "Salesforce": _SALESFORCE,
    "Dynamics 365": _DYNAMICS,
    "Zoho": _ZOHO,
    "Pipedrive": _PIPEDRIVE,
    "EspoCRM": _ESPOCRM,
    ANY: _ANY,
}


def record_files(
    crm: str, accounts: Iterable[Mapping[str, str]], people: Iterable[Mapping[str, str]]
) -> dict[str, bytes]:
    """Write accounts and people, each given by the names of what they hold, as a CRM's own two files."""
    tables = TABLES[crm]
    return {
        tables.accounts: _table(tables.account_columns, accounts),
        tables.people: _table(tables.people_columns, people),
    }


def _table(columns: Columns, records: Iterable[Mapping[str, str]]) -> bytes:
    rows = ([template.format_map(each) for _, template in columns] for each in records)
    return csv_bytes([header for header, _ in columns], rows)
