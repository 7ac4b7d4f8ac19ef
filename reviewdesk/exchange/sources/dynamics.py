"""Dynamics 365's exports, by labels with three columns of its own in front, and by logical names."""

from reviewdesk.domain.importing.fields import Field, TableKind
from reviewdesk.exchange.form import Form, marks

_SOURCE = "Dynamics 365"
_KEPT_APART = {"(do not modify) row checksum": None, "(do not modify) modified on": None}
_MARKED = "(do not modify) row checksum|(do not modify) modified on|"

_ACCOUNTS = Form(
    source=_SOURCE,
    kind=TableKind.COMPANIES,
    marks=marks(
        _MARKED + "(do not modify) account|main phone|address 1: city|relationship type|address 1: street 1|"
        "primary contact|email (primary contact) (contact)|address 1: country/region"
    ),
    columns={
        "(do not modify) account": Field.SOURCE_ID,
        **_KEPT_APART,
        "account name": Field.NAME,
        "main phone": Field.PHONE,
        "address 1: street 1": Field.STREET,
        "address 1: city": Field.CITY,
        "address 1: state/province": Field.REGION,
        "address 1: zip/postal code": Field.POSTAL_CODE,
        "address 1: country/region": Field.COUNTRY,
        "website": Field.WEBSITE,
        "industry": Field.INDUSTRY,
        "annual revenue": Field.ANNUAL_REVENUE,
        "number of employees": Field.EMPLOYEES,
        "parent account": Field.PARENT,
        "owner": Field.OWNER,
        "description": Field.NOTES,
        "primary contact": None,
        "email (primary contact) (contact)": None,
        "relationship type": None,
        "status": None,
    },
)
_CONTACTS = Form(
    source=_SOURCE,
    kind=TableKind.CONTACTS,
    marks=marks(_MARKED + "(do not modify) contact|business phone|full name|company name|mobile phone"),
    columns={
        "(do not modify) contact": Field.SOURCE_ID,
        **_KEPT_APART,
        "full name": Field.NAME,
        "first name": Field.FIRST_NAME,
        "last name": Field.LAST_NAME,
        "job title": Field.ROLE,
        "company name": Field.ACCOUNT,
        "email": Field.EMAIL,
        "business phone": Field.PHONE,
        "mobile phone": Field.MOBILE,
        "description": Field.NOTES,
        "status": None,
    },
)
_DEALS = Form(
    source=_SOURCE,
    kind=TableKind.DEALS,
    marks=marks(_MARKED + "(do not modify) opportunity|topic|actual revenue|actual close date|potential customer"),
    columns={
        "(do not modify) opportunity": Field.SOURCE_ID,
        **_KEPT_APART,
        "topic": Field.NAME,
        "account": Field.ACCOUNT,
        "actual revenue": Field.AMOUNT,
        "currency": Field.CURRENCY,
        "actual close date": Field.DATE,
        "status": Field.STAGE,
        "owner": Field.OWNER,
    },
    spare={"potential customer": Field.ACCOUNT, "est. revenue": Field.AMOUNT, "est. close date": Field.DATE},
)
_ACCOUNT_NAMES = Form(
    source=_SOURCE,
    kind=TableKind.COMPANIES,
    marks=marks("websiteurl|telephone1|accountid|address1_city|address1_line1|numberofemployees|parentaccountid"),
    columns={
        "accountid": Field.SOURCE_ID,
        "name": Field.NAME,
        "websiteurl": Field.WEBSITE,
        "telephone1": Field.PHONE,
        "address1_line1": Field.STREET,
        "address1_city": Field.CITY,
        "address1_stateorprovince": Field.REGION,
        "address1_postalcode": Field.POSTAL_CODE,
        "address1_country": Field.COUNTRY,
        "revenue": Field.ANNUAL_REVENUE,
        "numberofemployees": Field.EMPLOYEES,
        "parentaccountid": Field.PARENT_ID,
        "description": Field.NOTES,
    },
)

FORMS = (_ACCOUNTS, _CONTACTS, _DEALS, _ACCOUNT_NAMES)
