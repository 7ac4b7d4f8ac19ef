"""Zoho CRM's exports of accounts, contacts, deals and notes."""

from reviewdesk.domain.importing.fields import Field, TableKind
from reviewdesk.exchange.form import Form, marks

_SOURCE = "Zoho"

FORMS = (
    Form(
        source=_SOURCE,
        kind=TableKind.COMPANIES,
        marks=marks(
            "record id|account owner.id|account type|billing code|billing address - city|billing address - street|"
            "billing address - code|account name|parent account.id"
        ),
        columns={
            "record id": Field.SOURCE_ID,
            "account owner": Field.OWNER,
            "account owner.id": None,
            "account name": Field.NAME,
            "parent account": Field.PARENT,
            "parent account.id": Field.PARENT_ID,
            "phone": Field.PHONE,
            "website": Field.WEBSITE,
            "account type": None,
            "industry": Field.INDUSTRY,
            "annual revenue": Field.ANNUAL_REVENUE,
            "employees": Field.EMPLOYEES,
            "billing street": Field.STREET,
            "billing city": Field.CITY,
            "billing state": Field.REGION,
            "billing code": Field.POSTAL_CODE,
            "billing country": Field.COUNTRY,
            "description": Field.NOTES,
            "last activity time": Field.LAST_CONTACT,
            "tag": Field.TAGS,
        },
        spare={
            "billing address - street": Field.STREET,
            "billing address - city": Field.CITY,
            "billing address - state": Field.REGION,
            "billing address - code": Field.POSTAL_CODE,
            "billing address - country": Field.COUNTRY,
        },
    ),
    Form(
        source=_SOURCE,
        kind=TableKind.CONTACTS,
        marks=marks("record id|account name.id|contact owner.id|account name|contact name|mailing zip"),
        columns={
            "record id": Field.SOURCE_ID,
            "contact owner": None,
            "contact owner.id": None,
            "first name": Field.FIRST_NAME,
            "last name": Field.LAST_NAME,
            "account name": Field.ACCOUNT,
            "account name.id": Field.ACCOUNT_ID,
            "email": Field.EMAIL,
            "phone": Field.PHONE,
            "mobile": Field.MOBILE,
            "title": Field.ROLE,
            "email opt out": Field.NO_MARKETING,
            "description": Field.NOTES,
        },
    ),
    Form(
        source=_SOURCE,
        kind=TableKind.DEALS,
        marks=marks("record id|deal name|closing date|account name.id|reason for loss|account name|deal owner.id"),
        columns={
            "record id": Field.SOURCE_ID,
            "deal name": Field.NAME,
            "deal owner": Field.OWNER,
            "deal owner.id": None,
            "account name": Field.ACCOUNT,
            "account name.id": Field.ACCOUNT_ID,
            "stage": Field.STAGE,
            "closing date": Field.DATE,
            "amount": Field.AMOUNT,
            "currency": Field.CURRENCY,
            "reason for loss": None,
        },
    ),
    Form(
        source=_SOURCE,
        kind=TableKind.NOTES,
        marks=marks("note id|note title|note content|parent id|parent module"),
        columns={
            "note id": Field.SOURCE_ID,
            "note title": Field.NAME,
            "note content": Field.NOTES,
            "note owner": None,
            "note owner.id": None,
            "parent id": Field.ACCOUNT_ID,
            "parent id.id": None,
            "parent module": Field.BELONGS_TO,
            "created time": Field.DATE,
        },
        spare={"record id": Field.SOURCE_ID, "modified time": Field.DATE, "parent name": Field.ACCOUNT},
    ),
)
