"""What the columns of another program's table can stand for."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class TableKind(StrEnum):
    """What the rows of a table are."""

    COMPANIES = "companies"
    CONTACTS = "contacts"
    DEALS = "deals"
    PRODUCTS = "products"
    COLLEAGUES = "colleagues"
    NOTES = "notes and activities"
    SALES = "sales figures"
    NOTHING = "no records"


class Certainty(StrEnum):
    """How sure it is what a column stands for."""

    SURE = "sure"
    LIKELY = "likely"
    UNKNOWN = "unknown"


class Field(StrEnum):
    """What a column stands for, in the words that are shown to the person."""

    SOURCE_ID = "Id"
    NAME = "Name"
    FIRST_NAME = "First name"
    MIDDLE_NAME = "Middle name"
    LAST_NAME = "Last name"
    ACCOUNT = "Account"
    ACCOUNT_ID = "Account's id"
    PARENT = "Parent"
    PARENT_ID = "Parent's id"
    INDUSTRY = "Industry"
    WEBSITE = "Website"
    DOMAIN = "Domain"
    PHONE = "Phone"
    MOBILE = "Mobile phone"
    EMAIL = "E-mail"
    STREET = "Street"
    POSTAL_CODE = "Postal code"
    CITY = "City"
    REGION = "Region"
    COUNTRY = "Country"
    ANNUAL_REVENUE = "Annual revenue"
    EMPLOYEES = "Employees"
    CUSTOMER_SINCE = "Customer since"
    LAST_CONTACT = "Last contact"
    LAST_REVIEW = "Last review"
    TAGS = "Tags"
    NOTES = "Notes"
    OWNER = "Owner"
    ROLE = "Role"
    LANGUAGE = "Language"
    NO_MARKETING = "No marketing"
    PRODUCT = "Product"
    STAGE = "Stage"
    WON = "Won"
    AMOUNT = "Amount"
    CURRENCY = "Currency"
    DATE = "Date"
    QUANTITY = "Quantity"
    LOT = "Lot"
    SITE = "Site"
    CARRIER = "Carrier"
    CONTRACT_TERM = "Contract term"
    SERIES = "Series"
    LIST_PRICE = "List price"
    TEAM = "Team"
    OFFICE = "Office"
    DELETED = "Deleted"
    TYPE = "Type"
    DONE = "Done"
    PERSON = "Person"
    BELONGS_TO = "Belongs to"


_WHERE = (Field.STREET, Field.POSTAL_CODE, Field.CITY, Field.REGION, Field.COUNTRY)
_WHOSE = (Field.ACCOUNT, Field.ACCOUNT_ID)
_BEARS = (Field.LOT, Field.SITE, Field.CARRIER, Field.CONTRACT_TERM)
# Which fields are read from each kind of table, in the order they are offered in.
FIELDS_OF: Mapping[TableKind, tuple[Field, ...]] = {
    TableKind.COMPANIES: (
        Field.NAME, Field.SOURCE_ID, Field.PARENT, Field.PARENT_ID, Field.OWNER, Field.INDUSTRY, Field.WEBSITE,
        Field.DOMAIN, Field.PHONE, *_WHERE, Field.ANNUAL_REVENUE, Field.EMPLOYEES, Field.CUSTOMER_SINCE,
        Field.LAST_CONTACT, Field.LAST_REVIEW, Field.TAGS, Field.NOTES, Field.DELETED,
    ),
    TableKind.CONTACTS: (
        Field.NAME, Field.FIRST_NAME, Field.MIDDLE_NAME, Field.LAST_NAME, *_WHOSE, Field.SOURCE_ID, Field.ROLE,
        Field.EMAIL, Field.PHONE, Field.MOBILE, Field.LANGUAGE, Field.NO_MARKETING, Field.NOTES, Field.DELETED,
    ),
    TableKind.DEALS: (
        *_WHOSE, Field.SOURCE_ID, Field.NAME, Field.PRODUCT, Field.DATE, Field.AMOUNT, Field.CURRENCY, Field.QUANTITY,
        *_BEARS, Field.STAGE, Field.WON, Field.OWNER, Field.DELETED,
    ),
    TableKind.PRODUCTS: (Field.NAME, Field.SOURCE_ID, Field.SERIES, Field.LIST_PRICE, Field.DELETED),
    TableKind.COLLEAGUES: (Field.NAME, Field.TEAM, Field.OFFICE, Field.ROLE, Field.EMAIL, Field.PHONE, Field.DELETED),
    TableKind.SALES: (
        *_WHOSE, Field.SOURCE_ID, Field.PRODUCT, Field.DATE, Field.AMOUNT, Field.CURRENCY, Field.QUANTITY, *_BEARS,
        Field.OWNER,
    ),
    TableKind.NOTES: (
        *_WHOSE, Field.SOURCE_ID, Field.NAME, Field.NOTES, Field.DATE, Field.TYPE, Field.DONE, Field.PERSON,
        Field.BELONGS_TO, Field.DELETED,
    ),
}  # fmt: skip
WITH_NOTES = frozenset((TableKind.COMPANIES, TableKind.CONTACTS, TableKind.NOTES))


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What one column is taken for; `field` is empty where the column is not read, and `note` says why or how."""

    header: str
    field: Field | None
    certainty: Certainty
    note: str = ""


@dataclass(frozen=True, slots=True)
class TableUse:
    """What one table is taken for, and each of its columns."""

    file: str
    source: str
    kind: TableKind
    columns: tuple[ColumnUse, ...] = ()
    rows: int = 0
    encoding: str = ""
    separator: str = ""
